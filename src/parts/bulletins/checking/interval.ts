import { Decimal } from 'decimal.js'
import { conversion } from './written-unit.ts'

/** All values from `low` to `high`, both included; an open end is an infinite Decimal. */
export interface Interval {
  low: Decimal
  high: Decimal
}

/** What of a claim says which values it can stand for; `unit` and `kind` only tell counted things, which are never rounded. */
export interface Printed {
  value: string | null
  upper?: string | undefined
  qualifier?: string | undefined
  unit?: string | null
  kind?: string
}

/**
 * 约 and 左右 allow one unit of the last digit that counts to either side (约46.8 is 46.7 to 46.9, 约330 is 320 to 340), and this
 * share of the value where only one digit does (约300 is 285 to 315).
 */
export const aboutShare = new Decimal('0.05')
/** 近 and 接近 allow this share below the printed value. */
export const nearShare = new Decimal('0.2')

const Floor = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_FLOOR })
const Ceiling = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_CEIL })

const about = /^(?:约|约为|大约|大约为|左右|上下)$/
const atLeast = /^(?:逾|超|超过|超过了|超出|突破|突破了|至少|不低于|不少于|高于|多于|大于|可超|预超|以上|及以上|最低)$/
const someMore = /^(?:多|余|有余)$/
const nearly = /^(?:近|接近|将近|近乎)$/
const atMost = /^(?:不足|不到|不超过|不高于|不多于|低于|少于|小于|以下|以内|及以下|最高)$/

/**
 * The values that a printed figure stands for, in its own unit: all that round to the printed digits (12.6 is 12.55 to
 * 12.65, both edges in it, so that half-up and half-even both are), a count of things in a bare unit itself alone (155班),
 * a range from end to end, and what 约, 超, 近, 多 … open. Null where the figure has no number.
 */
export function printedInterval(printed: Printed): Interval | null {
  if (printed.value === null || !isNumber(printed.value)) return null
  const value = new Decimal(printed.value)
  const around = rounded(printed.value, counted(printed))
  if (printed.upper !== undefined && isNumber(printed.upper))
    return between(around.low, rounded(printed.upper, false).high)
  const qualifier = printed.qualifier ?? ''
  const size = value.abs()
  if (about.test(qualifier)) {
    const slack = aboutSlack(printed.value)
    return { low: value.minus(slack), high: value.plus(slack) }
  }
  if (atLeast.test(qualifier)) return { low: value, high: new Decimal(Number.POSITIVE_INFINITY) }
  if (someMore.test(qualifier)) return { low: value, high: value.plus(lastSaid(printed.value)) }
  if (nearly.test(qualifier)) return { low: value.minus(size.times(nearShare)), high: value }
  if (atMost.test(qualifier)) return { low: new Decimal(Number.NEGATIVE_INFINITY), high: value }
  return around
}

export function exactly(value: Decimal | string | number): Interval {
  return { low: new Decimal(value), high: new Decimal(value) }
}

/** The same amount in another written unit (万元 → 亿元), exact; null where the two do not measure the same thing. */
export function inUnit(interval: Interval, from: string | null, to: string | null): Interval | null {
  const ratio = conversion(from ?? '', to ?? '')
  if (ratio?.eq(1)) return interval
  return ratio ? { low: interval.low.times(ratio), high: interval.high.times(ratio) } : null
}

export function add(one: Interval, other: Interval): Interval {
  return { low: Floor.add(one.low, other.low), high: Ceiling.add(one.high, other.high) }
}

export function sub(one: Interval, other: Interval): Interval {
  return { low: Floor.sub(one.low, other.high), high: Ceiling.sub(one.high, other.low) }
}

export function mul(one: Interval, other: Interval): Interval {
  const ends = [one.low, one.high].flatMap((a) => [other.low, other.high].map((b) => [a, b] as const))
  const floors = ends.map(([a, b]) => (a.isZero() || b.isZero() ? new Decimal(0) : Floor.mul(a, b)))
  const ceilings = ends.map(([a, b]) => (a.isZero() || b.isZero() ? new Decimal(0) : Ceiling.mul(a, b)))
  return { low: Decimal.min(...floors), high: Decimal.max(...ceilings) }
}

/** Everything where the divisor can be zero: nothing is ruled out. */
export function div(one: Interval, other: Interval): Interval {
  if (other.low.gt(0) || other.high.lt(0))
    return mul(one, { low: inverse(other.high, Floor), high: inverse(other.low, Ceiling) })
  return everything
}

/** Growth in percent from `base` to `now`; everything unless both ends of the base lie above zero. */
export function growth(now: Interval, base: Interval): Interval {
  if (!base.low.gt(0)) return everything
  const times = div(now, base)
  return { low: Floor.mul(Floor.sub(times.low, 1), 100), high: Ceiling.mul(Ceiling.sub(times.high, 1), 100) }
}

/** Part of whole in percent. */
export function share(part: Interval, whole: Interval): Interval {
  return mul(div(part, whole), exactly(100))
}

export function contains(interval: Interval, value: Decimal | string): boolean {
  return interval.low.lte(value) && interval.high.gte(value)
}

export function overlaps(one: Interval, other: Interval): boolean {
  return one.low.lte(other.high) && other.low.lte(one.high)
}

export const everything: Interval = {
  low: new Decimal(Number.NEGATIVE_INFINITY),
  high: new Decimal(Number.POSITIVE_INFINITY),
}

/** Half a unit of the last printed digit to either side. */
function rounded(printed: string, whole: boolean): Interval {
  const value = new Decimal(printed)
  const half = whole ? new Decimal(0) : lastDigit(printed).div(2)
  return { low: value.minus(half), high: value.plus(half) }
}

const scaledUnit = /^[百千万亿]/

/** 155班 and 59天 are counted one by one; 22.6万辆 and 3家多 are not. */
function counted({ value, unit, kind }: Printed): boolean {
  if (!unit || scaledUnit.test(unit) || !/^-?[0-9]+$/.test(value ?? '')) return false
  return kind === 'count' || kind === 'rank' || unit === '天'
}

function lastDigit(printed: string): Decimal {
  return new Decimal(10).pow(-(printed.split('.')[1]?.length ?? 0))
}

function aboutSlack(printed: string): Decimal {
  const digits = printed.replace(/^-|[.]/g, '').replace(/^0+/, '')
  const counting = printed.includes('.') ? digits : digits.replace(/0+$/, '')
  if (counting.length > 1) return lastSaid(printed)
  return Decimal.max(new Decimal(printed).abs().times(aboutShare), lastDigit(printed).div(2))
}

/** The step that 多 and 余 leave open: 2000多 stays under 3000, 5.6万余 under 5.7万. */
function lastSaid(printed: string): Decimal {
  const zeros = printed.includes('.') ? 0 : (/0+$/.exec(printed)?.[0].length ?? 0)
  return zeros > 0 ? new Decimal(10).pow(zeros) : lastDigit(printed)
}

function inverse(value: Decimal, rounding: typeof Floor): Decimal {
  return value.isFinite() ? rounding.div(1, value) : new Decimal(0)
}

function between(low: Decimal, high: Decimal): Interval {
  return low.lte(high) ? { low, high } : { low: high, high: low }
}

function isNumber(printed: string): boolean {
  return printed.length <= 60 && /^-?[0-9]+(?:\.[0-9]+)?$/.test(printed)
}
