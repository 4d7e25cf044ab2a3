import { CellMemo } from './cell-memo.ts'
import type { Column } from './columns.ts'
import { copied } from './copy-text.ts'
import type { Ledger } from './ledger.ts'
import type { Layout } from './row-checker.ts'

/** How a column's cells are read from bytes: a key or a number as it stands, a moment, or anything of few values by what it stood for before. */
export type PlainKind = 'token' | 'moment' | 'number' | 'memo'

export interface PlainColumn {
  name: string
  kind: PlainKind
  /** its place among the ledger's columns */
  index: number
  /** its place in the file */
  place: number
  /** whether an empty cell is nothing to ask about */
  mayBeEmpty: boolean
  longest: number
  places: number
  /** ten to the power of `places` */
  scale: number
  min: number
  max: number
  memo: CellMemo
}

/** Beyond so many values a column of a figure's dimension is read in the ordinary way. */
export const mostOfDimension = 4096
const mostOfOthers = 1 << 16

/**
 * The stored columns in their order, when the rows of a ledger can be read from bytes: its key is one text, its day a moment or a day, rows do not
 * name their unit, and the file has every column that may not be empty.
 */
export function plainColumns(ledger: Ledger, layout: Layout): PlainColumn[] | undefined {
  if (ledger.key.length !== 1 || ledger.unitColumn !== undefined) return undefined
  if (ledger.columns[ledger.day]!.kind !== 'moment') return undefined
  const columns = Object.entries<Column>(ledger.columns)
  return columns.map(([name, column], index) => ({
    name,
    kind: kindOf(ledger, name, column),
    index,
    place: layout.get(name) ?? -1,
    mayBeEmpty: column.optional && column.otherwise === undefined,
    longest: column.longest ?? 0,
    places: column.places ?? 0,
    scale: 10 ** (column.places ?? 0),
    min: column.min ?? Number.NEGATIVE_INFINITY,
    max: column.max ?? Number.POSITIVE_INFINITY,
    memo: new CellMemo(ledger.dimensions.includes(name) ? mostOfDimension : mostOfOthers),
  }))
}

function kindOf(ledger: Ledger, name: string, column: Column): PlainKind {
  if (name === ledger.key[0]) return 'token'
  if (name === ledger.day) return 'moment'
  return column.kind === 'whole' || column.kind === 'decimal' ? 'number' : 'memo'
}

/** Remembers what the cells of a row that passed without a word stood for. */
export function learnRow(
  columns: readonly PlainColumn[],
  cells: readonly string[],
  values: readonly (string | null)[],
  kinds: readonly string[],
): void {
  for (const { kind, place, index, memo } of columns) {
    const value = values[index]
    if (kind !== 'memo' || place < 0 || value === null || value === undefined) continue
    memo.learn(cells[place]!, value, kinds[index] === 'month' ? `${value}-01` : copied(value))
  }
}
