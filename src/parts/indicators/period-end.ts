import type { Period } from '#kernel/period.ts'
import { endOfMonth, likeYears, type MonthSeries, placeOf, total } from './month-series.ts'
import { mstlForecast } from './mstl.ts'
import { seasonalShare } from './seasonal.ts'
import { thetaForecast } from './theta.ts'

export type OutlookMethod = 'seasonal-share' | 'theta' | 'mstl' | 'last-year'

/** What the period is expected to come to, and which methods had a say. */
export interface PeriodEnd {
  value: number
  methods: OutlookMethod[]
}

const TWO_YEARS = 24

/**
 * The total a period is heading for, given all months the series knows (figures.md 6.3): the mean of
 * what is reached ÷ the seasonal share reached by now in earlier years, and
 * what is reached + the months left by the mean of Theta and MSTL on logarithms (two years of positive values or more).
 * Before the period's first month only the second can speak; where neither can, last year's total stands. Null without any.
 */
export function periodEnd(series: MonthSeries, period: Period): PeriodEnd | null {
  const place = placeOf(series, period)
  if (!place) return null
  const known = series.values.slice(place.start, place.start + place.months)
  const reached = total(known)
  if (known.length === place.months) return { value: reached, methods: [] }
  const voices = [byShare(series, period, known), byForecast(series, place, reached)].filter((voice) => voice !== null)
  if (voices.length === 0) return lastYear(series, period)
  return {
    value: total(voices.map((voice) => voice.value)) / voices.length,
    methods: voices.flatMap((voice) => voice.methods),
  }
}

function byShare(series: MonthSeries, period: Period, known: readonly number[]): PeriodEnd | null {
  const on = endOfMonth(period, known.length)
  const share = on && seasonalShare({ history: likeYears(series, period), period, on })?.share.toNumber()
  return share ? { value: total(known) / share, methods: ['seasonal-share'] } : null
}

function byForecast(series: MonthSeries, place: { start: number; months: number }, reached: number): PeriodEnd | null {
  const { values } = series
  if (values.length < TWO_YEARS || values.some((value) => value <= 0)) return null
  const end = place.start + place.months
  const left = end - Math.max(values.length, place.start)
  const horizon = end - values.length
  const theta = total(thetaForecast(values, horizon).slice(-left))
  const mstl = mstlForecast(values, horizon)
  if (mstl === null) return { value: reached + theta, methods: ['theta'] }
  return { value: reached + (theta + total(mstl.slice(-left))) / 2, methods: ['theta', 'mstl'] }
}

function lastYear(series: MonthSeries, period: Period): PeriodEnd | null {
  const [latest] = likeYears(series, period)
  return latest ? { value: latest.total.toNumber(), methods: ['last-year'] } : null
}
