import type pg from 'pg'
import { leafOf, type Month } from './leaves.ts'
import type { SqlNames } from './sql-names.ts'

const firstWindow = 20_000

/**
 * Reads the first rows by their numbers after one, in a ledger in leaves: block ranges tell where numbers lie, so that a window of numbers costs what
 * it holds. The window grows until it brings enough rows or holds every number. `where` finds one row that such a window may begin near, in each of
 * `months` when they are known to have some.
 */
export async function rowsInWindows<T>(
  client: pg.ClientBase,
  names: SqlNames,
  asked: { after: number; limit: number; where: string; values: unknown[]; months?: readonly Month[] },
  read: (until: number) => Promise<T[]>,
): Promise<T[]> {
  const last = await lastNumber(client, names)
  let from = asked.after
  if (from === 0) from = (await firstNumber(client, names, asked)) ?? last
  for (let window = firstWindow; ; window *= 10) {
    // A window of few numbers is found by its blocks, whatever the planner knows of them.
    await client.query(`set local enable_seqscan = ${window > firstWindow}`)
    const rows = await read(from + window)
    await client.query('set local enable_seqscan = on')
    if (rows.length >= asked.limit || from + window >= last) return rows
  }
}

/**
 * The number of a row that lies early. The first of a table is asked for, and with large tables PostgreSQL begins where the last reader was unless
 * told not to: a row from the middle would make the window hold half of the table.
 */
async function firstNumber(
  client: pg.ClientBase,
  names: SqlNames,
  { where, values, months }: { where: string; values: unknown[]; months?: readonly Month[] },
): Promise<number | undefined> {
  const tables = months?.map((month) => leafOf(names, month)) ?? [names.rows]
  const firsts = tables.map((table) => `(select row_id from ${table} t where ${where} limit 1)`)
  await client.query('set local synchronize_seqscans = off; set local max_parallel_workers_per_gather = 0')
  const { rows } = await client.query<{ first: string | null }>(
    `select min(row_id) as first from (${firsts.join(' union all ')}) as firsts`,
    values,
  )
  await client.query('set local synchronize_seqscans to default; set local max_parallel_workers_per_gather to default')
  return rows[0]?.first ? Number(rows[0].first) : undefined
}

async function lastNumber(client: pg.ClientBase, names: SqlNames): Promise<number> {
  const sequence = names.rows.replace(/"$/, '_row_id"')
  const { rows } = await client.query<{ last: string }>(`select last_value as last from ${sequence}`)
  return Number(rows[0]!.last)
}
