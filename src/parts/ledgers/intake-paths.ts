import type pg from 'pg'
import type { PlainLines, SheetRow } from '#kernel/files/table.ts'
import { refuse } from '#kernel/refusal.ts'
import { withinDays } from './days.ts'
import type { Headings } from './headings.ts'
import type { ImportProgress } from './import.ts'
import { Intake, type PlainFile, type Taken, type Target } from './intake.ts'
import type { Ledger } from './ledger.ts'
import { plainColumns } from './plain-columns.ts'
import { RowChecker, type Scope } from './row-checker.ts'
import { createStaging, rollUpBatch, type Settling, settle } from './settle.ts'
import { settleIntoLeaves, standsElsewhere } from './settle-leaves.ts'
import type { SqlNames } from './sql-names.ts'

export interface Incoming {
  client: pg.ClientBase
  ledger: Ledger
  names: SqlNames
  scope: Scope
  batch: string
  moment: Date
  headings: Headings
  /** the rows below the headings, from the start each time */
  rows(): AsyncIterable<SheetRow[]>
  /** the same where the file lets its bytes be read, with what parts its cells */
  plain?: { delimiter: string; pieces(): AsyncIterable<SheetRow[] | PlainLines> } | undefined
  share(): number
  onProgress?: ((progress: ImportProgress) => void) | undefined
  signal?: AbortSignal | undefined
}

/** What came of a file: counts, the first warnings, and how many rows only the comparison sent back. */
export interface Outcome {
  taken: Taken
  accepted: number
  corrected: number
  rejectedLate: number
  warnings: Intake['warnings']
}

/**
 * Brings a file's rows in. While nothing in the ledger can be one of them they go straight into it, as fast as they are read; the first sign of
 * a known key or one that comes twice takes that back, and the file goes through a staging table where it is compared.
 */
export async function takeIn(incoming: Incoming): Promise<Outcome> {
  const { client } = incoming
  await client.query(`set local jit = off; set local work_mem = '128MB'`)
  const { leaves } = incoming.names
  if (await (leaves ? looksNewByKey(incoming) : looksNew(incoming))) {
    await client.query('savepoint straight')
    const outcome = await (leaves ? intoLeaves(incoming) : straight(incoming))
    if (outcome) return outcome
    await client.query('rollback to savepoint straight')
  }
  return compared(incoming)
}

/** Whether the days of the file's first rows are all still empty in the ledger. */
async function looksNew({ client, ledger, names, scope, headings, rows }: Incoming): Promise<boolean> {
  const placed = names.key.includes(names.day)
  if (!placed) return !(await anyRow(client, names, '', []))
  const checker = new RowChecker(ledger, headings.layout, headings.texts.length, scope)
  const day = Object.keys(ledger.columns).indexOf(ledger.day)
  const days: string[] = []
  for await (const group of rows()) {
    for (const row of group)
      if (!checker.check(row.cells, false)?.some((fault) => fault.severity === 'reject'))
        days.push(checker.values[day]!)
    if (days.length > 0) break
  }
  if (days.length === 0) return true
  days.sort()
  return !(await anyRow(client, names, `where ${withinDays(names, '$1', '$2')}`, [
    firstDay(days[0]!),
    firstDay(days.at(-1)!),
  ]))
}

/** Whether the first keys are unknown: a file of corrections begins with keys that stand. */
async function looksNewByKey({ client, ledger, names, scope, headings, rows }: Incoming): Promise<boolean> {
  const checker = new RowChecker(ledger, headings.layout, headings.texts.length, scope)
  const place = Object.keys(ledger.columns).indexOf(ledger.key[0]!)
  const keys: string[] = []
  for await (const group of rows()) {
    for (const row of group.slice(0, peeked))
      if (!checker.check(row.cells, false)?.some((fault) => fault.severity === 'reject'))
        keys.push(checker.values[place]!)
    if (keys.length > 0) break
  }
  if (keys.length === 0) return true
  const found = await client.query<{ any: boolean }>(
    `select exists (select 1 from ${names.rows} where ${names.key[0]} = any($1)) as any`,
    [keys],
  )
  return !found.rows[0]!.any
}

/** Keys of a file that are looked up before its way is chosen. */
const peeked = 100

function firstDay(day: string): string {
  return day.length === 7 ? `${day}-01` : day.slice(0, 10)
}

async function anyRow(client: pg.ClientBase, names: SqlNames, where: string, days: string[]): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(
    `select exists (select 1 from ${names.rows} ${where}) as any`,
    days,
  )
  return rows[0]!.any
}

