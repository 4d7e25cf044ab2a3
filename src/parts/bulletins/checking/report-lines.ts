import { type Locale, say } from '#kernel/i18n/words.ts'
import { countsLine } from '../check-desk/report-notes.ts'
import { verdictSigns } from '../check-desk/verdict-words.ts'
import { saidReason } from './reason-words.ts'
import type { CheckReport, Finding, PaceFinding } from './report.ts'

/** A report for a terminal: the counts, what was not checked first; then every figure that needs an eye, and where it stands. */
export function linesOf(report: CheckReport, locale: Locale): string[] {
  const figures = report.findings.length
  const head = say({ zh: '共 {figures} 处数字。{counts}', en: '{figures} figures. {counts}' }, locale, {
    ...{ figures, counts: countsLine(report, locale) },
  })
  const needing = report.findings.filter(({ verdict }) => verdict !== 'matched' && verdict !== 'matched-by-rounding')
  const tables = new Map(report.paces.map((pace) => [pace.start, tableOf(pace, locale)]))
  return [
    head,
    ...needing.flatMap((finding) => [
      ...findingLines(finding, report.text, locale),
      ...(tables.get(finding.claim.start) ?? []),
    ]),
  ]
}

function findingLines({ claim, verdict, reason, correction }: Finding, text: string, locale: Locale): string[] {
  const { glyph, words } = verdictSigns[verdict]
  const line = text.slice(0, claim.start).split('\n').length
  const where = say({ zh: '第{line}行', en: 'line {line}' }, locale, { line })
  const instead =
    correction === null
      ? ''
      : say({ zh: ' 应为：{correction}', en: ' Should be: {correction}' }, locale, { correction })
  return [
    `${glyph} ${say(words, locale)}  ${where}  ${claim.text}  ${claim.indicator}`.replaceAll('\u2060', ''),
    `    ${saidReason(reason, locale)}${instead}`,
  ]
}

/** What each target says: done, the calendar, and the gap between them in percentage points. */
function tableOf({ targets }: PaceFinding, locale: Locale): string[] {
  return targets.map(({ indicator, completion, calendar, gap }) => {
    const details = { indicator: indicator.padEnd(20), completion: completion ?? '—', calendar, gap: gap ?? '—' }
    return say(
      {
        zh: '    {indicator} 完成 {completion}%  时序 {calendar}%  差 {gap}',
        en: '    {indicator} done {completion}%  calendar {calendar}%  gap {gap}',
      },
      locale,
      details,
    )
  })
}
