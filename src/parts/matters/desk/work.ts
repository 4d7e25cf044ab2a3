import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { type Inflow, type State, states } from '../engine/states.ts'
import { lightSql, lights, litColumns } from './light.ts'
import type { Lit } from './row-shapes.ts'
import { rowsOf } from './rows.ts'
import type { myWork } from './work-shapes.ts'

type Query = Asked<typeof myWork>['query']

interface Group extends Lit {
  state: State
  inflow: Inflow
}

/**
 * What lies with the caller's units. The counts are one index-only pass over those units' open matters; the page is read from
 * the front of each unit's own deadlines, so that a hundred units cost a hundred short reads.
 */
export async function workOf(tx: Tx, query: Query, roots: readonly string[]): Promise<Answer<typeof myWork>> {
  const now = await zoneNow(tx)
  const units = await unitsUnder(tx, roots)
  const groups = await groupsOf(tx, units, now)
  const named = await namedOf(tx, units)
  const [first] = await pageOf(tx, { page: 1, size: 1 }, { units, now })
  const fits = (group: Group) => !query.inflow || group.inflow === query.inflow
  const shown = query.light ? [query.light] : lights
  const sum = (some: readonly Group[], of: readonly (keyof Lit)[] = shown) =>
    some.reduce((total, group) => total + of.reduce((count, light) => count + group[light], 0), 0)
  return {
    now: now.toISOString(),
    counts: {
      on: sum(groups, ['on']),
      warning: sum(groups, ['warning']),
      behind: sum(groups, ['behind']),
      none: sum(groups, ['none']),
    },
    named,
    states: states.flatMap((state) => {
      const there = groups.filter((group) => group.state === state && fits(group))
      const late = shown.includes('behind') ? sum(there, ['behind']) : 0
      return sum(there) > 0 ? [{ state, count: sum(there), late }] : []
    }),
    first: first ?? null,
    rows: await pageOf(tx, query, { units, now }),
    total: query.named
      ? await countNamed(tx, query, { units, now })
      : sum(groups.filter((group) => fits(group) && (!query.state || group.state === query.state))),
  }
}

async function groupsOf(tx: Tx, units: readonly string[], now: Date): Promise<Group[]> {
  const { rows } = await tx.client.query<Group>(
    `select state, inflow, ${litColumns('$2::timestamptz')}
     from matters where lies_with = any($1) and closed_at is null group by 1, 2`,
    [units, now],
  )
  return rows
}

async function namedOf(tx: Tx, units: readonly string[]): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    'select count(*)::integer as count from matters where assigned_to = $2 and lies_with = any($1) and closed_at is null',
    [units, tx.actor.id],
  )
  return rows[0]?.count ?? 0
}

interface Around {
  units: readonly string[]
  now: Date
}

function conditions(query: Partial<Query>, { now }: Around, values: unknown[], actor: string): string[] {
  const bind = (value: unknown) => `$${values.push(value)}`
  return [
    'closed_at is null',
    ...(query.state ? [`state = ${bind(query.state)}`] : []),
    ...(query.inflow ? [`inflow = ${bind(query.inflow)}`] : []),
    ...(query.light ? [`${lightSql(`${bind(now)}::timestamptz`)} = ${bind(query.light)}`] : []),
    ...(query.named ? [`assigned_to = ${bind(actor)}`] : []),
  ]
}

function pageOf(tx: Tx, query: Partial<Query> & { page: number; size: number }, around: Around) {
  const values: unknown[] = [around.units]
  const where = conditions(query, around, values, tx.actor.id).join(' and ')
  const ids = query.named
    ? `select id from matters where lies_with = any($1) and ${where} order by due_at, id`
    : `select front.id from unnest($1::text[]) as of_unit (code), lateral (select id, due_at from matters
         where lies_with = of_unit.code and ${where} order by due_at, id limit ${query.page * query.size}) as front order by front.due_at, front.id`
  return rowsOf(tx, { ids: `${ids} limit ${query.size} offset ${(query.page - 1) * query.size}`, values }, around.now)
}

async function countNamed(tx: Tx, query: Query, around: Around): Promise<number> {
  const values: unknown[] = [around.units]
  const where = conditions(query, around, values, tx.actor.id).join(' and ')
  const { rows } = await tx.client.query<{ count: number }>(
    `select count(*)::integer as count from matters where lies_with = any($1) and ${where}`,
    values,
  )
  return rows[0]?.count ?? 0
}
