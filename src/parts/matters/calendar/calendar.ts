import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { addDays, daysIn, parsePeriod } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { isUnder } from '#parts/org/org.ts'
import type { WorkingTime } from '../engine/clock.ts'
import { desksOf } from '../engine/desks.ts'
import { previewRecompute, type Recomputed, recomputeClocks } from '../engine/recompute.ts'
import { stages } from '../engine/states.ts'
import { type KeptTimeRules, keepTimeRules, timeRulesKept, workingTimeOf } from '../engine/time-rules.ts'
import { limitWords } from '../standards/limit-words.ts'
import type { applyShape, calendarShape, previewShape } from './shapes.ts'

type Calendar = Answer<typeof calendarShape>

/** The calendar in force with its versions, and one year of it (the zone's own unless told). */
export async function calendarShown(tx: Tx, asked: number | undefined): Promise<Calendar> {
  const today = await zoneToday(tx)
  const { rules, time } = await workingTimeOf(tx)
  return {
    ...{ today, years: time.calendar.years, inForce: shown(rules) },
    versions: (await timeRulesKept(tx)).map(shown),
    year: yearOf(asked ?? Number(today.slice(0, 4)), time),
  }
}

/** What running clocks would become under other hours and days; nothing is written. Refuses what the calendar refuses. */
export async function previewCalendar(
  tx: Tx,
  proposed: Asked<typeof previewShape>['body'],
): Promise<Answer<typeof previewShape>> {
  const { rules } = await workingTimeOf(tx)
  return printed(await previewRecompute(tx, { ...proposed, limits: rules.limits }))
}

/**
 * Puts other hours and days in force and computes running clocks anew, in one transaction. Refuses `matters/calendar-meanwhile` (409) when
 * somebody else did so since the caller looked, and `org/outside-scope` for who does not stand over the supervision centre.
 */
export async function applyCalendar(
  tx: Tx,
  body: Asked<typeof applyShape>['body'],
  roots: readonly string[],
): Promise<Answer<typeof applyShape>> {
  const { supervision } = await desksOf(tx)
  if (!(await isUnder(tx, supervision, roots))) refuse('org/outside-scope', { unit: supervision }, 403)
  await tx.client.query('lock table matter_time_rules in share row exclusive mode')
  const { rules } = await workingTimeOf(tx)
  if (rules.id !== body.seen) refuse('matters/calendar-meanwhile', { reason: rules.reason, by: rules.byName }, 409)
  const { hours, days, reason } = body
  const id = await keepTimeRules(tx, { hours, days, limits: rules.limits, reason })
  return { id, ...printed(await recomputeClocks(tx)) }
}

function shown({ id, hours, days, limits, reason, at, byName }: KeptTimeRules): Calendar['inForce'] {
  const said = stages.flatMap((stage) => {
    const limit = limits[stage]
    return limit ? [{ stage, words: limitWords(limit) }] : []
  })
  return {
    ...{ id, days: [...days], limits: said, reason, at: at.toISOString(), by: byName },
    hours: hours.map(([from, to]): [string, string] => [from, to]),
  }
}

function yearOf(year: number, { calendar }: WorkingTime): Calendar['year'] {
  if (!calendar.years.includes(year)) return { year, known: false, months: [], days: [] }
  const period = parsePeriod(String(year))
  const days = Array.from({ length: daysIn(period) }, (_, place) => addDays(period.start, place))
  const worked = days.filter((day) => calendar.isWorkday(day))
  return {
    ...{ year, known: true },
    months: Array.from({ length: 12 }, (_, place) => {
      const month = `${year}-${String(place + 1).padStart(2, '0')}`
      return { month, workdays: worked.filter((day) => day.startsWith(month)).length }
    }),
    days: days.flatMap((day) => {
      const name = calendar.nameOf(day)
      return name === null ? [] : [{ day, kind: calendar.isWorkday(day) ? ('work' as const) : ('off' as const), name }]
    }),
  }
}

function printed(result: Recomputed): Answer<typeof previewShape> {
  const examples = result.examples.map(({ was, is, ...rest }) => ({
    ...{ ...rest, was: was?.toISOString() ?? null, is: is.toISOString() },
  }))
  return { ...result, examples }
}
