import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { SheetRow } from '#kernel/files/table.ts'
import { copied } from './copy-text.ts'
import { DuplicateWatch } from './duplicate-watch.ts'
import type { Ledger } from './ledger.ts'
import { RejectedSpool } from './rejected-spool.ts'
import type { Fault, RowChecker } from './row-checker.ts'
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

/** Where good rows go: straight into the ledger when nothing there can be one of them, else to a staging table to be compared. */
export type Target = { into: 'staging' } | { into: 'ledger'; batch: string; moment: Date }

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
  readonly #copy: Writable
  readonly #ended: Promise<void>
  #failure: Error | undefined
  readonly #checker: RowChecker
  readonly #columns: { place: number; kind: 'text' | 'month' | 'plain' }[]
  readonly #watch = new DuplicateWatch()
  readonly #key: number[]
  readonly #day: number
  /** what stands between a row's line and its values */
  readonly #stamp: string | undefined

  constructor(
    client: pg.ClientBase,
    ledger: Ledger,
    names: SqlNames,
    checker: RowChecker,
    batch: string,
    target: Target,
  ) {
    const columns = Object.entries(ledger.columns)
    const stored = names.stored.map((column) => column.sql).join(', ')
    const into =
      target.into === 'staging'
        ? `staging (line, unit_code, ${stored})`
        : `${names.rows} (batch_id, recorded_at, unit_code, ${stored})`
    this.#copy = client.query(copyFrom(`copy ${into} from stdin`))
    this.#ended = finished(this.#copy)
    this.#ended.catch((error: Error) => {
      this.#failure = error
    })
    this.#checker = checker
    this.rejected = new RejectedSpool(batch)
    this.#columns = columns.flatMap(([, { kind }], place) =>
      kind === 'unit'
        ? []
        : [{ place, kind: kind === 'text' || kind === 'uscc' ? 'text' : kind === 'month' ? kind : 'plain' }],
    )
    this.#key = ledger.key.map((name) => columns.findIndex(([column]) => column === name))
    this.#day = columns.findIndex(([name]) => name === ledger.day)
    this.#stamp = target.into === 'ledger' ? `${target.batch}\t${target.moment.toISOString()}\t` : undefined
  }

  /** Takes a group of rows; waits while the database has enough to do. */
  async take(rows: readonly SheetRow[]): Promise<void> {
    if (this.#failure) throw this.#failure
    let lines = ''
    for (const row of rows) if (!isEmpty(row) && this.#isGood(row)) lines += this.#line(row.line)
    await this.rejected.rest()
    if (lines !== '' && !this.#copy.write(lines)) {
      await Promise.race([new Promise((drained) => this.#copy.once('drain', drained)), this.#ended])
    }
  }

  /** Ends the copy and says what came of the rows. */
  async end(): Promise<Taken> {
    if (!this.#failure) this.#copy.end()
    await this.#ended
    this.taken.suspectsDuplicates = this.#watch.suspects
    return this.taken
  }

  get suspectsDuplicates(): boolean {
    return this.#watch.suspects
  }

  /** Gives the connection back after a refusal half-way. */
  async abandon(reason: Error): Promise<void> {
    this.#copy.destroy(reason)
    await this.#ended.catch(() => {})
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
    }
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
    let key = ''
    for (const place of this.#key) key += `${values[place]}\u0000`
    this.#watch.see(key)
    return `${text}\n`
  }
}

function isEmpty(row: SheetRow): boolean {
  return row.cells[0] === '' && row.cells.every((cell) => cell.trim() === '')
}
