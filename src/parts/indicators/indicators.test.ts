import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { Decimal } from 'decimal.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { importFile } from '#parts/ledgers/import.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn, worldNow } from '#tests/world/work.ts'
import { loadDemonstration } from '#tests/world/zone.ts'
import { catalogueOf } from './catalogue.ts'
import { cockpitOn } from './cockpit.ts'
import { readIndicators } from './declaration.ts'
import { evidenceText, factOf, lineageOf, paceOn, reviseTarget, seriesOf, targetHistory } from './indicators.ts'
import { lineageRows } from './lineage.ts'
import { declareIndicators, loadIndicators } from './loading.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const ask = <T>(deed: (tx: Tx) => Promise<T>) => read(work, deed)
const later = (minutes: number) => new Date(worldNow.getTime() + minutes * 60_000)
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

describe('lineage', () => {
  test.each([
    'trains.value',
    'parcels.value.import',
    'auto.output.share',
    'gdp',
    'trains.value.mean',
    'auto.vehicles.saic',
  ])('%s adds up from batches and rows, and comes out the same from raw rows', async (indicator) => {
    const { fact, tree, sources, replay } = await ask((tx) => lineageOf(tx, { indicator, period: '2018-H1' }))
    expect(replay).toEqual({ value: fact.value, exact: fact.exact, equal: true })
    expect(tree?.text).toBe(fact.expression)
    for (const source of sources) {
      const sum = source.parts.reduce((total, part) => total.plus(part.contribution!), new Decimal(0))
      expect(sum.eq(source.value!)).toBe(true)
      expect(source.equal).toBe(true)
      expect(source.parts.reduce((total, part) => total + part.rows, 0)).toBe(source.rows)
      expect(source.first.length).toBe(Math.min(10, source.rows))
    }
  })

  test('opens other indicators down to measures, each node with its value', async () => {
    const { tree } = await ask((tx) => lineageOf(tx, { indicator: 'auto.output.share', period: '2018-H1' }))
    const [auto] = tree!.parts
    expect(auto).toMatchObject({
      to: 'indicator',
      name: 'auto.output',
      unit: '亿元',
      words: { zh: '汽车及零部件产业产值' },
    })
    expect(auto!.parts[0]).toMatchObject({ to: 'measure', name: 'economy/output.output', unit: '万元' })
    expect(new Decimal(auto!.parts[0]!.value!).div(10_000).eq(auto!.value!)).toBe(true)
  })

  test('pages through every row once', async () => {
    const seen: string[] = []
    let after: number | undefined
    do {
      const page = await ask((tx) =>
        lineageRows(tx, { indicator: 'trains.count', period: '2018-H1', input: 0, size: 100, after }),
      )
      seen.push(...page.rows.map((row) => row['$row']!))
      expect(page.total).toBe(297)
      after = page.next ?? undefined
    } while (after !== undefined)
    expect([seen.length, new Set(seen).size]).toEqual([297, 297])
    await expect(
      ask((tx) => lineageRows(tx, { indicator: 'trains.count', period: '2018-H1', input: 1, size: 9 })),
    ).rejects.toMatchObject({ code: 'indicators/input-unknown' })
  })

  test('is exported with hashes that anybody can check', async () => {
    const text = await ask((tx) => evidenceText(tx, { indicator: 'trains.weight', period: '2018-H1' }))
    const lines = text.replace('\uFEFF', '').trim().split('\r\n').slice(1).map(cellsOf)
    const manifest = lines.pop()!
    expect(lines).toHaveLength(297)
    for (const cells of lines) expect(cells.at(-1)).toBe(createHash('sha256').update(cells.at(-2)!).digest('hex'))
    const all = createHash('sha256').update(lines.map((cells) => cells.at(-1)).join(''))
    expect(manifest.at(-1)).toBe(all.digest('hex'))
    const figure = JSON.parse(manifest.at(-2)!) as { value: string; exact: string; rows: number }
    expect(figure).toMatchObject({ value: '15.7', rows: 297 })
    const sum = lines.reduce((total, cells) => total.plus(cells[7]!), new Decimal(0))
    expect(sum.div(10_000).eq(figure.exact)).toBe(true)
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

describe('targets', () => {
  test('are revised with a reason, and every version stays', async () => {
    const wanted = { indicator: 'trains.count', period: '2018', operator: '>=', unit: '列', origin: 'page' } as const
    const revised = workOn(pool, { now: later(10) })
    await write(revised, (tx) => reviseTarget(tx, { ...wanted, value: '700', reason: '上半年进展较快' }))
    const now = await ask((tx) => paceOn(tx, { year: 2018, on: '2018-06-30' }))
    expect(now.targets.find(({ indicator }) => indicator === 'trains.count')).toMatchObject({
      target: '700',
      completion: '42.4',
    })
    const then = await ask((tx) => paceOn(tx, { year: 2018, on: '2018-06-30', asOf: later(5) }))
    expect(then.targets.find(({ indicator }) => indicator === 'trains.count')).toMatchObject({
      target: '650',
      completion: '45.7',
    })
    const history = await ask((tx) => targetHistory(tx, { indicator: 'trains.count' }))
    expect(history.map(({ value, version }) => [value, version])).toEqual([
      ['650', 1],
      ['700', 2],
    ])
    const again = write(revised, (tx) => reviseTarget(tx, { ...wanted, value: '700.0', reason: '再来一次试试' }))
    await expect(again).rejects.toMatchObject({ code: 'indicators/target-unchanged' })
    const mismatch = write(revised, (tx) =>
      reviseTarget(tx, { ...wanted, unit: '亿元', value: '9', reason: '单位写错了吧' }),
    )
    await expect(mismatch).rejects.toMatchObject({ code: 'unit/mismatch' })
  })

  test('a pace of another day sees no later record', async () => {
    const pace = await ask((tx) => paceOn(tx, { year: 2018, on: '2018-03-31', asOf: later(5) }))
    const trains = pace.targets.find(({ indicator }) => indicator === 'trains.count')!
    const quarter = await ask((tx) => factOf(tx, { indicator: 'trains.count', period: '2018-Q1' }))
    expect(trains.actual).toBe(quarter.value)
    expect(pace.targets.find(({ indicator }) => indicator === 'auto.output')).toMatchObject({ through: '2018-03-31' })
    const middle = await ask((tx) => paceOn(tx, { year: 2018, on: '2018-06-15' }))
    expect(middle.targets.find(({ indicator }) => indicator === 'auto.output')).toMatchObject({ through: '2018-05-31' })
  })

  test('of the second half run beside, once it has begun', async () => {
    const pace = await ask((tx) => paceOn(tx, { year: 2018, on: '2018-07-01' }))
    expect(pace.others.map(({ begun }) => begun)).toEqual([true, true, true])
    expect(pace.others.map(({ actual }) => actual)).toEqual([null, null, null])
  })
})

describe('a corrected row', () => {
  test('changes the figure at once; as of before, it is what it was', async () => {
    const source = readFileSync(
      path.join(import.meta.dirname, '../../../zones/zhengzhou-2018/records/trade/trains-2018.csv'),
      'utf8',
    )
    const [headings, row] = source.split('\n')
    const cells = row!.trim().split(',')
    const value = headings!.trim().split(',').indexOf('货值(美元)')
    const before = await half('trains.value')
    cells[value] = String(Number(cells[value]) + 123)
    const correcting = workOn(pool, { now: later(20) })
    await importFile(correcting, {
      ledger: 'trade/trains',
      file: { name: '更正.csv', stream: Readable.from([`${headings!.trim()}\n${cells.join(',')}\n`]) },
    })
    const after = await half('trains.value')
    const difference = new Decimal(after.exact!).minus(before.exact!)
    expect(difference.times(100_000_000).toFixed()).toBe('123')
    expect(after.vintage).toBe(later(20).toISOString())
    const then = await half('trains.value', { asOf: later(15) })
    expect([then.exact, then.covers]).toEqual([before.exact, before.covers])
    const { sources, replay } = await ask((tx) => lineageOf(tx, { indicator: 'trains.value', period: '2018-H1' }))
    expect(replay.equal).toBe(true)
    expect(sources[0]!.parts.map(({ title }) => title)).toContain('更正.csv')
    const old = await ask((tx) => lineageOf(tx, { indicator: 'trains.value', period: '2018-H1', asOf: later(15) }))
    expect([old.replay.exact, old.replay.equal]).toEqual([before.exact, true])
    expect(old.sources[0]!.parts.map(({ title }) => title)).not.toContain('更正.csv')
  })
})

describe('declarations', () => {
  const declaration = (more: string) => `indicators:
  - code: test.figure
    name: { zh: 测试, en: test }
    unit: 列
    basis: count
    betterWhen: higher
    rounding: { places: 0 }
    growth: computed
    section: opening
    source: { zh: 测试, en: test }
    formulas:
${more}`
  const declare = (formula: string, tweak = (text: string) => text) =>
    write(workOn(pool, { now: later(30) }), (tx) =>
      declareIndicators(
        tx,
        readIndicators(tweak(declaration(`      - { from: '2015-01-01', expression: '${formula}' }`)), 'test.yaml'),
      ),
    )

  test.each([
    ['measure("trade/trains.departure")', 'indicators/unknown-name'],
    ['measure("trade/trains.departures", colour = "red")', 'indicators/unknown-name'],
    ['indicator("trains.counts")', 'indicators/unknown-name'],
    ['item("gdp")', 'indicators/unit-mismatch'],
    ['indicator("test.figure")', 'indicators/cycle'],
    ['measure("trade/trains.departures"', 'indicators/formula-unreadable'],
  ])('%s is refused whole: %s', async (formula, code) => {
    const before = (await ask((tx) => catalogueOf(tx))).key
    await expect(declare(formula)).rejects.toMatchObject({ code })
    expect((await ask((tx) => catalogueOf(tx))).key).toBe(before)
  })

  test('growth can be published only of a reported item', async () => {
    const published = (text: string) => text.replace('growth: computed', 'growth: published')
    await expect(declare('measure("trade/trains.departures")', published)).rejects.toMatchObject({
      code: 'indicators/growth-not-reported',
    })
    await expect(declare('1', (text) => text.replace('unit:', 'units:'))).rejects.toMatchObject({
      code: 'indicators/file-unreadable',
    })
  })

  test('a formula holds from its day on, and an unchanged declaration makes no version', async () => {
    const dated = declaration(`      - { from: '2015-01-01', expression: 'indicator("trains.count")' }
      - { from: '2018-01-01', expression: 'indicator("trains.count.outbound")' }`)
    const loading = workOn(pool, { now: later(40) })
    const load = () => write(loading, (tx) => declareIndicators(tx, readIndicators(dated, 'test.yaml')))
    expect([await load(), await load()]).toEqual([1, 0])
    expect((await half('test.figure')).value).toBe('155')
    const earlier = await ask((tx) => factOf(tx, { indicator: 'test.figure', period: '2017-H1' }))
    expect(earlier).toMatchObject({ formulaFrom: '2015-01-01', expression: 'indicator("trains.count")' })
    expect((await half('test.figure', { asOf: later(35) })).value).toBe('155')
  })

  test('loading the zone again changes nothing', async () => {
    const before = (await ask((tx) => catalogueOf(tx))).key
    const told: string[] = []
    const { openZone } = await import('#kernel/zone.ts')
    const zone = openZone(path.join(import.meta.dirname, '../../../zones/zhengzhou-2018'))
    await loadIndicators(workOn(pool, { now: later(50) }), zone, ({ en }) => told.push(en))
    expect((await ask((tx) => catalogueOf(tx))).key).toBe(before)
    expect(told.join(' ')).toContain('0 new or changed')
    expect(told.join(' ')).toContain('Targets: 0')
  })
})

function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, 10)
    .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}
