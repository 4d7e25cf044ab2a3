import { Decimal } from 'decimal.js'
import { addDays, parsePeriod, samePeriod, yearBefore } from '#kernel/period.ts'
import { isYear, type Published } from './published.ts'

/** Why no growth may be told between two figures; each has words in the refusals of the part. */
export type BreakReason =
  | 'scopes-differ'
  | 'things-differ'
  | 'units-differ'
  | 'kinds-differ'
  | 'spans-differ'
  | 'undated'
  | 'base-not-positive'

export type Chained = { growth: string; why?: undefined } | { growth?: undefined; why: BreakReason }

/**
 * The growth from `base` to `later` in percent with one decimal, half-up, or why there is none. Figures chain only when they count the
 * same trains (scope), the same thing in the same unit (列 is not 班), over the same stretch of two years; a cumulative figure never
 * chains with one of a period.
 */
export function growthBetween(base: Published, later: Published): Chained {
  const why = breakBetween(base, later)
  if (why) return { why }
  const from = new Decimal(base.value)
  if (!from.isPositive() || from.isZero()) return { why: 'base-not-positive' }
  const growth = new Decimal(later.value).div(from).minus(1).times(100)
  return { growth: growth.toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toFixed(1) }
}

/** Null when the two may stand in one series. */
export function breakBetween(base: Published, later: Published): BreakReason | null {
  if (base.scope !== later.scope) return 'scopes-differ'
  if (base.what !== later.what || base.form !== 'level' || later.form !== 'level') return 'things-differ'
  if (base.unit !== later.unit) return 'units-differ'
  if (base.kind !== later.kind) return 'kinds-differ'
  if (base.certainty === 'undated' || later.certainty === 'undated') return 'undated'
  if (base.kind === 'cumulative') return base.endsOn < later.endsOn ? null : 'spans-differ'
  return sameStretch(base.period, later.period) ? null : 'spans-differ'
}

/** Whether the earlier period is the same stretch of an earlier year. */
function sameStretch(earlier: string, later: string): boolean {
  const wanted = parsePeriod(earlier)
  let period = parsePeriod(later)
  if (period.start <= wanted.start) return false
  while (period.start > wanted.start) period = yearBefore(period)
  return samePeriod(period, wanted)
}

/** Years that may be drawn as one: of one scope, one unit, without a missing year. */
export interface Segment {
  scope: string
  unit: string
  years: Published[]
}

/**
 * Whole years of one thing, cut wherever the scope or the unit changes or a year is missing; never one line across. In the order of the
 * scopes' first years.
 */
export function segmentsOf(figures: readonly Published[], what: Published['what']): Segment[] {
  const years = figures.filter((one) => isYear(one) && one.what === what && one.form === 'level')
  const byScope = [...Map.groupBy(years, ({ scope }) => scope).values()]
  const segments = byScope.flatMap((own) => cut(own.toSorted((a, b) => (a.period < b.period ? -1 : 1))))
  return segments.toSorted((a, b) => (a.years[0]!.period < b.years[0]!.period ? -1 : 1))
}

function cut(years: readonly Published[]): Segment[] {
  const segments: Segment[] = []
  for (const year of years) {
    const last = segments.at(-1)
    const before = last?.years.at(-1)
    if (last && before && breakBetween(before, year) === null && follows(before, year)) last.years.push(year)
    else segments.push({ scope: year.scope, unit: year.unit, years: [year] })
  }
  return segments
}

const follows = (before: Published, year: Published): boolean => addDays(before.endsOn, 1) === year.startsOn
