import type pg from 'pg'
import type { PlainLines, SheetRow } from '#kernel/files/table.ts'
import { refuse } from '#kernel/refusal.ts'
import { copied } from './copy-text.ts'
import { DuplicateWatch } from './duplicate-watch.ts'
import { KeyRanges } from './key-ranges.ts'
import type { Month } from './leaves.ts'
import type { Ledger } from './ledger.ts'
import { learnRow, type PlainColumn } from './plain-columns.ts'
import { PlainIntake } from './plain-intake.ts'
import { RejectedSpool } from './rejected-spool.ts'
import { RollupDelta } from './rollup-delta.ts'
import type { Fault, RowChecker } from './row-checker.ts'
import { LeafSink, type Sink, TableSink } from './sinks.ts'
import type { SqlNames } from './sql-names.ts'

/** What the rows of a file came to. */
export interface Taken {
  rows: number
  good: number
  rejected: number
  warned: number
  /** whether two good rows may have the same key */
  suspectsDuplicates: boolean
  /** first and last day (or month) of the good rows */
  from: string
  to: string
}

/**
 * Where good rows go: straight into the ledger or its leaves when nothing there can be one of them, else to a staging table to be compared.
 */
export type Target = { into: 'staging' } | { into: 'ledger' | 'leaves'; batch: string; moment: Date }

/** A file whose rows may be read from its bytes. */
export interface PlainFile {
  columns: readonly PlainColumn[]
  width: number
  delimiter: string
  /** the unit of all rows */
  unit: string
}

/** Of warned rows only the first are kept; all of them are counted. */
export const warningsKept = 1000

/** Checks rows as they come and copies the good ones; what waits in memory stays small however long the file is. */
export class Intake {
  readonly taken: Taken = {
    rows: 0,
    good: 0,
    rejected: 0,
    warned: 0,
    suspectsDuplicates: false,
    from: '9999-12-31',
    to: '0001-01-01',
  }
  readonly warnings: { line: number; faults: Fault[]; cells: string[] }[] = []
  readonly rejected: RejectedSpool
  /** the months of the good rows of a ledger in leaves, with the keys that each brings */
  readonly months = new Map<Month, KeyRanges>()
  /** sums of rows that go straight into leaves */
  readonly delta: RollupDelta | undefined
  readonly #sink: Sink
  readonly #leaves: boolean
  readonly #checker: RowChecker
  readonly #columns: { place: number; kind: 'text' | 'month' | 'plain' }[]
  readonly #watch = new DuplicateWatch()
  readonly #key: number[]
  readonly #day: number
  /** what stands between a row's line and its values */
  readonly #stamp: string | undefined
  readonly #kinds: readonly string[]
  readonly #plain: PlainIntake | undefined
  readonly #plainColumns: readonly PlainColumn[] | undefined

