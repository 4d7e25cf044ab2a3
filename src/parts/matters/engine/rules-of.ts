import type { CalendarRow } from '#kernel/calendar.ts'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ClockKind, Reading } from './clock.ts'
import type { Rules, Standard } from './course.ts'
import type { Desks } from './desks.ts'
import { type TimeRules, workingTimeFrom } from './time-rules.ts'

interface Found {
  rules: TimeRules & { id: number }
  calendar: CalendarRow[] | null
  desks: Partial<Desks> | null
  standards: { id: number; category: string; amount: number; kind: ClockKind; reading: Reading }[] | null
}

/**
 * Rules as they are in force, with the standards of one version, or only those of one of its categories: one question, because every move asks
 * it. Refuses `matters/desks-missing`.
 */
export async function rulesOf(tx: Pick<Tx, 'client'>, set: number, category?: string): Promise<Rules> {
  const { rows } = await tx.client.query<Found>(QUERY, [set, category ?? null])
  const { rules, calendar, desks, standards } = rows[0]!
  const known = new Map((standards ?? []).map((one): [number, Standard] => [one.id, standardFrom(one)]))
  return {
    ...{ id: rules.id, limits: rules.limits, time: workingTimeFrom(rules, calendar ?? []) },
    desks: {
      supervision: desks?.supervision ?? refuse('matters/desks-missing'),
      command: desks?.command ?? refuse('matters/desks-missing'),
    },
    standard: (id) => known.get(id),
  }
}

const QUERY = `select
  (select to_jsonb(r) from matter_time_rules r order by id desc limit 1) as rules,
  (select settings -> 'calendar' from zone_settings) as calendar,
  (select jsonb_object_agg(desk, unit_code) from matter_desks) as desks,
  (select jsonb_agg(jsonb_build_object('id', id, 'category', category, 'amount', amount, 'kind', kind, 'reading', reading))
   from matter_standards where set_id = $1 and category = coalesce($2, category)) as standards`

const standardFrom = ({ id, category, amount, kind, reading }: NonNullable<Found['standards']>[number]): Standard => ({
  ...{ id, category },
  limit: { amount: Number(amount), kind, reading },
})
