import { Decimal } from 'decimal.js'
import { addDays, type Day, type Period, periodOf, periodsBetween } from '#kernel/period.ts'
import { reportedSeries } from '#parts/economy/reported.ts'
import type { Indicator } from './catalogue.ts'
import { resolver } from './figure.ts'
import { evaluate, formulaOn } from './formula.ts'
import type { Expression, Reference } from './formula-tree.ts'
import { leafReferences } from './leaves.ts'
import { itemWords, ledgerState, measuredSeries, type Reckoning, toldTo, unitsFor } from './reckoning.ts'

/** A month or day: what it brought itself, and the year to its end; null where not known. */
export interface PointOf {
  at: string
  end: Day
  own: Decimal | null
  cumulative: Decimal | null
}

/**
 * An indicator month by month (or day by day, where all its ledgers know days) from the first of January of the span's first year
 * on, by the formula in force at each point's end. Points after the sources end are left out.
 */
export async function pointsOf(
  at: Reckoning,
  indicator: Indicator,
  span: { from: Day; to: Day; by: 'month' | 'day' },
): Promise<PointOf[]> {
  const from = `${span.from.slice(0, 4)}-01-01`
  const periods = periodsBetween(span.by, from, span.to)
  const leaves = new Map<string, Leaf>()
  for (const [text, reference] of referencesThrough(at, indicator, from, span.to)) {
    leaves.set(text, await leafSeries(at, reference, { ...span, from, periods }))
  }
  return periods.flatMap((period) => {
    const expression = formulaOn(indicator.versions, period.end)
    if (!expression || [...leaves.values()].every(({ through }) => through === null || through < period.start))
      return []
    const worth = (of: 'own' | 'cumulative') => worthOf(at, { indicator, expression, period, leaves, of })
    return [{ at: textOf(period), end: period.end, own: worth('own'), cumulative: worth('cumulative') }]
  })
}

/** Whether every source of the indicator knows days. */
export function knowsDays(at: Reckoning, indicator: Indicator, on: Day): boolean {
  return [...leafReferences(at, indicator, on).values()].every(
    ({ to, name }) => to === 'measure' && at.measures.get(name)!.grain === 'day',
  )
}

interface Leaf {
  unit: string
  through: Day | null
  points: ReadonlyMap<string, { own: Decimal | null; cumulative: Decimal | null }>
}

interface LeafSpan {
  from: Day
  to: Day
  by: 'month' | 'day'
  periods: readonly Period[]
}

function worthOf(
  at: Reckoning,
  asked: {
    indicator: Indicator
    expression: Expression
    period: Period
    leaves: ReadonlyMap<string, Leaf>
    of: 'own' | 'cumulative'
  },
): Decimal | null {
  const { indicator, expression, period, leaves, of } = asked
  const resolve = resolver(at, period.end, (text) => {
    const leaf = leaves.get(text)
    const value = leaf?.points.get(textOf(period))?.[of] ?? null
    return leaf && value ? { value, unit: leaf.unit } : null
  })
  return evaluate(expression, resolve, indicator.unit)
}

/** References of every formula in force within the span. */
function referencesThrough(at: Reckoning, indicator: Indicator, from: Day, to: Day): Map<string, Reference> {
  const days = [from, to, ...at.catalogue.indicators.flatMap(({ versions }) => versions.map((version) => version.from))]
  const within = [...new Set(days)].filter((day) => day >= from && day <= to)
  return new Map(within.flatMap((day) => [...leafReferences(at, indicator, day)]))
}

async function leafSeries(at: Reckoning, reference: Reference, span: LeafSpan): Promise<Leaf> {
  return reference.to === 'measure' ? measureLeaf(at, reference, span) : itemLeaf(at, reference, span)
}

async function measureLeaf(at: Reckoning, reference: Reference, span: LeafSpan): Promise<Leaf> {
  if (reference.since !== null) return levelLeaf(at, reference, reference.since, span)
  const { unit } = at.measures.get(reference.name)!
  const { through } = await ledgerState(at, reference.name, span.to)
  const own = new Map<string, Decimal | null>()
  for (const stretch of await stretchesOfTree(at, span)) {
    for (const row of await measuredSeries(at, reference, { ...stretch, by: span.by })) own.set(row.at, row.value)
  }
  const points = new Map<string, { own: Decimal | null; cumulative: Decimal | null }>()
  let [year, cumulative] = ['', null as Decimal | null]
  for (const period of span.periods) {
    const text = textOf(period)
    if (through === null || period.start > through) break
    if (text.slice(0, 4) !== year) [year, cumulative] = [text.slice(0, 4), null]
    const value = own.get(text) ?? null
    if (value) cumulative = cumulative?.plus(value) ?? value
    points.set(text, { own: value, cumulative })
  }
  return { unit, through, points }
}

