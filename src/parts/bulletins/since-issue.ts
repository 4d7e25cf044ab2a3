import type { Tx } from '#kernel/db/work.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { factsOf, paceOn } from '#parts/indicators/indicators.ts'
import type { PaceAnswer } from '#parts/indicators/shapes.ts'
import { type Cause, causesOf } from './causes.ts'
import { type PrintedFigure, type Source, sayFigure } from './figure-kinds.ts'

/** Figures that print differently now, in the same way and for the same reason. */
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
  const today = await sourcesAt(tx, frozen)
  const found = new Map<string, { head: PrintedFigure; change: ChangeSince }>()
  for (const figure of frozen.figures) {
    const { place, key, kind, print, text: was } = figure
    const after = today.get(key)
    const now = after ? sayFigure(kind, after, print, frozen.locale).text : '—'
    if (now === was) continue
    const known = found.get(`${key} ${was} ${now}`)
    if (known) known.change.places.push(place)
    else {
      const change = { places: [place], ...headOf(frozen.sources.get(key)!), was, now, causes: [] }
      found.set(`${key} ${was} ${now}`, { head: figure, change })
    }
  }
  const changes: ChangeSince[] = []
  for (const { head, change } of found.values()) {
    const source = frozen.sources.get(head.key)!
    changes.push({ ...change, causes: await causesOf(tx, { kind: head.kind, source }, frozen) })
  }
  return changes
}

/** What each figure would be printed from today, or at another moment. */
export async function sourcesAt(
  tx: Tx,
  { area, sources }: Pick<Frozen, 'area' | 'sources'>,
  asOf?: Date,
): Promise<Map<string, Source>> {
  const now = new Map<string, Source>()
  const facts = [...sources].flatMap(([key, source]) => (source.of === 'fact' ? [{ key, fact: source.fact }] : []))
  const asked = facts.map(({ fact }) => ({ indicator: fact.indicator, period: fact.period, area: fact.area, asOf }))
  const computed = await factsOf(tx, asked)
  for (const [place, fact] of computed.entries()) now.set(facts[place]!.key, { of: 'fact', fact })
  const paces = new Map<string, PaceAnswer>()
  for (const [key, source] of sources) {
    if (source.of === 'fact') continue
    const { on } = source
    const pace = paces.get(on) ?? (await paceOn(tx, { year: Number(on.slice(0, 4)), on, area, asOf }))
    paces.set(on, pace)
    const renewed = fromPace(source, pace)
    if (renewed) now.set(key, renewed)
  }
  return now
}

function fromPace(
  source: Exclude<Source, { of: 'fact' }>,
  { counts, targets, others }: PaceAnswer,
): Source | undefined {
  if (source.of === 'counts') return { ...source, counts }
  const { indicator, period } = source.row
  const row = [...targets, ...others].find((one) => one.indicator === indicator && one.period === period)
  return row && { ...source, row }
}

function headOf(source: Source): Pick<ChangeSince, 'indicator' | 'name' | 'period'> {
  if (source.of === 'counts') return { indicator: null, name: null, period: String(source.year) }
  const { indicator, name } = source.of === 'fact' ? source.fact : source.row
  const period = source.of === 'fact' ? source.fact.period : `${source.on.slice(0, 4)}-01-01/${source.on}`
  return { indicator, name, period }
}
