import type pg from 'pg'
import { withinDays } from './days.ts'
import { addToRollup } from './rollup.ts'
import type { SqlNames } from './sql-names.ts'

/** What an import did to its ledger. */
export interface Settled {
  accepted: number
  corrected: number
  /** rows that only the comparison sent back: a key twice in the file, a row of a unit outside the importer's */
  rejectedLate: number
}

export interface Settling {
  client: pg.ClientBase
  names: SqlNames
  batch: string
  moment: Date
  suspectsDuplicates: boolean
  /** first and last day of the staged rows */
  from: string
  to: string
  /** units the importer may write to; absent when all */
  allowed: readonly string[] | undefined
}

/** Creates the table in which rows wait to be compared. It goes with the transaction. */
export async function createStaging(client: pg.ClientBase, names: SqlNames): Promise<void> {
  const columns = names.stored.map((column) => `${column.sql} ${column.type}`)
  await client.query(
    `create temp table staging (line bigint not null, unit_code text collate "C" not null, ${columns.join(', ')}, faults jsonb) on commit drop`,
  )
}

/**
 * Moves the staged rows into the ledger: new rows go in, changed rows leave their old version in the history, equal rows stay. The rollup
 * follows. The caller holds the ledger's lock, so that what is read here stays true until commit.
 */
export async function settle(settling: Settling): Promise<Settled> {
  const { client, names } = settling
  await client.query('analyze staging')
  let rejectedLate = settling.suspectsDuplicates ? await rejectDuplicates(client, names) : 0
  await match(settling)
  if (settling.allowed) rejectedLate += await rejectOutside(client, settling.allowed)
  await client.query('analyze matched')
  const accepted = await enter(settling)
  const corrected = await correct(settling)
  if (accepted + corrected > 0) await rollUp(settling)
  if (rejectedLate > 0) await keepRejected(client, settling.batch)
  return { accepted, corrected, rejectedLate }
}

/** Adds the rows of a batch that went straight into the ledger. */
export async function rollUpBatch(client: pg.ClientBase, names: SqlNames, batch: string): Promise<void> {
  // Fresh rows have no statistics yet: left alone, the planner would sort them all to group them.
  await client.query('set local enable_sort = off')
  await client.query(
    addToRollup(
      names,
      `select unit_code, ${storedOf(names)} from ${names.rows} where batch_id = ${BigInt(batch)}`,
      'new',
    ),
  )
  await client.query('set local enable_sort = on')
}

/** Every row of a key that comes twice goes back: nobody but its keeper knows which one is right. */
export async function rejectDuplicates(client: pg.ClientBase, names: SqlNames): Promise<number> {
  const key = names.key.join(', ')
  const same = names.key.map((column) => `s.${column} = twice.${column}`).join(' and ')
  const { rowCount } = await client.query(
    `update staging s set faults = jsonb_build_array(jsonb_build_object('check', 'duplicate', 'severity', 'reject', 'details', jsonb_build_object('lines', twice.lines)))
     from (select ${key}, (array_agg(line order by line))[1:20] as lines from staging group by ${key} having count(*) > 1) twice where ${same}`,
  )
  return rowCount ?? 0
}

/**
 * Pairs staged rows with the rows they are. The file's own days bound what is looked at, so that a file of one month costs the same however many
 * years the ledger holds.
 */
async function match({ client, names, from, to }: Settling): Promise<void> {
  const on = names.key.map((column) => `t.${column} = s.${column}`).join(' and ')
  const differ = comparedColumns(names)
  const compared = (alias: string) => differ.map((column) => `${alias}.${column}`).join(', ')
  const bounds = names.key.includes(names.day) ? `and ${withinDays(names, `'${from}'`, `'${to}'`, 't.')}` : ''
  await client.query(
    `create temp table matched on commit drop as
     select s.line, t.row_id, t.unit_code, (${compared('t')}) is distinct from (${compared('s')}) as changed
     from staging s join ${names.rows} t on ${on} ${bounds} where s.faults is null`,
  )
}

/** A row's unit counts as changed only when the file can name units. */
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

async function enter({ client, names, batch, moment }: Settling): Promise<number> {
  const { rowCount } = await client.query(
    `insert into ${names.rows} (unit_code, batch_id, recorded_at, ${storedOf(names)})
     select unit_code, $1, $2, ${storedOf(names)} from staging s
     where faults is null and not exists (select from matched m where m.line = s.line) order by ${names.key.join(', ')}`,
    [batch, moment],
  )
  return rowCount ?? 0
}

async function correct({ client, names, batch, moment }: Settling): Promise<number> {
  const kept = [
    'row_id',
    'unit_code',
    'batch_id',
    'version',
    'recorded_at',
    ...names.stored.map((column) => column.sql),
  ]
  const { rowCount } = await client.query(
    `insert into ${names.history} (${kept.join(', ')}, replaced_at, replaced_by, replaced_why)
     select ${kept.map((column) => `t.${column}`).join(', ')}, $2, $1, 'corrected' from matched m join ${names.rows} t on t.row_id = m.row_id where m.changed`,
    [batch, moment],
  )
  if (!rowCount) return 0
  // The key of a corrected row is what it was matched by: leaving it alone spares its index.
  const changed = comparedColumns(names).filter((column) => !names.key.includes(column))
  await client.query(
    `update ${names.rows} t set ${[...changed.map((column) => `${column} = s.${column}`), 'batch_id = $1', 'version = t.version + 1', 'recorded_at = $2'].join(', ')}
     from matched m join staging s on s.line = m.line where t.row_id = m.row_id and m.changed`,
    [batch, moment],
  )
  return rowCount
}

/** New and changed rows as staged; a changed row that names no unit stays with its own. Less the versions that were replaced. */
async function rollUp({ client, names, batch }: Settling): Promise<void> {
  const columns = names.stored.map((column) => `s.${column.sql}`).join(', ')
  const unit = names.namesUnit ? 's.unit_code' : 'coalesce(m.unit_code, s.unit_code)'
  await client.query(
    addToRollup(
      names,
      `select 1 as sign, ${unit} as unit_code, ${columns} from staging s left join matched m on m.line = s.line where s.faults is null and (m.line is null or m.changed)
       union all select -1, unit_code, ${storedOf(names)} from ${names.history} where replaced_by = ${BigInt(batch)} and replaced_why = 'corrected'`,
    ),
  )
}

export async function keepRejected(client: pg.ClientBase, batch: string): Promise<void> {
  await client.query(
    `insert into import_findings (batch_id, line, severity, faults, cells) select $1, line, 'reject', faults, '[]' from staging where faults is not null order by line`,
    [batch],
  )
}

function storedOf(names: SqlNames): string {
  return names.stored.map((column) => column.sql).join(', ')
}
