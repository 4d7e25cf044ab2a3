import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import {
  type Age,
  ages,
  type MatchCounts,
  type MatchOverview,
  type MatchState,
  type PlatformMatched,
} from './match-shapes.ts'
import type { ReasonCode } from './reasons.ts'

export interface CountsAsked {
  /** units whose orders the caller may see */
  units: readonly string[]
  /** the zone's day */
  today: Day
  flow?: 'import' | 'export' | undefined
}

const daysDrawn = 92

/**
 * Rate, reasons, ages and platforms of the match, from the counts that it keeps as it goes: the answer takes as long for a million orders
 * as for a hundred.
 */
export async function matchCounts(tx: Tx, asked: CountsAsked): Promise<MatchOverview> {
  const byDay = await stateCounts(tx, asked)
  const counts = none()
  for (const { state, orders } of byDay) counts[state] += orders
  return {
    today: asked.today,
    counts,
    days: daysOf(byDay),
    reasons: await reasonsOf(tx, asked),
    ages: await agesOf(tx, asked),
    platforms: await platformsOf(tx, asked),
  }
}

const none = (): MatchCounts => ({ matched: 0, waiting: 0, mismatch: 0 })

interface StateOfDay {
  day: Day
  state: MatchState
  orders: number
}

async function stateCounts(tx: Tx, { units, flow }: CountsAsked): Promise<StateOfDay[]> {
  const { rows } = await tx.client.query<StateOfDay>(
    `select to_char(sent_on, 'YYYY-MM-DD') as day, state, sum(orders)::int as orders from customs_match_counts
     where unit_code = any($1) and ($2::text is null or flow = $2) group by sent_on, state order by sent_on`,
    [units, flow ?? null],
  )
  return rows
}

function daysOf(rows: readonly StateOfDay[]): MatchOverview['days'] {
  const days = new Map<Day, MatchCounts>()
  for (const { day, state, orders } of rows) {
    const counts = days.get(day) ?? none()
    counts[state] += orders
    days.set(day, counts)
  }
  return [...days].slice(-daysDrawn).map(([day, counts]) => ({ day, counts }))
}

async function reasonsOf(tx: Tx, { units, flow }: CountsAsked): Promise<MatchOverview['reasons']> {
  const { rows } = await tx.client.query<{ reason: ReasonCode; orders: number; oldest: Day }>(
    `select reason, sum(orders)::int as orders, to_char(min(sent_on), 'YYYY-MM-DD') as oldest from customs_reason_counts
     where unit_code = any($1) and ($2::text is null or flow = $2) group by reason order by orders desc, reason`,
    [units, flow ?? null],
  )
  return rows
}

/** Where a day lies on the scale of ages; `$3` is the zone's day. Documents dated ahead of it count as of the day. */
export const ageSql = (day: string, today: string) =>
  `case when ${day} >= ${today} then '0' when ${day} >= ${today} - 3 then '1-3' when ${day} >= ${today} - 7 then '4-7'
     when ${day} >= ${today} - 14 then '8-14' else '15' end`

async function agesOf(tx: Tx, { units, flow, today }: CountsAsked): Promise<MatchOverview['ages']> {
  const { rows } = await tx.client.query<{ age: Age; waiting: number; mismatch: number }>(
    `select ${ageSql('sent_on', '$3::date')} as age, coalesce(sum(orders) filter (where state = 'waiting'), 0)::int as waiting,
       coalesce(sum(orders) filter (where state = 'mismatch'), 0)::int as mismatch
     from customs_match_counts where unit_code = any($1) and ($2::text is null or flow = $2) and state <> 'matched' group by 1`,
    [units, flow ?? null, today],
  )
  return ages.map((age) => rows.find((row) => row.age === age) ?? { age, waiting: 0, mismatch: 0 })
}

async function platformsOf(tx: Tx, { units, flow }: CountsAsked): Promise<PlatformMatched[]> {
  const { rows } = await tx.client.query<Omit<PlatformMatched, 'counts' | 'top' | 'name'> & MatchCounts>(
    `select flow, platform, coalesce(sum(orders) filter (where state = 'matched'), 0)::int as matched,
       coalesce(sum(orders) filter (where state = 'waiting'), 0)::int as waiting,
       coalesce(sum(orders) filter (where state = 'mismatch'), 0)::int as mismatch,
       to_char(min(sent_on) filter (where state <> 'matched'), 'YYYY-MM-DD') as oldest
     from customs_match_counts where unit_code = any($1) and ($2::text is null or flow = $2) group by flow, platform
     order by sum(orders) filter (where state <> 'matched') desc nulls last, platform limit 200`,
    [units, flow ?? null],
  )
  const tops = await topReasons(tx, { units, flow })
  const names = await namesOf(tx, rows)
  return rows.map(({ flow: way, platform, oldest, matched, waiting, mismatch }) => {
    const key = `${way} ${platform}`
    const counts = { matched, waiting, mismatch }
    return { flow: way, platform, oldest, counts, top: tops.get(key) ?? null, name: names.get(key) ?? '' }
  })
}

async function topReasons(tx: Tx, { units, flow }: Omit<CountsAsked, 'today'>) {
  const { rows } = await tx.client.query<{ key: string; reason: ReasonCode; orders: number }>(
    `select distinct on (key) key, reason, orders from (
       select flow || ' ' || platform as key, reason, sum(orders)::int as orders from customs_reason_counts
       where unit_code = any($1) and ($2::text is null or flow = $2) group by 1, 2) counted
     order by key, orders desc, reason`,
    [units, flow ?? null],
  )
  return new Map(rows.map(({ key, reason, orders }) => [key, { reason, orders }]))
}

/** How a platform is called: as in the highest order number, by the primary key, so that it costs one look-up each. */
async function namesOf(tx: Tx, platforms: readonly { flow: string; platform: string }[]): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ key: string; name: string }>(
    `select p.flow || ' ' || p.platform as key, m.platform_name as name
     from unnest($1::text[], $2::text[]) as p (flow, platform) cross join lateral (
       select platform_name from customs_matches where flow = p.flow and platform = p.platform collate "C" and platform_name <> ''
       order by flow desc, platform desc, order_no desc limit 1) m`,
    [platforms.map(({ flow }) => flow), platforms.map(({ platform }) => platform)],
  )
  return new Map(rows.map(({ key, name }) => [key, name]))
}
