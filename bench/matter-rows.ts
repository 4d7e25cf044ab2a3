import type { House } from '../src/house.ts'

/**
 * Open and closed matters as a large city has them, put in by SQL: places over the whole zone, every state and unit, clocks from a week ago to
 * a month ahead, one running passage each; the closed ones of three years with the passage that was judged.
 */
export async function fillMatters(
  house: House,
  { open, closed, now }: { open: number; closed: number; now: Date },
): Promise<void> {
  await house.pool.query(INSERT, [open, closed, now])
  await house.pool.query(STAGES)
  await house.pool.query('vacuum analyze matters')
  await house.pool.query('vacuum analyze matter_stages')
}

// Strides that have no common divisor with the lists spread every value over every other one.
const INSERT = `
  with given as (
    select g, g <= $1::int as open,
      (array['reported', 'verifying', 'pending-register', 'pending-dispatch', 'pending-handle', 'handling', 'handling', 'handling', 'handling',
        'handle-finished', 'pending-check', 'checking', 'pending-close'])[1 + g % 13] as state,
      (array['CITY', 'CONSTRUCTION', 'ENV', 'OFFICE-1', 'OFFICE-2', 'OFFICE-3', 'OFFICE-4', 'OFFICE-5', 'OFFICE-6', 'PROJECT'])[1 + (g * 7) % 10] as unit,
      (array['citizen', 'patrol', 'inspection', 'hotline', 'campaign'])[1 + (g * 3) % 5] as inflow,
      case when g <= $1::int then $3::timestamptz - ((g * 37) % 720) * interval '1 hour'
        else $3::timestamptz - ((g * 37) % 1095) * interval '1 day' - interval '2 days' end as opened_at,
      $3::timestamptz + ((g * 11) % 900 - 168) * interval '1 hour' as due_at
    from generate_series(1, $1::int + $2::int) as g
  ), kinds as (
    select s.id, s.set_id, s.category, row_number() over (order by s.id) - 1 as nth, count(*) over () as kinds
    from matter_standards s where s.set_id = (select max(id) from matter_standard_sets)
  )
  insert into matters (number, code, inflow, source, category, set_id, standard_id, title, description, longitude, latitude, address, community,
    office, state, lies_with, duty_unit, started_at, warn_at, due_at, limit_due_at, opened_at, verified, registered_at, dispatched_at,
    handed_back_at, closed_at, changed_at)
  select k.category || to_char(opened_at, 'YYYYMMDD') || lpad(g::text, 7, '0'), 'BENCH' || g, inflow, 'bench', k.category, k.set_id, k.id,
    '第' || g || '号事项', '压测数据', 113.71 + ((g * 7919::bigint) % 18000) / 100000.0, 34.66 + ((g * 6101::bigint) % 11000) / 100000.0, '', null,
    case when unit like 'OFFICE%' then unit end,
    case when open then state else 'closed' end,
    case when not open or state in ('reported', 'verifying', 'pending-register', 'pending-check', 'checking', 'pending-close') then 'SUPERVISION'
      when state in ('pending-dispatch', 'handle-finished') then 'COMMAND' else unit end,
    unit, opened_at, case when open then due_at - interval '4 hours' end, case when open then due_at end, due_at, opened_at, true, opened_at,
    opened_at, case when not open then opened_at + interval '20 hours' end, case when not open then opened_at + interval '1 day' end, opened_at
  from given join kinds k on k.nth = given.g % k.kinds`

const STAGES = `
  insert into matter_stages (matter_id, nth, stage, unit_code, amount, kind, reading, rules_id, calendar, started_at, warn_at, due_at, done_at,
    outcome, light)
  select id, 1, 'handle', duty_unit, 2, 'working-days', 'end-of-day', 1, 'bench', started_at, coalesce(warn_at, limit_due_at), limit_due_at,
    handed_back_at, case when closed_at is not null then 'done' end, 0
  from matters where source = 'bench'`
