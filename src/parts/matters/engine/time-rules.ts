import { audit } from '#kernel/audit/chain.ts'
import { type CalendarRow, calendarFrom, officialCalendar } from '#kernel/calendar.ts'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import type { Limit, WorkingTime } from './clock.ts'
import type { Stage } from './states.ts'

/** Hours of a working day as `['08:00', '12:00']`, days laid over the calendar, limits of the desks' own stages. */
export interface TimeRules {
  hours: readonly (readonly [string, string])[]
  days: readonly CalendarRow[]
  limits: Partial<Record<Stage, Limit>>
}

export interface KeptTimeRules extends TimeRules {
  id: number
  reason: string
  at: Date
  byName: string
}

/** Time rules in force and the working time they make with the zone's calendar. */
export async function workingTimeOf(tx: Tx): Promise<{ rules: KeptTimeRules; time: WorkingTime }> {
  const [rules] = await timeRulesKept(tx, 1)
  return { rules: rules!, time: await workingTimeBy(tx, rules!) }
}

/** Every version of the time rules, the one in force first. */
export async function timeRulesKept(tx: Pick<Tx, 'client'>, most = 1000): Promise<KeptTimeRules[]> {
  const { rows } = await tx.client.query<KeptTimeRules & { by_name: string }>(
    'select id, hours, days, limits, reason, at, by_name from matter_time_rules order by id desc limit $1',
    [most],
  )
  return rows.map(({ by_name: byName, ...rest }) => ({ ...rest, byName }))
}

/** What rules come to: the official calendar, the zone's own days over it, and theirs over both. */
export async function workingTimeBy(tx: Pick<Tx, 'client'>, rules: TimeRules): Promise<WorkingTime> {
  return workingTimeFrom(rules, (await zoneOf(tx))?.calendar ?? [])
}

/** {@link workingTimeBy} with the zone's own days at hand. */
export function workingTimeFrom(rules: TimeRules, zone: readonly CalendarRow[]): WorkingTime {
  const own = new Set(rules.days.map(({ day }) => day))
  const rows = [...zone.filter(({ day }) => !own.has(day)), ...rules.days]
  return { calendar: calendarFrom(rows, officialCalendar()), hours: rules.hours.map(slot) }
}

/**
 * Keeps new time rules; clocks that run stay as they were set until they are recomputed. Refuses `matters/hours-unreadable`,
 * and what the calendar refuses (`calendar/year-incomplete`, `calendar/day-twice`).
 */
export async function keepTimeRules(tx: Tx, rules: TimeRules & { reason: string }): Promise<number> {
  await checkTimeRules(tx, rules)
  const { hours, days, limits, reason } = rules
  const [before] = await timeRulesKept(tx, 1)
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into matter_time_rules (hours, days, limits, reason, at, by_id, by_name)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      ...[hours, days, limits].map((value) => JSON.stringify(value)),
      ...[reason, await zoneNow(tx), tx.actor.id, tx.actor.name],
    ],
  )
  const id = rows[0]!.id
  audit(tx, {
    action: 'matters/keep-time-rules',
    subject: `time-rules:${id}`,
    before: { hours: before?.hours, days: before?.days, limits: before?.limits },
    after: { hours, days, limits, reason },
  })
  return id
}

/** Refuses rules that no clock could run by. */
export async function checkTimeRules(tx: Pick<Tx, 'client'>, rules: TimeRules): Promise<WorkingTime> {
  const time = await workingTimeBy(tx, rules)
  const inOrder = time.hours.every(
    ([from, to], place) => from < to && to <= 86_400_000 && from >= (time.hours[place - 1]?.[1] ?? 0),
  )
  if (time.hours.length === 0 || !inOrder) {
    refuse('matters/hours-unreadable', { hours: rules.hours.map((slot) => slot.join('–')).join(', ') })
  }
  return time
}

function slot([from, to]: readonly [string, string]): [number, number] {
  return [minutes(from), minutes(to)]
}

function minutes(text: string): number {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? []
  if (hour === undefined || Number(minute) > 59) refuse('matters/hours-unreadable', { hours: text })
  return (Number(hour) * 60 + Number(minute)) * 60_000
}
