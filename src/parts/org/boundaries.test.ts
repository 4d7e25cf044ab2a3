import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { openZone } from '#kernel/zone.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { exportBoundaries, loadBoundaries } from './boundaries-file.ts'
import { boundaryFileOf, boundaryRowsOf } from './boundary-rows.ts'
import * as org from './org.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const reading = <T>(deed: (tx: Tx) => Promise<T>) => read(work, deed)
const folder = path.resolve(import.meta.dirname, '../../../zones/zhengzhou-2018')
const zone = openZone(folder)
const told: string[] = []
const tell = (words: { en: string }) => void told.push(words.en)
const at = (longitude: number, latitude: number) => ({ longitude, latitude })

beforeAll(async () => {
  await pool.query('truncate units cascade')
  await write(work, async (tx) => {
    const unit = { nameEn: 'A unit', kind: 'office' as const, openedOn: '2000-01-01' }
    const rows = boundaryRowsOf(zone.text('boundary.geojson'))
    if ('problem' in rows) throw new Error(rows.problem)
    await org.addUnit(tx, { ...unit, code: 'ZONE', parent: null, nameZh: '管委会' })
    for (const code of new Set(rows.map((row) => row.unitCode).filter((code) => code !== 'ZONE'))) {
      await org.addUnit(tx, { ...unit, code, parent: 'ZONE', nameZh: code })
    }
  })
  await loadBoundaries(work, zone, tell)
})

describe('where a place lies', () => {
  test('in a community, an office and a grid cell', async () => {
    expect(await reading((tx) => org.unitAt(tx, at(113.825714, 34.723629), '2018-06-30'))).toEqual({
      ...{ unit: 'COMMUNITY-206', community: 'COMMUNITY-206', office: 'OFFICE-5' },
      cell: expect.stringMatching(/^410171005206\d{3}$/),
    })
  })

  test('as the boundaries stood on the day', async () => {
    const before = await reading((tx) => org.unitAt(tx, at(113.825714, 34.723629), '2017-06-30'))
    expect(before).toMatchObject({ community: 'COMMUNITY-206', office: 'OFFICE-2' })
    expect(before?.cell).toMatch(/^410171002206/)
  })

  test('outside the zone nowhere, in words where a place is needed', async () => {
    expect(await reading((tx) => org.unitAt(tx, at(113.6, 34.7), '2018-06-30'))).toBeNull()
    await expect(reading((tx) => org.placeInZone(tx, at(113.6, 34.7)))).rejects.toMatchObject({
      ...{ code: 'org/place-outside', status: 400 },
    } satisfies Partial<Refusal>)
  })

  test('every day has each community and each cell once, and all cells lie in the zone', async () => {
    for (const day of ['2016-01-01', '2017-07-01', '2017-10-01']) {
      const rows = await reading((tx) => org.boundariesOn(tx, day, ['zone', 'office', 'community', 'cell']))
      const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.code)
      expect(of('cell')).toHaveLength(144)
      expect([of('zone').length, of('office').length]).toEqual([1, 6])
      expect(of('community')).toHaveLength(day < '2017-10-01' ? 34 : 33)
    }
  })
})

describe('boundary.geojson', () => {
  test('read twice adds nothing; written back it says the same', async () => {
    await loadBoundaries(work, zone, tell)
    expect(told).toEqual(['Boundaries: 201 areas added', 'Boundaries: 0 areas added'])
    const into = mkdtempSync(path.join(tmpdir(), 'boundary-'))
    await exportBoundaries(work, into)
    const written = boundaryRowsOf(readFileSync(path.join(into, 'boundary.geojson'), 'utf8'))
    const key = (row: { kind: string; code: string; fromOn: string }) => `${row.kind} ${row.code} ${row.fromOn}`
    const inOrder = (rows: typeof written) =>
      'problem' in rows ? rows : rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    expect(inOrder(written)).toEqual(inOrder(boundaryRowsOf(zone.text('boundary.geojson'))))
  })

  test.each([
    ['no JSON', '{'],
    ['a ring that is open', '[[113,34],[114,34],[114,35],[113,35]]'],
    ['a point that is none', '[[113,34],[114,94],[114,35],[113,34]]'],
    ['a unit that is none', '[[113,34],[114,34],[114,35],[113,34]]'],
  ])('%s is refused in words', async (_words, ring) => {
    const into = mkdtempSync(path.join(tmpdir(), 'boundary-'))
    writeFileSync(path.join(into, 'zone.yaml'), readFileSync(path.join(folder, 'zone.yaml')))
    const properties = { kind: 'office', code: 'X', unit: 'X', from: '2018-01-01', to: null }
    const geometry = `{"type":"Polygon","coordinates":[${ring}]}`
    const feature = `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry}}`
    writeFileSync(path.join(into, 'boundary.geojson'), `{"type":"FeatureCollection","features":[${feature}]}`)
    await expect(loadBoundaries(work, openZone(into), tell)).rejects.toMatchObject({ code: 'org/boundary-unreadable' })
  })

  test('an area of several polygons stays one', () => {
    const ring = [
      ...[at(113, 34), at(114, 34), at(114, 35), at(113, 34)].map(
        ({ longitude, latitude }) => [longitude, latitude] as [number, number],
      ),
    ]
    const row = {
      ...{ kind: 'office' as const, code: 'X', unitCode: 'X', fromOn: '2018-01-01', toOn: null },
      ...{ west: 113, south: 34, east: 114, north: 35, polygons: [[ring], [ring]] },
    }
    expect(boundaryRowsOf(boundaryFileOf([row]))).toEqual([row])
  })
})
