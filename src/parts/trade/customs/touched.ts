import type pg from 'pg'

/**
 * Leaves in the temporary table `touched` the orders that a new, changed, ended or cancelled document of the file speaks of; through its waybill or its
 * payment's transaction too, and those of buyers whose year is or was over its limit.
 */
export async function touchOrders(client: pg.ClientBase, file: string): Promise<void> {
  await client.query(
    `create temp table touched on commit drop as
     with moved as (
       select flow, platform, order_no, kind, carrier, waybill_no, transaction_no from customs_documents where file_id = $1
       union all
       select flow, platform, order_no, kind, carrier, waybill_no, transaction_no from customs_documents where replaced_by = $1
       union all
       select flow, platform, order_no, kind, carrier, waybill_no, transaction_no from cancelled
     )
     select flow, platform, order_no from moved where order_no <> '' and platform <> ''
     union
     select d.flow, d.platform, d.order_no from moved m join customs_documents d
       on d.flow = m.flow and d.order_no = m.order_no and d.replaced_at is null
       where m.platform = '' and m.order_no <> '' and d.platform <> ''
     union
     select d.flow, d.platform, d.order_no from moved m join customs_documents d
       on d.carrier = m.carrier and d.waybill_no = m.waybill_no and d.replaced_at is null
       where m.kind = 'waybill' and m.waybill_no <> '' and d.kind = 'list'
     union
     select d.flow, d.platform, d.order_no from moved m join customs_documents d
       on d.transaction_no = m.transaction_no and d.replaced_at is null
       where m.kind = 'payment' and m.transaction_no <> '' and d.kind = 'order' and d.order_no <> m.order_no
     union
     select d.flow, d.platform, d.order_no from buyers_moved b join customs_documents d
       on d.buyer = b.buyer and d.buyer <> '' and d.replaced_at is null and d.sent_on >= b.since and d.sent_on < make_date(b.year + 1, 1, 1)
       where b.high and d.order_no <> '' and d.platform <> ''`,
    [file],
  )
  await client.query('analyze touched')
}
