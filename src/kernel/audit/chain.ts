import { createHash } from 'node:crypto'
import type { Tx } from '../db/work.ts'
import { refuse } from '../refusal.ts'

/** One deed as a face tells it: `{ action: 'ledgers/import', subject: 'batch:12', unit: 'PORT', before, after }`. */
export interface AuditEntry {
  /** `part/deed` */
  action: string
  /** what it was done to, `kind:key` */
  subject: string
  unit?: string
  /** anything JSON can say; decimals and days as strings; never a password, a token or a secret */
  before?: unknown
  after?: unknown
}

/** One row of the chain, each field as the hash sees it. */
export interface ChainRow {
  seq: number
  /** UTC with microseconds: `2018-06-28T01:02:03.000000Z` */
  at: string
  actorId: string
  actorName: string
  via: string
  action: string
  subject: string
  unit: string | null
  /** the text PostgreSQL prints for the jsonb, which orders keys and formats numbers in one way */
  before: string | null
  after: string | null
  requestId: string
  prevHash: string
}

/** `prev_hash` of the first row. */
export const origin = '0'.repeat(64)

/** Notes one deed; it joins the chain when the transaction commits. */
export function audit(tx: Tx, entry: AuditEntry): void {
  tx.entries.push(entry)
}

/**
 * Chains the noted deeds. Called as the last deed before commit, because the head row stays locked until then and
 * every other writer waits for it. Refuses `audit/head-missing` when the chain's end is unknown.
 */
export async function appendAudit(tx: Tx): Promise<void> {
  const written = await asStored(tx)
  const head = await tx.client.query<{ entries: string; hash: string }>(
    'select entries, hash from audit_heads for update',
  )
  const end = head.rows[0] ?? refuse('audit/head-missing', {}, 500)
  let seq = Number(end.entries)
  let hash = end.hash
  const rows = tx.entries.map((entry, index) => {
    seq += 1
    const row = { ...rowOf(tx, entry), ...written[index]!, seq, prevHash: hash }
    hash = hashOf(row)
    return { ...row, hash }
  })
  await tx.client.query(INSERT, [seq, hash, ...columnsOf(rows)])
  tx.entries = []
}

/** SHA-256, in hexadecimal, over the UTF-8 JSON array of the row's fields in the order of the table, `hash` left out. */
export function hashOf(row: ChainRow): string {
  const { seq, at, actorId, actorName, via, action, subject, unit, before, after, requestId, prevHash } = row
  const fields = [seq, at, actorId, actorName, via, action, subject, unit, before, after, requestId, prevHash]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** What jsonb makes of the values: hashed as they will read back, so that a changed digit shows however long it is. */
async function asStored(tx: Tx): Promise<{ before: string | null; after: string | null }[]> {
  const before = tx.entries.map((entry) => jsonOf(entry.before))
  const after = tx.entries.map((entry) => jsonOf(entry.after))
  if ([...before, ...after].every((text) => text === null)) return tx.entries.map(() => ({ before: null, after: null }))
  const stored = await tx.client.query<{ before: string | null; after: string | null }>(
    `select before::jsonb::text as before, after::jsonb::text as after
     from unnest($1::text[], $2::text[]) with ordinality as given (before, after, place) order by place`,
    [before, after],
  )
  return stored.rows
}

function jsonOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? inner.toString() : inner))
}

function rowOf(tx: Tx, entry: AuditEntry): Omit<ChainRow, 'seq' | 'before' | 'after' | 'prevHash'> {
  return {
    at: tx.now.toISOString().replace(/Z$/, '000Z'),
    actorId: tx.actor.id,
    actorName: tx.actor.name,
    via: tx.actor.via,
    action: entry.action,
    subject: entry.subject,
    unit: entry.unit ?? null,
    requestId: tx.requestId,
  }
}

const INSERT = `
  with added as (
    insert into audit_entries
      (seq, at, actor_id, actor_name, via, action, subject, unit_code, before, after, request_id, prev_hash, hash)
    select * from unnest($3::bigint[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
      $10::text[], $11::jsonb[], $12::jsonb[], $13::text[], $14::text[], $15::text[])
  )
  update audit_heads set entries = $1, hash = $2`

type Written = ChainRow & { hash: string }

function columnsOf(rows: readonly Written[]): unknown[][] {
  const names: (keyof Written)[] = ['seq', 'at', 'actorId', 'actorName', 'via', 'action', 'subject', 'unit']
  return [...names, 'before', 'after', 'requestId', 'prevHash', 'hash'].map((name) =>
    rows.map((row) => row[name as keyof Written]),
  )
}
