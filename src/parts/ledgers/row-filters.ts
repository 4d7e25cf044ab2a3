import { refuse } from '#kernel/refusal.ts'
import { type CellFault, cellReader } from './cells.ts'
import { closest } from './closest.ts'
import type { Ledger } from './ledger.ts'
import { columnName } from './sql-names.ts'

/** One condition on a column; a row must meet all of them. */
export interface RowFilter {
  column: string
  /** `is` one of the values, `has` the text in it, `from` and `to` bound it with both ends in, `empty` has no value */
  how: 'is' | 'has' | 'from' | 'to' | 'empty'
  values: string[]
}

const hows = ['is', 'has', 'from', 'to', 'empty'] as const

/** Reads `column:how:value`, with values of `is` parted by `|`. Refuses `ledgers/column-unknown` and `ledgers/filter-unreadable`. */
export function readFilter(ledger: Ledger, text: string): RowFilter {
  const [column = '', how = '', ...rest] = text.split(':')
  const found = hows.find((known) => known === how)
  columnOf(ledger, column)
  if (!found) refuse('ledgers/filter-unreadable', { filter: text })
  const value = rest.join(':')
  return { column, how: found, values: found === 'is' ? value.split('|') : [value] }
}

/** The condition in SQL; `bind` takes a value and answers its place. */
export function filterSql(ledger: Ledger, filter: RowFilter, bind: (value: unknown) => string): string {
  const { kind } = columnOf(ledger, filter.column)
  const column = kind === 'unit' ? 'unit_code' : columnName(filter.column)
  if (filter.how === 'empty') return `${column} is null`
  if (filter.how === 'has') return `${column}::text ilike ${bind(containing(filter.values[0]!))}`
  const values = filter.values.map((value) => stored(ledger, filter, value))
  if (kind === 'moment') return momentSql(column, filter, values, bind)
  const type =
    kind === 'whole' ? 'bigint' : kind === 'decimal' ? 'numeric' : kind === 'day' || kind === 'month' ? 'date' : 'text'
  if (filter.how === 'is') return `${column} = any(${bind(values)}::${type}[])`
  return `${column} ${filter.how === 'from' ? '>=' : '<='} ${bind(values[0])}::${type}`
}

/** A bare day means all of it. */
function momentSql(
  column: string,
  { how, values: said }: RowFilter,
  read: readonly string[],
  bind: (value: unknown) => string,
): string {
  const until = (place: number) => {
    const moment = `${bind(read[place])}::timestamp`
    return said[place]!.includes(':') ? `${column} <= ${moment}` : `${column} < (${moment} + interval '1 day')`
  }
  if (how === 'to') return until(0)
  if (how === 'from') return `${column} >= ${bind(read[0])}::timestamp`
  return `(${read.map((value, place) => `${column} >= ${bind(value)}::timestamp and ${until(place)}`).join(' or ')})`
}

/** Rows that have the text in any of their text columns; all rows when the ledger has none. */
export function textSql(ledger: Ledger, text: string, bind: (value: unknown) => string): string {
  // Among millions of rows only the beginning of the number can be found at once.
  if (ledger.leaves) return `${columnName(ledger.key[0]!)} like ${bind(`${escaped(text)}%`)}`
  const names = Object.entries(ledger.columns).flatMap(([name, { kind }]) =>
    kind === 'text' || kind === 'uscc' ? [columnName(name)] : [],
  )
  if (names.length === 0) return 'true'
  const wanted = bind(containing(text))
  return `(${names.map((name) => `${name} ilike ${wanted}`).join(' or ')})`
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')
const containing = (text: string): string => `%${escaped(text)}%`

export function columnOf(ledger: Ledger, name: string) {
  const known = Object.keys(ledger.columns)
  return (
    ledger.columns[name] ??
    refuse('ledgers/column-unknown', {
      ledger: ledger.name,
      column: name,
      suggestion: closest(name, known) ?? '—',
      known,
    })
  )
}

/** A value as the column stores it, read the way a cell is read, but for its bounds. */
function stored(ledger: Ledger, filter: RowFilter, value: string): string {
  const column = ledger.columns[filter.column]!
  if (column.kind === 'unit' || column.kind === 'text') return value
  const read: string | CellFault = cellReader(
    {
      ...column,
      kind: column.kind === 'whole' ? 'decimal' : column.kind,
      places: 20,
      min: undefined,
      max: undefined,
    } as never,
    new Map(),
  )(value.trim())
  if (typeof read !== 'string' && read.warns === undefined)
    refuse('ledgers/filter-unreadable', { filter: `${filter.column}:${filter.how}:${value}` })
  const text = typeof read === 'string' ? read : read.warns!
  return column.kind === 'month' ? `${text}-01` : text
}
