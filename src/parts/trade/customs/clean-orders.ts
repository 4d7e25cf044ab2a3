import type pg from 'pg'

/**
 * Puts among the outcomes the touched orders that match beyond doubt: under their number stand an order, a payment, a waybill and a list and nothing
 * else, none of them wrong by itself, and what they state towards each other cancels out (see agreement.ts). Answers how many.
 */
export async function findClean(client: pg.ClientBase): Promise<number> {
  const { rowCount } = await client.query(
    `insert into outcomes (flow, platform, order_no, platform_name, state, mismatches, reasons, value, unit_code, sent_on)
     select flow, platform, order_no, platform_name, 'matched', '[]', '{}', value, unit_code, sent_on from (
       select flow, order_no, max(d.platform) as platform, max(d.platform_name) as platform_name, max(d.value) filter (where d.kind = 'order') as value,
         max(d.unit_code) filter (where d.kind = 'order') as unit_code, min(d.sent_on) as sent_on
       from customs_documents d join (select distinct flow, order_no from touched) t using (flow, order_no)
       where d.replaced_at is null and d.flow = 'import'
       group by flow, order_no
       having count(*) = 4 and count(d.agree) = 4 and count(d.cancelled_at) = 0
         and (bit_xor(d.agree) = 0 or bit_xor(d.agree) = bit_xor(d.agree_unnamed))
     ) orders
     where (flow, platform, order_no) not in (select flow, platform, order_no from over)`,
  )
  return rowCount ?? 0
}
