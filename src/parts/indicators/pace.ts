import { Decimal } from 'decimal.js'
import { addDays, calendarShare, type Day, daysBetween, daysIn, type Period, periodOf } from '#kernel/period.ts'
import type { NoOutlook, Outlook } from './outlook.ts'
import { PACE_RULE } from './pace-rule.ts'
import type { SeasonalShare } from './seasonal.ts'
import { satisfies, type TargetOperator } from './target-operator.ts'

export { PACE_RULE } from './pace-rule.ts'

export type PaceStatus = 'met' | 'ahead' | 'on' | 'behind' | 'unknown'

export interface TargetToPace {
  target: Decimal
  operator: TargetOperator
  period: Period
  /** the value so far, in the target's unit; null when nothing is known */
  actual: Decimal | null
  /** the day asked about, and the day through which the records run; pace is taken on the earlier of the two */
  on: Day
  through: Day | null
  seasonalShare: SeasonalShare | null
  outlook: Outlook | NoOutlook | null
  /** false for a level that does not add up over the period (a mean concentration, a rank); true unless told */
  accumulates?: boolean
}

/** Percentages and points are exact; they are rounded half-up to one decimal when printed, never before. */
export interface Pace {
  /** the day the pace stands for; null when no record runs into the period yet */
  day: Day | null
  completion: Decimal | null
  calendar: Decimal
  gap: Decimal | null
  seasonal: Decimal | null
  seasonalGap: Decimal | null
  /** what each month and each day left must bring, and what those gone by brought on the mean; null when none are left, or gone */
  runRateNeeded: RunRate | null
  runRateSoFar: RunRate | null
  status: PaceStatus
  /** the same rule on the seasonal gap: what the season says, beside the official word */
  seasonalStatus: PaceStatus
  rule: typeof PACE_RULE.code
  outlook: Outlook | NoOutlook | null
}

export interface RunRate {
  perMonth: Decimal
  perDay: Decimal
}

/** Completion of a target against the calendar and against the season, and what is needed from now on. */
export function paceOf(of: TargetToPace): Pace {
  const day = of.through !== null && of.through > of.on ? of.on : of.through
  const begun = day !== null && day >= of.period.start ? day : null
  const calendar = calendarShare(of.period, begun ?? of.on).times(100)
  const completion = completionOf(of)
  const seasonal = of.seasonalShare?.share.times(100) ?? null
  const gap = begun && completion ? completion.minus(calendar) : null
  const seasonalGap = begun && completion && seasonal ? completion.minus(seasonal) : null
  return {
    day: begun,
    completion,
    calendar,
    gap,
    seasonal,
    seasonalGap,
    runRateNeeded: begun && accumulates(of) ? rateNeeded(of, begun) : null,
    runRateSoFar: begun && accumulates(of) ? rateSoFar(of, begun) : null,
    status: begun ? statusOf(of, gap, begun) : 'unknown',
    seasonalStatus: begun && seasonalGap ? statusOf(of, seasonalGap, begun) : 'unknown',
    rule: PACE_RULE.code,
    outlook: of.outlook,
  }
}

function statusOf(of: TargetToPace, gap: Decimal | null, day: Day): PaceStatus {
  if (of.actual === null) return 'unknown'
  const closed = day >= of.period.end
  const holds = satisfies(of.actual, of.operator, of.target)
  if (closed) return holds ? 'met' : 'behind'
  if (!accumulates(of)) return holds ? 'on' : 'behind'
  if (isCeiling(of.operator)) return holds ? named(gap?.neg() ?? null) : 'behind'
  return holds ? 'met' : named(gap)
}

function named(gap: Decimal | null): PaceStatus {
  if (gap === null) return 'unknown'
  if (gap.gte(PACE_RULE.aheadFrom)) return 'ahead'
  return gap.lte(PACE_RULE.behindFrom) ? 'behind' : 'on'
}

function completionOf(of: TargetToPace): Decimal | null {
  if (of.actual === null || of.target.lte(0) || !accumulates(of)) return null
  return of.actual.div(of.target).times(100)
}

function rateNeeded({ target, actual, operator, period }: TargetToPace, day: Day): RunRate | null {
  if (actual === null || day >= period.end) return null
  const left = isCeiling(operator) ? target.minus(actual) : Decimal.max(0, target.minus(actual))
  return { perMonth: left.div(monthsBetween(day, period.end)), perDay: left.div(daysBetween(day, period.end)) }
}

function rateSoFar({ actual, period }: TargetToPace, day: Day): RunRate | null {
  if (actual === null) return null
  const eve = addDays(period.start, -1)
  const until = day < period.end ? day : period.end
  return { perMonth: actual.div(monthsBetween(eve, until)), perDay: actual.div(daysBetween(eve, until)) }
}

/** Months from the end of one day to the end of another; a month begun counts by its share of days. */
function monthsBetween(after: Day, through: Day): Decimal {
  return monthsAtEndOf(through).minus(monthsAtEndOf(after))
}

function monthsAtEndOf(day: Day): Decimal {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Decimal(date).div(daysIn(periodOf('month', day))).plus(year * 12 + month)
}

function isCeiling(operator: TargetOperator): boolean {
  return operator === '<' || operator === '<='
}

function accumulates(of: TargetToPace): boolean {
  return of.accumulates ?? true
}
