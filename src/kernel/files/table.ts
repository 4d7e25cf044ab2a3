import { refuse } from '../refusal.ts'
import type { SpooledFile } from './spool.ts'

/** One record of a file: the line it starts on (1 is the first) and its cells as text. */
export interface SheetRow {
  line: number
  cells: string[]
  /** a workbook's cell of this row holds a formula */
  formula?: boolean
}

/** Whole lines of UTF-8 as the file has them, none of them with a quote. Whoever takes them says how many lines they were. */
export interface PlainLines {
  bytes: Buffer
  /** the line that the first of them is */
  line: number
  lines: number
}

/** A table in a file, whatever the file is; each call of `rows` reads it from the start. */
export interface Table {
  format: 'csv' | 'xlsx'
  encoding?: string
  delimiter?: string
  /** rows in groups, so that a reader may breathe between them; refuses with the line when the file turns out broken */
  rows(): AsyncIterable<SheetRow[]>
  /** the same rows, where that is possible as the bytes they are; the first of them always as rows */
  pieces?(): AsyncIterable<SheetRow[] | PlainLines>
  /** how much of it the latest reading has read, 0 to 1 */
  share?(): number
}

/** How much of a workbook is read; a CSV has no limit. */
export interface TableLimits {
  /** rows of a workbook, 200,000 unless told */
  workbookRows?: number
}

/**
 * Opens a table by what the file is, never by its name. Refuses `ledgers/not-a-table` with what it looks like, and what its readers refuse.
 */
export async function openTable(file: SpooledFile, limits: TableLimits = {}): Promise<Table> {
  const looks = looksLike(file.head)
  if (looks === 'zip') return (await import('./xlsx-table.ts')).openXlsx(file, limits.workbookRows ?? 200_000)
  if (looks === 'ole') refuse('ledgers/old-workbook')
  if (looks !== 'text') refuse('ledgers/not-a-table', { looks })
  return (await import('./csv-table.ts')).openCsv(file)
}

/** The first ten rows, or fewer when there are no more. */
export async function firstRows(table: Table): Promise<SheetRow[]> {
  const first: SheetRow[] = []
  for await (const group of table.rows()) {
    first.push(...group.slice(0, 10))
    if (first.length >= 10) break
  }
  return first.slice(0, 10)
}

/** What the first bytes say: `text`, `zip`, `ole` (an old or locked Office file), or a name of what else it is. */
function looksLike(head: Buffer): string {
  const magic = head.subarray(0, 8).toString('latin1')
  if (magic.startsWith('PK\u0003\u0004') || magic.startsWith('PK\u0005\u0006')) return 'zip'
  if (magic.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'ole'
  const known = signatures.find(([start]) => magic.startsWith(start))
  if (known) return known[1]
  const wide = magic.startsWith('\u00ff\u00fe') || magic.startsWith('\u00fe\u00ff')
  return !wide && head.includes(0) ? 'binary' : 'text'
}

const signatures: [string, string][] = [
  ['%PDF', 'PDF'],
  ['\u0089PNG', 'PNG'],
  ['\u00ff\u00d8\u00ff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['\u001f\u008b', 'gzip'],
  ['Rar!', 'RAR'],
  ['7z\u00bc\u00af', '7z'],
  ['\u007fELF', 'ELF'],
  ['{\\rtf', 'RTF'],
]
