import { refuse } from '#kernel/refusal.ts'

/** The forms a message comes in. */
export type Form = 'json' | 'csv'

export interface Accepted {
  form: Form
  /** the content type it is sent with */
  type: string
  /** parameters of the media type: `labels`, `keys`, `timeFormat` */
  parameters: ReadonlyMap<string, string>
}

const json = (kind: string) => `application/vnd.sdmx.${kind}+json`
const csv = (kind: string) => `application/vnd.sdmx.${kind}+csv`

/**
 * What to send for an Accept header (RFC 9110, 12.5.1): the range of the highest weight that we can meet; JSON where anything will
 * do. `format=csv` in the address stands for the header, for those who cannot send one. Refuses `portal/sdmx-not-acceptable` (406).
 */
export function accepted(
  header: string | undefined,
  kind: 'data' | 'structure',
  forms: readonly Form[],
  format?: string,
): Accepted {
  const offers = offersOf(kind, forms)
  if (format !== undefined) {
    const form = forms.find((one) => format === one || format === `${one}data` || format.includes(`+${one}`))
    return form
      ? meet(form, kind, new Map())
      : refuse('portal/sdmx-not-acceptable', { asked: format.slice(0, 80) }, 406)
  }
  for (const range of rangesOf(header ?? '*/*')) {
    const form = forms.find((one) => offers[one].includes(range.type)) ?? (isAny(range.type) ? forms[0] : undefined)
    if (form && fits(range)) return meet(form, kind, range.parameters)
  }
  return refuse('portal/sdmx-not-acceptable', { asked: (header ?? '').slice(0, 80) }, 406)
}

function offersOf(kind: string, forms: readonly Form[]): Record<Form, string[]> {
  return {
    json: [json(kind), 'application/json', 'application/*'],
    csv: forms.includes('csv') ? [csv(kind), 'text/csv', 'application/csv', 'text/*'] : [],
  }
}

interface Range {
  type: string
  weight: number
  parameters: ReadonlyMap<string, string>
}

function rangesOf(header: string): Range[] {
  const ranges = header.split(',').flatMap((text): Range[] => {
    const [type = '', ...rest] = text.split(';').map((part) => part.trim())
    const parameters = new Map(rest.map((part) => part.split('=').map((half) => half.trim()) as [string, string]))
    const weight = Number(parameters.get('q') ?? 1)
    return type === '' || !(weight > 0) ? [] : [{ type: type.toLowerCase(), weight, parameters }]
  })
  // Of equal weight, what was named first.
  return ranges.sort((a, b) => b.weight - a.weight)
}

const isAny = (type: string) => type === '*/*'

/** A version of ours: 2.0.0, written short (2.0) or as a range that takes it in (2+.0, 2.0.0+). */
function fits({ type, parameters }: Range): boolean {
  const version = parameters.get('version')
  if (version === undefined || !type.includes('vnd.sdmx')) return true
  return /^2(\+?(\.0(\+?(\.0\+?)?)?)?)?$/.test(version) || /^[01]\+/.test(version)
}

function meet(form: Form, kind: string, parameters: ReadonlyMap<string, string>): Accepted {
  const type = form === 'json' ? json(kind) : csv(kind)
  return { form, parameters, type: `${type};version=2.0.0;charset=utf-8` }
}
