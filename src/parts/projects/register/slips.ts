import { type Day, daysBetween } from '#kernel/period.ts'

/** The days of one milestone that its slip is reckoned from. */
export interface SlipDays {
  metOn: Day | null
  /** as told last */
  expectedOn: Day | null
  dueOn: Day | null
  /** the day in the first and in the current frozen baseline */
  baseline: { first: Day | null; current: Day | null }
  /** the day expected as told by the end of last month, or the day it was met on if it was by then */
  lastMonth: Day | null
  /** a milestone that is not met by then is late at least until then */
  today: Day
}

export interface Slip {
  first: number | null
  current: number | null
  lastMonth: number | null
}

/**
 * Days late (negative: early) against the first baseline, the current one and what was expected a month ago, at once. The day is the
 * one it was met on, else the one expected, else the one it is due on, and never a past one while it is not met. Null where there is nothing to stand against.
 */
export function slipOf({ metOn, expectedOn, dueOn, baseline, lastMonth, today }: SlipDays): Slip {
  const open = expectedOn ?? dueOn
  const day = metOn ?? (open !== null && open < today ? today : open)
  const since = (base: Day | null) => (base === null || day === null ? null : daysBetween(base, day))
  return { first: since(baseline.first), current: since(baseline.current), lastMonth: since(lastMonth) }
}
