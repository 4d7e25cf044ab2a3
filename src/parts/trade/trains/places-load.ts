import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { audit } from '#kernel/audit/chain.ts'
import { read, type Tx, type Work, write } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { ZonePackage } from '#kernel/zone.ts'
import { allPlaces, allRoutes, type Place, type TrainRoute } from './places.ts'
import { readPlaces, readRoutes, writePlaces } from './places-file.ts'

/** Reads trade/places.csv and trade/routes.csv; the same files twice change nothing. What they no longer name goes. */
export async function loadTrainPlaces(work: Work, zone: ZonePackage, tell: (words: Words) => void): Promise<void> {
  const places = readPlaces(zone)
  if (places.length === 0) return
  const routes = readRoutes(zone, places)
  await write(work, (tx) => keep(tx, places, routes))
  tell({
    zh: `班列地点 ${places.length} 个，线路 ${routes.length} 条`,
    en: `Places of the trains: ${places.length}, routes: ${routes.length}`,
  })
}

/** Writes both files back. */
export async function exportTrainPlaces(work: Work, folder: string): Promise<void> {
  const [places, routes] = await read(work, async (tx) => [await allPlaces(tx), await allRoutes(tx)] as const)
  if (places.length === 0) return
  for (const [file, text] of Object.entries(writePlaces(places, routes))) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
}

async function keep(tx: Tx, places: readonly Place[], routes: readonly TrainRoute[]): Promise<void> {
  const before = [await allPlaces(tx), await allRoutes(tx)]
  if (
    JSON.stringify(writePlaces(places, routes)) === JSON.stringify(writePlaces(...(before as [Place[], TrainRoute[]])))
  )
    return
  await tx.client.query('delete from train_route_legs; delete from train_routes; delete from train_places')
  // A place names its parent, which may stand below it in the file.
  const sorted = places
    .map((place, ordinal) => ({ ...place, ordinal }))
    .toSorted((a, b) => (a.parent ? 1 : 0) - (b.parent ? 1 : 0))
  await tx.client.query(
    `insert into train_places (code, ordinal, name_zh, name_en, locode, parent, kind, country, lon, lat, aliases)
     select p ->> 'code', (p ->> 'ordinal')::int, p -> 'name' ->> 'zh', p -> 'name' ->> 'en', p ->> 'locode', p ->> 'parent', p ->> 'kind',
       p ->> 'country', (p ->> 'lon')::numeric, (p ->> 'lat')::numeric, array(select jsonb_array_elements_text(p -> 'aliases'))
     from jsonb_array_elements($1::jsonb) as given (p)`,
    [JSON.stringify(sorted)],
  )
  await tx.client.query(
    `insert into train_routes (code, ordinal, name_zh, name_en, scope, from_place, to_place, aliases)
     select r ->> 'code', ordinal, r -> 'name' ->> 'zh', r -> 'name' ->> 'en', r ->> 'scope', r ->> 'from', r ->> 'to',
       array(select jsonb_array_elements_text(r -> 'aliases'))
     from jsonb_array_elements($1::jsonb) with ordinality as given (r, ordinal)`,
    [JSON.stringify(routes)],
  )
  await tx.client.query(
    `insert into train_route_legs (route, port, leg, from_place, to_place, gauge_change, distance_km, days)
     select r ->> 'code', l ->> 'port', (l ->> 'leg')::int, l ->> 'from', l ->> 'to', (l ->> 'gaugeChange')::boolean,
       (l ->> 'kilometres')::int, (l ->> 'days')::numeric
     from jsonb_array_elements($1::jsonb) as given (r) cross join lateral jsonb_array_elements(r -> 'legs') as l`,
    [JSON.stringify(routes)],
  )
  const after = { places: places.length, routes: routes.length }
  audit(tx, { action: 'trade/keep-train-places', subject: 'train-places:all', after })
}
