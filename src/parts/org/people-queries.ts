import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { likePattern, searchPattern } from '#kernel/i18n/spelling.ts'
import { refuse } from '#kernel/refusal.ts'
import type { PersonDetail, PersonRow } from './shapes.ts'
import { people, personPlaces, units } from './tables.ts'

export interface PeopleAsked {
  /** characters anywhere in the name; pinyin, initials or code from their beginning; empty finds everybody */
  query?: string | undefined
  /** codes of the units to look in */
  units: readonly string[]
  /** with those who left */
  withLeft?: boolean
  /** from 1 */
  page: number
  size: number
}

const unit = { code: units.code, nameZh: units.nameZh, nameEn: units.nameEn }
const row = {
  ...{ id: people.id, code: people.code, name: people.name, pinyin: people.pinyin, unit, title: people.title },
  ...{ phone: people.phoneMasked, joinedOn: people.joinedOn, leftOn: people.leftOn },
}

/** One page of the people found, in the order of their pinyin, and how many there are. */
export async function searchPeople(tx: Tx, asked: PeopleAsked): Promise<{ total: number; people: PersonRow[] }> {
  const within = inArray(people.unitCode, [...asked.units])
  const found = and(within, asked.withLeft ? undefined : isNull(people.leftOn), wordsMatch(asked.query ?? ''))
  const total = await tx.db.$count(people, found)
  const page = await tx.db
    .select(row)
    .from(people)
    .innerJoin(units, eq(units.code, people.unitCode))
    .where(found)
    .orderBy(sql`${people.pinyin} collate "C"`, sql`${people.code} collate "C"`)
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
  return { total, people: page }
}

/** A person with every place they held, newest first. Refuses `org/person-unknown`. */
export async function personWithHistory(tx: Tx, id: string): Promise<PersonDetail> {
  const [person] = await tx.db
    .select(row)
    .from(people)
    .innerJoin(units, eq(units.code, people.unitCode))
    .where(eq(people.id, id))
  if (!person) return refuse('org/person-unknown', { person: id }, 404)
  const places = await tx.db
    .select({ unit, title: personPlaces.title, from: personPlaces.fromOn, to: personPlaces.toOn })
    .from(personPlaces)
    .innerJoin(units, eq(units.code, personPlaces.unitCode))
    .where(eq(personPlaces.personId, id))
    .orderBy(desc(personPlaces.fromOn))
  return { ...person, places }
}

/** The person who signs in with an account, or null for accounts of no person. */
export async function personByAccount(tx: Tx, userId: string): Promise<PersonRow | null> {
  const [person] = await tx.db
    .select(row)
    .from(people)
    .innerJoin(units, eq(units.code, people.unitCode))
    .where(sql`${people.code} = (select person_code from users where id = ${userId})`)
  return person ?? null
}

/** The person of a code, as accounts name them, or null. */
export async function personByCode(tx: Tx, code: string): Promise<PersonRow | null> {
  const [person] = await tx.db
    .select(row)
    .from(people)
    .innerJoin(units, eq(units.code, people.unitCode))
    .where(eq(people.code, code))
  return person ?? null
}

/** The pieces of the pattern narrow by index, also for one or two characters; `like` decides. */
function wordsMatch(query: string): SQL | undefined {
  const pattern = searchPattern(query)
  if (pattern === null) return undefined
  const { searchText } = people
  return sql`search_grams(${searchText}) @> search_grams(${pattern}) and ${searchText} like ${likePattern(pattern)}`
}
