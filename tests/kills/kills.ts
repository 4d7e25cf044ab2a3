import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { ledgerOf } from '#parts/ledgers/registry.ts'
import { type SqlNames, sqlNames } from '#parts/ledgers/sql-names.ts'
import { filesOf, type KillFile, type Kind, type Rows } from './files.ts'
import { type State, stateOf } from './state.ts'
import { type Ended, type Importing, type Installation, install } from './victims.ts'

export type Victim = 'program' | 'database'

/** One kill and what came of it. */
export interface Killed {
  kind: Kind
  victim: Victim
  /** what the import was about, as the database saw it */
  stage: string
  /** how far the import was, as a share of what such an import takes */
  share: number
  outcome: 'none' | 'whole' | 'half'
  wrong: string[]
  /** what the importing program said when the database went away under it */
  said: string
  /** the same file afterwards */
  again: Record<string, unknown>
}

export interface KillsAsked {
  kills: number
  rows: Rows
  /** of each file */
  size: number
  seed: number
  /** with the product's own settings of the database */
  lasting: boolean
  tell?: (line: string) => void
}

export interface Kills {
  all: Killed[]
  /** what importing every file once more changed: nothing */
  doubled: string[]
  orphanBytes: number
}

/**
 * Imports file after file in processes of their own and kills, at a random moment of each, the program or every process of the database.
 * After each it starts again, looks whether the whole file is in or none of it, and brings the file in for good.
 */
export async function killImports(asked: KillsAsked): Promise<Kills> {
  const installation = await install(asked)
  try {
    return await new Killing(installation, asked, sqlNames(await ledgerOf(asked.rows.ledger))).run()
  } finally {
    await installation.close()
  }
}

interface Spans {
  /** from the start of the process until its transaction holds the ledger */
  before: number
  /** from there to its end */
  within: number
}

class Killing {
  readonly #on: Installation
  readonly #asked: KillsAsked
  readonly #names: SqlNames
  readonly #random: () => number
  readonly #spans = new Map<Kind, Spans>()
  readonly #files: KillFile[] = []

  constructor(on: Installation, asked: KillsAsked, names: SqlNames) {
    this.#on = on
    this.#asked = asked
    this.#names = names
    this.#random = randomOf(asked.seed)
  }

  async run(): Promise<Kills> {
    const { rows, size, kills, tell } = this.#asked
    const files = filesOf(this.#on.folder, rows, size)
    for (let kind = 0; kind < 3; kind++) await this.#bringIn(files.next().value)
    const all: Killed[] = []
    while (all.length < kills) {
      const one = await this.#kill(files.next().value, this.#random() < 0.5 ? 'program' : 'database')
      if (!one) continue
      all.push(one)
      tell?.(lineOf(all.length, one))
    }
    return { all, doubled: await this.#importAllAgain(), orphanBytes: await this.#on.orphanBytes() }
  }

  /** Nothing when the import was over before its moment had come: such a kill proves nothing and does not count. */
  async #kill(file: KillFile, victim: Victim): Promise<Killed | undefined> {
    const before = await this.#settled()
    const { before: first, within } = this.#spans.get(file.kind)!
    const share = this.#random()
    const watch = await this.#on.connect()
    const importing = this.#on.import(this.#asked.rows.ledger, file.path)
    await this.#untilMoment(watch, importing, share, first, within)
    if (isOver(importing)) {
      await this.#missed(file, importing, watch)
      return undefined
    }
    const stage = await stageOf(watch)
    if (victim === 'program') importing.child.kill('SIGKILL')
    else this.#on.killServer()
    const { said } = await importing.ended
    await watch.end().catch(() => {})
    if (victim === 'database') await this.#on.startServer()
    const after = await this.#settled()
    const outcome = after.print === before.print ? 'none' : after.batches === before.batches + 1 ? 'whole' : 'half'
    const { result } = await this.#bringIn(file, outcome === 'whole')
    const { rows, accepted, corrected, unchanged } = result ?? {}
    const again = { rows, accepted, corrected, unchanged }
    const counted = after.rows - before.rows === (outcome === 'whole' ? file.expected.accepted : 0)
    const wrong = [
      ...after.wrong,
      ...(counted ? [] : [`${after.rows - before.rows} rows came in`]),
      ...(said === '' || /"cure":"[^"]/.test(said) ? [] : [`said without a cure: ${said}`]),
    ]
    return { kind: file.kind, victim, stage, share, outcome, wrong, said: said.trim(), again }
  }

