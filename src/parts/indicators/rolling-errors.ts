import type { Period } from '#kernel/period.ts'
import { firstMonths, likeYears, type MonthSeries, placeOf, total } from './month-series.ts'
import { periodEnd } from './period-end.ts'
import { likePeriod } from './seasonal.ts'

/**
 * How far forecasts made after `known` months of earlier like periods were from what came: log(actual ÷ forecast), latest first.
 * Each forecast saw only the months known at its time, and at least one like period before it (rolling origin).
 */
export function rollingErrors(series: MonthSeries, period: Period, known: number): number[] {
  const place = placeOf(series, period)
  if (!place) return []
  const errors: number[] = []
  for (const { year } of likeYears(series, period)) {
    const like = likePeriod(period, year)
    const start = placeOf(series, like)!.start
    const forecast = periodEnd(firstMonths(series, start + known), like)?.value ?? 0
    const actual = total(series.values.slice(start, start + place.months))
    if (forecast > 0 && actual > 0) errors.push(Math.log(actual / forecast))
  }
  return errors
}
