import { csvLine } from '#kernel/files/csv-text.ts'
import { addDays } from '#kernel/period.ts'
import type { Column } from './columns.ts'
import { headingOf } from './headings.ts'
import type { Ledger } from './ledger.ts'
import { RowChecker } from './row-checker.ts'
import { checkCharacter } from './uscc.ts'

/** Free texts and codes of a key that a day goes through. */
const pool = 60

/**
 * Synthetic rows of a ledger as CSV, the same for the same seed: keys run through all values of a day before the next, numbers are random
 * within their bounds, and rows that the ledger's checks would reject are left out.
 */
export async function* generateRows(
  ledger: Ledger,
  asked: { rows: number; seed: number; from: string; onRow?: (row: number) => void },
): AsyncGenerator<string> {
  const columns = Object.entries(ledger.columns)
  const random = randomOf(asked.seed)
  const layout = new Map(columns.map(([name], place) => [name, place]))
  const checker = new RowChecker(ledger, layout, columns.length, { names: new Map(), unit: 'ZONE' })
  yield csvLine(columns.map(([, column]) => headingOf(column)))
  let text = ''
  for (let turn = 0, row = 0; row < asked.rows; turn++) {
    const cells = cellsOf(ledger, turn, asked.from, random)
    if (checker.check(cells, false)?.some((fault) => fault.severity === 'reject')) continue
    text += csvLine(cells)
    row += 1
    if (row % 1000 === 0) {
      asked.onRow?.(row)
      yield text
      text = ''
    }
  }
  yield text
}

function cellsOf(ledger: Ledger, turn: number, from: string, random: () => number): string[] {
  let left = turn
  const cells = new Map<string, string>()
  for (const name of ledger.key) {
    const column = ledger.columns[name]!
    if (name === ledger.day) continue
    const values = valuesOf(column)
    cells.set(name, values[left % values.length]!)
    left = Math.floor(left / values.length)
  }
  if (!ledger.key.includes(ledger.day))
    for (const name of ledger.key) cells.set(name, valueAt(ledger.columns[name]!, turn))
  return Object.entries(ledger.columns).map(
    ([name, column]) =>
      cells.get(name) ?? (name === ledger.day ? dayAt(column, from, left) : randomCell(column, random)),
  )
}

function dayAt(column: Column, from: string, turn: number): string {
  if (column.kind === 'day') return addDays(from, turn % 36_500)
  if (column.kind === 'moment') return momentAt(from, turn)
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + turn
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** A thousand rows a day, spread over it. */
function momentAt(from: string, turn: number): string {
  const second = (turn % 1000) * 86
  const two = (part: number) => String(part).padStart(2, '0')
  const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(':')
  return `${addDays(from, Math.floor(turn / 1000) % 36_500)} ${time}`
}

function valuesOf(column: Column): string[] {
  const values = known.get(column) ?? allValues(column)
  known.set(column, values)
  return values
}

const known = new WeakMap<Column, string[]>()

function allValues(column: Column): string[] {
  if (column.choices) return Object.values(column.choices).map((words) => words.zh)
  if (column.samples) return [...column.samples]
  return Array.from({ length: pool }, (_, index) => valueAt(column, index))
}

function valueAt(column: Column, index: number): string {
  if (column.kind !== 'uscc')
    return column.kind === 'whole' || column.kind === 'decimal' ? String(index) : `X${8001 + index}`
  const first = `91410171DEM${String(index).padStart(6, '0')}`
  return first + checkCharacter(first)
}

function randomCell(column: Column, random: () => number): string {
  if (column.kind === 'unit') return ''
  if (column.kind === 'whole' || column.kind === 'decimal') {
    const least = column.min ?? 0
    return (least + random() * ((column.max ?? least + 1000) - least)).toFixed(column.places ?? 0)
  }
  if (column.kind === 'day' || column.kind === 'month' || column.kind === 'moment')
    return dayAt(column, '2018-01-01', Math.floor(random() * 12))
  const values = valuesOf(column)
  return values[Math.floor(random() * values.length)]!
}

/** mulberry32: small, and the same everywhere for one seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
