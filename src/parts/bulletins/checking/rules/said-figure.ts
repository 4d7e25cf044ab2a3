import { Decimal } from 'decimal.js'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import { type Interval, printedInterval } from '../interval.ts'

/** How exactly a figure is meant. */
export type Manner = 'exact' | 'about' | 'over' | 'near' | 'below' | 'between'

/** A figure of a text, in its own unit: its digits, the values that round to them, and those its qualifier allows. */
export interface SaidFigure {
  manner: Manner
  value: Decimal
  rounding: Interval
  allowed: Interval
}

const manners: readonly (readonly [RegExp, Manner])[] = [
  [/^(?:不到|不足|低于|少于|小于|以内|以下|及以下|不超过|不高于|不多于|最高|最多|至多)/, 'below'],
  [/^(?:超|突破|逾|多|余|有余|过|破|以上|及以上|不低于|不少于|至少|高于|大于|最低|可超|预超)/, 'over'],
  [/^(?:近|接近|将近)/, 'near'],
  [/^(?:约|左右|大约|上下|大致)/, 'about'],
]

/** Reads a printed figure as the values it allows (checking/interval.ts); null for a claim without digits. */
export function saidFigure(claim: Pick<Claim, 'value' | 'upper' | 'qualifier' | 'unit' | 'kind'>): SaidFigure | null {
  const { value, qualifier, upper } = claim
  const allowed = printedInterval(claim)
  const rounding = printedInterval({ value, unit: claim.unit, kind: claim.kind })
  if (value === null || !allowed || !rounding) return null
  const manner = upper !== undefined ? 'between' : mannerOf(qualifier)
  return { manner, value: new Decimal(value), rounding, allowed }
}

/** Digits that say something: 2 of 340, 3 of 0.0335. */
export function significant(value: Decimal): number {
  const digits = value.abs().toFixed().replace('.', '').replace(/^0+/, '')
  return Math.max(1, value.decimalPlaces() > 0 ? digits.length : digits.replace(/0+$/, '').length)
}

function mannerOf(qualifier: string | undefined): Manner {
  if (qualifier === undefined) return 'exact'
  return manners.find(([words]) => words.test(qualifier))?.[1] ?? 'exact'
}
