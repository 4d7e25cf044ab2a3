import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { allPlaces, allRoutes, isLocode, placesByWord, routesByWord } from './places.ts'
import { placesFile, readPlaces, readRoutes, routesFile } from './places-file.ts'
import { exportTrainPlaces, loadTrainPlaces } from './places-load.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work = house.workAs(everybody)
const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const changed = (file: string, from: string, to: string) => ({
  ...zone,
  text: (name: string) => (name === file ? zone.text(name).replace(from, to) : zone.text(name)),
})
const entries = async () =>
  Number(
    (await work.pool.query(`select count(*) from audit_entries where action = 'trade/keep-train-places'`)).rows[0]
      .count,
  )

test('loading twice changes nothing; the files are exported as they were', async () => {
  const before = await entries()
  await loadTrainPlaces(work, zone, () => {})
  expect(await entries()).toBe(before)
  const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-places-'))
  await exportTrainPlaces(work, folder)
  for (const file of [placesFile, routesFile])
    expect(readFileSync(path.join(folder, file), 'utf8')).toBe(zone.text(file))
})

test('a corrected place is corrected, and what the file no longer names goes', async () => {
  await loadTrainPlaces(work, changed(placesFile, 'CNCGO,郑州,', 'CNCGO,郑州市,'), () => {})
  const places = await read(work, placesByWord)
  expect(places.get('郑州市')?.code).toBe('CNCGO')
  expect(places.has('郑州')).toBe(false)
  await loadTrainPlaces(work, zone, () => {})
})

describe('words', () => {
  test.each([
    ['阿拉山口', 'ALASHANKOU'],
    ['DEHAM', 'DEHAM'],
    ['Warszawa', 'PLWAW'],
    ['圃田', 'CNCGO-PT'],
  ])('%s is %s', async (word, code) => expect((await read(work, placesByWord)).get(word)?.code).toBe(code))

  test.each([
    ['郑州—汉堡', 'CGO-HAM', 'europe'],
    ['汉堡—郑州', 'CGO-HAM', 'europe'],
    ['郑州至塔什干', 'CGO-TAS', 'asia'],
  ])('%s is %s', async (word, code, scope) => {
    expect((await read(work, routesByWord)).get(word)).toMatchObject({ code, scope })
  })

  test.each([
    ['CNCGO', true],
    ['DEHAM', true],
    ['US2A9', true],
    ['cncgo', false],
    ['CNCG0', false],
    ['CNCGO1', false],
    ['', false],
  ])('whether %s has the form of a UN/LOCODE: %s', (code, good) => expect(isLocode(code)).toBe(good))
})

test('every route goes from Zhengzhou to its end without a gap, by each of its ports, and changes gauge', async () => {
  const places = new Map((await read(work, allPlaces)).map((place) => [place.code, place]))
  for (const { code, from, to, legs } of await read(work, allRoutes))
    for (const [port, way] of Map.groupBy(legs, (leg) => leg.port)) {
      expect([way[0]!.from, way.at(-1)!.to], `${code} ${port}`).toEqual([from, to])
      for (const [index, leg] of way.entries()) if (index > 0) expect(leg.from).toBe(way[index - 1]!.to)
      expect(way.some((leg) => leg.to === port)).toBe(true)
      expect(way.some((leg) => leg.gaugeChange)).toBe(true)
      expect(places.get(port)?.kind).toBe('border')
    }
})

test('trains run on routes and by ports that the tables know, and legs between their places', async () => {
  const { rows } = await work.pool.query(
    `select distinct route, border_port from ledger_trade_trains where departed_on >= '2018-01-01'`,
  )
  const [places, routes] = [await read(work, placesByWord), await read(work, routesByWord)]
  for (const { route, border_port: port } of rows) {
    expect(routes.has(route), route).toBe(true)
    expect(
      routes.get(route)!.legs.some((leg) => leg.port === places.get(port)?.code),
      `${route} ${port}`,
    ).toBe(true)
  }
})

test.each([
  [placesFile, 'hub,CN', 'port,CN', '类别'],
  [placesFile, 'CNCGO,郑州,Zhengzhou,CNCGO', 'CNCGO,郑州,Zhengzhou,CNCG0', 'UN/LOCODE'],
  [placesFile, '113.625', 'E113.6', '经度'],
  [placesFile, 'yard,CN', 'yard,China', '国家'],
])('%s with %s → %s is refused with its line and column', (file, from, to, column) => {
  expect(() => readPlaces(changed(file, from, to))).toThrow(
    expect.objectContaining({ code: 'trade/places-unreadable', details: expect.objectContaining({ file, column }) }),
  )
})

test('a route over a place that no table has is refused', () => {
  const bad = changed(routesFile, 'CNCGO-PT,ALASHANKOU', 'CNCGO-PT,ALASHAN')
  expect(() => readRoutes(bad, readPlaces(zone))).toThrow(
    expect.objectContaining({
      code: 'trade/places-unreadable',
      details: { file: routesFile, line: 2, column: '讫', value: 'ALASHAN' },
    }),
  )
})
