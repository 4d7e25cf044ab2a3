import type pg from 'pg'
import { addToRollup } from './rollup.ts'
import type { SqlNames } from './sql-names.ts'
import type { Staged } from './staging.ts'

/** What an import did to its ledger. */
export interface Settled {
  accepted: number
  corrected: number
  unchanged: number
  rejected: number
}

interface Settling {
  client: pg.ClientBase
  names: SqlNames
  batch: string
  moment: Date
  staged: Staged
  /** units the importer may write to; absent when all */
  allowed: readonly string[] | undefined
}

/**
 * Moves the staged rows into the ledger: new rows go in, changed rows leave their old version in the history, equal rows stay. The rollup
 * follows and the rejected rows are kept. The caller holds the ledger's lock, so that what is read here stays true until commit.
 */
export async function settle(settling: Settling): Promise<Settled> {
  const { client, names, staged } = settling
  if (staged.rows > 500) await client.query('analyze staging')
  let rejected = staged.rejected
  if (staged.suspectsDuplicates) rejected += await rejectDuplicates(client, names)
  const fresh = await isFresh(settling)
  if (!fresh) {
    await match(client, names)
    if (settling.allowed) rejected += await rejectOutside(client, settling.allowed)
  }
  const accepted = await enter(settling, fresh)
  const corrected = fresh ? 0 : await correct(settling)
  await rollUp(settling, fresh)
  if (rejected > 0) await keepRejected(client, settling.batch)
  return { accepted, corrected, unchanged: staged.rows - rejected - accepted - corrected, rejected }
}

/** Every row of a key that comes twice goes back: nobody but its keeper knows which one is right. */
async function rejectDuplicates(client: pg.ClientBase, names: SqlNames): Promise<number> {
  const key = names.key.join(', ')
  const { rowCount } = await client.query(
    `update staging s set faults = jsonb_build_array(jsonb_build_object('check', 'duplicate', 'severity', 'reject', 'details', jsonb_build_object('lines', twice.lines)))
     from (select ${key}, (array_agg(line order by line))[1:20] as lines from staging where faults is null group by ${key} having count(*) > 1) twice
     where s.faults is null and (${names.key.map((column) => `s.${column}`).join(', ')}) = (${names.key.map((column) => `twice.${column}`).join(', ')})`,
  )
  return rowCount ?? 0
}

/** Whether the ledger has no row that any staged row could be: then nothing need be compared. */
async function isFresh({ client, names, staged }: Settling): Promise<boolean> {
  const placed = names.key.includes(names.day)
  const where = placed ? `where ${names.day} between $1 and $2` : ''
  const days = placed ? [dayOf(staged.from), dayOf(staged.to)] : []
  if (staged.good === 0) return true
  const { rows } = await client.query<{ any: boolean }>(`select exists (select from ${names.rows} ${where}) as any`, days)
  return !rows[0]!.any
}

function dayOf(day: string): string {
  return day.length === 7 ? `${day}-01` : day
}

/** Pairs staged rows with the rows they are, in key order by index: the cost does not grow with the ledger. */
async function match(client: pg.ClientBase, names: SqlNames): Promise<void> {
  const on = names.key.map((column) => `t.${column} = s.${column}`).join(' and ')
  const differs = comparedColumns(names)
  await client.query(`set local enable_hashjoin = off; set local enable_mergejoin = off`)
  await client.query(
    `create temp table matched on commit drop as
     select s.line, t.row_id, t.unit_code, (${differs.map((column) => `t.${column}`).join(', ')}) is distinct from (${differs.map((column) => `s.${column}`).join(', ')}) as changed
     from (select * from staging where faults is null order by ${names.key.join(', ')}) s join ${names.rows} t on ${on}`,
  )
  await client.query(`set local enable_hashjoin = on; set local enable_mergejoin = on`)
  await client.query('analyze matched')
}

/** A row's unit counts as changed only when the file names units. */
function comparedColumns(names: SqlNames): string[] {
  return [...(names.namesUnit ? ['unit_code'] : []), ...names.stored.map((column) => column.sql)]
}

async function rejectOutside(client: pg.ClientBase, allowed: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `update staging s set faults = jsonb_build_array(jsonb_build_object('check', 'outside-scope', 'severity', 'reject', 'details', jsonb_build_object('unit', m.unit_code)))
     from matched m where m.line = s.line and m.unit_code <> all($1)`,
    [allowed],
  )
  if (rowCount) await client.query('delete from matched where unit_code <> all($1)', [allowed])
  return rowCount ?? 0
}

async function enter({ client, names, batch, moment }: Settling, fresh: boolean): Promise<number> {
  const columns = names.stored.map((column) => column.sql).join(', ')
  const unknown = fresh ? '' : 'and not exists (select from matched m where m.line = s.line)'
  const { rowCount } = await client.query(
    `insert into ${names.rows} (unit_code, batch_id, version, recorded_at, ${columns})
     select unit_code, $1, 1, $2, ${columns} from staging s where faults is null ${unknown} order by ${names.key.join(', ')}`,
    [batch, moment],
  )
  return rowCount ?? 0
}

async function correct({ client, names, batch, moment }: Settling): Promise<number> {
  const columns = names.stored.map((column) => column.sql)
  const kept = ['row_id', 'unit_code', 'batch_id', 'version', 'recorded_at', ...columns]
  const { rowCount } = await client.query(
    `insert into ${names.history} (${kept.join(', ')}, replaced_at, replaced_by, replaced_why)
     select ${kept.map((column) => `t.${column}`).join(', ')}, $2, $1, 'corrected' from matched m join ${names.rows} t on t.row_id = m.row_id where m.changed`,
    [batch, moment],
  )
  if (!rowCount) return 0
  await client.query(
    `update ${names.rows} t set ${comparedColumns(names).map((column) => `${column} = s.${column}`).join(', ')}, batch_id = $1, version = t.version + 1, recorded_at = $2
     from matched m join staging s on s.line = m.line where t.row_id = m.row_id and m.changed`,
    [batch, moment],
  )
  return rowCount
}

async function rollUp({ client, names, batch }: Settling, fresh: boolean): Promise<void> {
  const columns = ['unit_code', ...names.stored.map((column) => column.sql)].join(', ')
  if (fresh) {
    await client.query(addToRollup(names, `select 1 as sign, ${columns} from staging where faults is null`))
    return
  }
  const number = BigInt(batch)
  await client.query(
    addToRollup(
      names,
      `select 1 as sign, ${columns} from ${names.rows} where batch_id = ${number}
       union all select -1, ${columns} from ${names.history} where replaced_by = ${number} and replaced_why = 'corrected'`,
    ),
  )
}

async function keepRejected(client: pg.ClientBase, batch: string): Promise<void> {
  await client.query(
    `insert into import_findings (batch_id, line, severity, faults, cells) select $1, line, 'reject', faults, coalesce(cells, '[]') from staging where faults is not null order by line`,
    [batch],
  )
}
