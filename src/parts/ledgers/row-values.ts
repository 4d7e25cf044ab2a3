import type { Ledger } from './ledger.ts'
import { type SqlNames, sqlNames } from './sql-names.ts'

/** A row's values by column name, as people write them: days and months as such, numbers as digits without idle zeros. */
export type RowValues = Record<string, string | null>

/** One version of a row, with where it came from. */
export interface RowVersion {
  rowId: number
  version: number
  unit: string
  batch: number
  recordedAt: Date
  values: RowValues
}

/** What to select of a row or an old version under an alias, so that {@link rowVersion} can read it. */
export function versionColumns(names: SqlNames, alias: string): string {
  const system = ['row_id', 'version', 'unit_code', 'batch_id', 'recorded_at'].map((column) => `${alias}.${column}`)
  return [...system, ...names.stored.map((column) => `${alias}.${column.sql}`)].join(', ')
}

/** Reads what {@link versionColumns} selected. */
export function rowVersion(ledger: Ledger, names: SqlNames, row: Record<string, unknown>): RowVersion {
  return {
    rowId: Number(row['row_id']),
    version: Number(row['version']),
    unit: String(row['unit_code']),
    batch: Number(row['batch_id']),
    recordedAt: row['recorded_at'] as Date,
    values: rowValues(ledger, names, row),
  }
}

export function rowValues(ledger: Ledger, names: SqlNames, row: Record<string, unknown>): RowValues {
  const values: RowValues = {}
  const stored = new Map(names.stored.map((column) => [column.name, column.sql.replaceAll('"', '')]))
  for (const [name, { kind }] of Object.entries(ledger.columns)) {
    const value = kind === 'unit' ? row['unit_code'] : row[stored.get(name)!]
    values[name] = value === null || value === undefined ? null : printed(kind, String(value))
  }
  return values
}

/** A row in one line that says all of it and nothing else: what its hash is taken of. */
export function canonicalText(ledger: Ledger, row: { unit: string; values: RowValues }): string {
  return JSON.stringify([ledger.name, row.unit, ...Object.keys(ledger.columns).map((name) => row.values[name] ?? null)])
}

/** Names for the database, made once a ledger. */
export function namesOf(ledger: Ledger): SqlNames {
  const made = known.get(ledger) ?? sqlNames(ledger)
  known.set(ledger, made)
  return made
}

const known = new WeakMap<Ledger, SqlNames>()

function printed(kind: string, text: string): string {
  if (kind === 'month') return text.slice(0, 7)
  return kind === 'decimal' && text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
