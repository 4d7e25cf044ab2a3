import type pg from 'pg'
import type { SqlNames } from './sql-names.ts'

const firstWindow = 20_000

/**
 * Reads the first rows by their numbers after one, in a ledger in leaves: block ranges tell where numbers lie, so that a window of numbers costs what
 * it holds. The window grows until it brings enough rows or holds every number. `where` finds one row that such a window may begin near.
 */
export async function rowsInWindows<T>(
  client: pg.ClientBase,
  names: SqlNames,
  asked: { after: number; limit: number; where: string; values: unknown[] },
  read: (until: number) => Promise<T[]>,
): Promise<T[]> {
  const last = await lastNumber(client, names)
  let from = asked.after
  if (from === 0) {
    const { rows } = await client.query<{ row_id: string }>(
      `select row_id from ${names.rows} t where ${asked.where} limit 1`,
      asked.values,
    )
    from = Number(rows[0]?.row_id ?? last)
  }
  for (let window = firstWindow; ; window *= 10) {
    // A window of few numbers is found by its blocks, whatever the planner knows of them.
    await client.query(`set local enable_seqscan = ${window > firstWindow}`)
    const rows = await read(from + window)
    await client.query('set local enable_seqscan = on')
    if (rows.length >= asked.limit || from + window >= last) return rows
  }
}

async function lastNumber(client: pg.ClientBase, names: SqlNames): Promise<number> {
  const sequence = names.rows.replace(/"$/, '_row_id"')
  const { rows } = await client.query<{ last: string }>(`select last_value as last from ${sequence}`)
  return Number(rows[0]!.last)
}
