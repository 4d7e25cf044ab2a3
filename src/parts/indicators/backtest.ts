import { Decimal } from 'decimal.js'
import type { Period } from '#kernel/period.ts'
import { quantile } from './error-spread.ts'
import {
  firstMonths,
  likeYears,
  type MonthlyPoint,
  type MonthSeries,
  monthSeries,
  placeOf,
  total,
} from './month-series.ts'
import { outlooksOf } from './outlook.ts'

/** A closed period with its whole history: what a forecast made inside it should have said is known. */
export interface Closed {
  code: string
  series: readonly MonthlyPoint[]
  period: Period
}

/** Absolute errors in percent of the actual total. */
export interface MethodErrors {
  method: 'calendar' | 'last-year' | 'outlook'
  mean: number
  median: number
}

/** One forecast that said a probability, and what came. */
export interface Saying {
  said: number
  happened: boolean
}

export interface Backtest {
  /** months of the period known to every forecast, and series tested */
  months: number
  series: number
  methods: MethodErrors[]
  /** share of actual totals inside the 80% range, and the range's median width in percent of the forecast */
  coverage: number
  width: number
  /** said: the probability of beating the year before */
  sayings: Saying[]
}

/**
 * Forecasts each closed period from its first `months` months and compares with what came (figures.md 6.3). Calendar pace and last
 * year's profile are the bars to beat. Series that the outlook refuses or that have no positive total are left out of all methods.
 */
export function backtest(set: readonly Closed[], months: number): Backtest {
  const trials = set.flatMap((closed) => trialOf(closed, months) ?? [])
  const outlooks = outlooksOf(
    trials.map(({ code, known, period, before }) => ({
      code,
      period,
      series: known,
      target: { value: new Decimal(before), operator: '>' },
    })),
  )
  const told = trials.flatMap((trial) => {
    const outlook = outlooks.get(trial.code)
    return outlook && !('refused' in outlook) ? [{ ...trial, outlook }] : []
  })
  const errorsOf = (forecast: (trial: (typeof told)[number]) => number) =>
    told.map((trial) => Math.abs(forecast(trial) / trial.actual - 1) * 100)
  const inside = told.filter(({ actual, outlook }) => Number(outlook.low) <= actual && actual <= Number(outlook.high))
  return {
    months,
    series: told.length,
    methods: [
      { method: 'calendar', ...summary(errorsOf(({ reached, length }) => (reached * length) / months)) },
      {
        method: 'last-year',
        ...summary(errorsOf(({ reached, before, reachedBefore }) => (before * reached) / reachedBefore)),
      },
      { method: 'outlook', ...summary(errorsOf(({ outlook }) => Number(outlook.value))) },
    ],
    coverage: inside.length / told.length,
    width: median(
      told.map(({ outlook: { low, high, value } }) => ((Number(high) - Number(low)) / Number(value)) * 100),
    ),
    sayings: told.map(({ outlook, actual, before }) => ({
      said: Number(outlook.probability),
      happened: actual > before,
    })),
  }
}

/** Said x%, happened y%: forecasts grouped by what they said, in `bins` equal steps; empty groups are left out. */
export function reliabilityOf(
  sayings: readonly Saying[],
  bins = 5,
): { from: number; to: number; said: number; happened: number; count: number }[] {
  return Array.from({ length: bins }, (_, bin) => {
    const group = sayings.filter(({ said }) => Math.min(bins - 1, Math.floor(said * bins)) === bin)
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      said: total(group.map(({ said }) => said)) / group.length,
      happened: group.filter(({ happened }) => happened).length / group.length,
      count: group.length,
    }
  }).filter(({ count }) => count > 0)
}

interface Trial {
  code: string
  period: Period
  known: MonthlyPoint[]
  length: number
  actual: number
  reached: number
  before: number
  reachedBefore: number
}

function trialOf({ code, series: points, period }: Closed, months: number): Trial | null {
  const series = monthSeries(points)
  const place = series && placeOf(series, period)
  if (!series || !place || months < 1 || months >= place.months) return null
  const values = (from: number, count: number) => series.values.slice(from, from + count)
  const [actual, before] = [total(values(place.start, place.months)), total(values(place.start - 12, place.months))]
  const [reached, reachedBefore] = [total(values(place.start, months)), total(values(place.start - 12, months))]
  const closed = series.values.length >= place.start + place.months && likeYears(series, period).length > 0
  if (!closed || Math.min(actual, before, reached, reachedBefore) <= 0) return null
  const known = pointsOf(points, firstMonths(series, place.start + months))
  return { code, period, known, length: place.months, actual, reached, before, reachedBefore }
}

function pointsOf(points: readonly MonthlyPoint[], { values }: MonthSeries): MonthlyPoint[] {
  return [...points].sort((a, b) => (a.month < b.month ? -1 : 1)).slice(0, values.length)
}

function summary(errors: readonly number[]): { mean: number; median: number } {
  return { mean: total(errors) / errors.length, median: median(errors) }
}

function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}
