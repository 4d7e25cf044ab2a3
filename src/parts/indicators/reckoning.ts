import type { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { addDays, type Day, periodOf } from '#kernel/period.ts'
import { itemCatalogue, type Told, toldOf } from '#parts/economy/reported.ts'
import { freshness, type MeasureEntry, measureCatalogue, measureSeries, measureValue } from '#parts/ledgers/measures.ts'
import { type Area, areaOf, unitsOn } from './areas.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import type { Reference } from './formula-tree.ts'

/** One occasion of computing figures: everything read once is read once for all of them. */
export interface Reckoning {
  tx: Tx
  area: Area
  asOf: Date | undefined
  catalogue: Catalogue
  measures: ReadonlyMap<string, MeasureEntry>
  /** answers of this occasion by question */
  memory: Map<string, Promise<unknown>>
  /** reported items that the occasion will ask for: read together when the first of them is */
  foreseen: Set<string>
}

export async function reckoning(tx: Tx, asked: { area?: string; asOf?: Date } = {}): Promise<Reckoning> {
  const area = await areaOf(tx, asked.area)
  const catalogue = await catalogueOf(tx, asked.asOf)
  const measures = new Map((await measureCatalogue()).map((entry) => [entry.measure, entry]))
  return { tx, area, asOf: asked.asOf, catalogue, measures, memory: new Map(), foreseen: new Set() }
}

/** The answer to a question of this occasion, asked of the database once. */
export function remembered<T>(at: Reckoning, question: string, ask: () => Promise<T>): Promise<T> {
  const known = at.memory.get(question) as Promise<T> | undefined
  if (known) return known
  const answer = ask()
  at.memory.set(question, answer)
  return answer
}

export function unitsFor(at: Reckoning, treeOn: Day): Promise<string[] | undefined> {
  return remembered(at, `units ${treeOn}`, () => unitsOn(at.tx, at.area, treeOn))
}

/** What was told of a reported item by the moment, of every span and unit. */
export async function toldTo(at: Reckoning, item: string): Promise<readonly Told[]> {
  const items = at.foreseen.has(item) ? [...at.foreseen].sort() : [item]
  const told = await remembered(at, `told ${items.join(' ')}`, () => toldOf(at.tx, { items, asOf: at.asOf }))
  return told.get(item) ?? []
}

/** The measure over the days, of the units that stood under the area on a day. */
export async function measured(
  at: Reckoning,
  reference: Reference,
  span: { from: Day; to: Day; treeOn: Day },
): Promise<Decimal | null> {
  const units = await unitsFor(at, span.treeOn)
  const question = `measure ${JSON.stringify([reference.name, reference.where, span])}`
  const { from, to } = span
  return remembered(at, question, () => measureValue(at.tx, { ...askedOf(at, reference, units), from, to }))
}

/** The measure of each month or day of the span in which the ledger has rows. */
export async function measuredSeries(
  at: Reckoning,
  reference: Reference,
  span: { from: Day; to: Day; units: readonly string[] | undefined; by: 'month' | 'day' },
): Promise<{ at: string; value: Decimal | null }[]> {
  const question = `series ${JSON.stringify([reference.name, reference.where, span])}`
  const { from, to, by, units } = span
  return remembered(at, question, () => measureSeries(at.tx, { ...askedOf(at, reference, units), from, to, by }))
}

export interface LedgerState {
  /** the last day its rows speak of, a month's last day for a ledger of months; null without rows */
  through: Day | null
  changedAt: Date | null
}

/** How far a measure's ledger ran, and when it last changed, as of the moment. `near` is the period's end. */
export async function ledgerState(at: Reckoning, measure: string, near: Day): Promise<LedgerState> {
  const entry = at.measures.get(measure)!
  if (at.asOf) return remembered(at, `state ${entry.ledger} ${near}`, () => stateThen(at, entry, near, at.asOf!))
  const all = await remembered(at, 'freshness', () => freshness(at.tx))
  const found = all.find(({ ledger }) => ledger === entry.ledger)
  const moments = await remembered(at, 'moments', () => changedAt(at.tx))
  return { through: lastDay(entry, found?.latestDay ?? null), changedAt: moments.get(entry.ledger) ?? null }
}

export async function itemWords(
  at: Reckoning,
  code: string,
): Promise<{ words: Words; unit: string; since: 'year' | 'opening' | null }> {
  const items = await remembered(at, 'items', () => itemCatalogue(at.tx))
  const item = items.get(code)
  return { words: item?.words ?? { zh: code, en: code }, unit: item?.unit ?? '', since: item?.since ?? null }
}

// Whether a ledger ran past a period's end then shows within a month after it; reading on to the end of time would not pay.
const MARGIN = 40

async function stateThen(at: Reckoning, entry: MeasureEntry, near: Day, asOf: Date): Promise<LedgerState> {
  const rows = await measureSeries(at.tx, {
    measure: entry.measure,
    from: `${near.slice(0, 4)}-01-01`,
    to: addDays(near, MARGIN),
    by: entry.grain,
    asOf,
  })
  const last = rows.at(-1)?.at ?? null
  return {
    through: lastDay(entry, last?.length === 7 ? `${last}-01` : last),
    changedAt: await changedBefore(at.tx, entry.ledger, asOf),
  }
}

/** The moment each ledger's last change bears, withdrawals included: as of it, the figures are those of now. */
async function changedAt(tx: Tx): Promise<Map<string, Date>> {
  const { rows } = await tx.client.query<{ ledger: string; at: Date }>(
    'select ledger, changed_at as at from ledger_versions where changed_at is not null',
  )
  return new Map(rows.map(({ ledger, at }) => [ledger, at]))
}

async function changedBefore(tx: Tx, ledger: string, asOf: Date): Promise<Date | null> {
  const { rows } = await tx.client.query<{ at: Date | null }>(
    `select greatest(max(entered_at) filter (where entered_at <= $2), max(withdrawn_at) filter (where withdrawn_at <= $2)) as at
     from batches where ledger = $1`,
    [ledger, asOf],
  )
  return rows[0]!.at
}

function lastDay(entry: MeasureEntry, latest: Day | null): Day | null {
  return latest && entry.grain === 'month' ? periodOf('month', latest).end : latest
}

function askedOf(at: Reckoning, reference: Reference, units: readonly string[] | undefined) {
  return {
    measure: reference.name,
    filters: reference.where,
    ...(units ? { units } : {}),
    ...(at.asOf ? { asOf: at.asOf } : {}),
  }
}
