import { Decimal } from 'decimal.js'
import { addDays, type Day, type Period, periodOf } from '#kernel/period.ts'
import type { ReportedFact } from '#parts/economy/reported.ts'
import type { Indicator } from './catalogue.ts'
import { formulaOn } from './formula.ts'
import { printFormula } from './formula-print.ts'
import { type Expression, type Reference, referencesOf } from './formula-tree.ts'
import { itemWords, ledgerState, measured, type Reckoning } from './reckoning.ts'
import { type ReportAsked, reportIn } from './reports.ts'

/** What a formula stands on in the end: a measure or a reported item, with its value in the period. */
export interface Leaf {
  reference: Reference
  value: Decimal | null
  unit: string
  /** last day of the period its source covers; null when its source has nothing of the period */
  through: Day | null
  recordedAt: Date | null
  reported: ReportedFact | null
}

export interface Span {
  period: Period
  /** the day whose formulas hold and whose tree the units are of */
  ruledOn: Day
  reach: ReportAsked['reach']
}

/** Every measure and item an indicator stands on through other indicators, each once, by its printed text. */
export function leafReferences(at: Reckoning, indicator: Indicator, on: Day): Map<string, Reference> {
  const found = new Map<string, Reference>()
  const visit = (expression: Expression | null) => {
    for (const reference of expression ? referencesOf(expression) : []) {
      if (reference.to !== 'indicator') found.set(printFormula(reference), reference)
      else visit(formulaOn(at.catalogue.byCode.get(reference.name)?.versions ?? [], on))
    }
  }
  visit(formulaOn(indicator.versions, on))
  return found
}

/** Tells the occasion which figures will be asked of it, so that what was reported of them is read at once. */
export function foresee(at: Reckoning, indicators: readonly Indicator[], on: Day): void {
  for (const indicator of indicators)
    for (const { to, name } of leafReferences(at, indicator, on).values()) if (to === 'item') at.foreseen.add(name)
}

/** The values of all leaves of an indicator in a period; measures all over the same days, so that ratios compare like with like. */
export async function leavesOf(at: Reckoning, indicator: Indicator, span: Span): Promise<Map<string, Leaf>> {
  const references = [...leafReferences(at, indicator, span.ruledOn)]
  const cover = await coverOf(
    at,
    references.map(([, reference]) => reference),
    span,
  )
  const leaves = new Map<string, Leaf>()
  for (const [text, reference] of references) {
    leaves.set(
      text,
      reference.to === 'measure'
        ? await measureLeaf(at, reference, span, cover)
        : await itemLeaf(at, reference, span, indicator.accumulates),
    )
  }
  return leaves
}

/** The last day that every measure's ledger covers, by months where one of them knows only months. */
async function coverOf(at: Reckoning, references: readonly Reference[], { period, reach }: Span): Promise<Day | null> {
  let end: Day | null = period.end
  for (const { to, name } of references) {
    if (to !== 'measure') continue
    const { through } = await ledgerState(at, name, period.end)
    const monthly = at.measures.get(name)!.grain === 'month'
    if (monthly && !period.start.endsWith('-01')) return null
    if (through === null) return null
    if (through < end) end = through
    if (monthly) end = wholeMonths(end)
    if (end < period.start || (reach === 'exact' && end < period.end)) return null
  }
  return end
}

async function measureLeaf(at: Reckoning, reference: Reference, span: Span, cover: Day | null): Promise<Leaf> {
  const { unit } = at.measures.get(reference.name)!
  const { changedAt } = await ledgerState(at, reference.name, span.period.end)
  const nothing = { reference, value: null, unit, through: null, recordedAt: changedAt, reported: null }
  if (cover === null) return nothing
  const from = reference.since ?? span.period.start
  if (from > cover) return nothing
  const value = await measured(at, reference, { from, to: cover, treeOn: span.ruledOn })
  return { ...nothing, value, through: cover }
}

async function itemLeaf(at: Reckoning, reference: Reference, span: Span, adds: boolean): Promise<Leaf> {
  const { unit } = await itemWords(at, reference.name)
  const { period, ruledOn, reach } = span
  const found = await reportIn(at, { item: reference.name, period, treeOn: ruledOn, reach, adds })
  if (!found) return { reference, value: null, unit, through: null, recordedAt: null, reported: null }
  const { fact, through } = found
  const value = fact.value === null ? null : new Decimal(fact.value)
  return { reference, value, unit: fact.unit, through, recordedAt: fact.recordedAt, reported: fact }
}

function wholeMonths(day: Day): Day {
  const month = periodOf('month', day)
  return month.end === day ? day : addDays(month.start, -1)
}
