import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { type Cause, causesOf } from '../causes.ts'
import { doorOf, type FigureKind, sayFigure } from '../figure-kinds.ts'
import type { FrozenBulletin } from '../queries.ts'
import { sourcesAt } from '../since-issue.ts'
import type { Aspect } from './aspects.ts'
import { matchFigures, type Standing } from './matching.ts'
import { type Movement, movementOf } from './movement.ts'
import { aspectOf, readingOf } from './reading.ts'

/** A figure of one issue, as it stands there. */
export interface Stands {
  text: string
  /** its first place in the document */
  place: number
  /** the page of its lineage, as of the issue */
  door: string
}

export interface Subject {
  indicator: string | null
  name: Words | null
  aspect: Aspect
}

export interface Moved extends Subject, Movement {
  was: Stands
  now: Stands
  /** the earlier figure, told from the records of the later issue: what was corrected between them */
  corrected: { text: string; difference: string | null; unit: string } | null
  causes: Cause[]
}

export interface Comparison {
  /** whether both speak of one period, so that every movement is a correction */
  samePeriod: boolean
  /** figures that read the same */
  same: number
  /** the largest movement first */
  moved: Moved[]
  added: (Subject & Stands)[]
  dropped: (Subject & Stands)[]
}

/**
 * Compares two issues of one template figure by figure. With `inside` it tells which records moved what was said of the earlier
 * period between the two. Refuses `bulletins/comparison-itself` and `bulletins/comparison-unlike`.
 */
export async function compareBulletins(
  tx: Tx,
  { from, to, inside }: { from: FrozenBulletin; to: FrozenBulletin; inside: boolean },
): Promise<Comparison> {
  mustBeAlike(from, to)
  const { both, added, dropped } = matchFigures(from, to)
  const differing = both.filter(({ was, now }) => was.figure.text !== now.figure.text)
  const causes = inside ? await corrections(tx, from, to, differing) : new Map<Standing, Corrected>()
  const nothing: Corrected = { corrected: null, causes: [] }
  const moved = differing.map(({ was, now }) => ({
    ...subjectOf(now),
    ...{ was: standsIn(was, from), now: standsIn(now, to) },
    ...movementOf(readingIn(was), readingIn(now)),
    ...(causes.get(was) ?? nothing),
  }))
  return {
    samePeriod: from.period === to.period,
    same: both.length - differing.length,
    moved: moved.sort((a, b) => new Decimal(b.size).cmp(a.size)),
    added: added.map((one) => ({ ...subjectOf(one), ...standsIn(one, to) })),
    dropped: dropped.map((one) => ({ ...subjectOf(one), ...standsIn(one, from) })),
  }
}

function mustBeAlike(from: FrozenBulletin, to: FrozenBulletin): void {
  if (from.id === to.id) refuse('bulletins/comparison-itself', { id: from.id })
  if (from.template === to.template && from.area === to.area) return
  const [one, other] = [from, to].map(({ template, area }) => `${template} ${area}`)
  refuse('bulletins/comparison-unlike', { from: one, to: other })
}

const readingIn = ({ figure, source }: Standing) => readingOf(figure.kind, source, figure.print)

function subjectOf({ figure, source }: Standing): Subject {
  const aspect = aspectOf(figure.kind)
  if (source.of === 'counts') return { indicator: null, name: countWords(figure.kind), aspect }
  const { indicator, name } = source.of === 'fact' ? source.fact : source.row
  return { indicator, name, aspect }
}

function standsIn({ figure, source }: Standing, { asOf }: FrozenBulletin): Stands {
  return { text: figure.text, place: figure.place, door: doorOf(source, asOf.toISOString()) }
}

function countWords(kind: string): Words | null {
  return counts[kind.slice(6)] ?? null
}

const counts: Record<string, Words> = {
  total: { zh: '目标项数', en: 'Targets' },
  met: { zh: '已完成的目标', en: 'Targets met' },
  ahead: { zh: '超前的目标', en: 'Targets ahead' },
  on: { zh: '持平的目标', en: 'Targets on pace' },
  behind: { zh: '落后的目标', en: 'Targets behind' },
  unknown: { zh: '暂无数据的目标', en: 'Targets not known' },
}

type Corrected = Pick<Moved, 'corrected' | 'causes'>

/** What the earlier issue would have said at the moment of the later one, and the records between them. */
async function corrections(
  tx: Tx,
  from: FrozenBulletin,
  to: FrozenBulletin,
  differing: readonly { was: Standing }[],
): Promise<Map<Standing, Corrected>> {
  const found = new Map<Standing, Corrected>()
  const { area, asOf } = from
  if (to.asOf <= asOf) return found
  // Only what differs is asked for again: between two prints of one period that is little.
  const sources = new Map(differing.map(({ was }) => [was.figure.key, was.source]))
  const later = await sourcesAt(tx, { area, sources }, to.asOf)
  const told = new Map<string, Cause[]>()
  for (const { was } of differing) {
    const { kind, key, print, text } = was.figure
    const source = later.get(key)
    if (!source) continue
    const said = sayFigure(kind, source, print, from.tree.locale).text
    if (said === text) continue
    const { difference, unit } = movementOf(readingIn(was), readingOf(kind, source, print))
    const of = `${key} ${causeGroup(kind)}`
    const causes = told.get(of) ?? (await causesOf(tx, { kind, source: was.source }, { area, asOf, until: to.asOf }))
    told.set(of, causes)
    found.set(was, { corrected: { text: said, difference, unit }, causes })
  }
  return found
}

/** Figures of one source that the same records move: all of a fact; of a target those that depend on how high it is. */
function causeGroup(kind: FigureKind): string {
  if (kind === 'target') return 'target'
  return /^(actual|calendar|season|outlook)$/.test(kind) ? 'records' : 'both'
}
