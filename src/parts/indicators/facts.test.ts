import { Decimal } from 'decimal.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Tx } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { loadDemonstration } from '#tests/world/zone.ts'
import { cockpitOn } from './cockpit.ts'
import { factOf, seriesOf } from './indicators.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const ask = <T>(deed: (tx: Tx) => Promise<T>) => read(work, deed)
const half = (indicator: string, more: { area?: string; asOf?: Date; unit?: string } = {}) =>
  ask((tx) => factOf(tx, { indicator, period: '2018-H1', ...more }))

beforeAll(() => loadDemonstration(work), 120_000)

describe('a figure', () => {
  test('has the shape that others rely on', async () => {
    expect(await half('gdp')).toMatchObject({
      ...{ indicator: 'gdp', area: 'ZONE', period: '2018-H1', value: '331', unit: '亿元', basis: 'comparable-prices' },
      change: { value: '10', unit: '%', against: '2017-H1', base: '292.37', origin: 'published' },
      ...{ expression: 'item("gdp")', status: 'accepted', through: '2018-06-30', asOf: null },
      inputs: [{ kind: 'item', name: 'gdp', value: '331', unit: '亿元' }],
    })
  })

  test('is found by its name and alias, and a slip is answered with what was meant', async () => {
    expect((await half('社零')).indicator).toBe('retail.sales')
    await expect(half('train.count')).rejects.toMatchObject({
      code: 'indicators/unknown',
      status: 404,
      details: { nearest: expect.stringContaining('trains.count') },
    })
  })

  test('is printed in another unit of its kind, rounded at the same digit', async () => {
    expect(await half('gdp', { unit: '万元' })).toMatchObject({ value: '3310000', unit: '万元' })
    expect(await half('parcels.count', { unit: '亿包' })).toMatchObject({ value: '0.6286', unit: '亿包' })
    await expect(half('gdp', { unit: '列' })).rejects.toMatchObject({ code: 'unit/mismatch' })
  })

  test('covers what its sources cover, and is compared with the same stretch of the year before', async () => {
    const trains = await half('trains.count')
    expect(trains).toMatchObject({ value: '297', covers: '2018-01-01/2018-06-28', through: '2018-06-28' })
    expect(trains.change).toMatchObject({ against: '2017-01-01/2017-06-28', base: '206', value: '44.2' })
    expect(await ask((tx) => factOf(tx, { indicator: 'auto.output', period: '2018' }))).toMatchObject({
      ...{ value: '335', covers: '2018-01-01/2018-06-30' },
      change: { value: '20.2', against: '2017-01-01/2017-06-30' },
    })
  })

  test('of months only does not count a month that has not ended', async () => {
    const cut = await ask((tx) => factOf(tx, { indicator: 'auto.output', period: '2018-01-01/2018-06-15' }))
    const may = await ask((tx) => factOf(tx, { indicator: 'auto.output', period: '2018-01/2018-05' }))
    expect(cut.through).toBe('2018-05-31')
    expect(cut.exact).toBe(may.exact)
  })

  test('is missing, never zero, where nothing is known', async () => {
    for (const [indicator, period] of [
      ['gdp', '2018-05'],
      ['gdp', '2014-H1'],
      ['retail.sales', '2018-02'],
      ['trains.count', '2012'],
      ['trains.count', '2019'],
    ] as const) {
      const fact = await ask((tx) => factOf(tx, { indicator, period }))
      expect([indicator, period, fact.value, fact.change.value]).toEqual([indicator, period, null, null])
    }
  })

  test('of a month is the difference of two cumulatives, without a growth that nobody published', async () => {
    const may = await ask((tx) => factOf(tx, { indicator: 'retail.sales', period: '2018-05' }))
    expect(may.value).not.toBeNull()
    expect(may.change).toMatchObject({ value: null, reason: 'not-published' })
  })

  test('of a unit is that of the tree below it', async () => {
    expect((await half('trains.count', { area: 'PORT' })).value).toBe('297')
    expect((await half('trains.count', { area: 'OFFICE-1' })).value).toBeNull()
    const parks = await Promise.all(
      ['PARK-AUTO', 'PARK-EQUIP', 'PARK-LOGI'].map((area) => half('industry.output', { area })),
    )
    const known = parks.flatMap(({ exact }) => (exact === null ? [] : [new Decimal(exact)]))
    const zone = new Decimal((await half('industry.output')).exact!)
    expect(known.reduce((sum, part) => sum.plus(part), new Decimal(0)).lte(zone)).toBe(true)
    await expect(half('gdp', { area: 'NOWHERE' })).rejects.toMatchObject({ code: 'org/unit-unknown' })
  })
})

