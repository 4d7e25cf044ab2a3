import type { Day } from '#kernel/period.ts'

/** The same day so many months later, or the last day of a month that has no such day: 31 January is one month before 28 February. */
export function monthsLater(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const date = Math.min(Number(day.slice(8)), last)
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Whole months from one day to a later one; 0 when it is not later. */
export function wholeMonths(from: Day, to: Day): number {
  if (to <= from) return 0
  const apart =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return monthsLater(from, apart) <= to ? apart : apart - 1
}
