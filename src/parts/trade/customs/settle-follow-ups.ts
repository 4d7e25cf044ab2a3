import type pg from 'pg'
import { bindFollowUps } from './bind-follow-ups.ts'
import type { Receipt } from './settle-documents.ts'

export interface FollowUpsSettled {
  followUps: number
  /** of those of this file: the document they speak of is not here */
  unbound: number
}

const fields = `number text, flow text, kind text, about text, platform text, "orderNo" text, payer text, "transactionNo" text, carrier text,
  "waybillNo" text, seller text, "copNo" text, "listNo" text, guid text, status text, code text, state text, "saidAt" text, info text, said json`

/**
 * Keeps what follows documents, the same once only, and binds it to the documents it speaks of; what an earlier file left waiting for a document
 * of this one is bound too. States of lists follow in the order of their own times. Lists that customs cancelled stand in the temporary table `cancelled`.
 */
export async function settleFollowUps(client: pg.ClientBase, receipt: Receipt): Promise<FollowUpsSettled> {
  const { file, unit, at } = receipt
  const { rowCount } = await client.query(
    `insert into customs_follow_ups (file_id, message_place, ordinal, number, flow, kind, about, platform, order_no, payer, transaction_no, carrier,
       waybill_no, seller, cop_no, list_no, guid, status, code, state, said_at, info, faults, said, digest, unit_code, received_at, bound)
     select $1, i.message_place, i.ordinal, f.number, f.flow, f.kind, f.about, f.platform, f."orderNo", f.payer, f."transactionNo", f.carrier,
       f."waybillNo", f.seller, f."copNo", f."listNo", f.guid, f.status, f.code, f.state, f."saidAt", f.info, '[]', f.said, i.digest, $2, $3, f.about = 'other'
     from incoming i cross join lateral json_to_record(i.said) as f (${fields})
     where i.kind = 'follow-up' order by i.seq
     on conflict (digest) do nothing`,
    [file, unit, at],
  )
  await bindFollowUps(client, receipt)
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from customs_follow_ups where file_id = $1 and not bound',
    [file],
  )
  return { followUps: rowCount ?? 0, unbound: rows[0]!.count }
}
