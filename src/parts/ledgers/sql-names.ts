import type { Column } from './columns.ts'
import type { Ledger, Measure } from './ledger.ts'

/** How a ledger's things are called in the database, quoted. */
export interface SqlNames {
  rows: string
  history: string
  rollup: string
  /** sums by batch and day, of a ledger in leaves */
  byBatch?: string
  /** stored columns in declared order; the unit column is not among them, its value is `unit_code` */
  stored: StoredColumn[]
  key: string[]
  day: string
  /** whether rows lie in one table a month */
  leaves: boolean
  dayKind: 'day' | 'month' | 'moment'
  grain: 'day' | 'month'
  /** whether rows of a file can name their unit */
  namesUnit: boolean
  dimensions: { name: string; column: string; rolled: string; optional: boolean }[]
  measures: SqlMeasure[]
}

export interface StoredColumn {
  name: string
  sql: string
  type: string
  optional: boolean
  /** the value of rows that say none */
  otherwise?: string
}

export interface SqlMeasure {
  name: string
  measure: Measure
  /** the rollup's column of the sum, absent for a count (that is `rows`) */
  sum?: string
  /** the rollup's column that counts rows with a value, when rows may lack one */
  valued?: string
  /** what is summed */
  of?: string
}

export function sqlNames(ledger: Ledger): SqlNames {
  const table = `${ledger.name.replace('/', '_').replaceAll('-', '_')}`
  const columns = Object.entries(ledger.columns)
  return {
    rows: quoted(`ledger_${table}`),
    history: quoted(`ledger_${table}_history`),
    rollup: quoted(`rollup_${table}`),
    ...(ledger.leaves === 'month' ? { byBatch: quoted(`rollup_${table}_batches`) } : {}),
    stored: columns.filter(([, column]) => column.kind !== 'unit').map(([name, column]) => storedColumn(name, column)),
    key: [...ledger.key].sort((a, b) => rank(ledger, a) - rank(ledger, b)).map(columnName),
    day: columnName(ledger.day),
    leaves: ledger.leaves === 'month',
    dayKind: ledger.columns[ledger.day]!.kind as SqlNames['dayKind'],
    grain: ledger.grainOfTime,
    namesUnit: ledger.unitColumn !== undefined,
    dimensions: ledger.dimensions.map((name) => ({
      name,
      column: columnName(name),
      rolled: quoted(`d_${snake(name)}`),
      optional: ledger.columns[name]!.optional,
    })),
    measures: Object.entries(ledger.measures).map(([name, measure]) => sqlMeasure(ledger, name, measure)),
  }
}

/** The day first, so that a file's rows lie together; then what tells most rows apart, so that comparing ends early. */
function rank(ledger: Ledger, name: string): number {
  if (name === ledger.day) return 0
  return (
    ['uscc', 'text', 'whole', 'decimal', 'day', 'month', 'moment', 'choice'].indexOf(ledger.columns[name]!.kind) + 1
  )
}

export function columnName(name: string): string {
  return quoted(snake(name))
}

function sqlMeasure(ledger: Ledger, name: string, measure: Measure): SqlMeasure {
  if (measure.sum === undefined) return { name, measure }
  const summed = { name, measure, sum: quoted(`m_${snake(name)}`), of: columnName(measure.sum) }
  return ledger.columns[measure.sum]!.optional ? { ...summed, valued: quoted(`n_${snake(name)}`) } : summed
}

function storedColumn(name: string, column: Column): StoredColumn {
  const stored = { name, sql: columnName(name), type: sqlType(column), optional: column.optional }
  return column.otherwise === undefined ? stored : { ...stored, otherwise: column.otherwise }
}

function sqlType(column: Column): string {
  if (column.kind === 'whole') return 'bigint'
  if (column.kind === 'decimal') return `numeric(${20 + column.places!},${column.places})`
  if (column.kind === 'day' || column.kind === 'month') return 'date'
  if (column.kind === 'moment') return 'timestamp(0)'
  return 'text collate "C"'
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function quoted(name: string): string {
  return `"${name}"`
}
