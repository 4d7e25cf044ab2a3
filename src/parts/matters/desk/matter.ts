import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import { deeds } from '../engine/deeds.ts'
import {
  courseOf,
  deedsAllowed,
  type Matter,
  matterOf,
  reportersOf,
  similarMatters,
  wishesOf,
} from '../engine/engine.ts'
import { verifiedFirst } from '../engine/states.ts'
import { limitWords } from '../standards/limit-words.ts'
import type { MatterShown, showMatter, WishShown } from './matter-shapes.ts'
import { visibleMatter } from './open.ts'
import { passagesShown } from './passages.ts'
import { rowsOf, said, unitOf } from './rows.ts'
import { stepsShown } from './steps.ts'

/** A matter whole. Refuses `matters/unknown` (404) for one that the reader may not see. */
export async function matterShown(
  tx: Tx,
  number: string,
  roots: readonly string[],
): Promise<Answer<typeof showMatter>> {
  const matter = await visibleMatter(tx, number, roots)
  const now = await zoneNow(tx)
  const unit = await unitOf(tx)
  const [row] = await rowsOf(tx, { ids: 'select $1::bigint as id', values: [matter.id] }, now)
  const allowed = await deedsAllowed(tx, await courseOf(tx, matter))
  const { description, source, externalReference, inflow, aside, cell, promisedOn, suspendedUntil } = matter
  const { overdue, timeoutExempt, reopened } = matter
  return {
    ...{ now: now.toISOString(), row: row!, description, source, externalReference, inflow, aside, cell },
    ...{ promisedOn, suspendedUntil, overdue, timeoutExempt, reopened },
    standard: await standardOf(tx, matter),
    place: placeOf(matter),
    community: matter.community === null ? null : unit(matter.community),
    office: matter.office === null ? null : unit(matter.office),
    limitDueAt: said(matter.limitDueAt),
    handedBackAt: said(matter.handedBackAt),
    reporters: await reportersCounted(tx, matter),
    mergedInto: await nameOf(tx, matter.mergedInto),
    merged: await mergedInto(tx, matter.id),
    similar: await alike(tx, matter),
    steps: await stepsShown(tx, matter, unit),
    passages: await passagesShown(tx, matter, { now, unit }),
    wishes: await wishesShown(tx, matter.id),
    deeds: allowed.map((deed) => ({ deed, words: deeds[deed].words, fields: [...deeds[deed].fields] })),
    units: allowed.includes('dispatch') ? await everyUnit(tx) : [],
    people: allowed.includes('assign') || allowed.includes('ask-verify') ? await peopleOf(tx, matter.liesWith) : [],
  }
}

export const placeOf = ({ longitude, latitude }: Matter) =>
  longitude === null || latitude === null ? null : { longitude, latitude }

async function standardOf(tx: Tx, { standard }: Matter): Promise<MatterShown['standard']> {
  if (standard === null) return null
  const { rows } = await tx.client.query<{
    condition: string
    close_condition: string
    amount: string
    kind: Parameters<typeof limitWords>[0]['kind']
    reading: Parameters<typeof limitWords>[0]['reading']
    title: string
    at: Date
  }>(
    `select s.condition, s.close_condition, s.amount::text, s.kind, s.reading, t.title, t.at
     from matter_standards s join matter_standard_sets t on t.id = s.set_id where s.id = $1`,
    [standard],
  )
  const [found] = rows
  if (!found) return null
  const { condition, close_condition: closeCondition, amount, kind, reading, title: set, at } = found
  return {
    condition,
    closeCondition,
    set,
    setFrom: at.toISOString(),
    limit: limitWords({ amount: Number(amount), kind, reading }),
  }
}

/** An officer who found it on the way is no reporter, unless a merge brought some along. */
async function reportersCounted(tx: Tx, matter: Matter): Promise<number> {
  const { all, withContact } = await reportersOf(tx, matter.id)
  return verifiedFirst.includes(matter.inflow) ? all : withContact
}

async function nameOf(tx: Tx, id: number | null) {
  const other = id === null ? null : await matterOf(tx, { id })
  return other && { number: other.number, title: other.title }
}

async function mergedInto(tx: Tx, id: number) {
  const { rows } = await tx.client.query<{ number: string; title: string }>(
    'select number, title from matters where merged_into = $1 order by id limit 50',
    [id],
  )
  return rows
}

/** Told while it may still be merged. */
async function alike(tx: Tx, matter: Matter): Promise<MatterShown['similar']> {
  const place = placeOf(matter)
  if (!place || matter.dispatchedAt !== null || matter.closedAt !== null) return []
  const { category, number, openedAt } = matter
  const found = await similarMatters(tx, { category, place, at: openedAt, but: number })
  return found.map(({ number: other, title, metres, state }) => ({ number: other, title, metres, state }))
}

async function wishesShown(tx: Tx, matter: number): Promise<WishShown[]> {
  const wishes = await wishesOf(tx, matter)
  const names = await deciders(tx, matter)
  return wishes.map(({ id, kind, state, reason, until, askedAt, askedName, decisions }) => ({
    ...{ kind, state, reason, until, askedAt: askedAt.toISOString(), askedBy: askedName },
    decisions: decisions.map(({ granted, words, at, by }) => ({
      ...{ granted, words, at: at.toISOString(), by: names.get(`${id} ${by}`) ?? by },
    })),
  }))
}

/** Names as they were written down with each decision, by wish and decider. */
async function deciders(tx: Tx, matter: number): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ wish: string; by: string; name: string }>(
    `select d.wish_id as wish, d.by_id as by, d.by_name as name from matter_decisions d
     join matter_wishes w on w.id = d.wish_id where w.matter_id = $1`,
    [matter],
  )
  return new Map(rows.map(({ wish, by, name }) => [`${wish} ${by}`, name]))
}

async function everyUnit(tx: Tx) {
  const names = await unitNamesOn(tx, await zoneToday(tx))
  return [...names].map(([code, name]) => ({ code, name }))
}

/** Who works for a unit: accounts with a grant of working there, not only above it. */
async function peopleOf(tx: Tx, unit: string) {
  const { rows } = await tx.client.query<{ id: string; name: string }>(
    `select distinct u.id::text, u.name from users u join grants g on g.user_id = u.id
     where g.unit_code = $1 and g.role in ('clerk', 'lead') and g.revoked_at is null and u.disabled_at is null order by 2`,
    [unit],
  )
  return rows
}
