import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { likePattern, searchPattern } from '#kernel/i18n/spelling.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { dayOf } from './days.ts'
import { latestParents, parentsOn, pathUp, unitsBelow } from './rules.ts'
import type { UnitDetail, UnitInTree } from './shapes.ts'
import { personPlaces, unitNames, unitPlaces, units } from './tables.ts'
import type { UnitKind } from './unit-kinds.ts'
import { placesOnRecord } from './units.ts'

/** The tree as it stood on a day, names of that day, parents before their children, siblings in their order. */
export async function unitTree(tx: Tx, on: Day): Promise<Omit<UnitInTree, 'inScope'>[]> {
  const rows = await tx.db
    .select({
      ...{ code: units.code, parent: unitPlaces.parentCode, kind: units.kind },
      ...{ nameZh: unitNames.nameZh, nameEn: unitNames.nameEn, openedOn: units.openedOn, closedOn: units.closedOn },
      found: units.searchText,
      people: tx.db.$count(personPlaces, and(eq(personPlaces.unitCode, units.code), holdsOn(personPlaces, on))),
    })
    .from(units)
    .innerJoin(unitPlaces, and(eq(unitPlaces.unitCode, units.code), holdsOn(unitPlaces, on)))
    .innerJoin(unitNames, and(eq(unitNames.unitCode, units.code), holdsOn(unitNames, on)))
    .orderBy(asc(units.ordinal))
  return inTreeOrder(rows.map((row) => ({ ...row, kind: row.kind as UnitKind })))
}

/** The tree cut to what a caller may see: their subtrees, and the units above as the way there. */
export async function unitTreeInScope(tx: Tx, on: Day, roots: readonly string[]): Promise<UnitInTree[]> {
  const tree = await unitTree(tx, on)
  const parents = new Map(tree.map((unit) => [unit.code, unit.parent]))
  const inside = unitsBelow(parents, roots)
  const shown = new Set([...inside].flatMap((code) => pathUp(parents, code)))
  return tree.filter((unit) => shown.has(unit.code)).map((unit) => ({ ...unit, inScope: inside.has(unit.code) }))
}

/**
 * Codes of the roots and of everything below them: as the tree stood on a day, or, without one, where each unit stands
 * today and where closed ones stood last, so that the records of a closed unit stay with those who kept them.
 */
export async function unitsUnder(tx: Tx, roots: readonly string[], on?: Day): Promise<string[]> {
  const places = await placesOnRecord(tx)
  const parents = on === undefined ? latestParents(places, dayOf(tx.now)) : parentsOn(places, on)
  return [...unitsBelow(parents, roots)]
}

/** Whether a unit is one of the roots or stands below one, see {@link unitsUnder}. */
export async function isUnder(tx: Tx, unit: string, roots: readonly string[]): Promise<boolean> {
  return (await unitsUnder(tx, roots)).includes(unit)
}

/** Refuses `org/outside-scope` (403) for a unit that is not below the roots, `org/unit-unknown` (404) for none at all. */
export async function keepInside(tx: Tx, unit: string, roots: readonly string[]): Promise<void> {
  if (await isUnder(tx, unit, roots)) return
  if ((await tx.db.$count(units, eq(units.code, unit))) === 0) refuse('org/unit-unknown', { unit }, 404)
  refuse('org/outside-scope', { unit }, 403)
}

/** Codes of every unit there is or was, in their order. */
export async function unitCodes(tx: Tx): Promise<string[]> {
  const rows = await tx.db.select({ code: units.code }).from(units).orderBy(asc(units.ordinal))
  return rows.map((row) => row.code)
}

/** Names on a day by code, for tables that show where a record belongs; units that are not there on the day are left out. */
export async function unitNamesOn(tx: Tx, on: Day): Promise<Map<string, Words>> {
  const rows = await tx.db.select().from(unitNames).where(holdsOn(unitNames, on))
  return new Map(rows.map((row) => [row.unitCode, { zh: row.nameZh, en: row.nameEn }]))
}

/** What a file may call a unit → its code: its code, its names now and before. A name of two units is left out. */
export async function unitsByWord(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db
    .select({ code: units.code, nameZh: unitNames.nameZh, nameEn: unitNames.nameEn })
    .from(units)
    .innerJoin(unitNames, eq(unitNames.unitCode, units.code))
  const codes = new Map<string, Set<string>>()
  for (const { code, nameZh, nameEn } of rows) {
    for (const word of [nameZh, nameEn]) codes.set(word, (codes.get(word) ?? new Set()).add(code))
  }
  const unique = [...codes].flatMap(([word, [code, more]]) => (code && !more ? [[word, code] as const] : []))
  return new Map([...unique, ...rows.map((row) => [row.code, row.code] as const)])
}

/** A unit with every name and place it had, newest first. Refuses `org/unit-unknown`. */
export async function unitWithHistory(tx: Tx, code: string): Promise<UnitDetail> {
  const [unit] = await tx.db.select().from(units).where(eq(units.code, code))
  if (!unit) return refuse('org/unit-unknown', { unit: code }, 404)
  const names = await tx.db.select().from(unitNames).where(eq(unitNames.unitCode, code))
  const places = await tx.db
    .select({
      from: unitPlaces.fromOn,
      to: unitPlaces.toOn,
      code: units.code,
      nameZh: units.nameZh,
      nameEn: units.nameEn,
    })
    .from(unitPlaces)
    .leftJoin(units, eq(units.code, unitPlaces.parentCode))
    .where(eq(unitPlaces.unitCode, code))
  const newestFirst = (a: { from: Day }, b: { from: Day }) => (a.from < b.from ? 1 : -1)
  return {
    ...{ code, nameZh: unit.nameZh, nameEn: unit.nameEn, kind: unit.kind as UnitKind },
    ...{ openedOn: unit.openedOn, closedOn: unit.closedOn },
    names: names
      .map(({ nameZh, nameEn, fromOn, toOn }) => ({ nameZh, nameEn, from: fromOn, to: toOn }))
      .sort(newestFirst),
    places: places
      .map(({ code, nameZh, nameEn, from, to }) => ({
        parent: code === null ? null : { code, nameZh: nameZh ?? '', nameEn: nameEn ?? '' },
        ...{ from, to },
      }))
      .sort(newestFirst),
  }
}

/** Units whose name or code a query finds, by characters, pinyin or initials; open ones first, at most ten. */
export async function unitsFound(tx: Tx, query: string, within: readonly string[]) {
  const pattern = searchPattern(query)
  if (pattern === null) return []
  return tx.db
    .select({ code: units.code, nameZh: units.nameZh, nameEn: units.nameEn, closedOn: units.closedOn })
    .from(units)
    .where(and(inArray(units.code, [...within]), sql`${units.searchText} like ${likePattern(pattern)}`))
    .orderBy(sql`${units.closedOn} is not null`, asc(units.ordinal))
    .limit(10)
}

/** Whether a row with `from_on` and `to_on` holds on a day. */
function holdsOn(table: typeof unitPlaces | typeof unitNames | typeof personPlaces, on: Day): SQL | undefined {
  return and(lte(table.fromOn, on), or(isNull(table.toOn), gt(table.toOn, on)))
}

function inTreeOrder<U extends { code: string; parent: string | null }>(rows: readonly U[]): (U & { depth: number })[] {
  const children = Map.groupBy(rows, (row) => row.parent)
  const below = (parent: string | null, depth: number): (U & { depth: number })[] =>
    (children.get(parent) ?? []).flatMap((row) => [{ ...row, depth }, ...below(row.code, depth + 1)])
  return below(null, 0)
}
