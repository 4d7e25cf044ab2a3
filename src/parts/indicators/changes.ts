import { Decimal } from 'decimal.js'
import { type Interval, intervalOfPrinted } from '#kernel/decimal.ts'

/** Growth in percent; points between two percentages; plain difference in the unit itself (优良天数 6 more days). */
export type ChangeKind = 'growth' | 'points' | 'difference'

export const POINTS = '个百分点'

/** Why there is no change to tell. */
export type NoChange = 'current-missing' | 'base-missing' | 'base-not-positive'

/** `value` is exact, in `unit`; null with the reason when nothing can be said. */
export type Change =
  | { kind: ChangeKind; value: Decimal; unit: string; reason: null }
  | { kind: ChangeKind; value: null; unit: string; reason: NoChange }

/** The change an indicator tells when its declaration names none: points when it is itself a percentage, else growth. */
export function changeKindOf(unit: string): ChangeKind {
  return unit === '%' || unit === POINTS ? 'points' : 'growth'
}

/**
 * The change of a value against its base, both in `unit`. Growth needs a base above zero: against nothing or a loss no percentage
 * has a meaning ('base-not-positive'). Which base (supplied, published, computed) is the caller's rule (figures.md 5.2).
 */
export function changeOf(of: {
  current: Decimal | null
  base: Decimal | null
  unit: string
  kind?: ChangeKind
}): Change {
  const { current, base, unit } = of
  const kind = of.kind ?? changeKindOf(unit)
  const printed = unitOfChange(kind, unit)
  const none = (reason: NoChange): Change => ({ kind, value: null, unit: printed, reason })
  if (current === null) return none('current-missing')
  if (base === null) return none('base-missing')
  if (kind !== 'growth') return { kind, value: current.minus(base), unit: printed, reason: null }
  if (base.lte(0)) return none('base-not-positive')
  return { kind, value: growth(current, base), unit: printed, reason: null }
}

/** The base that a level and its growth in percent imply: 331 at +10% stood on 300.9…; null at −100% and below. */
export function baseImplied(current: Decimal, growthPercent: Decimal): Decimal | null {
  const ratio = growthPercent.div(100).plus(1)
  return ratio.lte(0) ? null : current.div(ratio)
}

/**
 * Every growth in percent that two printed levels allow: each may be anything that rounds to its digits (figures.md 5.6).
 * Null when the base's range touches zero.
 */
export function intervalOfGrowth(printedCurrent: string, printedBase: string): Interval | null {
  const [current, base] = [intervalOfPrinted(printedCurrent), intervalOfPrinted(printedBase)]
  if (base.lo.lte(0)) return null
  // A loss shrinks when its base grows, so a negative bound meets the other end of the base.
  return {
    lo: growth(current.lo, current.lo.isNegative() ? base.lo : base.hi),
    hi: growth(current.hi, current.hi.isNegative() ? base.hi : base.lo),
  }
}

/** Whether a printed figure may be one of the values of an interval, its own rounding allowed for. */
export function agrees(printed: string, allowed: Interval): boolean {
  const own = intervalOfPrinted(printed)
  return own.lo.lte(allowed.hi) && own.hi.gte(allowed.lo)
}

/** Whether printed parts may add to the printed total: each rounded once by itself (修约误差, figures.md 5.6). */
export function sumAgrees(printedParts: readonly string[], printedTotal: string): boolean {
  const parts = printedParts.map(intervalOfPrinted)
  return agrees(printedTotal, {
    lo: parts.reduce((sum, part) => sum.plus(part.lo), new Decimal(0)),
    hi: parts.reduce((sum, part) => sum.plus(part.hi), new Decimal(0)),
  })
}

function growth(current: Decimal, base: Decimal): Decimal {
  return current.minus(base).div(base).times(100)
}

function unitOfChange(kind: ChangeKind, unit: string): string {
  if (kind === 'growth') return '%'
  return kind === 'points' ? POINTS : unit
}
