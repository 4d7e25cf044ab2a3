import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneNow, zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn, unitsUnder } from '#parts/org/org.ts'
import type { Limit } from '../engine/clock.ts'
import { limitWords } from '../standards/limit-words.ts'
import type { dispatchOf, dispatchQueue, Suggestion } from './dispatch-shapes.ts'
import { rowsOf, type UnitOf, unitOf } from './rows.ts'

const QUEUE = 100
const SUGGESTIONS = 6
const BEFORE = 90 * 86_400_000

const queues = { dispatch: 'pending-dispatch', confirm: 'handle-finished' } as const

export async function queueOf(
  tx: Tx,
  { queue }: { queue: keyof typeof queues },
  roots: readonly string[],
): Promise<Answer<typeof dispatchQueue>> {
  const now = await zoneNow(tx)
  const units = await unitsUnder(tx, roots)
  const there = 'from matters where lies_with = any($1) and closed_at is null and state = $2'
  const count = async (state: string) => {
    const { rows } = await tx.client.query<{ count: number }>(`select count(*)::integer as count ${there}`, [
      units,
      state,
    ])
    return rows[0]?.count ?? 0
  }
  const ids = `select id ${there} order by due_at, id limit ${QUEUE}`
  const names = await unitNamesOn(tx, await zoneToday(tx))
  return {
    now: now.toISOString(),
    dispatch: await count(queues.dispatch),
    confirm: await count(queues.confirm),
    rows: await rowsOf(tx, { ids, values: [units, queues[queue]] }, now),
    units: [...names].map(([code, name]) => ({ code, name })),
  }
}

interface Found {
  id: string
  description: string
  category: string
  community: string | null
  office: string | null
  longitude: number | null
  latitude: number | null
  condition: string | null
  close_condition: string | null
  amount: string | null
  kind: Limit['kind'] | null
  reading: Limit['reading'] | null
  standard_unit: string | null
}

/** Refuses `matters/unknown` (404) for a number that is none or does not lie with the caller's units. */
export async function dispatchFor(
  tx: Tx,
  number: string,
  roots: readonly string[],
): Promise<Answer<typeof dispatchOf>> {
  const { rows } = await tx.client.query<Found>(
    `select m.id::text, m.description, m.category, m.community, m.office, m.longitude, m.latitude, s.condition, s.close_condition,
       s.amount::text, s.kind, s.reading, s.unit_code as standard_unit
     from matters m left join matter_standards s on s.id = m.standard_id where m.number = $1 and m.lies_with = any($2)`,
    [number, await unitsUnder(tx, roots)],
  )
  const found = rows[0] ?? refuse('matters/unknown', { number }, 404)
  const { description, condition, longitude, latitude, amount, kind, reading } = found
  const unit = await unitOf(tx)
  const limit = amount !== null && kind && reading ? limitWords({ amount: Number(amount), kind, reading }) : null
  return {
    ...{ number, description, condition, longitude, latitude, limit },
    closeCondition: found.close_condition,
    photos: await photosThere(tx, found.id),
    last: await lastWords(tx, found.id, unit),
    suggestions: await suggestionsFor(tx, found, unit),
  }
}

async function photosThere(tx: Tx, matter: string) {
  const { rows } = await tx.client.query<{ id: string; kind: string }>(
    'select photo_id::text as id, kind from matter_photos where matter_id = $1 order by version, place',
    [matter],
  )
  return rows
}

async function lastWords(tx: Tx, matter: string, unit: UnitOf) {
  const { rows } = await tx.client.query<{ unit: string; words: string; at: Date }>(
    `select coalesce(from_unit, to_unit) as unit, case when reason <> '' then reason else words end as words, at from matter_steps
     where matter_id = $1 and deed in ('return', 'hand-back') order by version desc limit 1`,
    [matter],
  )
  const [last] = rows
  return last ? { unit: unit(last.unit).name, words: last.words, at: last.at.toISOString() } : null
}

/** The standard's unit first, then who holds the place, then who handled this category most; who gave it back comes last. */
async function suggestionsFor(tx: Tx, found: Found, unit: UnitOf): Promise<Suggestion[]> {
  const since = new Date((await zoneNow(tx)).getTime() - BEFORE)
  const { rows: before } = await tx.client.query<{ unit: string; handled: number }>(
    `select duty_unit as unit, count(*)::integer as handled from matters
     where category = $1 and opened_at > $2 and duty_unit is not null group by 1 order by 2 desc, 1 limit ${SUGGESTIONS}`,
    [found.category, since],
  )
  const { rows: back } = await tx.client.query<{ unit: string }>(
    `select distinct from_unit as unit from matter_steps where matter_id = $1 and deed = 'return' and from_unit is not null and to_state = 'pending-dispatch'`,
    [found.id],
  )
  const returned = new Set(back.map((row) => row.unit))
  const handled = new Map(before.map((row) => [row.unit, row.handled]))
  const codes = [found.standard_unit, found.office, found.community, ...handled.keys(), ...returned]
  const wanted = [...new Set(codes.filter((code) => code !== null))]
  const loads = await loadsOf(tx, wanted)
  const suggestions = wanted.map((code): Suggestion => {
    const why = [
      ...(code === found.standard_unit ? (['standard'] as const) : []),
      ...(code === found.office || code === found.community ? (['place'] as const) : []),
      ...(handled.has(code) ? (['before'] as const) : []),
      ...(returned.has(code) ? (['returned'] as const) : []),
    ]
    return { unit: unit(code), why, handled: handled.get(code) ?? 0, ...(loads.get(code) ?? { open: 0, late: 0 }) }
  })
  const gaveBack = ({ why }: Suggestion) => Number(why.includes('returned'))
  return suggestions.toSorted((a, b) => gaveBack(a) - gaveBack(b)).slice(0, SUGGESTIONS)
}

async function loadsOf(tx: Tx, units: readonly string[]): Promise<Map<string, { open: number; late: number }>> {
  const { rows } = await tx.client.query<{ unit: string; open: number; late: number }>(
    `select lies_with as unit, count(*)::integer as open, (count(*) filter (where due_at < $2))::integer as late
     from matters where lies_with = any($1) and closed_at is null group by 1`,
    [units, await zoneNow(tx)],
  )
  return new Map(rows.map(({ unit, open, late }) => [unit, { open, late }]))
}
