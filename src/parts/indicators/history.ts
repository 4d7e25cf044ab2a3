import type { Decimal } from 'decimal.js'
import { addDays, type Day, type Period, periodOf } from '#kernel/period.ts'
import type { Indicator } from './catalogue.ts'
import type { MonthlyPoint } from './month-series.ts'
import { knowsDays, type PointOf, pointsOf } from './point-series.ts'
import type { Reckoning } from './reckoning.ts'
import { type LikeYear, likePeriod, YEARS_USED } from './seasonal.ts'

/** Years back in which monthly history is looked for; forecasts gain nothing from older ones. */
const YEARS_BACK = 8

/** Own values of the complete months up to a day, from the beginning of unbroken history. */
export async function monthsKnown(at: Reckoning, indicator: Indicator, through: Day): Promise<MonthlyPoint[]> {
  const month = periodOf('month', through)
  const to = month.end === through ? through : addDays(month.start, -1)
  const from = `${Number(to.slice(0, 4)) - YEARS_BACK}-01-01`
  const points = await pointsOf(at, indicator, { from, to, by: 'month' })
  const first = points.findIndex(({ own }) => own !== null)
  if (first < 0) return []
  return points.slice(first).flatMap(({ at: text, own }) => (own ? [{ month: text, value: own }] : []))
}

/** The earlier like periods, closed, with what had been reached by each known day or month. */
export async function yearsLike(at: Reckoning, indicator: Indicator, period: Period): Promise<LikeYear[]> {
  const year = Number(period.start.slice(0, 4))
  const by = knowsDays(at, indicator, period.end) ? 'day' : 'month'
  const found: LikeYear[] = []
  for (let back = 1; back <= YEARS_USED; back++) {
    const like = likePeriod(period, year - back)
    const points = await pointsOf(at, indicator, { from: like.start, to: like.end, by })
    const inside = points.filter(({ end }) => end >= like.start && end <= like.end)
    const total = reachedWithin(points, like, inside.at(-1))
    if (!total || inside[0]!.end > addDays(like.start, MONTH)) continue
    const reached = inside.flatMap((point) => {
      const cumulative = reachedWithin(points, like, point)
      return cumulative ? [{ end: point.end, cumulative }] : []
    })
    found.push({ year: year - back, points: reached, total })
  }
  return found
}

// A year whose records begin later than this did not have its beginning.
const MONTH = 31

/** What the like period had brought by a point: the year to it less the year to the eve of the period. */
function reachedWithin(points: readonly PointOf[], like: Period, point: PointOf | undefined): Decimal | null {
  if (!point?.cumulative) return null
  if (like.start.endsWith('-01-01')) return point.cumulative
  const eve = points.findLast(({ end }) => end < like.start)
  return eve?.cumulative ? point.cumulative.minus(eve.cumulative) : null
}
