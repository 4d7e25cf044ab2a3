import { Decimal } from 'decimal.js'
import type { Interval } from '#kernel/decimal.ts'
import { type Raw, rangeOfPrinted, type Subject, yearBeforeOf } from './audit-subject.ts'
import type { FormItem } from './declaration.ts'

/** What can be said of an item's cells by themselves: missing, too many digits, sign, growth against value and base. */
export function cellChecks(subject: Subject): Raw[] {
  return [
    ...missing(subject),
    ...unfitDigits(subject),
    ...negative(subject),
    ...growthAgrees(subject),
    ...baseAsPublished(subject),
  ]
}

function missing({ item, cell }: Subject): Raw[] {
  if (item.optional && cell.value === null && cell.base === null && cell.growth === null) return []
  const asked = [
    { place: 'value', asked: item.level === 'reported' },
    { place: 'base', asked: item.level === 'reported' && item.base === 'supplied' },
    { place: 'growth', asked: item.growth === 'published' },
  ] as const
  const wanted = asked.filter(({ asked }) => asked)
  const lacking = wanted.filter(({ place }) => cell[place] === null)
  if (lacking.length > 1 && lacking.length === wanted.length) {
    return [{ code: 'row-missing', class: 'A', place: 'value', details: {} }]
  }
  return lacking.map(({ place }) => ({ code: `${place}-missing`, class: 'A', place, details: {} }))
}

function unfitDigits({ item, cell }: Subject): Raw[] {
  const allowed = { value: item.places, base: item.places, growth: item.growthPlaces }
  return (['value', 'base', 'growth'] as const)
    .filter((place) => (cell[place]?.split('.')[1]?.length ?? 0) > allowed[place])
    .map((place) => ({
      ...{ code: 'digits-unfit', class: 'A', place },
      details: { digits: cell[place]!, places: allowed[place] },
    }))
}

function negative({ item, cell }: Subject): Raw[] {
  if (item.mayBeNegative) return []
  return (['value', 'base'] as const)
    .filter((place) => cell[place]?.startsWith('-'))
    .map((place) => ({ code: 'negative', class: 'A', place, details: { digits: cell[place]! } }))
}

/**
 * Published growth must be one that rounds out of some value and base which round to the printed digits (standards/figures 5.6).
 * Where it fits last year's published level instead of the supplied base, that is said (9: must flag).
 */
function growthAgrees(subject: Subject): Raw[] {
  const { item, cell } = subject
  if (!item.growthFollows || cell.value === null || cell.growth === null) return []
  const growth = printedGrowth(cell.growth, item)
  const follows = (base: string | null | undefined) => {
    const range = base == null ? null : growthRange(cell.value!, base, item)
    return range === null ? null : { range, fits: range.lo.lte(growth.hi) && range.hi.gte(growth.lo) }
  }
  const supplied = follows(cell.base)
  if (supplied === null || supplied.fits) return []
  const published = yearBeforeOf(subject)?.value ?? null
  const fromPublished = published !== cell.base && follows(published)?.fits === true
  const details = {
    ...{ growth: cell.growth, unit: item.growthUnit, value: cell.value, base: cell.base!, published: published ?? '' },
    ...{ low: printed(supplied.range.lo, item), high: printed(supplied.range.hi, item) },
  }
  return [{ code: fromPublished ? 'growth-from-published' : 'growth-disagrees', class: 'B', place: 'growth', details }]
}

/** A base that is not last year's published level needs a reason, unless the item is known for it (5.2). */
function baseAsPublished(subject: Subject): Raw[] {
  const { item, cell } = subject
  const published = yearBeforeOf(subject)?.value ?? null
  if (item.basis === 'comparable-scope' || cell.base === null || published === null) return []
  if (new Decimal(cell.base).eq(published)) return []
  return [
    { code: 'base-not-published', class: 'B', place: 'base', details: { base: cell.base, published, unit: item.unit } },
  ]
}

/** The growth that follows from printed level and base, as a range: percent, or a difference for days and points. */
export function growthRange(value: string, base: string, item: FormItem): Interval | null {
  const [now, before] = [rangeOfPrinted(value, item), rangeOfPrinted(base, item)]
  if (item.growthUnit !== '%') return { lo: now.lo.minus(before.hi), hi: now.hi.minus(before.lo) }
  if (before.lo.lte(0)) return null
  const percent = (a: Decimal, b: Decimal) => a.div(b).minus(1).times(100)
  return {
    lo: percent(now.lo, now.lo.lt(0) ? before.lo : before.hi),
    hi: percent(now.hi, now.hi.lt(0) ? before.hi : before.lo),
  }
}

function printedGrowth(growth: string, item: FormItem): Interval {
  const half = new Decimal(10).pow(-item.growthPlaces).div(2)
  return { lo: new Decimal(growth).minus(half), hi: new Decimal(growth).plus(half) }
}

function printed(value: Decimal, item: FormItem): string {
  return value.toDecimalPlaces(item.growthPlaces, Decimal.ROUND_HALF_UP).toFixed()
}
