import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { roundOnce } from '#kernel/decimal.ts'
import { type Day, type Period, parsePeriod, toDate } from '#kernel/period.ts'
import { convert } from '#kernel/units.ts'
import { answered, versionsKey } from './answers.ts'
import { type Indicator, indicatorIn } from './catalogue.ts'
import { figureOf } from './figure.ts'
import { monthsKnown, yearsLike } from './history.ts'
import { foresee } from './leaves.ts'
import { type NoOutlook, type Outlook, outlooksOf } from './outlook.ts'
import { PACE_RULE, type Pace, paceOf, type RunRate } from './pace.ts'
import type { PaceAnswer, PaceTarget } from './pace-shapes.ts'
import { type Reckoning, reckoning } from './reckoning.ts'
import { seasonalShare } from './seasonal.ts'
import type { TargetOperator } from './target-operator.ts'
import { targetsInForce } from './targets.ts'

export interface PaceAsked {
  year: number
  /** the day the pace is of; what its records say of later days does not count */
  on: Day
  area?: string | undefined
  asOf?: Date | undefined
}

/**
 * The year's targets against the calendar and against the season, with what is needed from now on and the outlook. Percentages
 * with one decimal, half-up, from exact values. Computed anew when anything it stands on has changed.
 */
export async function paceOn(tx: Tx, asked: PaceAsked): Promise<PaceAnswer> {
  const { year, on, area, asOf } = asked
  const question = ['pace', year, on, area, asOf?.toISOString()]
  return answered(await versionsKey(tx), question, () => computePace(tx, asked))
}

async function computePace(tx: Tx, { year, on, area, asOf }: PaceAsked): Promise<PaceAnswer> {
  const at = await reckoning(tx, { ...(area === undefined ? {} : { area }), ...(asOf ? { asOf } : {}) })
  const targets = await targetsInForce(tx, year, asOf)
  foresee(
    at,
    targets.map(({ indicator }) => indicatorIn(at.catalogue, indicator)),
    on,
  )
  const aims: Aim[] = []
  for (const row of targets) {
    const target = { value: new Decimal(row.value), unit: row.unit, operator: row.operator }
    aims.push(await aimOf(at, { ...row, period: parsePeriod(row.period) }, target, on))
  }
  const outlooks = outlooksOf(aims.map((aim) => ({ ...aim.toForesee })))
  const rows = aims.map((aim) => rowOf(aim, outlooks.get(aim.toForesee.code) ?? null, on))
  const ofYear = rows.filter(({ period }) => period === String(year)).sort(mostBehindFirst)
  const count = (status: PaceTarget['status']) => ofYear.filter((row) => row.status === status).length
  return {
    ...{ year, on, asOf: asOf?.toISOString() ?? null, area: at.area.code },
    targets: ofYear,
    others: rows.filter(({ period }) => period !== String(year)),
    counts: {
      ...{ total: ofYear.length, met: count('met'), ahead: count('ahead'), on: count('on') },
      ...{ behind: count('behind'), unknown: count('unknown') },
    },
    rule: PACE_RULE.words,
  }
}

/** A target with what is known of its indicator, all in the target's unit. */
interface Aim {
  indicator: Indicator
  period: Period
  operator: TargetOperator
  target: Decimal
  unit: string
  actual: Decimal | null
  through: Day | null
  seasonal: ReturnType<typeof seasonalShare>
  toForesee: Parameters<typeof outlooksOf>[0][number]
}

