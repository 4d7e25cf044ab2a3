import type pg from 'pg'
import type { ChainRow } from './chain.ts'

/** A row of the chain as it is stored, with the hash it claims. */
export type StoredRow = ChainRow & { hash: string }

export type Asks = Pick<pg.ClientBase, 'query'>

const pageRows = 5000

/** Reads the chain in order from a row number on, a page in memory at a time. */
export async function* storedRows(client: Asks, from: number): AsyncGenerator<StoredRow> {
  let next = String(from)
  for (;;) {
    const { rows } = await client.query<StoredRow & { seq: string }>(SELECT, [next, pageRows])
    for (const row of rows) yield { ...row, seq: Number(row.seq) }
    const last = rows.at(-1)
    if (!last || rows.length < pageRows) return
    next = String(Number(last.seq) + 1)
  }
}

const SELECT = `
  select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor_id as "actorId",
    actor_name as "actorName", via, action, subject, unit_code as unit, before::text as before, after::text as after,
    request_id as "requestId", prev_hash as "prevHash", hash
  from audit_entries where seq >= $1 order by seq limit $2`

/** How long the chain says it is, and its last hash; null when that row is gone. */
export async function headOf(client: Asks): Promise<{ entries: number; hash: string } | null> {
  const { rows } = await client.query<{ entries: string; hash: string }>('select entries, hash from audit_heads')
  const head = rows[0]
  return head ? { entries: Number(head.entries), hash: head.hash } : null
}

/** The hash stored in one row; null when the row is gone. */
export async function hashAt(client: Asks, seq: number): Promise<string | null> {
  const { rows } = await client.query<{ hash: string }>('select hash from audit_entries where seq = $1', [seq])
  return rows[0]?.hash ?? null
}
