import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { openZone } from '#kernel/zone.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn, worldNow } from '#tests/world/work.ts'
import { loadDemonstration } from '#tests/world/zone.ts'
import { catalogueOf } from './catalogue.ts'
import { readIndicators } from './declaration.ts'
import { factOf, paceOn, reviseTarget, targetHistory } from './indicators.ts'
import { declareIndicators, loadIndicators } from './loading.ts'
import { indicatorsPart } from './part.ts'
import { exportIndicators } from './zone-export.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const ask = <T>(deed: (tx: Tx) => Promise<T>) => read(work, deed)
const later = (minutes: number) => new Date(worldNow.getTime() + minutes * 60_000)
const half = (indicator: string, more: { area?: string; asOf?: Date; unit?: string } = {}) =>
  ask((tx) => factOf(tx, { indicator, period: '2018-H1', ...more }))
const demonstration = path.join(import.meta.dirname, '../../../zones/zhengzhou-2018')

beforeAll(() => loadDemonstration(work), 120_000)

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
    const zone = openZone(demonstration)
    await loadIndicators(workOn(pool, { now: later(50) }), zone, ({ en }) => told.push(en))
    expect((await ask((tx) => catalogueOf(tx))).key).toBe(before)
    expect(told.join(' ')).toContain('0 new or changed')
    expect(told.join(' ')).toContain('Targets: 0')
  })

  test('what is written back as a zone package is what was loaded', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-indicators-'))
    try {
      await exportIndicators(work, folder)
      writeFileSync(path.join(folder, 'zone.yaml'), openZone(demonstration).text('zone.yaml'))
      const written = openZone(folder)
      const told: string[] = []
      await loadIndicators(workOn(pool, { now: later(60) }), written, ({ en }) => told.push(en))
      expect(told).toEqual([
        expect.stringMatching(/^Indicators: \d+ declared, 0 new or changed$/),
        'Targets: 0 new or revised',
        'Values of peers: 0 added',
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('the doctor proves the whole catalogue, and search finds by any name', async () => {
    expect(await indicatorsPart.doctor?.(work)).toMatchObject([{ well: true }])
    const hits = await ask((tx) => indicatorsPart.search!(tx, '班列', []))
    expect(hits.map((hit) => hit.path)).toContain('/figures/trains.count')
  })
})
