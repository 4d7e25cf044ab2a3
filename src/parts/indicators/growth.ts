import { Decimal } from 'decimal.js'
import { type Rounding, roundOnce } from '#kernel/decimal.ts'
import { type Period, previousPeriod, samePeriod, yearBefore } from '#kernel/period.ts'
import type { Indicator } from './catalogue.ts'
import { changeKindOf, changeOf } from './changes.ts'
import type { Change, NoChangeReason } from './fact-shapes.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Reckoning } from './reckoning.ts'

/**
 * The change on the year by the indicator's rule (standards/figures.md 5.2): `published` as reported and never recomputed,
 * `supplied` from the base reported with the value, `computed` from our own rows of the same stretch a year earlier, under the
 * same formula and within the same units.
 */
export async function changeOnYear(at: Reckoning, figure: Figure): Promise<Change> {
  const { indicator, covers } = figure
  const against = yearBefore(covers)
  switch (indicator.growth) {
    case 'published':
      return published(figure, against)
    case 'supplied':
      return told(figure, { against, base: suppliedBase(figure), origin: 'supplied' })
    case 'computed':
      return told(figure, { against, base: await earlier(at, figure, against), origin: 'computed' })
    case 'none':
      return none(figure, { against, reason: 'not-comparable' })
  }
}

/** The change on the period before (环比), told only of whole periods computed from our own rows. */
export async function changeOnPrevious(at: Reckoning, figure: Figure, asked: Period): Promise<Change | null> {
  const { indicator, covers } = figure
  if (indicator.growth !== 'computed' || !indicator.accumulates) return null
  const against = previousPeriod(asked)
  if (!samePeriod(covers, asked)) return none(figure, { against, reason: 'period-open' })
  return told(figure, { against, base: await earlier(at, figure, against), origin: 'computed' })
}

/** The exact change of a value on a base by the indicator's kind of change; null where nothing can be said. */
export function exactChange(indicator: Indicator, current: Decimal | null, base: Decimal | null): Decimal | null {
  return changeOf({ current, base, unit: indicator.unit, kind: kindOf(indicator) }).value
}

function published(figure: Figure, against: Period): Change {
  const report = figure.leaves[0]?.reported ?? null
  const base = report?.base == null ? null : new Decimal(report.base)
  const unit = report?.growthUnit ?? unitOfChange(figure.indicator)
  if (report?.growth == null) return { ...none(figure, { against, reason: 'not-published' }), unit, base: digits(base) }
  const value = roundOnce(new Decimal(report.growth), roundingOf(figure.indicator, unit)).toFixed()
  return { value, unit, against: against.text, base: digits(base), origin: 'published', reason: null }
}

function told(figure: Figure, of: { against: Period; base: Decimal | null; origin: Change['origin'] }): Change {
  const { indicator } = figure
  const change = changeOf({ current: figure.value, base: of.base, unit: indicator.unit, kind: kindOf(indicator) })
  const value = change.value && roundOnce(change.value, roundingOf(indicator, change.unit))
  const base = of.base && roundOnce(of.base, indicator.rounding)
  return {
    ...{ value: digits(value), unit: change.unit, against: of.against.text, base: digits(base) },
    ...{ origin: of.origin, reason: change.reason },
  }
}

function none(figure: Figure, of: { against: Period; reason: NoChangeReason }): Change {
  const unit = unitOfChange(figure.indicator)
  const origin = figure.indicator.growth === 'none' ? 'computed' : figure.indicator.growth
  return { value: null, unit, against: of.against.text, base: null, origin, reason: of.reason }
}

async function earlier(at: Reckoning, figure: Figure, against: Period): Promise<Decimal | null> {
  const ruledOn = figure.covers.end
  return (await figureOf(at, figure.indicator, { period: against, ruledOn, reach: 'exact' })).value
}

function suppliedBase(figure: Figure): Decimal | null {
  const base = figure.leaves[0]?.reported?.base
  return base == null ? null : new Decimal(base)
}

function kindOf(indicator: Indicator) {
  return indicator.changeKind ?? changeKindOf(indicator.unit)
}

function unitOfChange(indicator: Indicator): string {
  return changeOf({ current: null, base: null, unit: indicator.unit, kind: kindOf(indicator) }).unit
}

/** Percentages and points have one decimal, differences the figure's own digits. */
function roundingOf(indicator: Indicator, unit: string): Rounding {
  return unit === indicator.unit && unit !== '%' ? indicator.rounding : { places: 1, mode: 'half-up' }
}

function digits(value: Decimal | null): string | null {
  return value?.toFixed() ?? null
}
