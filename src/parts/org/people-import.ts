import { and, eq, isNull, sql } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { SheetRow } from '#kernel/files/table.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { dayOf } from './days.ts'
import { type ChangedPerson, judge, type OnRecord, type PersonOnRecord } from './people-changes.ts'
import { type PersonLine, type RejectedLine, readPeopleRows } from './people-rows.ts'
import { insertPeople, updatePeople } from './people-writing.ts'
import { maskPhone, vaultOf } from './personal-data.ts'
import { unitsByWord, unitsUnder } from './queries.ts'
import { checkDay } from './rules.ts'
import { people, personPlaces, units } from './tables.ts'

/** Rows of one list. */
export const most = 50_000

export interface PeopleImported {
  rows: number
  added: number
  changed: number
  unchanged: number
  headings: readonly string[]
  rejected: RejectedLine[]
}

interface Done {
  added: readonly PersonLine[]
  changed: readonly ChangedPerson[]
  on: Day
}

type Told = Pick<ChangedPerson, 'code' | 'name' | 'unit' | 'title' | 'phone'>

/**
 * Takes a list of people in, headings first. New codes are added; another name, unit, title or phone is a
 * change, unit and title from `on` (today unless told), and what was before stays readable. The same list again changes
 * nothing; an empty cell leaves what is on record. Rows with a fault come back with their reason, the others are in.
 * `roots` limits the units it may touch. Refuses `org/headings-missing`, `org/list-too-long`.
 */
export async function importPeople(
  tx: Tx,
  rows: readonly SheetRow[],
  options: { on?: Day | undefined; roots?: readonly string[] } = {},
): Promise<PeopleImported> {
  const on = options.on === undefined ? dayOf(tx.now) : checkDay(options.on)
  if (rows.length > most + 1) refuse('org/list-too-long', { rows: rows.length - 1, most })
  const read = readPeopleRows(rows, await unitsByWord(tx))
  if (read.missing.length > 0) refuse('org/headings-missing', { missing: read.missing, found: read.headings })
  await holdPeople(tx)
  const record = await onRecord(tx, read.lines, options.roots)
  const judged = read.lines.map((line) => judge(line, record, on))
  const added = judged.flatMap((one) => (one.outcome === 'new' ? [one.line] : []))
  const changed = judged.flatMap((one) => (one.outcome === 'changed' ? [one.change] : []))
  const rejected = [...read.rejected, ...judged.flatMap((one) => (one.outcome === 'rejected' ? [one.row] : []))]
  await insertPeople(tx, added)
  await updatePeople(tx, changed, on)
  const result = {
    rows: read.lines.length + read.rejected.length,
    added: added.length,
    changed: changed.length,
    unchanged: judged.filter((one) => one.outcome === 'same').length,
    headings: read.headings,
    rejected: rejected.sort((a, b) => a.line - b.line),
  }
  if (added.length + changed.length > 0) auditImport(tx, result, { added, changed, on })
  return result
}

/** Writers of people take turns: two lists with the same new code side by side would break one of them. */
export async function holdPeople(tx: Tx): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('org/people'))`)
}

async function onRecord(tx: Tx, lines: readonly PersonLine[], roots?: readonly string[]): Promise<OnRecord> {
  const lifetimes = await tx.db
    .select({ code: units.code, opened: units.openedOn, closed: units.closedOn })
    .from(units)
    .for('share')
  return {
    people: await peopleOnRecord(tx, lines),
    units: new Map(lifetimes.map((unit) => [unit.code, unit])),
    allowed: roots && new Set(await unitsUnder(tx, roots)),
  }
}

async function peopleOnRecord(tx: Tx, lines: readonly PersonLine[]): Promise<Map<string, PersonOnRecord>> {
  const codes = lines.map((line) => line.code)
  const rows = await tx.db
    .select({
      ...{ id: people.id, code: people.code, name: people.name, unit: people.unitCode, title: people.title },
      ...{ sealed: people.phoneEncrypted, joinedOn: people.joinedOn, leftOn: people.leftOn },
      since: personPlaces.fromOn,
    })
    .from(people)
    .leftJoin(personPlaces, and(eq(personPlaces.personId, people.id), isNull(personPlaces.toOn)))
    .where(sql`${people.code} = any(${sql.param(codes)}::text[])`)
  const vault = vaultOf(tx)
  return new Map(
    rows.map(({ code, sealed, since, ...row }) => {
      const phone = sealed === null ? null : vault.open(sealed, row.id)
      return [code, { ...row, phone, since: since ?? row.joinedOn }]
    }),
  )
}

function auditImport(tx: Tx, result: PeopleImported, done: Done): void {
  const { rows, added, changed, unchanged, rejected } = result
  const told = ({ code, name, unit, title, phone }: Told) => ({
    ...{ code, name, unit, title },
    phone: phone === null ? null : maskPhone(phone),
  })
  audit(tx, {
    action: 'org/import-people',
    subject: 'people',
    before: { people: done.changed.map(({ code, before }) => told({ ...before, code })) },
    after: {
      ...{ rows, added, changed, unchanged, rejected: rejected.length, from: done.on },
      people: done.changed.map(told),
      codes: done.added.map((line) => line.code),
    },
  })
}
