import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { spell } from '#kernel/i18n/spelling.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { holdPeople } from './people-import.ts'
import { keptPhone } from './people-writing.ts'
import { phoneOf, vaultOf } from './personal-data.ts'
import { checkDay } from './rules.ts'
import { people, personPlaces, units } from './tables.ts'

export interface NewPerson {
  code: string
  name: string
  unit: string
  title: string
  phone?: string | undefined
  joinedOn: Day
}

/** Adds a person; answers the id. Refuses `org/person-code-taken`, `org/phone-unreadable`, and for the unit `org/unit-unknown`, `org/unit-not-open`. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<string> {
  const { code, name, title } = person
  await holdPeople(tx)
  const taken = await tx.db.$count(people, eq(people.code, code))
  if (taken > 0) refuse('org/person-code-taken', { code }, 409)
  const joinedOn = checkDay(person.joinedOn)
  await checkUnitOpen(tx, person.unit, joinedOn)
  const id = randomUUID()
  const { sealed, masked } = keptPhone(vaultOf(tx), phoneIn(person.phone), id)
  await tx.db.insert(people).values({
    ...{ id, code, name, ...spell(name, 'person', [code]), unitCode: person.unit, title, joinedOn },
    ...{ phoneEncrypted: sealed, phoneMasked: masked },
  })
  await tx.db.insert(personPlaces).values({ personId: id, unitCode: person.unit, title, fromOn: joinedOn })
  const after = { code, name, unit: person.unit, title, phone: masked, joinedOn }
  audit(tx, { action: 'org/add-person', subject: `person:${code}`, unit: person.unit, after })
  return id
}

/**
 * Another unit or title from a day on; the places held before stay readable. Answers whether anything changed.
 * Refuses `org/person-unknown`, `org/person-left`, `org/person-move-too-early`, `org/unit-unknown`, `org/unit-not-open`.
 */
export async function movePerson(
  tx: Tx,
  asked: { id: string; unit: string; title?: string | undefined; on: Day },
): Promise<boolean> {
  const person = await personForWriting(tx, asked.id)
  const on = checkDay(asked.on)
  const title = asked.title ?? person.title
  if (person.leftOn !== null) refuse('org/person-left', { name: person.name, left: person.leftOn })
  if (person.unitCode === asked.unit && person.title === title) return false
  const last = await lastPlace(tx, person.id)
  if (on < last.fromOn) refuse('org/person-move-too-early', { name: person.name, on, last: last.fromOn })
  await checkUnitOpen(tx, asked.unit, on)
  const standing = and(eq(personPlaces.personId, person.id), eq(personPlaces.fromOn, last.fromOn))
  if (on === last.fromOn) {
    await tx.db.update(personPlaces).set({ unitCode: asked.unit, title }).where(standing)
  } else {
    await tx.db.update(personPlaces).set({ toOn: on }).where(standing)
    await tx.db.insert(personPlaces).values({ personId: person.id, unitCode: asked.unit, title, fromOn: on })
  }
  await tx.db.update(people).set({ unitCode: asked.unit, title }).where(eq(people.id, person.id))
  audit(tx, {
    action: 'org/move-person',
    subject: `person:${person.code}`,
    unit: asked.unit,
    before: { unit: person.unitCode, title: person.title },
    after: { unit: asked.unit, title, from: on },
  })
  return true
}

/** A person leaves: `on` is the first day they are no longer here. Refuses `org/person-unknown`, `org/person-left`, `org/person-move-too-early`. */
export async function leavePerson(tx: Tx, asked: { id: string; on: Day }): Promise<void> {
  const person = await personForWriting(tx, asked.id)
  const on = checkDay(asked.on)
  if (person.leftOn !== null) refuse('org/person-left', { name: person.name, left: person.leftOn })
  const last = await lastPlace(tx, person.id)
  if (on <= last.fromOn) refuse('org/person-move-too-early', { name: person.name, on, last: last.fromOn })
  const standing = and(eq(personPlaces.personId, person.id), eq(personPlaces.fromOn, last.fromOn))
  await tx.db.update(personPlaces).set({ toOn: on }).where(standing)
  await tx.db.update(people).set({ leftOn: on }).where(eq(people.id, person.id))
  const { code, unitCode: unit } = person
  audit(tx, { action: 'org/leave-person', subject: `person:${code}`, unit, after: { leftOn: on } })
}

/** The whole phone number; who read it, and why, goes into the audit chain. Refuses `org/person-unknown`, `org/phone-missing`. */
export async function readPhone(tx: Tx, asked: { id: string; reason: string }): Promise<string> {
  const person = await personForWriting(tx, asked.id)
  if (person.phoneEncrypted === null) return refuse('org/phone-missing', { name: person.name }, 404)
  const { code, unitCode: unit } = person
  audit(tx, { action: 'org/read-phone', subject: `person:${code}`, unit, after: { reason: asked.reason } })
  return vaultOf(tx).open(person.phoneEncrypted, person.id)
}

function phoneIn(text: string | undefined): string | null {
  if (!text?.trim()) return null
  return phoneOf(text) ?? refuse('org/phone-unreadable')
}

async function checkUnitOpen(tx: Tx, code: string, on: Day): Promise<void> {
  // A shared lock on the unit: it cannot be closed while a person is being put into it.
  const [unit] = await tx.db.select().from(units).where(eq(units.code, code)).for('share')
  if (!unit) return refuse('org/unit-unknown', { unit: code }, 404)
  if (on < unit.openedOn || unit.closedOn !== null) {
    refuse('org/unit-not-open', { unit: code, on, opened: unit.openedOn, closed: unit.closedOn ?? '—' })
  }
}

async function personForWriting(tx: Tx, id: string) {
  const [person] = await tx.db.select().from(people).where(eq(people.id, id)).for('update')
  return person ?? refuse('org/person-unknown', { person: id }, 404)
}

async function lastPlace(tx: Tx, id: string) {
  const [place] = await tx.db
    .select()
    .from(personPlaces)
    .where(eq(personPlaces.personId, id))
    .orderBy(desc(personPlaces.fromOn))
    .limit(1)
  return place!
}