  constructor(
    client: pg.ClientBase,
    ledger: Ledger,
    names: SqlNames,
    checker: RowChecker,
    batch: string,
    target: Target,
    plain?: PlainFile,
  ) {
    const columns = Object.entries(ledger.columns)
    const stored = names.stored.map((column) => column.sql).join(', ')
    this.#sink = sinkOf(client, names, target, stored)
    this.#leaves = names.leaves
    this.delta = target.into === 'leaves' ? new RollupDelta(ledger, names) : undefined
    this.#checker = checker
    this.rejected = new RejectedSpool(batch)
    this.#columns = columns.flatMap(([, { kind }], place) =>
      kind === 'unit'
        ? []
        : [{ place, kind: kind === 'text' || kind === 'uscc' ? 'text' : kind === 'month' ? kind : 'plain' }],
    )
    this.#key = ledger.key.map((name) => columns.findIndex(([column]) => column === name))
    this.#day = columns.findIndex(([name]) => name === ledger.day)
    this.#stamp = target.into !== 'staging' ? `${target.batch}\t${target.moment.toISOString()}\t` : undefined
    this.#kinds = columns.map(([, { kind }]) => kind)
    this.#plainColumns = plain?.columns
    this.#plain = plain && new PlainIntake({ ...plain, ...this.#shared(ledger) })
  }

  #shared(ledger: Ledger) {
    const { taken, delta } = this
    return {
      ledger,
      taken,
      delta,
      sink: this.#sink,
      watch: this.#watch,
      isOneStamp: this.#stamp !== undefined,
      stampOf: (line: number) => this.#stamp ?? `${line}\t`,
      rangesOf: (month: Month) => this.#rangesOf(month),
      odd: (row: SheetRow) => this.#takeOne(row),
    }
  }

  #takeOne(row: SheetRow): void {
    if (!isEmpty(row) && this.#isGood(row)) this.#sink.put(this.#line(row.line), this.#month)
  }

  get #month(): Month {
    return this.#checker.values[this.#day]!.slice(0, 7)
  }

  /** Whether rows may come as bytes. */
  get readsPlain(): boolean {
    return this.#plain !== undefined
  }

  /** Takes whole lines as they stand in the file; waits while the database has enough to do. */
  async takePlain(lines: PlainLines): Promise<void> {
    this.#plain!.take(lines)
    await this.rejected.rest()
    await this.#sink.rest()
  }

  /** Takes a group of rows; waits while the database has enough to do. */
  async take(rows: readonly SheetRow[]): Promise<void> {
    let lines = ''
    let month = ''
    for (const row of rows) {
      if (isEmpty(row) || !this.#isGood(row)) continue
      const line = this.#line(row.line)
      const own = this.#leaves ? this.#month : ''
      if (own !== month && lines !== '') {
        this.#sink.put(lines, month)
        lines = ''
      }
      month = own
      lines += line
    }
    if (lines !== '') this.#sink.put(lines, month)
    await this.rejected.rest()
    await this.#sink.rest()
  }

  /** Ends the copy and says what came of the rows. */
  async end(): Promise<Taken> {
    const copied = await this.#sink.end()
    if (copied !== this.taken.good) refuse('ledgers/rows-lost', { read: this.taken.good, kept: copied }, 500)
    this.taken.suspectsDuplicates = this.#watch.suspects
    return this.taken
  }

  get suspectsDuplicates(): boolean {
    return this.#watch.suspects
  }

  /** Gives the connection back after a refusal half-way. */
  async abandon(reason: Error): Promise<void> {
    await this.#sink.abandon(reason)
    await this.rejected.remove()
  }

  #isGood(row: SheetRow): boolean {
    const { taken } = this
    taken.rows += 1
    const faults = this.#checker.check(row.cells, row.formula === true)
    if (faults) {
      if (faults.some((fault) => fault.severity === 'reject')) {
        taken.rejected += 1
        this.rejected.add(row.line, faults, row.cells)
        return false
      }
      taken.warned += 1
      if (this.warnings.length < warningsKept) this.warnings.push({ line: row.line, faults, cells: row.cells })
    } else if (this.#plainColumns) learnRow(this.#plainColumns, row.cells, this.#checker.values, this.#kinds)
    taken.good += 1
    return true
  }

  #line(line: number): string {
    const { values, unit } = this.#checker
    let text = `${this.#stamp ?? `${line}\t`}${unit}`
    for (const { place, kind } of this.#columns) {
      const value = values[place]
      if (value === null || value === undefined) text += '\t\\N'
      else if (kind === 'plain') text += `\t${value}`
      else text += kind === 'month' ? `\t${value}-01` : `\t${copied(value)}`
    }
    const day = values[this.#day]!
    if (day < this.taken.from) this.taken.from = day
    if (day > this.taken.to) this.taken.to = day
    if (this.#leaves) this.#rangesOf(day.slice(0, 7)).see(values[this.#key[0]!]!)
    this.delta?.add(values, unit)
    // The index of a leaf finds keys that come twice.
    if (!this.delta) this.#watchKey()
    return `${text}\n`
  }

  #watchKey(): void {
    let key = ''
    for (const place of this.#key) key += `${this.#checker.values[place]}\u0000`
    this.#watch.see(key)
  }

  #rangesOf(month: Month): KeyRanges {
    const known = this.months.get(month) ?? new KeyRanges()
    this.months.set(month, known)
    return known
  }
}

function sinkOf(client: pg.ClientBase, names: SqlNames, target: Target, stored: string): Sink {
  if (target.into === 'staging') return new TableSink(client, `staging (line, unit_code, ${stored})`)
  const columns = `batch_id, recorded_at, unit_code, ${stored}`
  return target.into === 'leaves'
    ? new LeafSink(client, names, columns)
    : new TableSink(client, `${names.rows} (${columns})`)
}

function isEmpty(row: SheetRow): boolean {
  return row.cells[0] === '' && row.cells.every((cell) => cell.trim() === '')
}
