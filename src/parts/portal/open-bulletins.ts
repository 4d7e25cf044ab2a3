import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { FileAnswer } from '#kernel/http/endpoint.ts'
import type { Locale } from '#kernel/i18n/words.ts'
import { refuse } from '#kernel/refusal.ts'
import { drawnDocument, type Format } from '#parts/bulletins/documents.ts'
import { bulletinFacts, bulletinFigures, bulletinSteps, bulletins, bulletinTexts } from '#parts/bulletins/tables.ts'
import type { Tree } from '#parts/bulletins/tree.ts'
import { areaOf } from '#parts/indicators/areas.ts'
import { isBulletinOpen } from './choice-rule.ts'
import { choicesInForce } from './choices.ts'
import { openCatalogue } from './open-catalogue.ts'
import type { OpenBulletin, OpenList } from './shapes.ts'

type Listed = OpenList['bulletins'][number]
type Text = Omit<OpenBulletin, 'zone'>

const LISTED_MOST = 12

/** Bulletins that anybody may read, the latest first; withdrawn ones keep their place. */
export async function openBulletins(tx: Tx): Promise<Listed[]> {
  const choices = await choicesInForce(tx)
  const { code: root } = await areaOf(tx)
  const rows = await tx.db.select().from(bulletins).orderBy(desc(bulletins.endsOn), desc(bulletins.id)).limit(200)
  const shown = rows.filter((row) => isBulletinOpen(row, choices, root)).slice(0, LISTED_MOST)
  return listedOf(tx, shown)
}

/** One open bulletin, its figures leading only to open ones; refuses `portal/not-open` (404). */
export async function openBulletin(tx: Tx, id: number, language: Locale): Promise<Text> {
  const [head] = await tx.db.select().from(bulletins).where(eq(bulletins.id, id))
  const { code: root } = await areaOf(tx)
  if (!head || !isBulletinOpen(head, await choicesInForce(tx), root)) return refuse('portal/not-open', {}, 404)
  const [listed] = await listedOf(tx, [head])
  const steps = await tx.db.select().from(bulletinSteps).where(eq(bulletinSteps.bulletinId, id))
  const gone = steps.find(({ step }) => step === 'withdrawn')
  if (gone) {
    const withdrawn = { at: gone.at.toISOString(), reason: gone.reason }
    return { ...listed!, withdrawn, sha256: null, languages: [], tree: null, doors: [] }
  }
  const texts = await tx.db.select().from(bulletinTexts).where(eq(bulletinTexts.bulletinId, id))
  const text = texts.find(({ locale }) => locale === language) ?? texts[0]!
  const doors = await doorsOf(tx, id, text.locale)
  const languages = texts.map(({ locale }) => locale).sort((a, b) => (a < b ? 1 : -1))
  const tree = leadingOnlyTo(text.tree, new Set(doors.map(({ place }) => place)))
  return { ...listed!, withdrawn: null, sha256: head.sha256, languages, tree, doors }
}

/** An open bulletin as a file; refuses `portal/bulletin-withdrawn` (410). */
export async function openDocument(
  { tree, doors, sha256, withdrawn }: Text,
  format: Format,
  base: string,
): Promise<FileAnswer> {
  if (!tree || withdrawn) return refuse('portal/bulletin-withdrawn', { reason: withdrawn?.reason ?? '' }, 410)
  const codes = new Map(doors.map(({ place, code }) => [place, code]))
  const doorOf = (place: number) => `${base}/open/figures/${codes.get(place)}`
  return drawnDocument({ tree, sha256, doorOf, state: 'issued', annex: null }, format)
}

async function listedOf(tx: Tx, heads: readonly { id: number; period: string; dated: string }[]): Promise<Listed[]> {
  if (heads.length === 0) return []
  const ids = heads.map(({ id }) => id)
  const { bulletinId, locale, title } = bulletinTexts
  const titles = await tx.db.select({ bulletinId, locale, title }).from(bulletinTexts).where(inArray(bulletinId, ids))
  const gone = await tx.db
    .select({ id: bulletinSteps.bulletinId, step: bulletinSteps.step })
    .from(bulletinSteps)
    .where(inArray(bulletinSteps.bulletinId, ids))
  return heads.map(({ id, period, dated }) => {
    const own = titles.filter((text) => text.bulletinId === id)
    const titleIn = (asked: Locale) => (own.find((text) => text.locale === asked) ?? own[0])?.title ?? ''
    const withdrawn = gone.some((one) => one.id === id && one.step === 'withdrawn')
    return {
      ...{ id, period, dated, title: { zh: titleIn('zh'), en: titleIn('en') } },
      state: withdrawn ? ('withdrawn' as const) : ('issued' as const),
    }
  })
}

/** The printed figures of open indicators: their places and codes. Of all others nothing leaves the text. */
async function doorsOf(tx: Tx, id: number, locale: Locale): Promise<OpenBulletin['doors']> {
  const { byCode } = await openCatalogue(tx)
  const facts = await tx.db.select().from(bulletinFacts).where(eq(bulletinFacts.bulletinId, id))
  const codes = new Map(facts.map(({ key, indicator, source }) => [key, source.of === 'fact' ? indicator : null]))
  const figures = await tx.db
    .select({
      place: bulletinFigures.place,
      key: bulletinFigures.key,
      locale: bulletinFigures.locale,
      text: bulletinFigures.printed,
    })
    .from(bulletinFigures)
    .where(eq(bulletinFigures.bulletinId, id))
    .orderBy(asc(bulletinFigures.place))
  return figures.flatMap(({ place, key, text, locale: of }) => {
    const code = of === locale ? codes.get(key) : null
    return code && byCode.has(code) ? [{ place, code, text }] : []
  })
}

/** The text with the doors of other figures walled up: they are words like the rest. */
function leadingOnlyTo(tree: Tree, places: ReadonlySet<number>): Tree {
  const walled = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walled)
    if (typeof node !== 'object' || node === null) return node
    const { figure, ...rest } = node as Record<string, unknown>
    const inside = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, walled(value)]))
    if (typeof figure !== 'number') return figure === undefined ? inside : { ...inside, figure }
    if (places.has(figure)) return { ...inside, figure }
    return inside['kind'] === 'figure' ? { ...inside, kind: 'text' } : { ...inside, figure: null }
  }
  return walled(tree) as Tree
}
