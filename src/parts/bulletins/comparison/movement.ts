import { Decimal } from 'decimal.js'
import { roundOnce } from '#kernel/decimal.ts'
import { convert, unitOf } from '#kernel/units.ts'
import type { Reading } from './reading.ts'

/** How far a figure moved. Shares and rates move by points and have no percentage of their own. */
export interface Movement {
  /** now less then, in `unit`; null where one of them is not a number, or they are not alike */
  difference: string | null
  unit: string
  /** of the amount then, one decimal; null for shares, and where nothing or less stood before */
  percent: string | null
  /** what movements are put in order by: percent of an amount, points of a share */
  size: string
}

export function movementOf(was: Reading, now: Reading): Movement {
  const none = { difference: null, unit: now.unit, percent: null, size: '0' }
  if (was.value === null || now.value === null) return none
  const before = alike(was.unit, now.unit) ? inUnit(was, now.unit) : null
  if (before === null) return none
  const difference = new Decimal(now.value).minus(before)
  const points = ofPoints(now.unit)
  const percent = points || before.lte(0) ? null : difference.div(before).times(100)
  const size = points ? difference.abs() : (percent?.abs() ?? new Decimal(100))
  return {
    difference: difference.toFixed(),
    unit: points && now.unit === '%' ? '个百分点' : now.unit,
    percent: percent && roundOnce(percent, { places: 1, mode: 'half-up' }).toFixed(),
    size: size.toSignificantDigits(12).toFixed(),
  }
}

const ofPoints = (unit: string) => unit === '%' || unit === '个百分点'

function alike(a: string, b: string): boolean {
  if (a === b) return true
  if (a.includes('/') || b.includes('/') || a === '' || b === '') return false
  return unitOf(a).dimension === unitOf(b).dimension
}

function inUnit({ value, unit }: Reading, to: string): Decimal {
  return unit === to ? new Decimal(value!) : convert(new Decimal(value!), unit, to)
}
