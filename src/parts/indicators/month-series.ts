import { Decimal } from 'decimal.js'
import { type Day, isMonthAligned, monthsOf, type Period } from '#kernel/period.ts'
import { type LikeYear, likePeriod } from './seasonal.ts'

/** One month's own value (not cumulative); `month` is 'YYYY-MM'. */
export interface MonthlyPoint {
  month: string
  value: Decimal
}

/** Months without a gap from `first` (months since year 0), as plain numbers for forecasting. */
export interface MonthSeries {
  first: number
  values: number[]
}

/** The points as an unbroken series, in order; null when a month is missing or twice, or there is none. */
export function monthSeries(points: readonly MonthlyPoint[]): MonthSeries | null {
  const sorted = [...points].sort((a, b) => (a.month < b.month ? -1 : 1))
  const first = sorted[0] && monthNumber(sorted[0].month)
  if (first === undefined) return null
  if (sorted.some(({ month }, at) => monthNumber(month) !== first + at)) return null
  return { first, values: sorted.map(({ value }) => value.toNumber()) }
}

/** Where a period of whole months stands in a series: its first month's index and its number of months; null for other periods. */
export function placeOf(series: MonthSeries, period: Period): { start: number; months: number } | null {
  if (!isMonthAligned(period)) return null
  const months = monthsOf(period).length
  return months > 12 ? null : { start: monthNumber(period.start) - series.first, months }
}

/** The series as it stood after `count` months. */
export function firstMonths({ first, values }: MonthSeries, count: number): MonthSeries {
  return { first, values: values.slice(0, Math.max(0, count)) }
}

/** The earlier like periods the series knows in full, latest first, as {@link seasonalShare} takes them. */
export function likeYears(series: MonthSeries, period: Period): LikeYear[] {
  const place = placeOf(series, period)
  if (!place) return []
  const year = Number(period.start.slice(0, 4))
  const found: LikeYear[] = []
  for (let start = place.start - 12; start >= 0; start -= 12) {
    const values = series.values.slice(start, start + place.months)
    if (values.length < place.months) continue
    found.push(likeYear(values, likePeriod(period, year - (place.start - start) / 12)))
  }
  return found
}

/** Last day of the period's `count`-th month; the eve of the period's first for none. */
export function endOfMonth(period: Period, count: number): Day | null {
  return monthsOf(period)[count - 1]?.end ?? null
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function likeYear(values: readonly number[], period: Period): LikeYear {
  let cumulative = new Decimal(0)
  const points = monthsOf(period).map(({ end }, at) => {
    cumulative = cumulative.plus(values[at]!)
    return { end, cumulative }
  })
  return { year: Number(period.start.slice(0, 4)), points, total: cumulative }
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
