import { Decimal } from 'decimal.js'
import { type Interval, overlaps } from '../interval.ts'
import type { Reason, Statement } from '../report.ts'
import { placesOf, type Seen } from './scene.ts'
import type { StatementCode } from './texts.ts'

/** A statement before it gets its place. */
export type Said = Omit<Statement, 'place'>

/** What the other figures say of the result: every value they allow and, where all are plain numbers, the one they print. */
export interface Allowed {
  interval: Interval
  point: Decimal | null
}

/** `yes` where the printed numbers themselves give the result, `rounding` where only their intervals do. */
export function holds(result: Seen, allowed: Allowed): Statement['holds'] {
  const { point } = allowed
  if (!result.interval) return 'no'
  if (!overlaps(result.interval, allowed.interval)) return isCut(result, point) ? 'rounding' : 'no'
  if (!point || !result.point) return 'yes'
  return point.minus(result.point).abs().times(2).lte(stepOf(result)) ? 'yes' : 'rounding'
}

/** 增长76% for 76.7%: the custom of the press to cut a percentage to whole numbers is no contradiction. */
function isCut(result: Seen, point: Decimal | null): boolean {
  if (!point || !result.point || placesOf(result) > 0 || !/[%倍]$/.test(result.claim.unit ?? '')) return false
  return point.trunc().eq(result.point) && !point.trunc().isZero()
}

/** A sum is exact only where the printed numbers add up. */
export function holdsExactly(result: Seen, allowed: Allowed): Statement['holds'] {
  if (!result.interval || !overlaps(result.interval, allowed.interval)) return 'no'
  const { point } = allowed
  return !point || !result.point || point.eq(result.point) ? 'yes' : 'rounding'
}

/** The statement; its reason also says the allowed interval in the unit of the result. */
export function said(
  kind: Statement['kind'],
  verdict: Statement['holds'],
  claims: readonly Seen[],
  allowed: Interval,
  reason: { code: StatementCode; details: Reason['details'] },
): Said {
  const result = claims.at(-1)
  const [low, high] = result ? [endOf(allowed.low, result, 'low'), endOf(allowed.high, result, 'high')] : [null, null]
  return {
    kind,
    holds: verdict,
    claims: claims.map(({ place }) => place),
    low,
    high,
    reason: {
      code: reason.code,
      details: { ...reason.details, allowed: rangeWords(low, high, result?.claim.unit ?? '') },
    },
  }
}

/** The texts of the claims, for the words of a reason. */
export function named(claims: readonly Seen[]): string {
  const all = claims.map(({ claim }) => claim.text)
  return all.length > 6 ? `${all.slice(0, 5).join('、')}……` : all.join('、')
}

function rangeWords(low: string | null, high: string | null, unit: string): string {
  if (low === null && high === null) return '—'
  if (low === null) return `≤${high}${unit}`
  if (high === null) return `≥${low}${unit}`
  return low === high ? `${low}${unit}` : `${low}${unit}～${high}${unit}`
}

function stepOf(result: Seen): string {
  return `1e-${placesOf(result)}`
}

/** Two digits more than the result prints, never cutting the interval short. */
function endOf(value: Decimal, result: Seen, end: 'low' | 'high'): string | null {
  if (!value.isFinite()) return null
  const rounded = value.toDecimalPlaces(placesOf(result) + 2, end === 'low' ? Decimal.ROUND_FLOOR : Decimal.ROUND_CEIL)
  return rounded.isZero() ? '0' : rounded.toFixed()
}
