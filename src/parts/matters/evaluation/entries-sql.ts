/**
 * Entries of a period as rows, one statement for all subjects. `$1` is the moment as of which things stand, `$2` and `$3` the first
 * moment of the period and the first after it. An entry counts where its work fell due or was first done, whichever came first, so
 * that it counts once and never falls between two periods; a report counts where it came in, a case where it was registered.
 */
export const entriesSql = `
  facts as (
    select id, number, opened_by, opened_at, registered_at, duty_unit, office, state, rework, timeout_exempt, first_handed_back_at, handed_back_at,
      case when inflow in ('patrol', 'campaign') then 'patrol' when inflow in ('citizen', 'enterprise', 'hotline') then 'public' else 'above' end as origin,
      registered_at is not null as registered,
      registered_at is not null and state = 'cancelled' as cancelled,
      state in ('closed', 'staged') as closed,
      state = 'suspended' as suspended
    from matters
  ),
  handling as (
    select s.matter_id,
      -- the first limit that was missed; where none was, the last one
      coalesce((array_agg(s.due_at order by s.nth) filter (where coalesce(s.done_at, $1::timestamptz) > s.due_at))[1],
        (array_agg(s.due_at order by s.nth desc))[1]) as due_at,
      coalesce((array_agg(s.done_at order by s.nth) filter (where s.done_at > s.due_at))[1],
        (array_agg(s.done_at order by s.nth desc))[1]) as done_at,
      (array_agg(s.started_at order by s.nth))[1] as started_at,
      bool_or(s.done_at is null) as under_way
    from matter_stages s where s.stage = 'handle' and s.outcome is distinct from 'void' and s.outcome is distinct from 'returned'
    group by s.matter_id
  ),
  entries as (
    select 'report' as stage, f.id, f.duty_unit as unit, f.office as area, f.opened_by as person, f.opened_at as started_at,
      null::timestamptz as due_at, f.opened_at as first_done_at, f.opened_at as done_at, f.opened_at as counted_at, f.registered, f.cancelled,
      f.closed, f.rework as reworks, false as redispatched, f.timeout_exempt as exempt, f.suspended, f.origin
    from facts f where f.opened_at >= $2 and f.opened_at < $3
    union all
    select 'case', f.id, f.duty_unit, f.office, null, f.opened_at, null, f.registered_at, f.registered_at, f.registered_at, f.registered,
      f.cancelled, f.closed, f.rework, false, f.timeout_exempt, f.suspended, f.origin
    from facts f where f.registered_at >= $2 and f.registered_at < $3
    union all
    select s.stage, f.id, s.unit_code, f.office, s.person_id, s.started_at, s.due_at, s.done_at, s.done_at, least(s.done_at, s.due_at),
      f.registered, f.cancelled, f.closed, f.rework,
      s.stage = 'dispatch' and exists (select from matter_stages n where n.matter_id = s.matter_id and n.nth = s.nth + 1 and n.outcome = 'returned'),
      false, false, f.origin
    from matter_stages s join facts f on f.id = s.matter_id
    where s.stage in ('accept', 'verify', 'register', 'dispatch', 'check', 'close') and s.outcome is distinct from 'void'
      and s.outcome is distinct from 'returned' and least(s.done_at, s.due_at) >= $2 and least(s.done_at, s.due_at) < $3
    union all
    select 'handle', f.id, f.duty_unit, f.office, null, h.started_at, h.due_at, coalesce(f.first_handed_back_at, done.at), done.at,
      least(f.first_handed_back_at, done.at, h.due_at), f.registered, f.cancelled, f.closed, f.rework, false, f.timeout_exempt, f.suspended, f.origin
    from handling h join facts f on f.id = h.matter_id
      cross join lateral (select case when not h.under_way then h.done_at end as at) as done
    where least(f.first_handed_back_at, done.at, h.due_at) >= $2 and least(f.first_handed_back_at, done.at, h.due_at) < $3
  )`
