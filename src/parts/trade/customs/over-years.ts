import type pg from 'pg'
import { limitOfDay, yearlyLimits } from './buyer-years.ts'
import type { Scope } from './clean-orders.ts'

/** Leaves in the temporary table `over` the orders of the scope whose list takes its buyer over the year's limit, in the order in which the lists were sent. */
export async function findOverYears(client: pg.ClientBase, scope: Scope): Promise<void> {
  const lowest = yearlyLimits[0].yuan
  const buyers =
    scope === 'all'
      ? `select buyer, year from customs_buyer_years where spent > ${lowest}`
      : `select distinct y.buyer, y.year from touched t
           join customs_documents d on d.flow = t.flow and d.order_no = t.order_no and d.platform = t.platform and d.kind = 'list'
             and d.replaced_at is null and d.cancelled_at is null and d.buyer <> ''
           join customs_buyer_years y on y.buyer = d.buyer and y.year = extract(year from d.sent_on) and y.spent > ${lowest}`
  await client.query(
    `create temp table over on commit drop as
     with buyers as materialized (${buyers}),
     lists as (
       select d.flow, d.platform, d.order_no, b.year, d.value, d.sent_on,
         sum(d.value) over (partition by d.buyer, b.year order by d.sent_on, d.id) as spent
       from buyers b join customs_documents d on d.buyer = b.buyer and d.buyer <> '' and d.replaced_at is null and d.cancelled_at is null
         and d.sent_on >= make_date(b.year, 1, 1) and d.sent_on < make_date(b.year + 1, 1, 1)
     )
     select flow, platform, order_no, max(year)::text as year, max(${limitOfDay})::text as "limit", max(spent)::text as spent, max(value)::text as value
     from lists ${scope === 'all' ? '' : 'join touched using (flow, platform, order_no)'}
     where spent > ${limitOfDay}
     group by flow, platform, order_no`,
  )
}
