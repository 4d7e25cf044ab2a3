import { type Locale, say } from '#kernel/i18n/words.ts'
import { countsLine } from '../check-desk/report-notes.ts'
import { verdictSigns } from '../check-desk/verdict-words.ts'
import { saidReason } from './reason-words.ts'
import type { CheckReport, Finding, PaceFinding } from './report.ts'

/** Nobody reads more lines than this; `--json` has them all. */
const mostShown = 200

/** A report for a terminal: the counts, what was not checked first; then every figure that needs an eye, and where it stands. */
export function linesOf(report: CheckReport, locale: Locale): string[] {
  const figures = report.findings.length
  const head = say({ zh: '共 {figures} 处数字。{counts}', en: '{figures} figures. {counts}' }, locale, {
    ...{ figures, counts: countsLine(report, locale) },
  })
  const tables = new Map(report.paces.map((pace) => [pace.start, tableOf(pace, locale)]))
  const needing = report.findings.filter(({ verdict }) => verdict !== 'matched' && verdict !== 'matched-by-rounding')
  const lineAt = linesIn(report.text)
  const shown = needing
    .slice(0, mostShown)
    .flatMap((finding) => [
      ...findingLines(finding, lineAt(finding.claim.start), locale),
      ...(tables.get(finding.claim.start) ?? []),
    ])
  const more = needing.length - mostShown
  return [head, ...shown, ...(more > 0 ? [say(moreWords, locale, { more })] : [])]
}

const moreWords = {
  zh: '……另有 {more} 处，用 --json 可得到全部。',
  en: '… and {more} more; --json prints all of them.',
}

function findingLines({ claim, verdict, reason, correction }: Finding, line: number, locale: Locale): string[] {
  const { glyph, words } = verdictSigns[verdict]
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

/** The line of a place, for places that only grow. */
function linesIn(text: string): (at: number) => number {
  let [line, from] = [1, 0]
  return (at) => {
    for (let next = text.indexOf('\n', from); next >= 0 && next < at; next = text.indexOf('\n', from)) {
      line += 1
      from = next + 1
    }
    return line
  }
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
