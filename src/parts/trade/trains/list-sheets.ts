import { Worker } from 'node:worker_threads'
import type { SpooledFile } from '#kernel/files/spool.ts'
import { openTable } from '#kernel/files/table.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import type { ListMessage } from './list-worker.ts'

export interface ListRow {
  /** from 1, as the sheet counts */
  line: number
  cells: string[]
  /** places of cells that hold a formula */
  formulas: number[]
  /** places that only hold what is merged down from above */
  merged: number[]
}

/** One sheet of a workbook, or the table of a CSV. */
export interface ListSheet {
  name: string
  hidden: boolean
  rows: ListRow[]
  /** cells that are merged downward, from 0 */
  merges: { startRow: number; startCol: number; endRow: number }[]
}

/** Rows of one sheet and size of a file that a train list may have; a year of one line fits ten times over. */
const rowLimit = 20_000
const sizeLimit = 20 << 20

/**
 * All sheets of a workbook, read in a thread of bounded memory, or the one table of a CSV. Refuses what the readers of files refuse, and
 * `trade/train-list-too-large`.
 */
export async function openSheets(file: SpooledFile, name: string): Promise<ListSheet[]> {
  if (file.bytes > sizeLimit) refuse('trade/train-list-too-large', { file: name, limit: sizeLimit >> 20 }, 413)
  const table = await openTable(file, { workbookRows: rowLimit })
  if (table.format === 'xlsx') return (await sheetsOf(file.path)).map(mended)
  const rows: ListRow[] = []
  for await (const group of table.rows()) {
    rows.push(
      ...group.map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()), formulas: [], merged: [] })),
    )
    if (rows.length > rowLimit) refuse('ledgers/too-many-rows', { limit: rowLimit })
  }
  return [{ name, hidden: false, rows, merges: [] }]
}

function sheetsOf(path: string): Promise<ListSheet[]> {
  const worker = new Worker(new URL('./list-worker.ts', import.meta.url), {
    workerData: { path, rowLimit },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  return new Promise<ListSheet[]>((done, fail) => {
    worker.once('message', (message: ListMessage) => {
      if ('sheets' in message) return done(message.sheets)
      fail(unreadable(message.failure))
    })
    worker.once('error', (error: Error & { code?: string }) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? unreadable('memory') : error),
    )
  }).finally(() => worker.terminate())
}

function unreadable(reason: string): Refusal {
  return new Refusal('ledgers/workbook-unreadable', { reason })
}

/** A cell that is merged downward holds for every row it stands beside. */
function mended(sheet: ListSheet): ListSheet {
  for (const { startRow, startCol, endRow } of sheet.merges) {
    const text = sheet.rows[startRow]?.cells[startCol] ?? ''
    for (const row of sheet.rows.slice(startRow + 1, endRow + 1)) {
      while (row.cells.length <= startCol) row.cells.push('')
      if (row.cells[startCol] !== '') continue
      row.cells[startCol] = text
      row.merged.push(startCol)
    }
  }
  return sheet
}
