import type { Calendar } from '#kernel/calendar.ts'
import { addDays, type Day, type Period, parsePeriod, periodOf, periodsBetween } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { FormDeclaration, FormItem } from './declaration.ts'

type Timing = Pick<
  FormDeclaration,
  'code' | 'frequency' | 'monthsLeftOut' | 'dueWorkdays' | 'firstPeriod' | 'cumulative'
>

/**
 * The period a submission is filed under. Refuses `economy/period-unfit` when it is not of the form's frequency, in a month left
 * out, or before the first period asked for; `history` takes what was reported before that.
 */
export function periodFor(form: Timing, text: string, as: 'asked' | 'history' = 'asked'): Period {
  const period = parsePeriod(text)
  const first = form.firstPeriod === undefined ? undefined : parsePeriod(form.firstPeriod)
  const fits =
    (form.frequency === 'any' || form.frequency === period.kind) &&
    !form.monthsLeftOut.includes(monthOf(period.end)) &&
    (as === 'history' || first === undefined || period.start >= first.start)
  return fits
    ? period
    : refuse('economy/period-unfit', { form: form.code, period: text, first: form.firstPeriod ?? '—' })
}

/** The days a submission's levels cover: a month of a cumulative form begins on 1 January. */
export function spanOf(form: Timing, period: Period): { start: Day; end: Day } {
  const start = form.cumulative === 'no' ? period.start : `${period.end.slice(0, 4)}-01-01`
  return { start, end: period.end }
}

/** Every period that is asked for and ended in the stretch of days, earliest first. */
export function periodsAsked(form: Timing, from: Day, to: Day): Period[] {
  if (form.frequency === 'any' || from > to) return []
  const first = form.firstPeriod === undefined ? from : parsePeriod(form.firstPeriod).start
  return periodsBetween(form.frequency, first > from ? first : from, to).filter(
    (period) => period.end >= from && period.end <= to && !form.monthsLeftOut.includes(monthOf(period.end)),
  )
}

/** The first period asked for that ends after the day. */
export function nextPeriod(form: Timing, after: Day): Period | null {
  return periodsAsked(form, addDays(after, 1), addDays(after, 400))[0] ?? null
}

/** The period asked for just before, and the same one a year earlier; for `any` frequency the year before only. */
export function periodBefore(form: Timing, period: Period): Period | null {
  return periodsAsked(form, addDays(period.start, -400), addDays(period.start, -1)).at(-1) ?? null
}

/** Working days after the period's end; null where the form has no due rule, or the calendar has no data for those days. */
export function dueOn(form: Timing, period: Period, calendar: Calendar): Day | null {
  if (form.dueWorkdays === undefined || form.frequency === 'any') return null
  if (!knows(calendar, period.end, addDays(period.end, 3 * form.dueWorkdays + 14))) return null
  return calendar.addWorkdays(period.end, form.dueWorkdays)
}

/** Working days from a due day to today, negative before it; null where the calendar has no data. */
export function workdaysLate(calendar: Calendar, due: Day, today: Day): number | null {
  if (!knows(calendar, due, today)) return null
  return today < due ? -calendar.workdaysBetween(today, due) : calendar.workdaysBetween(due, today)
}

// Due days are read on pages for everything that is asked for: a year without a published calendar may not close the page.
function knows(calendar: Calendar, ...days: Day[]): boolean {
  return days.every((day) => calendar.years.includes(Number(day.slice(0, 4))))
}

/** The items asked for in a period. */
export function itemsIn(form: Pick<FormDeclaration, 'items'>, period: Period): FormItem[] {
  return form.items.filter((item) => item.months === undefined || item.months.includes(monthOf(period.end)))
}

/** The named period of a form's frequency that ends with a day, if there is one. */
export function periodEnding(form: Timing, end: Day): Period | null {
  if (form.frequency === 'any') return null
  const period = periodOf(form.frequency, end)
  return period.end === end ? period : null
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}
