import type pg from 'pg'
import { rollUpWithBatches } from './batch-rollup.ts'
import { withinDays } from './days.ts'
import type { KeyRange } from './key-ranges.ts'
import { boundsOf, ensureLeaves, type Month } from './leaves.ts'
import { keepRejected, rejectDuplicates, type Settled, type Settling } from './settle.ts'
import type { SqlNames } from './sql-names.ts'

/** How many times more rows the file's months may hold than the file before they are probed by key instead of read whole. */
const readWhole = 3

/**
 * Moves the staged rows into a ledger of monthly leaves. Only what differs goes on after one comparison: new rows go in, changed rows leave their
 * old version in the history, and one whose day lies in another month now moves there. Every statement finds rows by their key.
 */
export async function settleIntoLeaves(
  asked: Settling & { months: readonly Month[]; ranges: readonly KeyRange[]; rows: number },
): Promise<Settled> {
  // Whole months: a leaf is looked into or not.
  const settling = { ...asked, ...wholeMonths(asked) }
  const { client, names, batch } = settling
  let rejectedLate = settling.suspectsDuplicates ? await rejectDuplicates(client, names) : 0
  await ensureLeaves(client, names, settling.months)
  await compare(settling)
  await findElsewhere(settling)
  if (settling.allowed) rejectedLate += await rejectOutside(client, settling.allowed)
  const accepted = await enter(settling)
  const corrected = await correct(settling)
  if (accepted + corrected > 0) await rollUpWithBatches(client, names, signed(names, batch))
  if (rejectedLate > 0) await keepRejected(client, batch)
  return { accepted, corrected, rejectedLate }
}

function wholeMonths({ from, to }: Settling): { from: string; to: string } {
  const until = Date.parse(`${boundsOf(to.slice(0, 7)).until}T00:00:00Z`)
  return { from: `${from.slice(0, 7)}-01`, to: new Date(until - 86_400_000).toISOString().slice(0, 10) }
}

const system = ['row_id', 'unit_code', 'batch_id', 'version', 'recorded_at']
const storedOf = (names: SqlNames) => names.stored.map((column) => column.sql)
const was = (column: string) => `was_${column.replaceAll('"', '')}`

/** Columns of the row that stands, beside the staged ones. */
function standing(names: SqlNames): string {
  return [...system, ...storedOf(names)].map((column) => `t.${column} as ${was(column)}`).join(', ')
}

const onKey = (names: SqlNames, staged: string) =>
  names.key.map((column) => `t.${column} = ${staged}.${column}`).join(' and ')

function differs(names: SqlNames, staged: string): string {
  const columns = [...(names.namesUnit ? ['unit_code'] : []), ...storedOf(names)]
  const of = (alias: string) => columns.map((column) => `${alias}.${column}`).join(', ')
  return `(${of('t')}) is distinct from (${of(staged)})`
}

/** Keeps the staged rows that are new, changed, or of a row that the importer may not write. */
async function compare(settling: Settling & { rows: number }): Promise<void> {
  const { client, names, from, to, allowed } = settling
  await probing(client, await isProbed(settling))
  await client.query(
    `create temp table differing on commit drop as select s.*, ${standing(names)} from staging s
     left join ${names.rows} t on ${onKey(names, 's')} and ${withinDays(names, `'${from}'`, `'${to}'`, 't.')}
     where s.faults is null and (t.row_id is null or ${differs(names, 's')} ${allowed ? `or ${notIn('t.unit_code', allowed)}` : ''})`,
  )
  await probing(client, false)
}

function notIn(column: string, allowed: readonly string[]): string {
  return `${column} <> all (array[${allowed.map((unit) => `'${unit.replaceAll("'", "''")}'`).join(', ')}]::text[])`
}

/** By the rollup, which knows how many rows the days hold. */
async function isProbed({ client, names, from, to, rows }: Settling & { rows: number }): Promise<boolean> {
  const found = await client.query<{ rows: string }>(
    `select coalesce(sum(rows), 0) as rows from ${names.rollup} where level = 'm' and day between date_trunc('month', $1::date) and $2`,
    [from, to],
  )
  return Number(found.rows[0]!.rows) > rows * readWhole
}

/** Finds rows one by one through the key's index, instead of reading the leaves. */
async function probing(client: pg.ClientBase, on: boolean): Promise<void> {
  const setting = on ? 'off' : 'on'
  await client.query(`set local enable_hashjoin = ${setting}; set local enable_mergejoin = ${setting}`)
}

