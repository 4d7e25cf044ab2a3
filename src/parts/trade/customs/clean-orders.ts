import type pg from 'pg'

/** Which orders a match looks at: those in the temporary table `touched`, or all that documents speak of. */
export type Scope = 'touched' | 'all'

/**
 * Leaves in the temporary table `groups` each order number of the scope, `clean` where its order matches beyond doubt: under the number stand an order, a
 * payment, a waybill and a list and nothing else, none of them wrong by itself, and what they state towards each other cancels out (see agreement.ts).
 * Answers how many are clean.
 */
export async function findClean(client: pg.ClientBase, scope: Scope): Promise<number> {
  const within = scope === 'all' ? '' : 'join (select distinct flow, order_no from touched) t using (flow, order_no)'
  await client.query(
    `create temp table groups on commit drop as
     select flow, order_no, max(d.platform) as platform, max(d.platform_name) as platform_name, max(d.value) filter (where d.kind = 'order') as value,
       max(d.unit_code) filter (where d.kind = 'order') as unit_code, min(d.sent_on) as sent_on,
       count(*) = 4 and count(d.agree) = 4 and count(d.cancelled_at) = 0
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
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from groups where clean')
  return rows[0]!.count
}

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
