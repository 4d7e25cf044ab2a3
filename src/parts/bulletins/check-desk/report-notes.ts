import { type Locale, say, type Words } from '#kernel/i18n/words.ts'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { saidReason } from '../checking/reason-words.ts'
import type { CheckReport, Finding, Verdict } from '../checking/report.ts'
import { readingOrder, unchecked, verdictSigns } from './verdict-words.ts'

/** A comment at a place of the text: its paragraphs, and the words that should stand there when they are known. */
export interface ReportNote {
  start: number
  end: number
  lines: string[]
  correction?: string
}

/** Indicator code → its name. */
export type Names = ReadonlyMap<string, Words>

/** What the report writes at the figures: everything but what is right, in the order of the text, one comment a place. */
export function notesOf(report: CheckReport, names: Names, locale: Locale): ReportNote[] {
  const right: readonly Verdict[] = ['matched', 'matched-by-rounding']
  const ofFigures = report.findings
    .filter(({ verdict }) => !right.includes(verdict))
    .map((finding) => {
      const { text, start } = finding.claim
      const correction = finding.correction === null ? {} : { correction: finding.correction }
      return { start, end: start + text.length, lines: linesOf(finding, names, locale), ...correction }
    })
  const ofPaces = report.paces
    .filter(({ verdict }) => !right.includes(verdict))
    .map(({ text, start, verdict, reason }) => {
      return { start, end: start + text.length, lines: [signed(verdict, locale), saidReason(reason, locale)] }
    })
  return apart([...ofFigures, ...ofPaces])
}

/** The counts in one line, what was not checked first. */
export function countsLine({ counts }: Pick<CheckReport, 'counts'>, locale: Locale): string {
  const parts = readingOrder
    .filter((verdict) => counts[verdict] > 0 || unchecked.includes(verdict))
    .map((verdict) => {
      const words = say(verdictSigns[verdict].words, locale)
      return locale === 'zh' ? `${words} ${counts[verdict]} 处` : `${words} ${counts[verdict]}`
    })
  return parts.join(locale === 'zh' ? '，' : '; ')
}

function linesOf(finding: Finding, names: Names, locale: Locale): string[] {
  const { verdict, reason, correction, fact } = finding
  const lines = [signed(verdict, locale), saidReason(reason, locale)]
  if (correction !== null)
    lines.push(say({ zh: '应为：{correction}', en: 'Should be: {correction}' }, locale, { correction }))
  if (fact && fact.value !== null) {
    const name = names.get(fact.indicator)
    const details = {
      ...{ name: name ? say(name, locale) : fact.indicator, value: fact.value, unit: fact.unit },
      period: printPeriod(parsePeriod(fact.period), locale),
    }
    const words = {
      zh: '依据：{name}，{period}，{value}{unit}',
      en: 'Held against: {name}, {period}, {value} {unit}',
    }
    lines.push(say(words, locale, details))
  }
  return lines.filter((line) => line !== '')
}

const signed = (verdict: Verdict, locale: Locale) =>
  `${verdictSigns[verdict].glyph} ${say(verdictSigns[verdict].words, locale)}`

/** In the order of the text; of notes that overlap the first takes the others' lines. */
function apart(notes: ReportNote[]): ReportNote[] {
  const kept: ReportNote[] = []
  for (const note of notes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1)
    if (last && note.start < last.end) last.lines.push(...note.lines)
    else kept.push({ ...note })
  }
  return kept
}
