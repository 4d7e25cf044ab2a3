import { Decimal } from 'decimal.js'
import { refuse } from './refusal.ts'

// Forty digits hold any published figure and its intermediate quotients; values cross borders as plain digits, never as 1e+7.
Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -60, toExpPos: 60 })

/** `half-even` is 修约 (GB/T 8170-2008, on the exact value); `half-up` is 四舍五入, symmetric for negatives. */
export type RoundingMode = 'half-even' | 'half-up'

/** `places` after the point; negative places round to tens, hundreds, thousands (-3). */
export interface Rounding {
  places: number
  mode: RoundingMode
}

/** Closed interval of values. */
export interface Interval {
  lo: Decimal
  hi: Decimal
}

/** Rounds the exact value, in one step (GB/T 8170-2008, 3.3: 不允许连续修约). */
export function roundOnce(value: Decimal, rounding: Rounding): Decimal {
  const mode = rounding.mode === 'half-even' ? Decimal.ROUND_HALF_EVEN : Decimal.ROUND_HALF_UP
  const rounded =
    rounding.places >= 0
      ? value.toDecimalPlaces(rounding.places, mode)
      : value.toNearest(new Decimal(10).pow(-rounding.places), mode)
  return withoutNegativeZero(rounded)
}

/**
 * The value with exactly `places` digits after the point: no exponent, no thousands separators, no `-0`.
 * A value that still has more digits is rounded half-even; where the figure's own mode matters, call {@link roundOnce} first.
 */
export function printDecimal(value: Decimal, places: number): string {
  return roundOnce(value, { places, mode: 'half-even' }).toFixed(Math.max(0, places))
}

/**
 * Every value that rounds to the printed digits in either mode: half a unit of the last printed place to each side, both ends
 * included. `'331'` is 330.5 to 331.5, `'10.0%'` is 9.95 to 10.05. Refuses `decimal/unreadable`.
 */
export function intervalOfPrinted(text: string): Interval {
  const digits = plainDigits(text)
  const value = new Decimal(digits)
  const places = digits.split('.')[1]?.length ?? 0
  const half = new Decimal(10).pow(-places).div(2)
  return { lo: value.minus(half), hi: value.plus(half) }
}

/**
 * Reads a number as people type it: full-width digits and signs, thousands separators (`,` `，` or a space, in groups of three
 * and always the same one), one trailing percent sign. Refuses `decimal/unreadable` for anything else, exponents included,
 * because a spreadsheet that shows one has already lost digits. Never NaN, never infinite.
 */
export function parseDecimal(text: string): Decimal {
  return withoutNegativeZero(new Decimal(plainDigits(text)))
}

const spaces = /[\u00a0\u2009\u202f\u3000]/g
const grouped = /^[+-]?\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d+)?$/
const plain = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/

function plainDigits(text: string): string {
  const half = text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\uff0d]/g, '-')
    .replace(/\uff0b/g, '+')
    .replace(/\uff0c/g, ',')
    .replace(/\uff0e/g, '.')
    .replace(spaces, ' ')
    .trim()
    .replace(/ ?[%\uff05]$/, '')
  if (text.length > 60 || !(plain.test(half) || grouped.test(half)))
    refuse('decimal/unreadable', { text: text.slice(0, 60) })
  return half.replace(/[, +]/g, '')
}

function withoutNegativeZero(value: Decimal): Decimal {
  return value.isZero() ? value.abs() : value
}
