import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { SheetRow } from '#kernel/files/table.ts'
import { DuplicateWatch } from './duplicate-watch.ts'
import type { Ledger } from './ledger.ts'
import type { Fault, RowChecker } from './row-checker.ts'
import type { SqlNames } from './sql-names.ts'

/** What went into the staging table. */
export interface Staged {
  rows: number
  good: number
  rejected: number
  warned: number
  /** whether two good rows may have the same key */
  suspectsDuplicates: boolean
  /** first and last day of the good rows */
  from: string
  to: string
}

const warningsKept = 1000

/** Creates the staging table of one import: typed columns for good rows, faults and cells for the others. It goes with the transaction. */
export async function createStaging(client: pg.ClientBase, names: SqlNames): Promise<void> {
  const columns = names.stored.map((column) => `${column.sql} ${column.type}`)
  await client.query(
    `create temp table staging (line bigint not null, faults jsonb, cells jsonb, unit_code text collate "C", ${columns.join(', ')}) on commit drop`,
  )
}

/** Checks rows as they come and copies them into the staging table; what waits in memory stays small however long the file is. */
export class Staging {
  readonly staged: Staged = { rows: 0, good: 0, rejected: 0, warned: 0, suspectsDuplicates: false, from: '9999-12-31', to: '0000-01-01' }
  readonly warnings: { line: number; faults: Fault[]; cells: string[] }[] = []
  readonly #copy: Writable
  readonly #ended: Promise<void>
  readonly #checker: RowChecker
  readonly #kinds: ('text' | 'month' | 'plain' | 'unit')[]
  readonly #watch = new DuplicateWatch()
  readonly #key: number[]
  readonly #day: number

  constructor(client: pg.ClientBase, ledger: Ledger, names: SqlNames, checker: RowChecker) {
    const columns = Object.entries(ledger.columns)
    this.#copy = client.query(
      copyFrom(`copy staging (line, faults, cells, unit_code, ${names.stored.map((column) => column.sql).join(', ')}) from stdin`),
    )
    this.#ended = finished(this.#copy)
    this.#ended.catch(() => {})
    this.#checker = checker
    this.#kinds = columns.map(([, { kind }]) => (kind === 'text' || kind === 'uscc' ? 'text' : kind === 'month' || kind === 'unit' ? kind : 'plain'))
    this.#key = ledger.key.map((name) => columns.findIndex(([column]) => column === name))
    this.#day = columns.findIndex(([name]) => name === ledger.day)
  }

  /** Takes a group of rows; waits while the database has enough to do. */
  async take(rows: readonly SheetRow[]): Promise<void> {
    let lines = ''
    for (const row of rows) if (!isEmpty(row)) lines += this.#line(row)
    if (lines === '') return
    if (!this.#copy.write(lines)) await Promise.race([new Promise((drained) => this.#copy.once('drain', drained)), this.#ended])
  }

  /** Ends the copy and says what it holds. */
  async end(): Promise<Staged> {
    this.#copy.end()
    await this.#ended
    this.staged.suspectsDuplicates = this.#watch.suspects
    return this.staged
  }

  /** Gives the connection back after a refusal half-way. */
  async abandon(reason: Error): Promise<void> {
    this.#copy.destroy(reason)
    await this.#ended.catch(() => {})
  }

  #line(row: SheetRow): string {
    const { staged } = this
    staged.rows += 1
    const faults = this.#checker.check(row.cells, row.formula === true)
    if (faults) {
      if (faults.some((fault) => fault.severity === 'reject')) {
        staged.rejected += 1
        return `${row.line}\t${escaped(JSON.stringify(faults))}\t${escaped(JSON.stringify(row.cells))}${'\t\\N'.repeat(this.#width() + 1)}\n`
      }
      staged.warned += 1
      if (this.warnings.length < warningsKept) this.warnings.push({ line: row.line, faults, cells: row.cells })
    }
    staged.good += 1
    return this.#good(row.line)
  }

  #good(line: number): string {
    const { values, unit } = this.#checker
    let copied = `${line}\t\\N\t\\N\t${unit}`
    for (let index = 0; index < values.length; index++) {
      const value = values[index]
      const kind = this.#kinds[index]
      if (kind === 'unit') continue
      if (value === null || value === undefined) copied += '\t\\N'
      else if (kind === 'text') copied += `\t${escaped(value)}`
      else copied += kind === 'month' ? `\t${value}-01` : `\t${value}`
    }
    const day = values[this.#day]!
    if (day < this.staged.from) this.staged.from = day
    if (day > this.staged.to) this.staged.to = day
    let key = ''
    for (const place of this.#key) key += `${this.#kinds[place] === 'unit' ? unit : values[place]}\u0000`
    this.#watch.see(key)
    return `${copied}\n`
  }

  #width(): number {
    return this.#kinds.reduce((count, kind) => (kind === 'unit' ? count : count + 1), 0)
  }
}

function isEmpty(row: SheetRow): boolean {
  return row.cells[0] === '' && row.cells.every((cell) => cell.trim() === '')
}

/** Text as COPY reads it. */
function escaped(text: string): string {
  return special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character]!) : text
}

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