/** A level counted since a day: at each period's end all from that day on, of the units of its stretch. */
async function levelLeaf(at: Reckoning, reference: Reference, since: Day, span: LeafSpan): Promise<Leaf> {
  const { unit } = at.measures.get(reference.name)!
  const { through } = await ledgerState(at, reference.name, span.to)
  const points = new Map<string, { own: Decimal | null; cumulative: Decimal | null }>()
  for (const { from, to, units } of await stretchesOfTree(at, span)) {
    if (since > to) continue
    const rows = await measuredSeries(at, reference, { from: since, to, units, by: span.by })
    let [next, cumulative] = [0, null as Decimal | null]
    for (const period of span.periods.filter(({ start, end }) => end >= from && start <= to)) {
      if (through === null || period.start > through) break
      const text = textOf(period)
      for (; next < rows.length && rows[next]!.at <= text; next++)
        cumulative = rows[next]!.value?.plus(cumulative ?? 0) ?? cumulative
      points.set(text, { own: rows.find((row) => row.at === text)?.value ?? null, cumulative })
    }
  }
  return { unit, through, points }
}

/** Stretches of months with the same units under the area: a figure of 2018 belongs to the tree of 2018. */
async function stretchesOfTree(
  at: Reckoning,
  { from, to }: LeafSpan,
): Promise<{ from: Day; to: Day; units: string[] | undefined }[]> {
  if (at.area.whole) return [{ from, to, units: undefined }]
  const stretches: { from: Day; to: Day; units: string[] | undefined }[] = []
  for (const month of periodsBetween('month', from, to)) {
    const units = await unitsFor(at, month.end)
    const last = stretches.at(-1)
    const end = month.end < to ? month.end : to
    if (last && JSON.stringify(last.units) === JSON.stringify(units)) last.to = end
    else stretches.push({ from: month.start, to: end, units })
  }
  return stretches
}

/** Cumulative reports by the month they end in; a month's own value is the difference of two. */
async function itemLeaf(at: Reckoning, { name }: Reference, { from, to }: LeafSpan): Promise<Leaf> {
  const { unit, since } = await itemWords(at, name)
  const units = await unitsFor(at, to)
  const reports = await reportedSeries(at.tx, { item: name, from, to, units, told: await toldTo(at, name) })
  const known = new Map<string, Cumulative>()
  const points = new Map<string, { own: Decimal | null; cumulative: Decimal | null }>()
  for (const { start, end, value, recordedAt } of reports) {
    if (!start.endsWith('-01-01')) continue
    const cumulative = value === null ? null : new Decimal(value)
    const here = { cumulative, recordedAt }
    const begins = since !== 'opening' && end.slice(5, 7) === '01'
    known.set(end.slice(0, 7), here)
    points.set(end.slice(0, 7), {
      own: begins ? cumulative : taken(here, known.get(monthBefore(end, since))),
      cumulative,
    })
  }
  return { unit, through: reports.at(-1)?.end ?? null, points }
}

interface Cumulative {
  cumulative: Decimal | null
  recordedAt: Date
}

/** The difference of two cumulatives, unless the earlier was revised after the later was told (standards/figures.md 5.3). */
function taken(later: Cumulative, earlier: Cumulative | undefined): Decimal | null {
  if (!earlier?.cumulative || !later.cumulative || earlier.recordedAt > later.recordedAt) return null
  return later.cumulative.minus(earlier.cumulative)
}

/** The month before; none across a year's end for what is counted from January. */
function monthBefore(end: Day, since: 'year' | 'opening' | null): string {
  const before = addDays(periodOf('month', end).start, -1).slice(0, 7)
  return since === 'opening' || before.slice(0, 4) === end.slice(0, 4) ? before : ''
}

function textOf(period: Period): string {
  return period.kind === 'month' ? period.start.slice(0, 7) : period.start
}
