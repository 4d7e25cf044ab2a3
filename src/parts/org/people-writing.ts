import { randomUUID } from 'node:crypto'
import type { Tx } from '#kernel/db/work.ts'
import { spell } from '#kernel/i18n/spelling.ts'
import type { Day } from '#kernel/period.ts'
import type { ChangedPerson } from './people-changes.ts'
import type { PersonLine } from './people-rows.ts'
import { maskPhone, type Vault, vaultOf } from './personal-data.ts'

/** Adds people and their first places, in one statement each. */
export async function insertPeople(tx: Tx, lines: readonly (PersonLine & { joinedOn: Day })[]): Promise<void> {
  if (lines.length === 0) return
  const vault = vaultOf(tx)
  const rows = lines.map((line) => {
    const id = randomUUID()
    const { pinyin, initials, searchText } = spell(line.name, 'person', [line.code])
    const { sealed, masked } = keptPhone(vault, line.phone ?? null, id)
    const { code, name, unit, title = '', joinedOn } = line
    return [id, code, name, pinyin, initials, searchText, unit, title, sealed, masked, joinedOn] as const
  })
  await tx.client.query(
    `with given as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::text[], $9::bytea[], $10::text[], $11::date[]) as row (id, code, name, pinyin, initials, search_text,
         unit_code, title, phone_encrypted, phone_masked, joined_on)
     ), added as (
       insert into people (id, code, name, pinyin, initials, search_text, unit_code, title, phone_encrypted,
         phone_masked, joined_on)
       select * from given returning id, unit_code, title, joined_on
     )
     insert into person_places (person_id, unit_code, title, from_on) select * from added`,
    columnsOf(rows, 11),
  )
}

/** Writes changed people, ends the places they leave and opens the ones they take. */
export async function updatePeople(tx: Tx, changes: readonly ChangedPerson[], on: Day): Promise<void> {
  if (changes.length === 0) return
  const vault = vaultOf(tx)
  const rows = changes.map((change) => {
    const { pinyin, initials, searchText } = spell(change.name, 'person', [change.code])
    const { sealed, masked } = change.phoneChanges
      ? keptPhone(vault, change.phone, change.id)
      : { sealed: null, masked: null }
    return [change.id, change.name, pinyin, initials, searchText, change.unit, change.title, sealed, masked] as const
  })
  await tx.client.query(
    `update people set name = given.name, pinyin = given.pinyin, initials = given.initials,
       search_text = given.search_text, unit_code = given.unit_code, title = given.title,
       phone_encrypted = coalesce(given.phone_encrypted, people.phone_encrypted),
       phone_masked = coalesce(given.phone_masked, people.phone_masked)
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bytea[],
       $9::text[]) as given (id, name, pinyin, initials, search_text, unit_code, title, phone_encrypted, phone_masked)
     where people.id = given.id`,
    columnsOf(rows, 9),
  )
  await movePlaces(
    tx,
    changes.filter((change) => change.moves),
    on,
  )
}

async function movePlaces(tx: Tx, moves: readonly ChangedPerson[], on: Day): Promise<void> {
  const placed = (some: readonly ChangedPerson[]) =>
    columnsOf(
      some.map(({ id, unit, title }) => [id, unit, title]),
      3,
    )
  const [anew, ended] = [moves.filter((move) => move.replaces), moves.filter((move) => !move.replaces)]
  await tx.client.query(
    `update person_places set unit_code = given.unit_code, title = given.title
     from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, unit_code, title)
     where person_id = given.id and from_on = $4`,
    [...placed(anew), on],
  )
  await tx.client.query('update person_places set to_on = $2 where person_id = any($1::uuid[]) and to_on is null', [
    ended.map((move) => move.id),
    on,
  ])
  await tx.client.query(
    `insert into person_places (person_id, unit_code, title, from_on)
     select id, unit_code, title, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as given (id, unit_code, title)`,
    [...placed(ended), on],
  )
}

interface KeptPhone {
  sealed: Buffer | null
  masked: string | null
}

/** A phone as it is kept: sealed for its owner, and masked for replies. */
export function keptPhone(vault: Vault, digits: string | null, owner: string): KeptPhone {
  if (digits === null) return { sealed: null, masked: null }
  return { sealed: vault.seal(digits, owner), masked: maskPhone(digits) }
}

/** Rows turned into columns, as `unnest` takes them. */
function columnsOf(rows: readonly (readonly unknown[])[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, at) => rows.map((row) => row[at]))
}
