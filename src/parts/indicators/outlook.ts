import { Decimal } from 'decimal.js'
import type { Period } from '#kernel/period.ts'
import { type ErrorSpread, errorSpread, quantile } from './error-spread.ts'
import { type MonthlyPoint, type MonthSeries, monthSeries, placeOf, total } from './month-series.ts'
import { type OutlookMethod, periodEnd } from './period-end.ts'
import { rollingErrors } from './rolling-errors.ts'
import { satisfies, type TargetOperator } from './target-operator.ts'

/** Full years of history an outlook needs before its period begins. */
export const YEARS_NEEDED = 3

/** Amounts are decimal strings of six significant digits in the series' unit; `probability` (0 to 1) is null without a target. */
export interface Outlook {
  value: string
  low: string
  high: string
  /** share of years in which the range should hold */
  level: '0.8'
  probability: string | null
  /** months of the period known, and months before it */
  monthsKnown: number
  monthsOfHistory: number
  methods: OutlookMethod[]
  /** past forecast errors the range stands on, and how they became a range */
  errors: number
  rangeFrom: ErrorSpread['from'] | 'complete'
}

/** No outlook is an answer too; the code has words in outlook-texts.ts. */
export interface NoOutlook {
  refused: 'indicators/history-too-short' | 'indicators/history-broken' | 'indicators/period-not-forecast'
  details: { years: number; needed: number }
}

export interface ToForesee {
  code: string
  /** months' own values from the beginning of history to the last complete month known */
  series: readonly MonthlyPoint[]
  period: Period
  target?: { value: Decimal; operator: TargetOperator }
}

/**
 * Outlooks for a set of siblings (the zone's targets of a year), by code: expected total of the period, its 80% range from the
 * set's own past forecast errors, and the probability of reaching the target. One series alone is a set of one.
 */
export function outlooksOf(set: readonly ToForesee[]): Map<string, Outlook | NoOutlook> {
  const prepared = set.map(prepare)
  const errorsAfter = remember((at: Ready, known: number) => rollingErrors(at.series, at.period, known))
  const outlooks = new Map<string, Outlook | NoOutlook>()
  for (const one of prepared) {
    if ('refused' in one) {
      outlooks.set(one.code, { refused: one.refused, details: one.details })
      continue
    }
    const siblings = prepared.filter((other) => other !== one && !('refused' in other)) as Ready[]
    const spread = errorSpread({
      own: errorsAfter(one, one.known),
      siblings: siblings.map((sibling) => errorsAfter(sibling, one.known)),
    })
    outlooks.set(one.code, outlookOf(one, spread))
  }
  return outlooks
}

interface Ready {
  code: string
  series: MonthSeries
  period: Period
  /** index of the period's first month, its months, and how many of them are known */
  start: number
  months: number
  known: number
  target: ToForesee['target']
}

function prepare({ code, series: points, period, target }: ToForesee): Ready | (NoOutlook & { code: string }) {
  const none = (refused: NoOutlook['refused'], years = 0) => ({
    code,
    refused,
    details: { years, needed: YEARS_NEEDED },
  })
  if (points.length === 0) return none('indicators/history-too-short')
  const series = monthSeries(points)
  if (!series) return none('indicators/history-broken')
  const place = placeOf(series, period)
  if (!place) return none('indicators/period-not-forecast')
  const years = Math.floor(Math.min(place.start, series.values.length) / 12)
  if (years < YEARS_NEEDED) return none('indicators/history-too-short', Math.max(0, years))
  const known = Math.min(place.months, Math.max(0, series.values.length - place.start))
  return { code, series, period, ...place, known, target }
}

function outlookOf(ready: Ready, spread: ErrorSpread | null): Outlook | NoOutlook {
  const { series, start, known, months, period, target } = ready
  const end = periodEnd(series, period)
  const complete = known === months
  if (!end || (!spread && !complete)) {
    return { refused: 'indicators/history-too-short', details: { years: 0, needed: YEARS_NEEDED } }
  }
  const reached = total(series.values.slice(start, start + known))
  // What is reached cannot be lost again where no month was ever negative.
  const floor = series.values.every((value) => value >= 0) ? reached : Number.NEGATIVE_INFINITY
  const totals = complete ? [end.value] : spread!.draws.map((error) => Math.max(floor, end.value * Math.exp(error)))
  return {
    value: sixDigits(Math.max(floor, end.value)),
    low: sixDigits(quantile(totals, 0.1)),
    high: sixDigits(quantile(totals, 0.9)),
    level: '0.8',
    probability: target ? probabilityOf(totals, target, { floor, complete }) : null,
    monthsKnown: known,
    monthsOfHistory: start,
    methods: end.methods,
    errors: spread?.errors ?? 0,
    rangeFrom: complete ? 'complete' : spread!.from,
  }
}

/** Never 0 or 1 while anything is open: half a draw either way stands for what has not been seen yet. */
function probabilityOf(
  totals: readonly number[],
  { value: target, operator }: NonNullable<ToForesee['target']>,
  { floor, complete }: { floor: number; complete: boolean },
): string {
  const reaches = (amount: number) => satisfies(new Decimal(amount).toSignificantDigits(12), operator, target)
  const upwards = operator === '>' || operator === '>='
  const settled = complete || (Number.isFinite(floor) && reaches(floor) === upwards)
  if (settled) return reaches(complete ? totals[0]! : floor) ? '1' : '0'
  return new Decimal(totals.filter(reaches).length + 0.5)
    .div(totals.length + 1)
    .toDecimalPlaces(3)
    .toFixed()
}

function sixDigits(amount: number): string {
  return new Decimal(amount).toSignificantDigits(6).toFixed()
}

function remember(count: (at: Ready, known: number) => number[]): (at: Ready, known: number) => number[] {
  const found = new Map<Ready, Map<number, number[]>>()
  return (at, known) => {
    const own = found.get(at) ?? new Map<number, number[]>()
    found.set(at, own)
    const errors = own.get(known) ?? count(at, known)
    own.set(known, errors)
    return errors
  }
}
