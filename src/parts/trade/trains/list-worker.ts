import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type Cell, readXlsx, type Sheet } from 'hucre'
import type { ListSheet } from './list-sheets.ts'

/** What the thread says: the sheets of a workbook, or why it could not be read. */
export type ListMessage = { sheets: ListSheet[] } | { failure: string }

const { path, rowLimit } = workerData as { path: string; rowLimit: number }
try {
  const { sheets } = await readXlsx(await readFile(path), { maxRows: rowLimit + 1 })
  parentPort!.postMessage({ sheets: sheets.map(sheetOf) } satisfies ListMessage)
} catch (error) {
  parentPort!.postMessage({ failure: (error as Error).message } satisfies ListMessage)
}

function sheetOf(sheet: Sheet): ListSheet {
  const rows = sheet.rows.map((row, index) => ({
    line: index + 1,
    cells: row.map((value, place) => textOf(value ?? sheet.cells?.get(`${index},${place}`)?.formulaResult)),
    merged: [],
    formulas: row.flatMap((_, place) => (isFormula(sheet.cells?.get(`${index},${place}`)) ? [place] : [])),
  }))
  const merges = (sheet.merges ?? []).map(({ startRow, startCol, endRow }) => ({ startRow, startCol, endRow }))
  return { name: sheet.name, hidden: Boolean(sheet.hidden || sheet.veryHidden), rows, merges }
}

function isFormula(cell: Cell | undefined): boolean {
  return cell?.formula !== undefined
}

/** A cell as a person reads it; a day without the midnight behind it. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).trim()
}

/** A number with the fifteen digits that a spreadsheet keeps. */
function numberText(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text
}