/** A row whose day was in a month that the file does not speak of: looked for only where the other leaves hold numbers as the file's. */
async function findElsewhere(
  settling: Settling & { months: readonly Month[]; ranges: readonly KeyRange[] },
): Promise<void> {
  const { client, names, from, to } = settling
  for (const range of settling.ranges) {
    const elsewhere = `not (${withinDays(names, `'${from}'`, `'${to}'`, 't.')})`
    const key = names.key[0]!
    if (!(await rangeStands(client, names, range, elsewhere))) continue
    const set = [...system, ...storedOf(names)].map((column) => `${was(column)} = t.${column}`).join(', ')
    await probing(client, true)
    await client.query(
      `update differing d set ${set} from ${names.rows} t
       where d.${was('row_id')} is null and d.${key} between $1 and $2 and ${onKey(names, 'd')} and ${elsewhere}`,
      [range.first, range.last],
    )
    await probing(client, false)
  }
}

/** Whether a key of the range stands in the leaves that the condition names. */
async function rangeStands(client: pg.ClientBase, names: SqlNames, range: KeyRange, where: string): Promise<boolean> {
  await client.query('set local enable_seqscan = off')
  const { rows } = await client.query<{ any: boolean }>(
    `select exists (select 1 from ${names.rows} t where t.${names.key[0]} between $1 and $2 and ${where}) as any`,
    [range.first, range.last],
  )
  await client.query('set local enable_seqscan = on')
  return rows[0]!.any
}

/** Whether rows that a batch just brought to a month have their keys in another month too. */
export async function standsElsewhere(
  client: pg.ClientBase,
  names: SqlNames,
  month: Month,
  ranges: readonly KeyRange[],
): Promise<boolean> {
  const { from, until } = boundsOf(month)
  const key = names.key[0]!
  const outside = (alias: string) => `(${alias}.${names.day} < '${from}' or ${alias}.${names.day} >= '${until}')`
  for (const range of ranges) {
    if (!(await rangeStands(client, names, range, outside('t')))) continue
    const { rows } = await client.query<{ any: boolean }>(
      `select exists (select 1 from ${names.rows} t join ${names.rows} n on n.${key} = t.${key}
         where t.${key} between $1 and $2 and ${outside('t')} and n.${names.day} >= '${from}' and n.${names.day} < '${until}') as any`,
      [range.first, range.last],
    )
    if (rows[0]!.any) return true
  }
  return false
}

async function rejectOutside(client: pg.ClientBase, allowed: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `update staging s set faults = jsonb_build_array(jsonb_build_object('check', 'outside-scope', 'severity', 'reject', 'details', jsonb_build_object('unit', d.was_unit_code)))
     from differing d where d.line = s.line and d.was_unit_code <> all($1)`,
    [allowed],
  )
  if (rowCount) await client.query('delete from differing where was_unit_code <> all($1)', [allowed])
  return rowCount ?? 0
}

async function enter({ client, names, batch, moment }: Settling): Promise<number> {
  const stored = storedOf(names).join(', ')
  const { rowCount } = await client.query(
    `insert into ${names.rows} (unit_code, batch_id, recorded_at, ${stored})
     select unit_code, $1, $2, ${stored} from differing where was_row_id is null order by ${names.key.join(', ')}`,
    [batch, moment],
  )
  return rowCount ?? 0
}

async function correct({ client, names, batch, moment }: Settling): Promise<number> {
  const kept = [...system, ...storedOf(names)]
  const { rowCount } = await client.query(
    `insert into ${names.history} (${kept.join(', ')}, replaced_at, replaced_by, replaced_why)
     select ${kept.map(was).join(', ')}, $2, $1, 'corrected' from differing where was_row_id is not null`,
    [batch, moment],
  )
  if (!rowCount) return 0
  const changed = [...(names.namesUnit ? ['unit_code'] : []), ...storedOf(names)].filter(
    (column) => !names.key.includes(column),
  )
  await probing(client, true)
  await client.query(
    `update ${names.rows} t set ${changed.map((column) => `${column} = d.${column}`).join(', ')}, batch_id = $1, version = t.version + 1, recorded_at = $2
     from differing d where ${onKey(names, 'd')} and t.${names.day} = d.${was(names.day)}`,
    [batch, moment],
  )
  await probing(client, false)
  return rowCount
}

/**
 * New and changed rows as staged, less what the changed ones were under the batch they had; a changed row that names no unit stays with its own.
 * Where a row was before, the batch is noted too, with nothing.
 */
function signed(names: SqlNames, batch: string): string {
  const stored = storedOf(names)
  const unit = names.namesUnit ? 'unit_code' : 'coalesce(was_unit_code, unit_code)'
  const before = `was_unit_code, ${stored.map((column) => was(column)).join(', ')} from differing where was_row_id is not null`
  return `select 1 as sign, ${BigInt(batch)} as batch_id, ${unit} as unit_code, ${stored.join(', ')} from differing
    union all select -1, was_batch_id, ${before} union all select 0, ${BigInt(batch)}, ${before}`
}
