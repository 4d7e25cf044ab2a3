import type { Tx } from '../db/work.ts'

export interface AuditQuery {
  /** `batch:12`, or with a trailing `*` every subject that begins so */
  subject?: string | undefined
  actor?: string | undefined
  /** `part/deed`, or `part/*` */
  action?: string | undefined
  /** days in Asia/Shanghai, both included */
  from?: string | undefined
  to?: string | undefined
  page?: number
  size?: number
}

export interface AuditRow {
  seq: number
  at: string
  actor: { id: string; name: string }
  via: string
  action: string
  subject: string
  unit: string | null
  before: unknown
  after: unknown
  requestId: string
  hash: string
}

/** Entries of the chain, newest first, and how many there are. Scope is the caller's: only auditors read it. */
export async function auditOf(tx: Tx, query: AuditQuery = {}): Promise<{ entries: AuditRow[]; total: number }> {
  const { page = 1, size = 50 } = query
  const { text, values } = conditionsOf(query)
  const counted = await tx.client.query<{ total: number }>(
    `select count(*)::integer as total from audit_entries where ${text}`,
    values,
  )
  const { rows } = await tx.client.query<AuditRow & { seq: string }>(
    `select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
       json_build_object('id', actor_id, 'name', actor_name) as actor, via, action, subject, unit_code as unit,
       before, after, request_id as "requestId", hash
     from audit_entries where ${text} order by seq desc limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, size, (page - 1) * size],
  )
  return { entries: rows.map((row) => ({ ...row, seq: Number(row.seq) })), total: counted.rows[0]?.total ?? 0 }
}

function conditionsOf({ subject, actor, action, from, to }: AuditQuery): { text: string; values: string[] } {
  const values: string[] = []
  const put = (value: string) => `$${values.push(value)}`
  const matching = (column: string, wanted: string) =>
    wanted.endsWith('*') ? `starts_with(${column}, ${put(wanted.slice(0, -1))})` : `${column} = ${put(wanted)}`
  const conditions = [
    subject && matching('subject', subject),
    action && matching('action', action),
    actor && `(actor_id = ${put(actor)} or actor_name = $${values.length})`,
    from && `at >= ${put(from)}::date::timestamp at time zone 'Asia/Shanghai'`,
    to && `at < (${put(to)}::date + 1)::timestamp at time zone 'Asia/Shanghai'`,
  ].filter((condition) => condition)
  return { text: conditions.join(' and ') || 'true', values }
}
