import { and, asc, desc, eq, ilike, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Locale, Words } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { dayOf, unitsUnder, unitTree } from '#parts/org/org.ts'
import { doorOf, type PrintedFigure, type Source } from './figure-kinds.ts'
import { type FrozenStep, signedSteps } from './sign-off/frozen.ts'
import { bulletinFacts, bulletinFigures, bulletinSteps, bulletins, bulletinTexts } from './tables.ts'
import type { Tree } from './tree.ts'

export interface Row {
  id: number
  template: string
  title: Words
  period: string
  area: string
  dated: string
  figures: number
  state: 'issued' | 'withdrawn'
  issuedAt: string
  issuedBy: string
}

/** One page of issued bulletins of those areas, the latest period first. */
export async function bulletinsIssued(
  tx: Tx,
  { areas, page, size }: { areas: readonly string[]; page: number; size: number },
): Promise<{ total: number; bulletins: Row[] }> {
  const where = inArray(bulletins.area, [...areas])
  const [count] = await tx.db.select({ total: sql<number>`count(*)::int` }).from(bulletins).where(where)
  const chosen = await tx.db
    .select({ id: bulletins.id })
    .from(bulletins)
    .where(where)
    .orderBy(desc(bulletins.endsOn), desc(bulletins.id))
    .limit(size)
    .offset((page - 1) * size)
  return {
    total: count?.total ?? 0,
    bulletins: await rowsOf(
      tx,
      chosen.map(({ id }) => id),
    ),
  }
}

/** Bulletins whose title has the words in it, latest first. */
export async function bulletinsFound(tx: Tx, words: string, areas: readonly string[]): Promise<Row[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const found = await tx.db
    .selectDistinct({ id: bulletins.id, endsOn: bulletins.endsOn })
    .from(bulletins)
    .innerJoin(bulletinTexts, eq(bulletinTexts.bulletinId, bulletins.id))
    .where(and(ilike(bulletinTexts.title, pattern), inArray(bulletins.area, [...areas])))
    .orderBy(desc(bulletins.endsOn), desc(bulletins.id))
    .limit(5)
  return rowsOf(
    tx,
    found.map(({ id }) => id),
  )
}

/** An issued bulletin in one language, as it was frozen. */
export interface FrozenBulletin extends Row {
  asOf: Date
  sha256: string
  languages: Locale[]
  tree: Tree
  printed: PrintedFigure[]
  sources: Map<string, Source>
  /** of its draft up to the issue, then its own */
  steps: { step: FrozenStep['step']; at: string; by: string; reason: string; check: number | null }[]
}

/** Refuses `bulletins/unknown` (404). The language asked for, else the first there is. */
export async function bulletinOf(tx: Tx, id: number, language: Locale): Promise<FrozenBulletin> {
  const [row] = await rowsOf(tx, [id])
  const [head] = await tx.db.select().from(bulletins).where(eq(bulletins.id, id))
  if (!row || !head) return refuse('bulletins/unknown', { id }, 404)
  const texts = await tx.db
    .select()
    .from(bulletinTexts)
    .where(eq(bulletinTexts.bulletinId, id))
    .orderBy(desc(bulletinTexts.locale))
  const text = texts.find(({ locale }) => locale === language) ?? texts[0]!
  const ofText = and(eq(bulletinFigures.bulletinId, id), eq(bulletinFigures.locale, text.locale))
  const figures = await tx.db.select().from(bulletinFigures).where(ofText).orderBy(asc(bulletinFigures.place))
  const facts = await tx.db.select().from(bulletinFacts).where(eq(bulletinFacts.bulletinId, id))
  const steps = await signedSteps(tx, id)
  return {
    ...row,
    ...{ asOf: head.asOf, sha256: head.sha256, languages: texts.map(({ locale }) => locale), tree: text.tree },
    printed: figures.map(({ place, kind, key, print, printed, missing }) => ({
      ...{ place, kind, key, print, missing },
      text: printed,
    })),
    sources: new Map(facts.map(({ key, source }) => [key, source])),
    steps: steps.map(({ step, at, by, words, check }) => ({ step, at, by, reason: words, check })),
  }
}

/** The units whose bulletins a caller reads: those they work within, and those above, whose circulars reach them. */
export async function areasSeen(tx: Tx, roots: readonly string[]): Promise<string[]> {
  const tree = new Map((await unitTree(tx, dayOf(tx.now))).map(({ code, parent }) => [code, parent]))
  const seen = new Set(await unitsUnder(tx, roots))
  for (const root of roots) {
    for (let unit: string | null | undefined = root; unit; unit = tree.get(unit)) seen.add(unit)
  }
  return [...seen]
}

/** What a page tells of a printed figure. */
export function shownFigure(figure: PrintedFigure, source: Source, asOf: string | null) {
  const { place, text, missing } = figure
  return { place, text, missing, door: doorOf(source, asOf), ...toldOf(source) }
}

function toldOf(source: Source) {
  const nothing = { exact: null, unit: null, basis: null, vintage: null, status: null }
  if (source.of === 'counts') return { ...nothing, name: null, period: String(source.year) }
  if (source.of === 'pace') {
    const { name, actual, unit } = source.row
    return { ...nothing, name, period: `${source.on.slice(0, 4)}-01-01/${source.on}`, exact: actual, unit }
  }
  const { name, period, exact, unit, basis, vintage, status } = source.fact
  return { name, period, exact, unit, basis, vintage, status }
}

async function rowsOf(tx: Tx, ids: readonly number[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const heads = await tx.db
    .select()
    .from(bulletins)
    .where(inArray(bulletins.id, [...ids]))
  const texts = await tx.db
    .select({ id: bulletinTexts.bulletinId, locale: bulletinTexts.locale, title: bulletinTexts.title })
    .from(bulletinTexts)
    .where(inArray(bulletinTexts.bulletinId, [...ids]))
  const steps = await tx.db
    .select()
    .from(bulletinSteps)
    .where(inArray(bulletinSteps.bulletinId, [...ids]))
  const counts = await tx.db
    .select({ id: bulletinFigures.bulletinId, locale: bulletinFigures.locale, figures: sql<number>`count(*)::int` })
    .from(bulletinFigures)
    .where(inArray(bulletinFigures.bulletinId, [...ids]))
    .groupBy(bulletinFigures.bulletinId, bulletinFigures.locale)
  return ids.flatMap((id) => {
    const head = heads.find((one) => one.id === id)
    if (!head) return []
    const { template, period, area, dated } = head
    const titleIn = (locale: Locale) => texts.find((text) => text.id === id && text.locale === locale)?.title
    const any = titleIn('zh') ?? titleIn('en') ?? ''
    const issued = steps.find((one) => one.bulletinId === id && one.step === 'issued')!
    const withdrawn = steps.some((one) => one.bulletinId === id && one.step === 'withdrawn')
    return {
      ...{ id, template, period, area, dated, title: { zh: titleIn('zh') ?? any, en: titleIn('en') ?? any } },
      figures: Math.max(0, ...counts.filter((one) => one.id === id).map(({ figures }) => figures)),
      state: withdrawn ? ('withdrawn' as const) : ('issued' as const),
      ...{ issuedAt: issued.at.toISOString(), issuedBy: issued.byName },
    }
  })
}
