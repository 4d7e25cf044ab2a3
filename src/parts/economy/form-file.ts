import type { Readable } from 'node:stream'
import { writeXlsx } from 'hucre'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { spoolFile } from '#kernel/files/spool.ts'
import { openTable, type SheetRow } from '#kernel/files/table.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import { explanationsOf, findingsOf } from './audit-reading.ts'
import { emptyCell } from './audit-subject.ts'
import { isReasonEnough } from './audits.ts'
import type { FormItem } from './declaration.ts'
import { type Entered, saveDraft } from './entry.ts'
import { explainFinding } from './handing-in.ts'
import { itemsIn } from './periods.ts'
import { cellsOf, type Submission, type SubmissionKey, submissionAt } from './submission.ts'

const headings = ['指标代码', '指标', '计量单位', '本期数', '同期数', '增速', '增速单位', '说明'] as const
type Heading = (typeof headings)[number]

/** Other words a heading may have in offices' own sheets. */
const synonyms: Record<string, Heading> = {
  ...{ 代码: '指标代码', 指标名称: '指标', 单位: '计量单位', 本期: '本期数', 本期累计: '本期数', 累计: '本期数' },
  ...{
    同期: '同期数',
    上年同期: '同期数',
    上年同期数: '同期数',
    同比: '增速',
    同比增长: '增速',
    '增速(%)': '增速',
    备注: '说明',
  },
}

/** A form has at most a few hundred items; a longer sheet is some other file. */
const longest = 2000

/** The form of a unit and period as a workbook, with what stands in it; uploaded again it changes only what was changed. */
export async function formWorkbook(tx: Tx, key: SubmissionKey): Promise<FileAnswer> {
  const submission = await submissionAt(tx, key)
  const cells = await cellsOf(tx, submission.id)
  const notes = await notesOf(tx, submission)
  const rows = itemsIn(submission.form, submission.period).map((item) => {
    const { value, base, growth } = cells.get(item.code) ?? emptyCell
    const asked = (digits: string | null, wanted: boolean) => (wanted ? cellOf(digits) : '—')
    return [
      ...[item.code, item.name.zh, item.unit, asked(value, item.level === 'reported')],
      ...[
        asked(base, item.level === 'reported' && item.base === 'supplied'),
        asked(growth, item.growth === 'published'),
      ],
      ...[item.growth === 'published' ? item.growthUnit : '—', notes.get(item.code) ?? null],
    ]
  })
  const widths = [26, 30, 12, 16, 16, 12, 12, 40]
  const content = await writeXlsx({
    sheets: [
      {
        name: submission.form.name.zh.slice(0, 28),
        columns: widths.map((width) => ({ width })),
        rows: [title(submission), [...headings], ...rows],
        freezePane: { rows: 2 },
      },
    ],
  })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return {
    name: `${submission.form.name.zh} ${key.unit} ${submission.period.text.replace('/', '—')}.xlsx`,
    type,
    content,
  }
}

/**
 * Reads a filled form, workbook or CSV, in one transaction: figures as entered, reasons for findings of their item. Refuses
 * `economy/file-of-another`, `economy/file-unlike`, `economy/file-formula`, `economy/file-item-unknown` and what entering refuses.
 */
export async function takeFormFile(work: Work, key: SubmissionKey, source: Readable): Promise<number> {
  const file = await spoolFile(source)
  try {
    const table = await openTable(file, { workbookRows: longest })
    const rows: SheetRow[] = []
    for await (const group of table.rows()) {
      rows.push(...group)
      if (rows.length > longest) refuse('economy/file-unlike', { headings: [...headings] })
    }
    return await write(work, (tx) => takeRows(tx, key, rows))
  } finally {
    await file.remove()
  }
}

/** The same from rows already read. */
export async function takeRows(tx: Tx, key: SubmissionKey, rows: readonly SheetRow[]): Promise<number> {
  const submission = await submissionAt(tx, key)
  checkTitle(submission, rows[0]?.cells ?? [])
  const { entered, notes } = readRows(itemsIn(submission.form, submission.period), rows)
  const changed = await saveDraft(tx, key, entered)
  const findings = notes.size === 0 ? [] : await findingsNow(tx, key)
  for (const finding of findings) {
    const words = notes.get(finding.item)
    if (words && finding.class !== 'A' && isReasonEnough(finding.class, words)) {
      await explainFinding(tx, key, { finding: finding.key, words })
    }
  }
  return changed
}

function readRows(
  items: readonly FormItem[],
  rows: readonly SheetRow[],
): { entered: Entered[]; notes: Map<string, string> } {
  const place = rows.findIndex(({ cells }) =>
    cells.some((cell) => headingOf(cell) === '本期数' || headingOf(cell) === '增速'),
  )
  const named = rows[place]?.cells.map(headingOf) ?? []
  const hasNames = named.includes('指标') || named.includes('指标代码')
  if (place < 0 || !hasNames) refuse('economy/file-unlike', { headings: [...headings] })
  const notes = new Map<string, string>()
  const entered = rows.slice(place + 1).flatMap(({ line, cells, formula }): Entered[] => {
    const at = (heading: Heading) => cells[named.indexOf(heading)]?.trim() ?? ''
    if (at('指标代码') === '' && at('指标') === '') return []
    if (formula || cells.some((cell) => cell.startsWith('='))) refuse('economy/file-formula', { line })
    const item =
      items.find(({ code, name }) => code === at('指标代码') || (at('指标代码') === '' && name.zh === at('指标'))) ??
      refuse('economy/file-item-unknown', { line, item: at('指标') || at('指标代码') })
    const unit = at('计量单位')
    if (unit !== '' && unit !== item.unit)
      refuse('economy/file-unit', { line, item: item.name.zh, unit, asked: item.unit })
    if (at('说明') !== '') notes.set(item.code, at('说明').replaceAll('\0', '').slice(0, 500))
    return [{ item: item.code, value: at('本期数'), base: at('同期数'), growth: at('增速') }]
  })
  return { entered, notes }
}

function title({ form, unit, period }: Submission): string[] {
  return ['报表', form.code, '单位', unit, '报告期', period.text]
}

/** A workbook that says what it is for must be for this. */
function checkTitle(submission: Submission, cells: readonly string[]): void {
  if (cells[0]?.trim() !== '报表') return
  const wanted = title(submission)
  const told = wanted.map((_, index) => cells[index]?.trim() ?? '')
  if (told.join() !== wanted.join())
    refuse('economy/file-of-another', { told: told.slice(1).join(' '), wanted: wanted.slice(1).join(' ') })
}

function headingOf(cell: string): Heading | null {
  const bare = cell.replaceAll(/\s/g, '').replace('（', '(').replace('）', ')')
  return headings.find((heading) => heading === bare) ?? synonyms[bare] ?? null
}

async function findingsNow(tx: Tx, key: SubmissionKey) {
  const submission = await submissionAt(tx, key)
  return findingsOf(tx, submission, await cellsOf(tx, submission.id))
}

async function notesOf(tx: Tx, submission: Submission): Promise<Map<string, string>> {
  const said = await explanationsOf(tx, submission.id)
  const findings = said.size === 0 ? [] : await findingsOf(tx, submission, await cellsOf(tx, submission.id))
  return new Map(findings.flatMap(({ key, item }) => (said.has(key) ? [[item, said.get(key)!.words] as const] : [])))
}

/** A number where a spreadsheet holds it to the digit, else text. */
function cellOf(digits: string | null): number | string | null {
  if (digits === null) return null
  return digits.replace(/[-.]/g, '').length <= 15 ? Number(digits) : digits
}
