import type pg from 'pg'
import { CopyStream } from './copy-stream.ts'
import { attachLeaf, createLeaf, leafOf, type Month, monthsStanding, summarize } from './leaves.ts'
import type { SqlNames } from './sql-names.ts'

/** Where the lines of good rows go. */
export interface Sink {
  /** Takes lines of a month; nothing is sent yet. */
  put(lines: string | Buffer, month: Month): void
  /** Sends what has gathered and waits while the database has enough to do. */
  rest(): Promise<void>
  /** Sends all; answers how many rows the database took. */
  end(): Promise<number>
  abandon(reason: Error): Promise<void>
}

/** All rows into one table. */
export class TableSink implements Sink {
  readonly #copy: CopyStream
  #waiting: (string | Buffer)[] = []

  constructor(client: pg.ClientBase, into: string) {
    this.#copy = new CopyStream(client, into)
  }

  put(lines: string | Buffer): void {
    this.#waiting.push(lines)
  }

  async rest(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    for (const lines of waiting) await this.#copy.write(lines)
  }

  async end(): Promise<number> {
    await this.rest()
    return this.#copy.end()
  }

  abandon(reason: Error): Promise<void> {
    return this.#copy.abandon(reason)
  }
}

/** Lines of months that are not being copied wait until there is so much of them, in bytes. */
const mostWaiting = 8 << 20
const mostWaitingInAll = 64 << 20

/**
 * Every row into the leaf of its month. A month that has none yet gets a table of its own, indexed when all rows are in, which takes a third of the
 * time; nobody sees it before. Files in the order of time change the table rarely; for others rows wait by month.
 */
export class LeafSink implements Sink {
  readonly fresh = new Set<Month>()
  readonly #client: pg.ClientBase
  readonly #names: SqlNames
  readonly #columns: string
  readonly #waiting = new Map<Month, { lines: (string | Buffer)[]; bytes: number }>()
  #standing: ReadonlySet<Month> | undefined
  #open: { month: Month; copy: CopyStream } | undefined
  #rows = 0

  constructor(client: pg.ClientBase, names: SqlNames, columns: string) {
    this.#client = client
    this.#names = names
    this.#columns = columns
  }

  put(lines: string | Buffer, month: Month): void {
    const waiting = this.#waiting.get(month) ?? { lines: [], bytes: 0 }
    waiting.lines.push(lines)
    waiting.bytes += lines.length
    this.#waiting.set(month, waiting)
  }

  async rest(): Promise<void> {
    if (this.#open) await this.#send(this.#open.month)
    let all = 0
    for (const { bytes } of this.#waiting.values()) all += bytes
    for (const [month, { bytes }] of [...this.#waiting].sort(([, a], [, b]) => b.bytes - a.bytes)) {
      if (this.#open && bytes < mostWaiting && all < mostWaitingInAll) return
      await this.#send(month)
      all -= bytes
    }
  }

  async end(): Promise<number> {
    for (const month of [...this.#waiting.keys()]) await this.#send(month)
    await this.#close()
    const touched = this.#standing ? [...this.#touched] : []
    for (const month of touched) {
      if (this.fresh.has(month)) await attachLeaf(this.#client, this.#names, month)
      else await summarize(this.#client, leafOf(this.#names, month))
    }
    return this.#rows
  }

  async abandon(reason: Error): Promise<void> {
    await this.#open?.copy.abandon(reason)
  }

  readonly #touched = new Set<Month>()

  async #send(month: Month): Promise<void> {
    const waiting = this.#waiting.get(month)
    if (!waiting || waiting.bytes === 0) return
    this.#waiting.delete(month)
    if (this.#open?.month !== month) await this.#turnTo(month)
    for (const lines of waiting.lines) await this.#open!.copy.write(lines)
  }

  async #turnTo(month: Month): Promise<void> {
    await this.#close()
    this.#standing ??= await monthsStanding(this.#client, this.#names)
    if (!this.#standing.has(month) && !this.fresh.has(month)) {
      await createLeaf(this.#client, this.#names, month)
      this.fresh.add(month)
    }
    this.#touched.add(month)
    // Rows of a table made in this transaction are visible to nobody else: they may be written as frozen, and are never written again for it.
    const frozen = this.fresh.has(month) ? 'with (freeze)' : ''
    const into = `${leafOf(this.#names, month)} (${this.#columns})`
    this.#open = { month, copy: new CopyStream(this.#client, into, frozen) }
  }

  async #close(): Promise<void> {
    this.#rows += (await this.#open?.copy.end()) ?? 0
    this.#open = undefined
  }
}
