import { parse } from 'yaml'
import { z } from 'zod'
import type { Locale } from '#kernel/i18n/words.ts'
import { isDay } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'

export const templatePeriods = ['year', 'half', 'quarter', 'month', 'any'] as const

const FrontMatter = z.strictObject({
  /** what the document is called in lists: 半年通报 */
  name: z.string().min(1).max(60),
  /** the kind of period it is written for */
  period: z.enum(templatePeriods),
  /** code, or the beginning of codes, → last day of the year (`06-25`) that those figures run to */
  until: z
    .record(
      z.string(),
      z.string().refine((day) => isDay(`2000-${day}`), 'MM-DD'),
    )
    .default({}),
})

/** A template as it was loaded, its front matter read. `text` keeps the file's line numbers. */
export interface Template extends z.output<typeof FrontMatter> {
  code: string
  locale: Locale
  text: string
}

const LONGEST = 200_000

/**
 * Reads a template: YAML front matter between `---` lines, then Markdown with figure tags. Refuses
 * `bulletins/template-unreadable` with the line.
 */
export function readTemplate(code: string, locale: Locale, body: string): Template {
  const broken = (line: number, problem: string) =>
    refuse('bulletins/template-unreadable', { template: fileOf(code, locale), line, problem })
  if (body.length > LONGEST) broken(1, `> ${LONGEST}`)
  const clean = body.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const strange = clean.split('\n').findIndex((line) => /[\uE000-\uF8FF]/.test(line))
  if (strange >= 0) broken(strange + 1, 'U+E000–U+F8FF')
  const front = /^---\n([\s\S]*?)\n---\n/.exec(clean)
  if (!front) return broken(1, '---')
  const matter = FrontMatter.safeParse(yamlOf(front[1]!, (problem) => broken(1, problem)))
  if (!matter.success) return broken(1, z.prettifyError(matter.error))
  const lines = front[0].split('\n').length - 1
  return { ...matter.data, code, locale, text: '\n'.repeat(lines) + clean.slice(front[0].length) }
}

/** `half-year.md`, `half-year.en.md`. */
export function fileOf(code: string, locale: Locale): string {
  return locale === 'zh' ? `${code}.md` : `${code}.${locale}.md`
}

function yamlOf(text: string, broken: (problem: string) => never): unknown {
  try {
    return parse(text)
  } catch (error) {
    return broken((error as Error).message.split('\n')[0]!)
  }
}