async function aimOf(
  at: Reckoning,
  of: { indicator: string; period: Period },
  target: { value: Decimal; unit: string; operator: TargetOperator },
  on: Day,
): Promise<Aim> {
  const indicator = indicatorIn(at.catalogue, of.indicator)
  const { period } = of
  const begun = on >= period.start
  const reached = begun
    ? await figureOf(at, indicator, {
        period: toDate(period, on),
        ruledOn: on < period.end ? on : period.end,
        reach: 'latest',
      })
    : null
  const inTarget = (value: Decimal) => convert(value, indicator.unit, target.unit)
  const through = reached?.through ?? null
  const day = through ?? on
  const months = indicator.accumulates ? await monthsKnown(at, indicator, through ?? on) : []
  const history = begun && indicator.accumulates ? await yearsLike(at, indicator, period) : []
  return {
    ...{ indicator, period, operator: target.operator, target: target.value, unit: target.unit, through },
    actual: reached?.value ? inTarget(reached.value) : null,
    seasonal: begun ? seasonalShare({ history, period, on: day }) : null,
    toForesee: {
      code: `${indicator.code} ${period.text}`,
      series: months.map(({ month, value }) => ({ month, value: inTarget(value) })),
      period,
      target: { value: target.value, operator: target.operator },
    },
  }
}

function rowOf(aim: Aim, outlook: Outlook | NoOutlook | null, on: Day): PaceTarget {
  const { indicator, period, operator, target, unit, actual, through, seasonal } = aim
  const { accumulates } = indicator
  const pace = paceOf({ target, operator, period, actual, on, through, seasonalShare: seasonal, outlook, accumulates })
  const places = { ...indicator.rounding, places: indicator.rounding.places + shiftOf(indicator.unit, unit) }
  const printed = (value: Decimal | null) => value && roundOnce(value, places).toFixed()
  return {
    ...{
      indicator: indicator.code,
      name: indicator.name,
      target: target.toFixed(),
      operator,
      period: period.text,
      unit,
    },
    ...{ actual: printed(actual), ...percentsOf(pace), status: pace.status, seasonalStatus: pace.seasonalStatus },
    ...outlookIn(outlook, (digits) => roundOnce(new Decimal(digits), places).toFixed()),
    ...{
      through,
      runRateNeeded: rate(pace.runRateNeeded, places.places),
      runRateSoFar: rate(pace.runRateSoFar, places.places),
    },
    ...{ historyMonths: seasonal?.months ?? 0, begun: on >= period.start, rule: pace.rule },
  }
}

function percentsOf(pace: Pace) {
  return {
    completion: percent(pace.completion),
    calendar: percent(pace.calendar),
    gap: percent(pace.gap),
    seasonal: percent(pace.seasonal),
    seasonalGap: percent(pace.seasonalGap),
  }
}

function percent<P extends Decimal | null>(value: P): P extends Decimal ? string : string | null
function percent(value: Decimal | null): string | null {
  return value && roundOnce(value, { places: 1, mode: 'half-up' }).toFixed(1)
}

function outlookIn(
  outlook: Outlook | NoOutlook | null,
  printed: (digits: string) => string,
): Pick<PaceTarget, 'outlook' | 'noOutlook'> {
  if (outlook === null) return { outlook: null, noOutlook: null }
  if ('refused' in outlook) return { outlook: null, noOutlook: { code: outlook.refused, details: outlook.details } }
  const { value, low, high, level, probability, monthsKnown, monthsOfHistory, methods } = outlook
  const range = { value: printed(value), low: printed(low), high: printed(high), level, probability }
  return { outlook: { ...range, monthsKnown, monthsOfHistory, methods }, noOutlook: null }
}

/** A rate is an estimate of what it takes: one digit more than the figure itself has. */
function rate(of: RunRate | null, places: number): { perMonth: string; perDay: string } | null {
  const printed = (value: Decimal) => roundOnce(value, { places: places + 1, mode: 'half-up' }).toFixed()
  return of && { perMonth: printed(of.perMonth), perDay: printed(of.perDay) }
}

/** How many digits the decimal point moves from one unit to another. */
function shiftOf(from: string, to: string): number {
  const scale = convert(new Decimal(1), to, from).log(10)
  return scale.isInteger() ? scale.toNumber() : 0
}

function mostBehindFirst(a: PaceTarget, b: PaceTarget): number {
  if (a.gap === null || b.gap === null) return Number(a.gap === null) - Number(b.gap === null)
  return new Decimal(a.gap).cmp(b.gap)
}