  async #missed(file: KillFile, importing: Importing, watch: pg.Client): Promise<void> {
    holdCounts(file, file.expected, await importing.ended)
    await watch.end()
    this.#files.push(file)
  }

  /** The random moment: one in ten before the transaction, one in ten at its very end, the others spread over it. */
  async #untilMoment(watch: pg.Client, importing: Importing, share: number, before: number, within: number) {
    if (share < 0.1) return await Promise.race([pause(before * (0.4 + 5 * share)), importing.ended])
    await untilAtWork(watch, importing)
    if (share < 0.9) return await Promise.race([pause((share - 0.1) * 1.25 * within), importing.ended])
    return await untilCommit(watch, importing)
  }

  /** Brings a file in unhurt and notes how long such a file takes; throws when its counts are not exact. */
  async #bringIn(file: KillFile, known = false): Promise<Ended> {
    const watch = await this.#on.connect()
    const started = performance.now()
    const importing = this.#on.import(this.#asked.rows.ledger, file.path)
    await untilAtWork(watch, importing)
    const before = performance.now() - started
    await untilAtRest(watch, importing)
    const within = performance.now() - started - before
    const ended = await importing.ended
    await watch.end()
    const unchanged = { accepted: 0, corrected: 0, unchanged: file.rows, rejected: 0 }
    holdCounts(file, known ? unchanged : file.expected, ended)
    if (!known) this.#spans.set(file.kind, { before, within })
    this.#files.push(file)
    return ended
  }

  /** The state once nobody works any more: the database notices a killed program only when it has something to tell it. */
  async #settled(): Promise<State> {
    const client = await this.#on.connect()
    const others = `select from pg_stat_activity where application_name = 'jingkai' and datname = current_database()`
    while ((await client.query(others)).rowCount !== 0) await pause(20)
    const state = await stateOf(client, this.#asked.rows.ledger, this.#names)
    await client.end()
    return state
  }

  /** The last files once more: as they are, and one with another end, which goes the whole way and finds every row known. */
  async #importAllAgain(): Promise<string[]> {
    const before = await this.#settled()
    for (const file of this.#files.slice(-2)) await this.#bringIn(file, true)
    const same = await this.#settled()
    const last = this.#files.findLast(({ kind }) => kind === 'corrections')!
    appendFileSync(last.path, '\r\n')
    await this.#bringIn(last, true)
    const after = await this.#settled()
    return [
      ...after.wrong,
      ...(before.print === same.print ? [] : [`${before.print} became ${same.print}`]),
      ...(before.rows === after.rows ? [] : [`${before.rows} rows became ${after.rows}`]),
    ]
  }
}

interface Activity {
  query: string
  state: string
}

async function activityOf(watch: pg.Client): Promise<Activity | undefined> {
  const { rows } = await watch.query<Activity>(
    `select query, state from pg_stat_activity where application_name = 'jingkai' and datname = current_database() and xact_start is not null limit 1`,
  )
  return rows[0]
}

function holdCounts(file: KillFile, expected: KillFile['expected'], { result, said }: Ended): void {
  for (const [name, value] of Object.entries({ rows: file.rows, ...expected }))
    if (result?.[name] !== value)
      throw new Error(`${file.path}: ${name} is ${result?.[name]}, expected ${value}: ${said}`)
}

function isOver({ child }: Importing): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Whether somebody holds a ledger, as an import does from its start to its commit. */
async function isAtWork(watch: pg.Client): Promise<boolean> {
  const { rowCount } = await watch.query(
    `select from pg_locks l, ledger_shapes s where l.locktype = 'advisory' and l.granted
       and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended('ledger:' || s.ledger, 0)`,
  )
  return rowCount !== 0
}

async function untilAtWork(watch: pg.Client, importing: Importing): Promise<void> {
  while (!isOver(importing) && !(await isAtWork(watch))) await pause(5)
}

async function untilAtRest(watch: pg.Client, importing: Importing): Promise<void> {
  while (!isOver(importing) && (await isAtWork(watch))) await pause(5)
}

async function untilCommit(watch: pg.Client, importing: Importing): Promise<void> {
  while (!isOver(importing)) {
    const activity = await activityOf(watch)
    if (activity && /^commit|audit_entries/.test(activity.query)) return
  }
}

/** What the import is about, in a word. */
async function stageOf(watch: pg.Client): Promise<string> {
  const activity = await activityOf(watch)
  if (!activity) return 'outside its transaction'
  const text = activity.query.trim().toLowerCase()
  const found = stages.find(([, words]) => words.test(text))?.[0] ?? text.slice(0, 60).replaceAll(/\s+/g, ' ')
  return activity.state === 'active' ? found : `after ${found}`
}

const stages: [string, RegExp][] = [
  ['commit', /^commit/],
  ['copy', /^copy/],
  ['sums', /^with (signed|daily)/],
  ['index and attach', /attach partition/],
  ['new leaf', /^create table/],
  ['staging', /staging/],
  ['old versions', /^insert into "ledger_\w+_history"/],
  ['new rows', /^insert into "ledger_/],
  ['changed rows', /^update "ledger_/],
  ['deed', /audit_entries/],
  ['batch', /batches/],
]

function lineOf(number: number, { kind, victim, stage, share, outcome, wrong }: Killed): string {
  return `${String(number).padStart(3)}  ${kind.padEnd(20)}  ${victim.padEnd(8)}  ${share.toFixed(2)}  ${stage.padEnd(24)}  ${outcome}${wrong.length > 0 ? `  ${wrong.join('; ')}` : ''}`
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
