import type { Tx } from '#kernel/db/work.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { type CategoryWithStandards, standardsOf } from '#parts/matters/engine/engine.ts'
import { limitWords } from '#parts/matters/standards/limit-words.ts'
import { reportSettings } from '../reports/settings.ts'
import { type Open311Settings, open311Settings } from './settings.ts'
import type { Value } from './spark.ts'

/** The categories that anybody may report, in the order of their codes. */
export async function servicesOf(tx: Tx): Promise<CategoryWithStandards[]> {
  const { notPublic } = await reportSettings(tx)
  const open = ({ code }: CategoryWithStandards) => !notPublic.some((letters) => code.startsWith(letters))
  return (await standardsOf(tx)).filter(open)
}

/** One of them; refuses `portal/open311-service-unknown` (404). */
export async function serviceOf(tx: Tx, code: string): Promise<CategoryWithStandards> {
  const found = (await servicesOf(tx)).find((service) => service.code === code.toUpperCase())
  return found ?? refuse('portal/open311-service-unknown', { code: code.slice(0, 40) }, 404)
}

export async function serviceList(tx: Tx, locale: Locale): Promise<Value> {
  const settings = await open311Settings(tx)
  return (await servicesOf(tx)).map((service) => ({
    service_code: service.code,
    service_name: service.name[locale],
    description: service.standards.map(({ condition }) => condition).join('；') || service.name[locale],
    metadata: hasDefinition(service),
    type: typeOf(service.code, settings),
    keywords: service.keywords
      .split(/[\s,，、]+/)
      .filter(Boolean)
      .join(', '),
    group: service.major[locale],
  }))
}

export const typeOf = (code: string, { batch }: Pick<Open311Settings, 'batch'>) =>
  batch.includes(code) ? 'batch' : 'realtime'

/** Where a category has several standards, the reporter may say which condition it is. */
const hasDefinition = ({ standards }: CategoryWithStandards) => standards.length > 1

export const CONDITION = 'CONDITION'
const NOTICE = 'NOTICE'

/** What may be asked beside the common fields; refuses `portal/open311-service-unknown` (404). */
export async function serviceDefinition(tx: Tx, code: string, locale: Locale): Promise<Value> {
  const service = await serviceOf(tx, code)
  if (!hasDefinition(service)) return { service_code: service.code, attributes: [] }
  const { urgent } = await reportSettings(tx)
  return {
    service_code: service.code,
    attributes: [
      {
        ...{ variable: true, code: CONDITION, datatype: 'singlevaluelist', required: false },
        datatype_description: { zh: '选一项，不确定可不选', en: 'Choose one, or none if unsure' }[locale],
        order: 1,
        description: { zh: '现场是哪种情况？', en: 'Which of these is it?' }[locale],
        values: service.standards.map(({ ordinal, condition }) => ({ key: String(ordinal), name: condition })),
      },
      {
        ...{ variable: false, code: NOTICE, datatype: 'text', required: false, datatype_description: '', order: 2 },
        ...{ description: urgent[locale], values: [] },
      },
    ],
  }
}

/** The limit of handling in words, which is what a reporter may expect. */
export function noticeOf({ standards }: CategoryWithStandards, locale: Locale): string {
  const limits = [...new Set(standards.map(({ limit }) => limitWords(limit)[locale]))]
  if (limits.length === 0) return ''
  return {
    zh: `立案并派遣后的处置时限：${limits.join('或')}`,
    en: `Limit of handling once dispatched: ${limits.join(' or ')}`,
  }[locale]
}
