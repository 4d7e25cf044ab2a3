import { Decimal } from 'decimal.js'
import type { Interval } from '#kernel/decimal.ts'
import type { Day, Period } from '#kernel/period.ts'
import { knownEntry } from '#kernel/unit-catalogue.ts'
import type { FindingClass, FormDeclaration, FormItem } from './declaration.ts'

/** What stands in one row of a form; plain digits. */
export interface Cell {
  value: string | null
  base: string | null
  growth: string | null
}

/** A cell told for an earlier span. */
export interface Past extends Cell {
  period: string
  start: Day
  end: Day
}

/** One item of a submission with what the unit told of it before, earliest first. */
export interface Subject {
  item: FormItem
  cell: Cell
  form: FormDeclaration
  period: Period
  past: readonly Past[]
}

/** A finding before it has words. */
export interface Raw {
  code: string
  class: FindingClass
  place: 'value' | 'base' | 'growth'
  details: Record<string, string | number>
}

export const emptyCell: Cell = { value: null, base: null, growth: null }

// Weighed and measured things are rounded however many digits they have; counted things and yuan are exact in their last digit.
const continuous = ['mass', 'area', 'volume', 'length', 'concentration', 'energy', 'ratio', 'percentage-point', 'hour']

/** Every value that rounds to the digits at the item's places; a count to its last digit is itself. */
export function rangeOfPrinted(digits: string, item: Pick<FormItem, 'unit' | 'places'>): Interval {
  const value = new Decimal(digits)
  const unit = knownEntry(item.unit)
  const exact = unit !== undefined && !continuous.includes(unit.dimension) && item.places >= unit.power
  const half = exact ? new Decimal(0) : new Decimal(10).pow(-item.places).div(2)
  return { lo: value.minus(half), hi: value.plus(half) }
}

/** What was told of the same period a year before. */
export function yearBeforeOf({ past, period }: Pick<Subject, 'past' | 'period'>): Past | undefined {
  const end = sameMonthDayBefore(period.end)
  return past.findLast((row) => sameMonthEnd(row.end, end))
}

/** What was told of the period just before: of a form that counts from January, in the same year. */
export function lastOf({ past, period, form }: Pick<Subject, 'past' | 'period' | 'form'>): Past | undefined {
  const last = past.findLast((row) => row.end < period.end)
  const apart = form.cumulative === 'year' && last?.end.slice(0, 4) !== period.end.slice(0, 4)
  return apart ? undefined : last
}

function sameMonthDayBefore(day: Day): Day {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}

// The last of February moves between years.
function sameMonthEnd(a: Day, b: Day): boolean {
  return (
    a === b || (a.slice(0, 7) === b.slice(0, 7) && a.slice(5, 7) === '02' && a.slice(8) >= '28' && b.slice(8) >= '28')
  )
}