async function straight(incoming: Incoming): Promise<Outcome | undefined> {
  const { client, names, batch, moment } = incoming
  const intake = intakeOf(incoming, { into: 'ledger', batch, moment })
  try {
    const taken = await read(incoming, intake, true)
    if (taken) await rollUpBatch(client, names, batch)
    if (taken) await intake.rejected.keep(client)
    return taken && { taken, accepted: taken.good, corrected: 0, rejectedLate: 0, warnings: intake.warnings }
  } catch (error) {
    // A row that is known already: PostgreSQL says 23505, unique_violation.
    if ((error as { code?: string }).code === '23505') return undefined
    throw error
  } finally {
    await intake.rejected.remove()
  }
}

/**
 * Copies rows into the leaves of their months under the leaves' own keys. Answers nothing, and the caller takes it back, when a key stands already,
 * in its leaf, twice in the file, or in the leaf of another month.
 */
async function intoLeaves(incoming: Incoming): Promise<Outcome | undefined> {
  const { client, names, batch, moment } = incoming
  const intake = intakeOf(incoming, { into: 'leaves', batch, moment })
  try {
    const taken = (await read(incoming, intake, false))!
    for (const [month, ranges] of intake.months)
      if (await standsElsewhere(client, names, month, ranges.list)) return undefined
    await intake.delta!.store(client, batch)
    await intake.rejected.keep(client)
    return { taken, accepted: taken.good, corrected: 0, rejectedLate: 0, warnings: intake.warnings }
  } catch (error) {
    if ((error as { code?: string }).code === '23505') return undefined
    throw error
  } finally {
    await intake.rejected.remove()
  }
}

async function compared(incoming: Incoming): Promise<Outcome> {
  const { client, names, batch, moment, scope } = incoming
  await createStaging(client, names)
  const intake = intakeOf(incoming, { into: 'staging' })
  try {
    const taken = (await read(incoming, intake, false))!
    await intake.rejected.keep(client)
    const allowed = scope.allowed && [...scope.allowed]
    const settling: Settling = {
      client,
      names,
      batch,
      moment,
      allowed,
      suspectsDuplicates: taken.suspectsDuplicates,
      from: firstDay(taken.from),
      to: firstDay(taken.to),
    }
    const { months } = intake
    const ranges = [...months.values()].flatMap(({ list }) => list)
    const settled = names.leaves
      ? await settleIntoLeaves({ ...settling, months: [...months.keys()], ranges, rows: taken.good })
      : await settle(settling)
    return { taken, ...settled, warnings: intake.warnings }
  } finally {
    await intake.rejected.remove()
  }
}

function intakeOf(incoming: Incoming, target: Target): Intake {
  const { client, ledger, names, headings, scope, batch } = incoming
  const width = headings.texts.length
  const checker = new RowChecker(ledger, headings.layout, width, scope)
  return new Intake(client, ledger, names, checker, batch, target, plainFile(incoming, width))
}

/** Only ledgers of millions of rows have their files read from bytes. */
function plainFile({ ledger, names, headings, scope, plain }: Incoming, width: number): PlainFile | undefined {
  const columns = plain && names.leaves ? plainColumns(ledger, headings.layout) : undefined
  return columns && { columns, width, delimiter: plain!.delimiter, unit: scope.unit }
}

/** Reads all rows; answers nothing when it gave up because a key seems to come twice. */
async function read(incoming: Incoming, intake: Intake, stopsAtDuplicates: boolean): Promise<Taken | undefined> {
  try {
    const { plain } = incoming
    for await (const group of intake.readsPlain ? plain!.pieces() : incoming.rows()) {
      if (incoming.signal?.aborted) refuse('ledgers/import-stopped')
      await ('bytes' in group ? intake.takePlain(group) : intake.take(group))
      incoming.onProgress?.({ stage: 'reading', rows: intake.taken.rows, share: incoming.share() })
      if (stopsAtDuplicates && intake.suspectsDuplicates) {
        await intake.abandon(new Error('a key comes twice'))
        return undefined
      }
    }
    incoming.onProgress?.({ stage: 'settling', rows: intake.taken.rows, share: incoming.share() })
    const taken = await intake.end()
    return stopsAtDuplicates && taken.suspectsDuplicates ? undefined : taken
  } catch (error) {
    await intake.abandon(error as Error)
    throw error
  }
}
