import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { type Work, write } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { batchesNumbered } from '#parts/ledgers/batch-list.ts'
import type { Fate, FewRow } from '#parts/ledgers/few-rows.ts'
import type { Ledger } from '#parts/ledgers/ledger.ts'
import { enterSent } from '#parts/ledgers/sent-rows.ts'
import { LastMinute } from './last-minute.ts'

/** The rows of one request, checked, with different numbers. */
export interface Letter {
  unit: string
  rows: readonly FewRow[]
  /** the rows' numbers, in their order */
  numbers: readonly string[]
  allowed?: ReadonlySet<string>
  /** what `unit` and `allowed` follow from: requests of the same may be written together */
  within: string
  rejected: number
  warned: number
}

/** What became of a request's rows, once it is on the disk. */
export interface Kept {
  batch: number
  fates: Fate[]
  /** accounts that had brought what was corrected, by batch */
  earlier: Map<number, string>
}

interface Waiting extends Letter {
  work: Work
  settle: (kept: Kept) => void
  fail: (error: unknown) => void
}

/** Rows that may wait; a sender beyond that is asked to come back. */
const capacity = 20_000
/** rows of one transaction */
const mostRows = 2000
/** Requests that come within this time are written together. */
const gatherMilliseconds = 40
/** how long an import of a file may keep the door waiting before its senders are asked to come back */
const patience = '15s'
/** Parts that listen hear of changes so often at most. */
const tellEvery = 10_000

/**
 * The live door of a ledger: requests that come together are written together, each answered after the commit that holds its rows. Requests
 * that name the same declaration are written in the order they came, one after the other.
 */
export class Door {
  readonly minute = new LastMinute()
  readonly #ledger: Ledger
  #queue: Waiting[] = []
  #rows = 0
  #writing = false
  #told = 0

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Rows that wait to be written. */
  get waiting(): number {
    return this.#rows
  }

  /** Refuses `trade/door-full` (429) when too many wait already, `trade/door-held` (503) while a file is being imported for long. */
  enter(work: Work, letter: Letter): Promise<Kept> {
    if (this.#rows + letter.rows.length > capacity)
      refuse('trade/door-full', { waiting: this.#rows, seconds: this.secondsToClear() }, 429)
    this.#rows += letter.rows.length
    return new Promise((settle, fail) => {
      this.#queue.push({ ...letter, work, settle, fail })
      if (!this.#writing) void this.#write()
    })
  }

  /** How long what waits will take at the pace of the last minute, in whole seconds. */
  secondsToClear(): number {
    return Math.min(60, Math.max(1, Math.ceil(this.#rows / Math.max(500, this.minute.perSecond()))))
  }

  async #write(): Promise<void> {
    this.#writing = true
    while (this.#queue.length > 0) {
      // With many in the queue there is nothing to wait for.
      if (this.#rows < mostRows / 4) await pause(gatherMilliseconds)
      const together = this.#take()
      await this.#writeTogether(together)
      for (const { rows } of together) this.#rows -= rows.length
    }
    this.#writing = false
  }

  /** From the front of the queue: requests of one sender that share no number, as many as fit. */
  #take(): Waiting[] {
    const taken: Waiting[] = []
    const left: Waiting[] = []
    const named = new Set<string>()
    let rows = 0
    for (const waiting of this.#queue) {
      const fits = rows + waiting.rows.length <= mostRows && !waiting.numbers.some((number) => named.has(number))
      // What stays behind keeps its numbers, so that nobody overtakes it.
      for (const number of waiting.numbers) named.add(number)
      if (taken.length === 0 || (fits && sameSender(taken[0]!, waiting))) {
        taken.push(waiting)
        rows += waiting.rows.length
      } else left.push(waiting)
    }
    this.#queue = left
    return taken
  }

  async #writeTogether(together: Waiting[]): Promise<void> {
    try {
      const kept = await this.#commit(together)
      for (const [place, { settle }] of together.entries()) settle(kept[place]!)
    } catch (error) {
      // A value that the database cannot take is its sender's trouble only.
      if (together.length > 1 && /^2[23]/.test(String((error as { code?: string }).code)))
        for (const one of together) await this.#writeTogether([one])
      else for (const { fail } of together) fail(asRefusal(error))
    }
  }

  async #commit(together: readonly Waiting[]): Promise<Kept[]> {
    const { work, unit, allowed } = together[0]!
    const sum = (of: (one: Waiting) => number) => together.reduce((total, one) => total + of(one), 0)
    const tells = Date.now() - this.#told > tellEvery
    const { batch, fates, earlier } = await write(work, async (tx) => {
      await tx.client.query(`set local lock_timeout = '${patience}'`)
      const sent = await enterSent(tx, this.#ledger, {
        unit,
        name: hourOf(tx.now),
        rows: together.flatMap(({ rows }) => rows),
        rejected: sum((one) => one.rejected),
        warned: sum((one) => one.warned),
        tells,
        ...(allowed ? { allowed } : {}),
      })
      const before = sent.fates.flatMap((fate) => (fate.outcome === 'corrected' ? [fate.batch] : []))
      const known = await batchesNumbered(tx, before)
      return { ...sent, earlier: new Map([...known].map(([id, { enteredByName }]) => [id, enteredByName])) }
    })
    if (tells) this.#told = Date.now()
    this.minute.count(fates.length)
    let from = 0
    return together.map(({ rows }) => {
      const own = fates.slice(from, from + rows.length)
      from += rows.length
      return { batch, fates: own, earlier }
    })
  }
}

function sameSender(one: Waiting, other: Waiting): boolean {
  return one.work.actor.id === other.work.actor.id && one.unit === other.unit && one.within === other.within
}

/** What an account sends within an hour of Shanghai is one batch, called so. */
function hourOf(now: Date): string {
  const local = new Date(now.getTime() + 8 * 3_600_000).toISOString()
  return `实时报送 ${local.slice(0, 10)} ${local.slice(11, 13)}时`
}

/** 55P03 is lock_not_available: a file is being imported. */
function asRefusal(error: unknown): unknown {
  if ((error as { code?: string }).code !== '55P03') return error
  try {
    return refuse('trade/door-held', { seconds: 15 }, 503)
  } catch (refusal) {
    return refusal
  }
}

const doors = new WeakMap<pg.Pool, Door>()

/** The one door of this program on a database. */
export function doorOf(pool: pg.Pool, ledger: Ledger): Door {
  const door = doors.get(pool) ?? new Door(ledger)
  doors.set(pool, door)
  return door
}
