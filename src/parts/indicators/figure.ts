import type { Decimal } from 'decimal.js'
import { type Day, type Period, samePeriod, toDate } from '#kernel/period.ts'
import type { Indicator } from './catalogue.ts'
import type { FactStatus } from './fact-shapes.ts'
import { evaluate, evaluateWithTrace, formulaOn, type Resolve, type Trace } from './formula.ts'
import { printFormula } from './formula-print.ts'
import type { Expression } from './formula-tree.ts'
import { type Leaf, leavesOf, type Span } from './leaves.ts'
import type { Reckoning } from './reckoning.ts'

/** An indicator computed for a period, not yet rounded. */
export interface Figure {
  indicator: Indicator
  /** in the indicator's unit; null when missing */
  value: Decimal | null
  /** the part of the asked period that the sources cover */
  covers: Period
  through: Day | null
  expression: Expression | null
  leaves: Leaf[]
  status: FactStatus
  vintage: Date | null
  resolve: Resolve
  /** the day whose formulas held and whose tree the units are of */
  ruledOn: Day
}

/** Computes an indicator for a span by the formula in force; exact decimals, nothing rounded. */
export async function figureOf(at: Reckoning, indicator: Indicator, span: Span): Promise<Figure> {
  const expression = formulaOn(indicator.versions, span.ruledOn)
  const byText = await leavesOf(at, indicator, span)
  const leaves = [...byText.values()]
  const resolve = resolver(at, span.ruledOn, (text) => {
    const leaf = byText.get(text)
    return leaf?.value ? { value: leaf.value, unit: leaf.unit } : null
  })
  const value = expression && evaluate(expression, resolve, indicator.unit)
  const through = earliest(leaves.map((leaf) => leaf.through))
  const recorded = leaves.flatMap(({ recordedAt }) => (recordedAt ? [recordedAt.getTime()] : []))
  return {
    indicator,
    value,
    covers: coveredPart(span.period, through),
    through,
    expression,
    leaves,
    status: statusOf(leaves),
    vintage: recorded.length > 0 ? new Date(Math.max(...recorded)) : null,
    resolve,
    ruledOn: span.ruledOn,
  }
}

/** The figure's formula with the value of each of its nodes; null before its first formula. */
export function traceOf(figure: Figure): Trace | null {
  return figure.expression && evaluateWithTrace(figure.expression, figure.resolve)
}

/** Resolves names of a formula: leaves by their printed text, other indicators by their own formulas of the day. */
export function resolver(
  at: Reckoning,
  ruledOn: Day,
  leaf: (text: string) => { value: Decimal; unit: string } | null,
): Resolve {
  const resolve: Resolve = (reference) => {
    if (reference.to !== 'indicator') return leaf(printFormula(reference))
    const other = at.catalogue.byCode.get(reference.name)
    const expression = other && formulaOn(other.versions, ruledOn)
    const value = expression ? evaluate(expression, resolve, other.unit) : null
    return value === null ? null : { value, unit: other!.unit }
  }
  return resolve
}

function coveredPart(period: Period, through: Day | null): Period {
  if (through === null || through >= period.end || through < period.start) return period
  const part = toDate(period, through)
  return samePeriod(part, period) ? period : part
}

function earliest(days: readonly (Day | null)[]): Day | null {
  const known = days.filter((day) => day !== null)
  return known.length < days.length || known.length === 0 ? null : known.sort()[0]!
}

const weakestFirst: readonly FactStatus[] = ['provisional', 'accepted', 'locked']

/** A figure is as settled as its least settled source; rows of ledgers are settled as they stand. */
function statusOf(leaves: readonly Leaf[]): FactStatus {
  const told = leaves.filter(({ value, reported }) => value !== null || reported?.growth != null)
  if (told.length === 0) return 'missing'
  const reported = told.flatMap((leaf) => (leaf.reported ? [leaf.reported.status] : []))
  return weakestFirst.find((status) => reported.some((found) => found === status)) ?? 'computed'
}
