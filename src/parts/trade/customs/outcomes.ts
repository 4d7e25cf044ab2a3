import type pg from 'pg'
import type { Tx } from '#kernel/db/work.ts'
import type { Scope } from './clean-orders.ts'

/**
 * Keeps the outcomes that differ from what stood, lets orders go that nothing speaks of any more, and moves the counts by exactly what changed.
 */
export async function keepOutcomes({ client, now }: Pick<Tx, 'client' | 'now'>, scope: Scope): Promise<void> {
  await client.query('analyze outcomes')
  await client.query(MOVED)
  await client.query(gone(scope))
  await client.query(
    `insert into customs_matches (flow, platform, order_no, unit_code, platform_name, state, mismatches, reasons, value, since, changed_at, sent_on)
     select flow, platform, order_no, unit_code, platform_name, state, mismatches, reasons, value, $1, $1, sent_on from moved where old_state is null
     order by flow, platform, order_no`,
    [now],
  )
  await client.query(
    `update customs_matches m set unit_code = n.unit_code, platform_name = n.platform_name, state = n.state, mismatches = n.mismatches,
       reasons = n.reasons, value = n.value, sent_on = n.sent_on,
       changed_at = case when m.reasons = n.reasons and m.state = n.state then m.changed_at else $1 end
     from moved n where n.old_state is not null and m.flow = n.flow and m.platform = n.platform and m.order_no = n.order_no`,
    [now],
  )
  await moveCounts(client)
}

/** What came of clean and of other orders, with what stood, where the two differ. */
const MOVED = `create temp table moved on commit drop as
  select o.*, m.unit_code as old_unit, m.state as old_state, m.reasons as old_reasons, m.sent_on as old_sent_on
  from (
    select flow, platform, order_no, platform_name, 'matched' as state, '[]'::jsonb as mismatches, '{}'::text[] as reasons, value, unit_code, sent_on
      from groups where clean
    union all
    select flow, platform, order_no, platform_name, state, mismatches, reasons, value, unit_code, sent_on from outcomes
  ) o left join customs_matches m using (flow, platform, order_no)
  where m.flow is null or (m.state, m.reasons, m.platform_name, m.sent_on, m.unit_code) <> (o.state, o.reasons, o.platform_name, o.sent_on, o.unit_code)
    or m.value is distinct from o.value or m.mismatches <> o.mismatches`

/** Orders of the scope without an outcome: no document speaks of them any more. */
const gone = (scope: Scope) => `create temp table gone on commit drop as
  with ended as (
    delete from customs_matches m ${scope === 'all' ? 'where true' : 'using touched t where m.flow = t.flow and m.platform = t.platform and m.order_no = t.order_no'}
      and not exists (select from groups g where g.clean and g.flow = m.flow and g.platform = m.platform and g.order_no = m.order_no)
      and not exists (select from outcomes o where o.flow = m.flow and o.platform = m.platform and o.order_no = m.order_no)
    returning m.flow, m.platform, m.unit_code, m.state, m.reasons, m.sent_on
  ) select * from ended`

/** Every order that came, went or changed: once for what it was, once for what it is. */
const changes = `
  select unit_code, flow, platform, state, reasons, sent_on, 1 as orders from moved
  union all select old_unit, flow, platform, old_state, old_reasons, old_sent_on, -1 from moved where old_state is not null
  union all select unit_code, flow, platform, state, reasons, sent_on, -1 from gone`

async function moveCounts(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into customs_match_counts as c (unit_code, flow, platform, state, sent_on, orders)
     select unit_code, flow, platform, state, sent_on, sum(orders) from (${changes}) changes
     group by 1, 2, 3, 4, 5 having sum(orders) <> 0
     on conflict (unit_code, flow, platform, state, sent_on) do update set orders = c.orders + excluded.orders`,
  )
  await client.query(
    `insert into customs_reason_counts as c (unit_code, flow, platform, reason, sent_on, orders)
     select unit_code, flow, platform, reason, sent_on, sum(orders) from (${changes}) changes cross join lateral unnest(reasons) as reason
     group by 1, 2, 3, 4, 5 having sum(orders) <> 0
     on conflict (unit_code, flow, platform, reason, sent_on) do update set orders = c.orders + excluded.orders`,
  )
  await client.query('delete from customs_match_counts where orders = 0')
  await client.query('delete from customs_reason_counts where orders = 0')
}
