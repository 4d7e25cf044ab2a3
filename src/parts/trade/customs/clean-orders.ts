import type pg from 'pg'

/** Which orders a match looks at: those in the temporary table `touched`, or all that documents speak of. */
export type Scope = 'touched' | 'all'

/**
 * Leaves in the temporary table `groups` each order number of the scope, `clean` where its order matches beyond doubt: under the number stand an order, a
 * payment, a waybill and a list and nothing else (of exports the waybill stands under the list's), none of them wrong by itself, and what they state towards each other cancels out (see agreement.ts).
 * Answers how many are clean.
 */
export async function findClean(client: pg.ClientBase, scope: Scope): Promise<number> {
  const within = scope === 'all' ? '' : 'join (select distinct flow, order_no from touched) t using (flow, order_no)'
  await client.query(
    `create temp table groups on commit drop as
     select flow, order_no, max(d.platform) as platform, max(d.platform_name) as platform_name, max(d.value) filter (where d.kind = 'order') as value,
       max(d.unit_code) filter (where d.kind = 'order') as unit_code, min(d.sent_on) as sent_on,
       max(d.carrier) filter (where d.kind = 'list') as carrier, max(d.waybill_no) filter (where d.kind = 'list') as waybill_no,
       count(*) = count(d.agree) and count(*) = case flow when 'import' then 4 else 3 end and count(d.cancelled_at) = 0
         and (bit_xor(d.agree) = 0 or coalesce(bit_xor(d.agree) = bit_xor(d.agree_unnamed), false)) as clean
     from customs_documents d ${within}
     where d.replaced_at is null and d.order_no <> ''
     group by flow, order_no`,
  )
  await client.query('analyze over')
  await client.query(
    'update groups g set clean = false from over v where g.clean and v.flow = g.flow and v.platform = g.platform and v.order_no = g.order_no',
  )
  await client.query('analyze groups')
  const { rowCount: exports } = await client.query(`select 1 from groups where clean and flow = 'export' limit 1`)
  if (exports) await client.query(EXPORTED)
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from groups where clean')
  return rows[0]!.count
}

/** An export's waybill states no order: it is found by the number and carrier that the list names. */
const EXPORTED = `update groups g set clean = found.sent_on is not null, sent_on = least(g.sent_on, found.sent_on)
  from (
    select e.order_no, min(w.sent_on) as sent_on from groups e
      left join customs_documents w on w.waybill_no = e.waybill_no and w.carrier = e.carrier and w.waybill_no <> '' and w.kind = 'waybill' and w.replaced_at is null
    where e.flow = 'export' and e.clean group by e.order_no
  ) found where g.flow = 'export' and g.order_no = found.order_no`

/** The orders of the scope that are left, in the temporary table `others`. */
export async function leaveOthers(client: pg.ClientBase, scope: Scope): Promise<void> {
  const left =
    scope === 'all'
      ? `select distinct d.flow, d.platform, d.order_no from groups g join customs_documents d using (flow, order_no)
         where not g.clean and d.replaced_at is null and d.platform <> ''`
      : `select t.flow, t.platform, t.order_no from touched t
         where not exists (select from groups g where g.clean and g.flow = t.flow and g.platform = t.platform and g.order_no = t.order_no)`
  await client.query(`create temp table others on commit drop as ${left}`)
  await client.query('analyze others')
}
