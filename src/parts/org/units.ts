import { and, eq, gt, gte, isNull, or } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { spell } from '#kernel/i18n/spelling.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { checkClosing, checkDay, checkOpening, type Lifetime, moveOf, type Place } from './rules.ts'
import { personPlaces, unitNames, unitPlaces, units } from './tables.ts'
import type { UnitKind } from './unit-kinds.ts'

export interface NewUnit {
  code: string
  /** none: the root of the zone, of which there is one */
  parent: string | null
  nameZh: string
  nameEn: string
  kind: UnitKind
  openedOn: Day
  /** the first day it is no more */
  closedOn?: Day | null
}

/** Opens a unit. Refuses `org/code-taken`, `org/root-taken`, `org/unit-unknown` and what {@link checkOpening} refuses. */
export async function addUnit(tx: Tx, unit: NewUnit): Promise<void> {
  const { lifetimes, places } = await treeForWriting(tx)
  if (lifetimes.has(unit.code)) refuse('org/code-taken', { code: unit.code }, 409)
  const opened = checkDay(unit.openedOn)
  const closed = unit.closedOn ? checkDay(unit.closedOn) : null
  if (unit.parent !== null) checkOpening(known(lifetimes, unit.parent), { code: unit.code, opened, closed })
  else if (places.some((place) => place.parent === null)) refuse('org/root-taken', { unit: unit.code })
  const { code, nameZh, nameEn, kind } = unit
  await tx.db.insert(units).values({
    ...{ code, nameZh, nameEn, kind, openedOn: opened, closedOn: closed },
    ordinal: lifetimes.size + 1,
    searchText: spell(nameZh, 'unit', [code, ...nameEn.split(' ')]).searchText,
  })
  await tx.db.insert(unitNames).values({ unitCode: code, nameZh, nameEn, fromOn: opened, toOn: closed })
  await tx.db.insert(unitPlaces).values({ unitCode: code, parentCode: unit.parent, fromOn: opened, toOn: closed })
  audit(tx, { action: 'org/add-unit', subject: `unit:${code}`, unit: code, after: unit })
}

/**
 * Puts a unit below another from a day on; its earlier places stay readable. Answers whether anything changed.
 * Refuses `org/unit-unknown` and what {@link moveOf} refuses.
 */
export async function moveUnit(tx: Tx, asked: { code: string; parent: string; on: Day }): Promise<boolean> {
  const { lifetimes, places } = await treeForWriting(tx)
  const unit = known(lifetimes, asked.code)
  const move = moveOf(places, unit, known(lifetimes, asked.parent), checkDay(asked.on))
  if (!move) return false
  const standing = and(eq(unitPlaces.unitCode, unit.code), eq(unitPlaces.fromOn, move.ends.from))
  if (move.replaces) {
    await tx.db.update(unitPlaces).set({ parentCode: asked.parent }).where(standing)
  } else {
    await tx.db.update(unitPlaces).set({ toOn: asked.on }).where(standing)
    const { parent: parentCode, from: fromOn, to: toOn } = move.opens
    await tx.db.insert(unitPlaces).values({ unitCode: unit.code, parentCode, fromOn, toOn })
  }
  audit(tx, {
    action: 'org/move-unit',
    subject: `unit:${unit.code}`,
    unit: unit.code,
    before: { parent: move.ends.parent, from: move.ends.from },
    after: { parent: asked.parent, from: asked.on },
  })
  return true
}

/**
 * Gives a unit another name from a day on; what it was called before stays readable. Answers whether anything changed.
 * Refuses `org/unit-unknown`, `org/unit-closed`, `org/rename-too-early`.
 */
