import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { roundOnce } from '#kernel/decimal.ts'
import { type Day, parsePeriod, periodsBetween } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { reportedSeries } from '#parts/economy/reported.ts'
import { type Indicator, indicatorIn } from './catalogue.ts'
import { figureOf } from './figure.ts'
import { changeOnYear, exactChange } from './growth.ts'
import { leafReferences } from './leaves.ts'
import type { Point } from './pace-shapes.ts'
import { type PointOf, pointsOf } from './point-series.ts'
import { type Reckoning, reckoning, toldTo, unitsFor } from './reckoning.ts'

/** A page draws no more; two of these would be forty years. */
const MONTHS_MOST = 240

export interface SeriesAsked {
  indicator: string
  from: Day
  to: Day
  area?: string | undefined
  asOf?: Date | undefined
}

/**
 * An indicator month by month: own values, the year to each month's end, and its growth by the indicator's rule. Months the sources
 * do not reach are left out; months without a value have null. Refuses `indicators/unknown`, `indicators/span-too-long`.
 */
export async function seriesOf(tx: Tx, asked: SeriesAsked): Promise<{ indicator: Indicator; points: Point[] }> {
  const { area, asOf } = asked
  const at = await reckoning(tx, { ...(area === undefined ? {} : { area }), ...(asOf ? { asOf } : {}) })
  const indicator = indicatorIn(at.catalogue, asked.indicator)
  return { indicator, points: await seriesIn(at, indicator, asked) }
}

export async function seriesIn(
  at: Reckoning,
  indicator: Indicator,
  { from, to }: { from: Day; to: Day },
): Promise<Point[]> {
  if (from > to || periodsBetween('month', from, to).length > MONTHS_MOST) {
    refuse('indicators/span-too-long', { most: MONTHS_MOST, from, to })
  }
  const yearEarlier = `${Number(from.slice(0, 4)) - 1}-01-01`
  const all = await pointsOf(at, indicator, { from: yearEarlier, to, by: 'month' })
  const growthOf = await growthRule(at, indicator, all)
  const shown = all.filter(({ at: month }) => month >= from.slice(0, 7))
  const points: Point[] = []
  for (const point of shown) {
    const growth = await growthOf(point)
    points.push({
      ...{ month: point.at, value: printed(indicator, point.own), cumulative: printed(indicator, point.cumulative) },
      ...{ growth: growth.value, growthUnit: growth.unit },
    })
  }
  return points
}

type Growth = { value: string | null; unit: string }

/** How the growth of a point is told: published and supplied as reported, computed from the point a year earlier. */
async function growthRule(
  at: Reckoning,
  indicator: Indicator,
  points: readonly PointOf[],
): Promise<(point: PointOf) => Promise<Growth> | Growth> {
  const last = points.at(-1)
  const unit = (await changeNow(at, indicator, last)).unit
  if (indicator.growth === 'published' || indicator.growth === 'supplied') {
    const told = await reportedGrowth(at, indicator, points)
    return ({ at: month }) => ({ value: told.get(month) ?? null, unit })
  }
  const byMonth = new Map(points.map((point) => [point.at, point.cumulative]))
  return (point) => {
    if (indicator.growth === 'none') return { value: null, unit }
    // The month the sources end in may be cut short: it is compared like for like to its last day.
    if (point === last) return changeNow(at, indicator, point)
    const earlier = byMonth.get(`${Number(point.at.slice(0, 4)) - 1}${point.at.slice(4)}`) ?? null
    const change = exactChange(indicator, point.cumulative, earlier)
    return { value: change && roundOnce(change, { places: 1, mode: 'half-up' }).toFixed(), unit }
  }
}

async function changeNow(at: Reckoning, indicator: Indicator, last: PointOf | undefined): Promise<Growth> {
  const end = last?.end ?? '2000-12-31'
  const period = parsePeriod(`${end.slice(0, 4)}-01/${end.slice(0, 7)}`)
  const { value, unit } = await changeOnYear(
    at,
    await figureOf(at, indicator, { period, ruledOn: end, reach: 'to-date' }),
  )
  return { value, unit }
}

async function reportedGrowth(
  at: Reckoning,
  indicator: Indicator,
  points: readonly PointOf[],
): Promise<Map<string, string | null>> {
  const [first, last] = [points[0], points.at(-1)]
  const [item] = last ? leafReferences(at, indicator, last.end).values() : []
  if (!first || !last || !item) return new Map()
  const units = await unitsFor(at, last.end)
  const span = { from: `${first.at}-01`, to: last.end, units, told: await toldTo(at, item.name) }
  const reports = await reportedSeries(at.tx, { item: item.name, ...span })
  return new Map(
    reports.map(({ end, growth, value, base }) => [
      end.slice(0, 7),
      indicator.growth === 'published' ? growth : supplied(indicator, value, base),
    ]),
  )
}

function supplied(indicator: Indicator, value: string | null, base: string | null): string | null {
  const change = exactChange(
    indicator,
    value === null ? null : new Decimal(value),
    base === null ? null : new Decimal(base),
  )
  return change && roundOnce(change, { places: 1, mode: 'half-up' }).toFixed()
}

function printed(indicator: Indicator, value: Decimal | null): string | null {
  return value && roundOnce(value, indicator.rounding).toFixed()
}
