import type pg from 'pg'
import type { SqlNames } from '#parts/ledgers/sql-names.ts'

/** What an import may change, in one text, and every way in which it disagrees with itself. */
export interface State {
  print: string
  rows: number
  batches: number
  wrong: string[]
}

/** Reads the whole of a ledger: its batches, rows, versions, sums, deeds and tables. */
export async function stateOf(client: pg.ClientBase, ledger: string, names: SqlNames): Promise<State> {
  const { rows } = await client.query<{ print: string; rows: string; batches: string }>(
    `select jsonb_build_object(
       'rows', (select jsonb_build_array(count(*), max(batch_id), sum(version)) from ${names.rows}),
       'history', (select jsonb_build_array(count(*), max(replaced_by)) from ${names.history}),
       'rollup', (select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) from ${names.rollup} r where rows <> 0),
       'batches', (select jsonb_build_array(count(*), max(id)) from batches),
       'version', (select version from ledger_versions where ledger = $1),
       'deeds', (select count(*) from audit_entries), 'findings', (select count(*) from import_findings),
       'tables', (select jsonb_agg(relname order by relname) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'i', 'I', 'S'))
     )::text as print, (select count(*) from ${names.rows}) as rows, (select count(*) from batches) as batches`,
    [ledger],
  )
  const { print, rows: count, batches } = rows[0]!
  return { print, rows: Number(count), batches: Number(batches), wrong: await wrongOf(client, ledger, names) }
}

async function wrongOf(client: pg.ClientBase, ledger: string, names: SqlNames): Promise<string[]> {
  const asked: [string, string][] = [
    ['sums are those of the rows, by day', differing(names, 'd')],
    ['sums are those of the rows, by month', differing(names, 'm')],
    ...(names.byBatch
      ? [['sums are those of the rows, by batch', differingByBatch(names)] satisfies [string, string]]
      : []),
    [
      'rows and versions are those of the batches',
      `select 1 from (select sum(accepted) as accepted, sum(corrected) as corrected from batches where ledger = '${ledger}') b
       where coalesce(b.accepted, 0) <> (select count(*) from ${names.rows})
          or coalesce(b.corrected, 0) <> (select count(*) from ${names.history} where replaced_why = 'corrected')`,
    ],
    [
      'every row and version has its batch',
      `select batch_id from ${names.rows} where batch_id not in (select id from batches)
       union all select replaced_by from ${names.history} where replaced_by not in (select id from batches)
       union all select batch_id from import_findings where batch_id not in (select id from batches)`,
    ],
    ['no key stands twice', `select 1 from ${names.rows} group by ${names.key.join(', ')} having count(*) > 1`],
    ['no table of the ledger hangs loose', loose(names)],
    ['every index is whole', 'select indexrelid::regclass from pg_index where not indisvalid or not indisready'],
    [
      'every table of rows has its unique key',
      `select c.oid::regclass from pg_class c join pg_inherits h on h.inhrelid = c.oid where h.inhparent = '${names.rows}'::regclass
         and not exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indnatts >= ${names.key.length})`,
    ],
    ['nothing waits half committed', 'select gid from pg_prepared_xacts'],
  ]
  const wrong: string[] = []
  for (const [what, sql] of asked) {
    const { rows } = await client.query(`${sql} limit 3`)
    if (rows.length > 0) wrong.push(`not true that ${what}: ${JSON.stringify(rows)}`)
  }
  return wrong
}

/** Groups in which the rollup and the same sums over the rows differ. */
function differing(names: SqlNames, level: 'd' | 'm'): string {
  const summed = names.measures.filter((measure) => measure.sum)
  const dimensions = names.dimensions.map(({ column, rolled }) => `coalesce(${column}, '') as ${rolled}`)
  const day = level === 'd' ? `${names.day}::date` : `date_trunc('month', ${names.day})::date`
  const raw = `select ${day} as day, unit_code, ${[...dimensions, 'count(*) as rows', ...summed.map(({ of, sum }) => `coalesce(sum(${of}), 0) as ${sum}`)].join(', ')}
    from ${names.rows} group by ${[1, 2, ...dimensions.map((_, index) => index + 3)].join(', ')}`
  const rolled = `select day, unit_code, ${[...names.dimensions.map((dimension) => dimension.rolled), 'rows', ...summed.map(({ sum }) => sum)].join(', ')}
    from ${names.rollup} where level = '${level}' and rows <> 0`
  return `select * from ((${raw} except ${rolled}) union all (${rolled} except ${raw})) differing`
}

/** Groups in which the sums by batch and the same sums over the rows differ. */
function differingByBatch(names: SqlNames): string {
  const summed = names.measures.filter((measure) => measure.sum)
  const dimensions = names.dimensions.map(({ column }) => `coalesce(${column}, '')`)
  const raw = `select ${[`${names.day}::date`, 'batch_id', 'unit_code', ...dimensions, 'count(*)', ...summed.map(({ of }) => `coalesce(sum(${of}), 0)`)].join(', ')}
    from ${names.rows} group by ${[1, 2, 3, ...dimensions.map((_, index) => index + 4)].join(', ')}`
  const kept = `select ${['day', 'batch_id', 'unit_code', ...names.dimensions.map(({ rolled }) => rolled), 'rows', ...summed.map(({ sum }) => sum)].join(', ')}
    from ${names.byBatch} where rows <> 0`
  return `select * from ((${raw} except ${kept}) union all (${kept} except ${raw})) differing`
}

/** Leaves that no parent holds, and anything that a transaction should have taken with it. */
function loose(names: SqlNames): string {
  const table = names.rows.replaceAll('"', '')
  return `select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where (n.nspname like 'pg_temp%' or c.relname like '${table}\\_%' and c.relname <> '${table}_history') and c.relkind in ('r', 'p')
      and not exists (select from pg_inherits h where h.inhrelid = c.oid)`
}
