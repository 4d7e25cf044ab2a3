import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { type Stage, stageOf, states } from '../engine/states.ts'
import type { listMatters } from './board-shapes.ts'
import { lightSql } from './light.ts'
import { rowsOf } from './rows.ts'
import { readScope, type Scope, scopeSql } from './scope.ts'

type Query = Asked<typeof listMatters>['query']

const COUNTED = 10_000

/** Open matters by their deadline; all of them, newest first, unless `open` or a light narrows to open ones. Counted up to 10,000. */
export async function listOf(tx: Tx, query: Query, roots: readonly string[]): Promise<Answer<typeof listMatters>> {
  const now = await zoneNow(tx)
  const values: unknown[] = []
  const where = conditions(query, await readScope(tx, roots), now, (value) => `$${values.push(value)}`)
  const order = onlyOpen(query) ? 'due_at, id' : 'opened_at desc, id desc'
  const from = `from matters ${where.length > 0 ? `where ${where.join(' and ')}` : ''}`
  const ids = `select id ${from} order by ${order} limit ${query.size} offset ${(query.page - 1) * query.size}`
  const { rows } = await tx.client.query<{ total: number }>(
    `select count(*)::integer as total from (select 1 ${from} limit ${COUNTED + 1}) as counted`,
    values,
  )
  const total = rows[0]?.total ?? 0
  return {
    now: now.toISOString(),
    rows: await rowsOf(tx, { ids, values }, now),
    total: Math.min(total, COUNTED),
    more: total > COUNTED,
  }
}

const onlyOpen = ({ open, light, stage }: Query) =>
  open === true || stage !== undefined || (light !== undefined && light !== 'none')

function conditions(query: Query, scope: Scope, now: Date, bind: (value: unknown) => string): string[] {
  const { state, stage, light, inflow, category, unit, open, q } = query
  return [
    ...scopeSql(scope, bind),
    ...(open === false ? ['closed_at is not null'] : []),
    ...(onlyOpen(query) ? ['closed_at is null'] : []),
    ...(state ? [`state = ${bind(state)}`] : []),
    ...(stage ? [`state = any(${bind(statesOf(stage))})`] : []),
    ...(light ? [`${lightSql(`${bind(now)}::timestamptz`)} = ${bind(light)}`] : []),
    ...(inflow ? [`inflow = ${bind(inflow)}`] : []),
    ...(category ? [categoryIs(category, bind)] : []),
    ...(unit ? [unitIs(bind(unit), onlyOpen(query))] : []),
    ...(q ? [sought(q, bind)] : []),
  ]
}

const statesOf = (stage: Stage) => states.filter((state) => stageOf[state] === stage)

/** `E03` is a major category, `E0304` a minor one; categories of a major one lie together in the index. */
function categoryIs(category: string, bind: (value: unknown) => string): string {
  if (category.length === 5) return `category = ${bind(category)}`
  return `category >= ${bind(category)} and category < ${bind(`${category}~`)}`
}

/** An open matter belongs to the unit that has it; one that ended, to the unit whose duty it was. */
const unitIs = (unit: string, open: boolean) =>
  open
    ? `lies_with = ${unit}`
    : `case when closed_at is null then lies_with else coalesce(duty_unit, lies_with) end = ${unit}`

/** A number, whole or its beginning, the number it has elsewhere, or words of the title and the address. */
function sought(q: string, bind: (value: unknown) => string): string {
  if (/^[CEce][0-9]{2,}$/.test(q)) return `number like ${bind(`${q.toUpperCase()}%`)}`
  const like = bind(`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return `(external_reference = ${bind(q)} or title ilike ${like} or address ilike ${like})`
}
