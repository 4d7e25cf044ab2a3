import type { Tx } from '#kernel/db/work.ts'
import type { CustomsDocument } from './document.ts'
import { type FollowUpKept, followUpsOf, type ListStateKept, listStatesOf, type OrderKey } from './follow-ups-of.ts'
import type { MatchResult } from './match-rules.ts'

/** What the register knows of one order. */
export interface OrderMatch {
  match: MatchResult & {
    reasons: string[]
    platformName: string
    /** yuan, as its order says */
    value: string | null
    /** day of its earliest document, from which its age is counted */
    sentOn: string
    unit: string
  }
  /** the newest of each number, the list's among them; a cancelled list says so */
  documents: (Partial<CustomsDocument> & Pick<CustomsDocument, 'kind'> & { cancelled: boolean })[]
  followUps: FollowUpKept[]
  listStates: ListStateKept[]
}

/** The match of one order with its documents and all that followed them; null for an order nothing speaks of. */
export async function matchOf(tx: Tx, key: OrderKey): Promise<OrderMatch | null> {
  const { rows } = await tx.client.query<OrderMatch['match']>(
    `select state, mismatches, reasons, platform_name as "platformName", value::text as value, sent_on::text as "sentOn", unit_code as unit
     from customs_matches where flow = $1 and platform = $2 and order_no = $3`,
    [key.flow, key.platform, key.orderNo],
  )
  if (!rows[0]) return null
  const documents = await tx.client.query<{ said: OrderMatch['documents'][number]; cancelled: boolean }>(
    `with own as (
       select * from customs_documents where flow = $1 and order_no = $3 and platform in ($2, '') and replaced_at is null
     )
     select said, cancelled_at is not null as cancelled from (
       select id, kind, said, cancelled_at from own
       union all
       select w.id, w.kind, w.said, w.cancelled_at from own l join customs_documents w
         on w.carrier = l.carrier and w.waybill_no = l.waybill_no and w.kind = 'waybill' and w.replaced_at is null
         where l.kind = 'list' and l.waybill_no <> '' and w.order_no <> l.order_no
     ) documents order by array_position(array['order', 'payment', 'waybill', 'list'], kind), id`,
    [key.flow, key.platform, key.orderNo],
  )
  return {
    match: rows[0],
    documents: documents.rows.map(({ said, cancelled }) => ({ ...said, cancelled })),
    followUps: await followUpsOf(tx, key),
    listStates: await listStatesOf(tx, key),
  }
}
