import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { isMonthAligned, parsePeriod } from '#kernel/period.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { corridorsShape } from './corridor-shapes.ts'
import { type Place, placesByWord, routesByWord, type TrainRoute } from './places.ts'
import { trainsDay } from './trains-day.ts'

type Corridors = Answer<typeof corridorsShape>
type Corridor = Corridors['corridors'][number]

interface Rolled {
  direction: 'outbound' | 'return'
  scope: Corridor['scope']
  route: string
  port: string
  trains: string
  teu: string
  weight: string
  value: string
}

/** What ran on each route by each border port in the period, the year to date unless told; from the rollup, so it costs days, not trains. */
export async function corridors(
  tx: Tx,
  query: Asked<typeof corridorsShape>['query'],
  roots: readonly string[],
): Promise<Corridors> {
  const period = query.period ?? (await trainsDay(tx)).slice(0, 4)
  const { start: from, end: to } = parsePeriod(period)
  const rows = await rolled(tx, { from, to, month: isMonthAligned(parsePeriod(period)), scope: query.scope }, roots)
  const [places, routes] = [await placesByWord(tx), await routesByWord(tx)]
  const found = new Map<string, Corridor>()
  for (const row of rows) {
    const [route, port] = [routes.get(row.route), places.get(row.port)]
    const key = [row.scope, route?.code ?? row.route, port?.code ?? row.port].join(' ')
    const corridor = found.get(key) ?? emptyCorridor(row, route, port, places)
    corridor[row.direction] = plus(corridor[row.direction], row)
    found.set(key, corridor)
  }
  const drawn = [...found.values()].toSorted((a, b) => trainsOf(b) - trainsOf(a))
  const used = new Set(drawn.flatMap(({ path }) => path))
  const shown = [...new Map([...places.values()].map((place) => [place.code, place])).values()]
  return {
    ...{ period, from, to, corridors: drawn },
    places: shown.flatMap(({ code, name, kind, lon, lat }) =>
      used.has(code) && kind !== 'yard' ? [{ code, name, kind, lon: Number(lon), lat: Number(lat) }] : [],
    ),
  }
}

async function rolled(
  tx: Tx,
  asked: { from: string; to: string; month: boolean; scope: Corridor['scope'] | undefined },
  roots: readonly string[],
): Promise<Rolled[]> {
  const { rows } = await tx.client.query<Rolled>(
    `select d_direction as direction, d_scope as scope, d_route as route, d_border_port as port, sum(rows) as trains,
       sum(m_teu)::text as teu, trim_scale(sum(m_weight))::text as weight, trim_scale(sum(m_value))::text as value
     from rollup_trade_trains where level = $1 and day between $2 and $3 and unit_code = any($4) and ($5::text is null or d_scope = $5)
     group by 1, 2, 3, 4 having sum(rows) > 0`,
    [asked.month ? 'm' : 'd', asked.from, asked.to, await unitsUnder(tx, roots), asked.scope ?? null],
  )
  return rows
}

const none = { trains: 0, teu: '0', weight: '0', value: '0' }

function emptyCorridor(
  row: Rolled,
  route: TrainRoute | undefined,
  port: Place | undefined,
  places: Map<string, Place>,
): Corridor {
  const named = (written: string) => ({ zh: written || '未填', en: written || 'not given' })
  return {
    route: route?.name ?? named(row.route),
    port: port?.name ?? named(row.port),
    scope: row.scope,
    path: route && port ? pathOf(route, port.code, places) : [],
    outbound: none,
    return: none,
  }
}

/** The places along the route by this port; a yard is drawn at the place it belongs to. */
function pathOf({ legs }: TrainRoute, port: string, places: Map<string, Place>): string[] {
  const own = legs.filter((leg) => leg.port === port)
  const codes = own.length === 0 ? [] : [own[0]!.from, ...own.map(({ to }) => to)]
  return codes.map((code) => places.get(code)?.parent ?? code)
}

function plus(way: Corridor['outbound'], row: Rolled): Corridor['outbound'] {
  const add = (a: string, b: string) => new Decimal(a).plus(b).toFixed()
  return {
    trains: way.trains + Number(row.trains),
    teu: add(way.teu, row.teu),
    weight: add(way.weight, row.weight),
    value: add(way.value, row.value),
  }
}

const trainsOf = (corridor: Corridor): number => corridor.outbound.trains + corridor.return.trains