export async function renameUnit(
  tx: Tx,
  asked: { code: string; nameZh: string; nameEn: string; on: Day },
): Promise<boolean> {
  const { lifetimes } = await treeForWriting(tx)
  const unit = known(lifetimes, asked.code)
  const on = checkDay(asked.on)
  if (unit.closed !== null && on >= unit.closed) refuse('org/unit-closed', { unit: unit.code, closed: unit.closed })
  const names = await tx.db.select().from(unitNames).where(eq(unitNames.unitCode, unit.code)).orderBy(unitNames.fromOn)
  const last = names.at(-1)!
  const { nameZh, nameEn } = asked
  if (last.nameZh === nameZh && last.nameEn === nameEn) return false
  if (on < last.fromOn) refuse('org/rename-too-early', { unit: unit.code, on, last: last.fromOn })
  const standing = and(eq(unitNames.unitCode, unit.code), eq(unitNames.fromOn, last.fromOn))
  if (on === last.fromOn) {
    await tx.db.update(unitNames).set({ nameZh, nameEn }).where(standing)
  } else {
    await tx.db.update(unitNames).set({ toOn: on }).where(standing)
    await tx.db.insert(unitNames).values({ unitCode: unit.code, nameZh, nameEn, fromOn: on, toOn: unit.closed })
  }
  // Former names stay words of the search: a colleague may only remember the old one.
  const former = names.map((name) => name.nameZh)
  const searchText = spell(nameZh, 'unit', [unit.code, ...nameEn.split(' '), ...former]).searchText
  await tx.db.update(units).set({ nameZh, nameEn, searchText }).where(eq(units.code, unit.code))
  audit(tx, {
    action: 'org/rename-unit',
    subject: `unit:${unit.code}`,
    unit: unit.code,
    before: { nameZh: last.nameZh, nameEn: last.nameEn },
    after: { nameZh, nameEn, from: on },
  })
  return true
}

/**
 * Ends a unit: `on` is the first day it is no more. Refuses `org/unit-unknown`, `org/unit-closed`, `org/people-remain`
 * while people work there on that day or later,
 * `org/rename-on-record`, and what {@link checkClosing} refuses.
 */
export async function closeUnit(tx: Tx, asked: { code: string; on: Day }): Promise<void> {
  const { lifetimes, places } = await treeForWriting(tx)
  const unit = known(lifetimes, asked.code)
  const on = checkDay(asked.on)
  if (unit.closed !== null) refuse('org/unit-closed', { unit: unit.code, closed: unit.closed })
  checkClosing(places, unit, on)
  const stillThere = or(isNull(personPlaces.toOn), gt(personPlaces.toOn, on))
  const people = await tx.db.$count(personPlaces, and(eq(personPlaces.unitCode, unit.code), stillThere))
  if (people > 0) refuse('org/people-remain', { unit: unit.code, on, people })
  const { code } = unit
  const renamed = await tx.db.$count(unitNames, and(eq(unitNames.unitCode, code), gte(unitNames.fromOn, on)))
  if (renamed > 0) refuse('org/rename-on-record', { unit: code, on })
  await tx.db.update(units).set({ closedOn: on }).where(eq(units.code, code))
  for (const table of [unitNames, unitPlaces]) {
    await tx.db
      .update(table)
      .set({ toOn: on })
      .where(and(eq(table.unitCode, code), or(isNull(table.toOn), gt(table.toOn, on))))
  }
  audit(tx, { action: 'org/close-unit', subject: `unit:${code}`, unit: code, after: { closedOn: on } })
}

/** The whole tree with its past, held against other writers until commit: two moves side by side could make a cycle. */
async function treeForWriting(tx: Tx): Promise<{ lifetimes: Map<string, Lifetime>; places: Place[] }> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('org/unit-tree'))`)
  const rows = await tx.db.select({ code: units.code, opened: units.openedOn, closed: units.closedOn }).from(units)
  return { lifetimes: new Map(rows.map((row) => [row.code, row])), places: await placesOnRecord(tx) }
}

/** Every place of every unit there ever was. */
export function placesOnRecord(tx: Tx): Promise<Place[]> {
  const { unitCode, parentCode, fromOn, toOn } = unitPlaces
  return tx.db.select({ unit: unitCode, parent: parentCode, from: fromOn, to: toOn }).from(unitPlaces)
}

function known(lifetimes: Map<string, Lifetime>, code: string): Lifetime {
  return lifetimes.get(code) ?? refuse('org/unit-unknown', { unit: code }, 404)
}
