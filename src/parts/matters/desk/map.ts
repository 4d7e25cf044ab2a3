import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { clusterStep } from '#kernel/place.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import type { State } from '../engine/states.ts'
import { type Light, lightOf, lightSql } from './light.ts'
import type { mapOfMatters } from './map-shapes.ts'
import { said } from './rows.ts'
import { readScope, type Scope, scopeSql } from './scope.ts'

type Query = Asked<typeof mapOfMatters>['query']
type Map = Answer<typeof mapOfMatters>

/** As many are drawn one by one; more are counted by cell. */
const POINTS = 300
/** Square degrees up to which a look-up by place is cheaper than one pass over all open matters. */
const NEAR = 0.0004

/** Open matters of a part of the map, one by one or by cell. */
export async function mapOf(tx: Tx, query: Query, roots: readonly string[]): Promise<Map> {
  const now = await zoneNow(tx)
  const scope = await readScope(tx, roots)
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = [...narrowed(query, scope, now, bind), ...inside(query, bind)].join(' and ')
  const cells = await cellsOf(tx, { where, values }, { zoom: query.zoom, now })
  const total = cells.reduce((sum, { count }) => sum + count, 0)
  const few = total <= POINTS
  return {
    now: now.toISOString(),
    counts: sumOf(cells),
    placeless: await placelessOf(tx, query, { scope, now }),
    points: few ? await pointsOf(tx, { where, values }, now) : [],
    clusters: few ? [] : cells.map(({ longitude, latitude, count, lit }) => ({ longitude, latitude, count, lit })),
  }
}

type Bind = (value: unknown) => string

function narrowed({ light, inflow, state }: Query, scope: Scope, now: Date, bind: Bind): string[] {
  return [
    'closed_at is null',
    ...scopeSql(scope, bind),
    ...(light ? [`${lightSql(`${bind(now)}::timestamptz`)} = ${bind(light)}`] : []),
    ...(inflow ? [`inflow = ${bind(inflow)}`] : []),
    ...(state ? [`state = ${bind(state)}`] : []),
  ]
}

function inside({ west, south, east, north }: Query, bind: Bind): string[] {
  const [w, s, e, n] = [west, south, east, north].map((degrees) => `${bind(degrees)}::double precision`)
  if ((east - west) * (north - south) <= NEAR)
    return ['longitude is not null', `point(longitude, latitude) <@ box(point(${w}, ${s}), point(${e}, ${n}))`]
  return [`longitude between ${w} and ${e}`, `latitude between ${s} and ${n}`]
}

interface Sought {
  where: string
  values: readonly unknown[]
}

/** Counts by cell; a cell stands where its matters are on the average, so that it does not look like a grid. */
async function cellsOf(tx: Tx, { where, values }: Sought, { zoom, now }: { zoom: number; now: Date }) {
  const step = clusterStep(zoom)
  const { rows } = await tx.client.query<
    { longitude: number; latitude: number; count: number } & Record<Light, number>
  >(
    `select avg(longitude) as longitude, avg(latitude) as latitude, count(*)::integer as count,
       (count(*) filter (where light = 'on'))::integer as "on", (count(*) filter (where light = 'warning'))::integer as warning,
       (count(*) filter (where light = 'behind'))::integer as behind, (count(*) filter (where light = 'none'))::integer as none
     from (select longitude, latitude, ${lightSql(`$${values.length + 1}::timestamptz`)} as light from matters where ${where}) as seen
     group by floor(longitude / ${step}), floor(latitude / ${step})`,
    [...values, now],
  )
  return rows.map(({ longitude, latitude, count, on, warning, behind, none }) => ({
    ...{ longitude, latitude, count },
    lit: { on, warning, behind, none },
  }))
}

function sumOf(cells: readonly { lit: Record<Light, number> }[]): Record<Light, number> {
  const sum = { on: 0, warning: 0, behind: 0, none: 0 }
  for (const { lit } of cells)
    for (const light of ['on', 'warning', 'behind', 'none'] as const) sum[light] += lit[light]
  return sum
}

async function placelessOf(tx: Tx, query: Query, { scope, now }: { scope: Scope; now: Date }): Promise<number> {
  const values: unknown[] = []
  const where = narrowed(query, scope, now, (value) => `$${values.push(value)}`).join(' and ')
  const { rows } = await tx.client.query<{ count: number }>(
    `select count(*)::integer as count from matters where longitude is null and ${where}`,
    values,
  )
  return rows[0]?.count ?? 0
}

interface Point {
  number: string
  title: string
  state: State
  zh: string
  en: string
  warn_at: Date | null
  due_at: Date | null
  longitude: number
  latitude: number
}

async function pointsOf(tx: Tx, { where, values }: Sought, now: Date): Promise<Map['points']> {
  const { rows } = await tx.client.query<Point>(
    `select m.number, m.title, m.state, c.name_zh as zh, c.name_en as en, m.warn_at, m.due_at, m.longitude, m.latitude
     from (select * from matters where ${where}) as m
     join matter_categories c on c.set_id = m.set_id and c.code = m.category
     order by m.due_at, m.id`,
    [...values],
  )
  const words = ({ zh, en }: Point): Words => ({ zh, en })
  return rows.map((point) => {
    const { number, title, state, longitude, latitude } = point
    const light = lightOf({ warnAt: point.warn_at, dueAt: point.due_at }, now)
    return { number, title, state, categoryName: words(point), light, dueAt: said(point.due_at), longitude, latitude }
  })
}
