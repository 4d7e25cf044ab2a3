import type { Tx } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { type Locale, say } from '#kernel/i18n/words.ts'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { catalogueOf } from '#parts/indicators/indicators.ts'
import { dayOf, unitNamesOn } from '#parts/org/org.ts'
import { checkSaid } from '../checking/check-json.ts'
import type { CheckReport } from '../checking/report.ts'
import type { Draft } from '../drafts/draft.ts'
import { withComments } from '../drafts/with-comments.ts'
import { reportDocx } from './report-docx.ts'
import { countsLine, type Names, notesOf, type ReportNote } from './report-notes.ts'

export interface Reported {
  report: CheckReport
  /** the Word file that was read: comments go into it */
  original?: { bytes: Uint8Array; draft: Draft } | undefined
  /** when it was checked, and by whom if it was signed off */
  at: Date
  by?: string | undefined
}

/** The report as a file: Word with comments at the figures, or the JSON of `jingkai check --json`. */
export async function reportFile(
  tx: Tx,
  { report, original, at, by }: Reported,
  format: 'docx' | 'json',
  locale: Locale,
): Promise<FileAnswer> {
  const name = `${stemOf(report.name) || say(untitled, locale)}${say({ zh: '-核对', en: '-checked' }, locale)}.${format}`
  if (format === 'json')
    return { name, type: 'application/json', content: JSON.stringify(checkSaid(report, locale), null, 2) }
  const notes = notesOf(report, await namesOf(tx), locale)
  const closing = closingOf({ report, at, by }, await areaName(tx, report.area, locale), locale)
  const author = say({ zh: '经开核对', en: 'Jingkai check' }, locale)
  const content = original
    ? await withComments(original.bytes, original.draft, opened(report, notes, closing).map(commentOf), { author, at })
    : await reportDocx({ report, notes, closing, author, at, locale })
  return { name, type: word, content }
}

const commentOf = ({ lines, ...note }: ReportNote) => ({ ...note, words: lines.join('\n') })

async function namesOf(tx: Tx): Promise<Names> {
  const { indicators } = await catalogueOf(tx)
  return new Map(indicators.map(({ code, name }) => [code, name]))
}

/** A Word file of somebody else gets the summary as a comment at its first words. */
function opened({ blocks }: CheckReport, notes: ReportNote[], lines: string[]): ReportNote[] {
  const [first] = blocks
  const end = Math.min(first?.end ?? 0, notes[0]?.start ?? Number.POSITIVE_INFINITY)
  return first && end > first.start ? [{ start: first.start, end, lines }, ...notes] : notes
}

async function areaName(tx: Tx, area: string, locale: Locale): Promise<string> {
  const name = (await unitNamesOn(tx, dayOf(tx.now))).get(area)
  return name ? say(name, locale) : area
}

function closingOf({ report, at, by }: Reported, area: string, locale: Locale): string[] {
  const details = {
    ...{ period: printPeriod(parsePeriod(report.period), locale), area },
    ...{ figures: report.findings.length, counts: countsLine(report, locale) },
    ...{
      at: inShanghai(at, locale),
      asOf: report.asOf === null ? '' : inShanghai(new Date(report.asOf), locale),
      by: by ?? '',
    },
  }
  const lines = [
    { zh: '核对小结：全文 {figures} 处数字。{counts}。', en: 'Summary: {figures} figures. {counts}.' },
    { zh: '对照：{area}，{period}，{at} 核对。', en: 'Held against: {area}, {period}; checked {at}.' },
    ...(report.asOf === null ? [] : [{ zh: '按 {asOf} 的数据核对。', en: 'Against the data as of {asOf}.' }]),
    ...(by === undefined ? [] : [{ zh: '签存：{by}。', en: 'Signed off by {by}.' }]),
  ]
  return lines.map((words) => say(words, locale, details))
}

const inShanghai = (at: Date, locale: Locale) =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' },
  }).format(at)

const untitled = { zh: '文稿', en: 'draft' }
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const stemOf = (name: string) => name.replace(/\.[a-z]{1,8}$/i, '')