describe('growth follows the indicator', () => {
  test('published growth is not replaced by recomputation at another scope', async () => {
    const now = await half('investment.fixed')
    const before = await ask((tx) => factOf(tx, { indicator: 'investment.fixed', period: '2017-H1' }))
    expect(now.change).toMatchObject({ value: '20', base: '130', origin: 'published' })
    const naive = new Decimal(now.value!).div(before.value!).minus(1).times(100)
    expect(naive.minus(20).abs().gt(3)).toBe(true)
    expect((await half('gdp')).change.value).toBe('10')
  })

  test('a level never given still has its growth', async () => {
    expect(await half('logistics.revenue.sf')).toMatchObject({ value: null, change: { value: '40', base: null } })
  })

  test('shares change in points, ranks and days by difference, counts since an opening not at all', async () => {
    expect((await half('auto.output.share')).change.unit).toBe('个百分点')
    expect((await half('air.good-days')).change).toMatchObject({ value: '6', unit: '天', base: '53' })
    expect((await half('air.composite-index.rank')).change).toMatchObject({ value: '-2', unit: '位', base: '5' })
    expect((await half('ftz.enterprises')).change).toMatchObject({ value: null, reason: 'not-comparable' })
    expect((await half('auto.vehicles.saic')).change).toMatchObject({ value: null, reason: 'base-not-positive' })
  })

  test('the period before is told of whole periods only', async () => {
    const may = await ask((tx) => factOf(tx, { indicator: 'parcels.count', period: '2018-05' }))
    expect(may.changePrevious).toMatchObject({ against: '2018-04', origin: 'computed', reason: null })
    expect((await half('trains.count')).changePrevious).toMatchObject({ value: null, reason: 'period-open' })
    expect((await half('gdp')).changePrevious).toBeNull()
  })
})

describe('series', () => {
  test('add up to the figure, and know growth by the same rule', async () => {
    const { points } = await ask((tx) =>
      seriesOf(tx, { indicator: 'parcels.count', from: '2017-01-01', to: '2018-06-30' }),
    )
    expect(points.map(({ month }) => month).slice(0, 2)).toEqual(['2017-01', '2017-02'])
    expect(points.at(-1)).toMatchObject({ month: '2018-06', cumulative: '6286', growthUnit: '%' })
    expect(points.at(-1)!.growth).toBe((await half('parcels.count')).change.value)
    const gdp = await ask((tx) => seriesOf(tx, { indicator: 'gdp', from: '2018-01-01', to: '2018-06-30' }))
    expect(gdp.points.at(-1)).toMatchObject({ month: '2018-06', cumulative: '331', growth: '10' })
    const trains = await ask((tx) => seriesOf(tx, { indicator: 'trains.count', from: '2018-01-01', to: '2018-12-31' }))
    expect(trains.points.at(-1)).toMatchObject({ month: '2018-06', cumulative: '297', growth: '44.2' })
  })

  test('leave January of enterprise forms empty', async () => {
    const { points } = await ask((tx) =>
      seriesOf(tx, { indicator: 'retail.sales', from: '2018-01-01', to: '2018-06-30' }),
    )
    expect(points.map(({ value }) => value === null)).toEqual([true, true, false, false, false, false])
    expect(points[1]!.cumulative).not.toBeNull()
  })
})

describe('the cockpit', () => {
  test('says the year in one sentence, with figures, sources and targets', async () => {
    const cockpit = await ask((tx) => cockpitOn(tx, {}))
    expect(cockpit).toMatchObject({ on: '2018-06-30', year: 2018, sentence: { total: 6, ahead: 1, behind: 5 } })
    expect(cockpit.sentence.slowest).toMatchObject({ indicator: 'equipment.output', gap: '-17.6' })
    expect(cockpit.headline[0]).toMatchObject({ fact: { indicator: 'gdp', value: '331' }, rank: { rank: 2, of: 6 } })
    expect(cockpit.headline.every(({ series }) => series.length > 0 && series.length <= 24)).toBe(true)
    const trains = cockpit.freshness.find(({ name }) => name === 'trade/trains')
    expect(trains).toMatchObject({ through: '2018-06-28', daysBehind: 2, stale: false })
    expect(cockpit.freshness.filter(({ stale }) => stale)).toEqual([])
    expect(cockpit.freshness.some(({ name }) => name === 'economy/enterprises')).toBe(false)
    expect(cockpit.changed.length).toBeGreaterThan(0)
  })
})
