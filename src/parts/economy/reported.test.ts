import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { parsePeriod } from '#kernel/period.ts'
import { openZone } from '#kernel/zone.ts'
import { loadOrg } from '#parts/org/zone-load.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { searchForms } from './form-search.ts'
import { economyVersion, itemCatalogue, reportedFact, reportedFreshness, reportedSeries } from './reported.ts'
import { exportEconomy } from './zone-export.ts'
import { loadEconomy } from './zone-load.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const zone = openZone(path.resolve(import.meta.dirname, '../../../zones/zhengzhou-2018'))
const sinceOpening = openZone(path.resolve('tests/world/counted-since-opening'))

beforeAll(async () => {
  await loadOrg(work, zone, () => {})
  await loadEconomy(work, zone, () => {})
  await loadEconomy(work, sinceOpening, () => {})
})

const fact = (item: string, period: string, more: { units?: string[]; asOf?: Date } = {}) =>
  read(work, (tx) => reportedFact(tx, { item, period: parsePeriod(period), ...more }))

describe('what was reported of the demonstration zone', () => {
  test.each([
    ['gdp', '2018-H1', '331', '292.37', '10', null],
    ['gdp', '2018-01/2018-06', '331', '292.37', '10', null],
    ['investment.fixed', '2018-H1', '156', '130', '20', null],
    ['revenue.fiscal', '2017', '225.84', '184.93', '22.1', null],
    ['industry.value-added', '2018-01/2018-02', '56.84', '48.15', '13.8', null],
    ['retail.sales', '2018-06', '21.1', null, null, 'economy/growth-not-given'],
    ['retail.sales', '2018-Q2', '61.89', null, null, 'economy/growth-not-given'],
    ['retail.sales', '2018-02', null, null, null, 'economy/month-not-separate'],
    ['logistics.revenue.sf', '2018-H1', null, null, '40', null],
    ['ftz.enterprises', '2018-H1', '4886', null, null, null],
    ['ftz.enterprises', '2017-06', '463', null, null, null],
    ['air.good-days', '2018-01-01/2018-06-25', '59', '53', '6', null],
    ['homes.handed-over.count', '2018-H1', '1.4', null, null, null],
  ])('%s of %s', async (item, period, value, base, growth, lack) => {
    expect(await fact(item, period)).toMatchObject({ value, base, growth, lack })
  })

  test.each([
    ['gdp', '2018-01'],
    ['gdp', '2018-05'],
    ['gdp', '2018'],
    ['air.good-days', '2018-H1'],
    ['homes.investment', '2018-Q1'],
  ])('nothing was reported of %s for %s', async (item, period) => {
    expect(await fact(item, period)).toBeNull()
  })

  test('only units asked for count, and the past knows nothing yet', async () => {
    expect(await fact('gdp', '2018-H1', { units: ['ZONE', 'STAT'] })).toMatchObject({ value: '331', unitCode: 'STAT' })
    expect(await fact('gdp', '2018-H1', { units: ['PARK-AUTO'] })).toBeNull()
    expect(await fact('gdp', '2018-H1', { asOf: new Date('2018-07-01T00:00:00Z') })).toBeNull()
  })

  test('an unknown item is refused with the nearest', async () => {
    await expect(fact('retail.slaes', '2018-H1')).rejects.toMatchObject({
      code: 'economy/item-unknown',
      details: { suggestion: 'retail.sales' },
    })
  })

  test('the series has every cumulative with its growth', async () => {
    const series = await read(work, (tx) =>
      reportedSeries(tx, { item: 'revenue.fiscal', from: '2018-01-01', to: '2018-12-31' }),
    )
    expect(series.map(({ end, value, growth }) => [end, value, growth])).toEqual([
      ['2018-02-28', '48.03', '25.7'],
      ['2018-03-31', '69.93', '26'],
      ['2018-04-30', '94.06', '25.5'],
      ['2018-05-31', '117.57', '25.7'],
      ['2018-06-30', '144.7', '25.9'],
    ])
    expect(series.map(({ status }) => status)).toEqual(['locked', 'locked', 'locked', 'locked', 'accepted'])
  })

  test('catalogue and freshness name every form', async () => {
    const catalogue = await read(work, itemCatalogue)
    expect(catalogue.get('ftz.capital')).toMatchObject({ unit: '亿元', cumulative: true, since: 'opening' })
    const freshness = await read(work, reportedFreshness)
    expect(freshness.map(({ form, through }) => [form, through])).toContainEqual(['air', '2018-06-25'])
    expect(freshness).toHaveLength(9)
  })

  test('loading twice changes nothing', async () => {
    const before = await read(work, economyVersion)
    const told: string[] = []
    await loadEconomy(work, zone, ({ en }) => told.push(en))
    expect(told).toEqual(['Forms: 0 new or changed', 'Submissions: 0 added'])
    expect(await read(work, economyVersion)).toBe(before)
  })
})

test('what was exported loads again as it was', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'jingkai-economy-'))
  try {
    await exportEconomy(work, folder)
    await cp(path.join(zone.folder, 'zone.yaml'), path.join(folder, 'zone.yaml'))
    const told: string[] = []
    await loadEconomy(work, openZone(folder), ({ en }) => told.push(en))
    expect(told).toEqual(['Forms: 0 new or changed', 'Submissions: 0 added'])
    const lines = async (from: string) =>
      (await readFile(path.join(from, 'submissions/headline.csv'), 'utf8')).trim().split('\n').sort()
    expect(await lines(folder)).toEqual(await lines(zone.folder))
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a form is found by its name and by an item of it, within the caller’s units', async () => {
  const found = (query: string, roots: string[]) => read(work, (tx) => searchForms(tx, query, roots))
  expect((await found('安置房', ['ZONE'])).map(({ path: to }) => to)).toEqual(['/forms/homes/HOUSING/2018-H2'])
  expect((await found('优良天数', ['ENV'])).map(({ path: to }) => to)).toEqual([
    '/forms/air/ENV/2018-01-01%2F2018-06-25',
  ])
  expect(await found('安置房', ['STAT'])).toEqual([])
})
