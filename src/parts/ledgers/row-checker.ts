import { Decimal } from 'decimal.js'
import type { Details } from '#kernel/i18n/words.ts'
import { CellFault, type CellReader, cellReader, type UnitNames } from './cells.ts'
import type { ColumnKind } from './columns.ts'
import type { Ledger } from './ledger.ts'

/** What is wrong with one row, in a form that any language can say. */
export interface Fault {
  /** the name of a check of every ledger, or of the ledger's own */
  check: string
  severity: 'reject' | 'warn'
  column?: string
  details?: Details
}

/** The units rows may belong to. */
export interface Scope {
  /** every name and code, as files say them, with the code */
  names: UnitNames
  /** codes the importer may write to; absent when all */
  allowed?: ReadonlySet<string>
  /** the unit of rows that name none */
  unit: string
}

/** Where each column of the ledger stands in the file; columns the file does not have are absent. */
export type Layout = ReadonlyMap<string, number>

/**
 * Checks row after row of one file. `values` and `unit` are those of the row checked last, in the order of the ledger's columns, and are
 * overwritten by the next; faults are fresh.
 */
export class RowChecker {
  readonly values: (string | null)[]
  unit: string
  readonly #columns: CheckedColumn[]
  readonly #ledger: Ledger
  readonly #scope: Scope
  readonly #width: number
  readonly #seen: Readonly<Record<string, unknown>>

  constructor(ledger: Ledger, layout: Layout, width: number, scope: Scope) {
    const columns = Object.entries(ledger.columns)
    this.values = columns.map(() => null)
    this.unit = scope.unit
    this.#ledger = ledger
    this.#scope = scope
    this.#width = width
    this.#columns = columns.map(([name, column]) => ({
      name,
      place: layout.get(name) ?? -1,
      kind: column.kind,
      optional: column.optional,
      otherwise: column.otherwise,
      read: cellReader(column, scope.names),
    }))
    this.#seen = seenRow(
      columns.map(([name, { kind, seenAs }]) => [name, seenAs === 'number' ? 'whole' : kind]),
      this.values,
    )
  }

  /** The row's faults, or nothing when it is good. A row with only warnings goes in. */
  check(cells: readonly string[], formula: boolean): Fault[] | undefined {
    let faults = formula || cells.some(isFormula) ? [{ check: 'formula', severity: 'reject' } as Fault] : undefined
    if (cells.length !== this.#width && !onlyEmptyAfter(cells, this.#width)) {
      faults = add(faults, {
        check: 'ragged',
        severity: 'reject',
        details: { found: cells.length, expected: this.#width },
      })
      return faults
    }
    faults = this.#readCells(cells, faults)
    if (faults?.some((fault) => fault.severity === 'reject')) return faults
    for (const check of this.#ledger.checks) {
      if (!check.passes(this.#seen)) faults = add(faults, faultOf(check, this.#seen))
    }
    return faults
  }

  #readCells(cells: readonly string[], before: Fault[] | undefined): Fault[] | undefined {
    let faults = before
    this.unit = this.#scope.unit
    for (let index = 0; index < this.#columns.length; index++) {
      const column = this.#columns[index]!
      const cell = column.place < 0 ? '' : cells[column.place]!.trim()
      this.values[index] = null
      if (cell === '') {
        if (column.otherwise !== undefined) this.values[index] = column.otherwise
        else if (!column.optional) faults = add(faults, { check: 'required', severity: 'reject', column: column.name })
        continue
      }
      const value = column.read(cell)
      if (value instanceof CellFault) {
        faults = add(faults, {
          check: value.check,
          severity: value.warns === undefined ? 'reject' : 'warn',
          column: column.name,
          details: value.details,
        })
        this.values[index] = value.warns ?? null
        continue
      }
      this.values[index] = value
      if (column.kind === 'unit') this.unit = value
    }
    const { allowed } = this.#scope
    if (allowed && !allowed.has(this.unit))
      faults = add(faults, { check: 'outside-scope', severity: 'reject', details: { unit: this.unit } })
    return faults
  }
}

function faultOf(check: Ledger['checks'][number], seen: Readonly<Record<string, unknown>>): Fault {
  const { name, severity, column, details } = check
  return { check: name, severity, ...(column && { column }), ...(details && { details: details(seen) }) }
}

interface CheckedColumn {
  name: string
  place: number
  kind: ColumnKind
  optional: boolean
  otherwise: string | undefined
  read: CellReader
}

function add(faults: Fault[] | undefined, fault: Fault): Fault[] {
  if (!faults) return [fault]
  faults.push(fault)
  return faults
}

function isFormula(cell: string): boolean {
  const first = cell.charCodeAt(0)
  // '=' at once, or after blanks, or behind the apostrophe of an export
  return first === 61 || ((first === 32 || first === 39) && /^[ ']*=/.test(cell))
}

function onlyEmptyAfter(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')
}

/** What checks see: the values as their kinds, made only when a check looks. */
function seenRow(columns: [string, ColumnKind][], values: (string | null)[]): Readonly<Record<string, unknown>> {
  const row = {}
  for (const [index, [name, kind]] of columns.entries()) {
    const get = () => (values[index] === null ? null : seenValue(kind, values[index]!))
    Object.defineProperty(row, name, { get, enumerable: true })
  }
  return row
}

function seenValue(kind: ColumnKind, value: string): unknown {
  if (kind === 'whole') return Number(value)
  return kind === 'decimal' ? new Decimal(value) : value
}
