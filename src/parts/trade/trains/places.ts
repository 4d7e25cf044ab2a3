import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'

export const placeKinds = ['hub', 'yard', 'border', 'gauge', 'end'] as const

/** A place on the way of trains. A yard has no UN/LOCODE; its parent has. */
export interface Place {
  code: string
  name: Words
  locode: string | null
  parent: string | null
  kind: (typeof placeKinds)[number]
  country: string
  /** degrees, as decimal strings */
  lon: string
  lat: string
  aliases: string[]
}

/** One leg of a route by a border port, outbound. */
export interface RouteLeg {
  port: string
  leg: number
  from: string
  to: string
  /** whether containers change to another gauge at its end */
  gaugeChange: boolean
  kilometres: number
  days: string
}

export interface TrainRoute {
  code: string
  name: Words
  scope: 'europe' | 'asia'
  from: string
  to: string
  aliases: string[]
  legs: RouteLeg[]
}

/** As the database has it: the words apart. */
type Named<T> = Omit<T, 'name'> & { name_zh: string; name_en: string }

/** All places, in the order of their file. */
export async function allPlaces(tx: Tx): Promise<Place[]> {
  const { rows } = await tx.client.query<Named<Place>>(
    'select code, name_zh, name_en, locode, parent, kind, country, lon, lat, aliases from train_places order by ordinal',
  )
  return rows.map(({ name_zh: zh, name_en: en, ...rest }) => ({ ...rest, name: { zh, en } }))
}

/** All routes with their legs, by port and in order. */
export async function allRoutes(tx: Tx): Promise<TrainRoute[]> {
  const { rows } = await tx.client.query<Named<TrainRoute>>(
    `select code, name_zh, name_en, scope, from_place as "from", to_place as "to", aliases,
       coalesce((select jsonb_agg(jsonb_build_object('port', port, 'leg', leg, 'from', l.from_place, 'to', l.to_place,
         'gaugeChange', gauge_change, 'kilometres', distance_km, 'days', trim_scale(days)::text) order by port, leg)
         from train_route_legs l where l.route = r.code), '[]') as legs
     from train_routes r order by ordinal`,
  )
  return rows.map(({ name_zh: zh, name_en: en, ...rest }) => ({ ...rest, name: { zh, en } }))
}

/** Places by every word that rows say for them: code, UN/LOCODE, both names, aliases. A yard gives way to the place it belongs to. */
export async function placesByWord(tx: Tx): Promise<Map<string, Place>> {
  return byWord(await allPlaces(tx), ({ code, locode }) => (locode ? [code, locode] : [code]))
}

/** Routes by every word that rows say for them. */
export async function routesByWord(tx: Tx): Promise<Map<string, TrainRoute>> {
  return byWord(await allRoutes(tx), ({ code }) => [code])
}

function byWord<T extends { name: Words; aliases: string[] }>(all: readonly T[], codes: (one: T) => string[]) {
  const words = new Map<string, T>()
  for (const one of all)
    for (const word of [...codes(one), one.name.zh, one.name.en, ...one.aliases])
      if (!words.has(word)) words.set(word, one)
  return words
}

/** Whether it has the form of a UN/LOCODE: a country and three letters or digits from 2 to 9. */
export function isLocode(code: string): boolean {
  return /^[A-Z]{2}[A-Z2-9]{3}$/.test(code)
}
