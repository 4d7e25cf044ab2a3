import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { factsOf, lineageOf, paceOn } from '#parts/indicators/indicators.ts'
import type { Lineage, PaceAnswer } from '#parts/indicators/shapes.ts'
import { type PrintedFigure, type Source, sayFigure } from './figure-kinds.ts'

/** A batch or submission whose part in a figure is not what it was at the issue. */
export interface Cause {
  title: string
  by: string
  at: string
  path: string
  /** its part in the figure's input at the issue and now, in the input's unit; null where it had or has none */
  was: string | null
  now: string | null
  unit: string
}

/** Figures that print differently now, all from one cause. */
export interface ChangeSince {
  /** places in the document */
  places: number[]
  indicator: string | null
  name: Words | null
  period: string
  was: string
  now: string
  causes: Cause[]
}

interface Frozen {
  locale: Locale
  area: string
  asOf: Date
  figures: readonly PrintedFigure[]
  sources: ReadonlyMap<string, Source>
}

/** Prints each figure again from the records of today and lists those that read differently, with the records that caused it. */
export async function changesSince(tx: Tx, frozen: Frozen): Promise<ChangeSince[]> {
  const today = await sourcesNow(tx, frozen)
  const found = new Map<string, ChangeSince>()
  for (const figure of frozen.figures) {
    const before = frozen.sources.get(figure.key)!
    const after = today.get(figure.key)
    const now = after ? sayFigure(figure.kind, after, figure.print, frozen.locale).text : '—'
    if (now === figure.text) continue
    const key = `${figure.key} ${figure.kind} ${figure.text} ${now}`
    const known = found.get(key)
    if (known) known.places.push(figure.place)
    else found.set(key, { places: [figure.place], ...namesOf(before), was: figure.text, now, causes: [] })
  }
  for (const change of found.values()) {
    if (change.indicator) change.causes = await causesOf(tx, { ...change, indicator: change.indicator }, frozen)
  }
  return [...found.values()]
}

/** What each figure would be printed from today. */
async function sourcesNow(tx: Tx, { area, sources }: Frozen): Promise<Map<string, Source>> {
  const now = new Map<string, Source>()
  const facts = [...sources].flatMap(([key, source]) => (source.of === 'fact' ? [{ key, fact: source.fact }] : []))
  const computed = await factsOf(
    tx,
    facts.map(({ fact }) => ({ indicator: fact.indicator, period: fact.period, area: fact.area })),
  )
  for (const [place, fact] of computed.entries()) now.set(facts[place]!.key, { of: 'fact', fact })
  const paces = new Map<string, PaceAnswer>()
  for (const [key, source] of sources) {
    if (source.of === 'fact') continue
    const year = Number(source.on.slice(0, 4))
    const pace = paces.get(source.on) ?? (await paceOn(tx, { year, on: source.on, area }))
    paces.set(source.on, pace)
    if (source.of === 'counts') now.set(key, { ...source, counts: pace.counts })
    else {
      const { indicator, period } = source.row
      const row = [...pace.targets, ...pace.others].find((one) => one.indicator === indicator && one.period === period)
      if (row) now.set(key, { ...source, row })
    }
  }
  return now
}

function namesOf(source: Source): Pick<ChangeSince, 'indicator' | 'name' | 'period'> {
  if (source.of === 'fact') return source.fact
  if (source.of === 'counts') return { indicator: null, name: null, period: String(source.year) }
  return {
    indicator: source.row.indicator,
    name: source.row.name,
    period: `${source.on.slice(0, 4)}-01-01/${source.on}`,
  }
}

/** The batches and submissions whose part in the figure differs between the issue and now; those that are new come first. */
async function causesOf(
  tx: Tx,
  { indicator, period }: { indicator: string; period: string },
  { area, asOf }: Frozen,
): Promise<Cause[]> {
  const then = partsOf(await lineageOf(tx, { indicator, period, area, asOf }))
  const now = partsOf(await lineageOf(tx, { indicator, period, area }))
  const causes = [...new Set([...now.keys(), ...then.keys()])].map((key) => {
    const [before, after] = [then.get(key), now.get(key)]
    const { title, by, at, path, unit } = (after ?? before)!
    return { title, by, at, path, unit, was: before?.contribution ?? null, now: after?.contribution ?? null }
  })
  return causes.filter(({ was, now: is }) => !sameDigits(was, is)).sort((a, b) => (a.at > b.at ? -1 : 1))
}

function partsOf({ sources }: Lineage) {
  return new Map(
    sources.flatMap(({ input, unit, parts }) =>
      parts.map((part) => [`${input} ${part.path} ${part.batch ?? part.submission}`, { ...part, unit }] as const),
    ),
  )
}

function sameDigits(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : new Decimal(a).eq(b)
}
