import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openZone } from '#kernel/zone.ts'
import { growthBetween, segmentsOf } from './chain-rule.ts'
import { derivedFrom } from './derived.ts'
import { checksOf } from './history-checks.ts'
import { readHistory, readScopes, writeHistory } from './history-file.ts'
import type { Published } from './published.ts'

const zone = openZone(path.resolve(import.meta.dirname, '../../../../zones/zhengzhou-2018'))
const scopes = readScopes(zone)
const figures = readHistory(zone, scopes)
const figure = (key: string) => figures.find((one) => one.key === key)!

describe('growth between two published figures', () => {
  test('two years of one scope chain', () => {
    const [base, later] = [figure('zhengzhou period 2015 trains level'), figure('zhengzhou period 2016 trains level')]
    expect(growthBetween(base, later)).toEqual({ growth: '60.9' })
  })

  test.each([
    ['zhengzhou period 2020 trains level', 'henan-asia period 2023 trains level', 'scopes-differ'],
    ['zhengzhou cumulative 2020-12-31 trains level', 'henan cumulative 2023-07-18 trains level', 'scopes-differ'],
    ['zhengzhou period 2020 trains level', 'zhengzhou period 2021 trains growth', 'things-differ'],
    ['zhengzhou period 2016 trains level', 'zhengzhou period 2020 value level', 'things-differ'],
    ['zhengzhou period 2015 trains level', 'zhengzhou cumulative 2016-12-24 trains level', 'kinds-differ'],
    ['zhengzhou period 2018 trains level', 'zhengzhou period 2019-Q1 trains level', 'spans-differ'],
    ['zhengzhou period 2016 trains level', 'zhengzhou period 2015 trains level', 'spans-differ'],
    ['unstated period 2025-Q1 trains level', 'unstated period 2025-03 trains level', 'undated'],
  ])('%s and %s do not chain: %s', (base, later, why) => {
    expect(growthBetween(figure(base), figure(later))).toEqual({ why })
  })

  test('列 and 班 are never one series, though they convert', () => {
    const [base, later] = [figure('zhengzhou period 2018 trains level'), figure('zhengzhou period 2019 trains level')]
    expect(growthBetween(base, { ...later, unit: '班' })).toEqual({ why: 'units-differ' })
  })

  test('whatever the figures, two scopes give no growth', () => {
    const any = fc.constantFrom(...figures)
    fc.assert(
      fc.property(any, any, (base, later) => {
        if (base.scope !== later.scope) expect(growthBetween(base, later)).toEqual({ why: 'scopes-differ' })
      }),
      { seed: 20180630 },
    )
  })
})

test('a series is cut where the scope changes or a year is missing', () => {
  const drawn = segmentsOf(figures, 'trains').map(({ scope, years }) => `${scope} ${years.map(({ period }) => period)}`)
  expect(drawn).toEqual(['zhengzhou 2013,2014,2015,2016,2017,2018,2019,2020,2021', 'national 2020', 'henan-asia 2023'])
  const gapped = figures.filter(({ key }) => key !== 'zhengzhou period 2017 trains level')
  expect(segmentsOf(gapped, 'trains')[0]!.years.map(({ period }) => period)).toEqual(['2013', '2014', '2015', '2016'])
})

describe('checks among the published figures', () => {
  const checks = checksOf(figures)
  const find = (rule: string, what: string, at: string) =>
    checks.find((check) => check.rule === rule && check.what === what && check.at === at)

  test('eight years make the published sum', () => {
    expect(find('years-make-the-sum', 'trains', '2020-12-31')).toMatchObject({
      holds: true,
      printed: '3886',
      computed: { low: '3886', high: '3886' },
      terms: ['13', '87', '156', '251', '501', '752', '1000', '1126'],
    })
  })

  test('327 out and 180 back contradict the years, whatever 2013 was', () => {
    const conflicts = checks.filter(({ holds }) => !holds)
    expect(conflicts.map(({ rule, what, at }) => `${rule} ${what} ${at}`)).toEqual([
      'years-make-the-sum outbound 2016-12-24',
      'years-make-the-sum return 2016-12-24',
      'growth-as-printed trains 2021',
    ])
    expect(find('years-make-the-sum', 'outbound', '2016-12-24')).toMatchObject({
      printed: '327',
      computed: { low: '312', high: '325' },
      open: ['2013'],
    })
    expect(find('years-make-the-sum', 'return', '2016-12-24')).toMatchObject({
      printed: '180',
      computed: { low: '182', high: '195' },
    })
    expect(find('directions-make-the-total', 'trains', '2016-12-24')).toMatchObject({
      holds: true,
      terms: ['327', '180'],
    })
    expect(find('growth-as-printed', 'trains', '2021')).toMatchObject({ printed: '37.6', computed: { low: '37.3' } })
  })

  test('a sum to a day within a year, and a sum between two years', () => {
    expect(find('years-make-the-sum', 'trains', '2016-08-27')).toMatchObject({
      holds: true,
      terms: ['13', '87', '156', '144'],
    })
    expect(find('sum-between-years', 'trains', '2018-07-18')).toMatchObject({
      holds: true,
      computed: { low: '1008', high: '1760' },
    })
  })

  test('the rule finds the conflict, not the file: mended figures hold', () => {
    const mended = figures.map((one): Published => {
      if (one.key === 'zhengzhou cumulative 2016-12-24 outbound level') return { ...one, value: '325' }
      return one.key === 'zhengzhou cumulative 2016-12-24 return level' ? { ...one, value: '182' } : one
    })
    expect(checksOf(mended).filter(({ holds, at }) => !holds && at === '2016-12-24')).toEqual([])
    const swapped = figures.map((one) =>
      one.key === 'zhengzhou period 2018 trains level' ? { ...one, value: '725' } : one,
    )
    expect(checksOf(swapped).some(({ holds, at }) => !holds && at === '2020-12-31')).toBe(true)
  })
})

test('what nobody printed is computed apart, inside one scope', () => {
  const derived = derivedFrom(figures)
  const level = (what: string) => derived.find((one) => one.what === what && one.period === '2021')
  expect(level('value')).toMatchObject({ rule: 'base-and-growth', value: '59.92', unit: '亿美元' })
  expect(level('weight')).toMatchObject({ value: '100.94', unit: '万吨' })
  expect(level('trains')).toBeUndefined()
  expect(derived.filter(({ scope }) => scope !== 'zhengzhou')).toEqual([])
})

test('the files are written as they were read', () => {
  const written = writeHistory(scopes, figures)
  const file = (name: string) => readFileSync(path.join(zone.folder, name), 'utf8')
  for (const [name, text] of Object.entries(written)) expect(text).toBe(file(name))
})

describe('a file that cannot be read', () => {
  const head = 'kind,period,what,form,value,unit,scope,certainty,source\n'
  const reading = (rows: string) => () => readHistory({ ...zone, has: () => true, text: () => head + rows }, scopes)
  test.each([
    ['period,2016,trains,level,251,列,nowhere,published,a.cn', 'trade/history-unreadable'],
    ['period,2016-13,trains,level,251,列,zhengzhou,published,a.cn', 'trade/history-unreadable'],
    ['cumulative,2016,trains,level,251,列,zhengzhou,published,a.cn', 'trade/history-unreadable'],
    ['period,2016,trains,level,many,列,zhengzhou,published,a.cn', 'trade/history-unreadable'],
    ['period,2016,trains,level,251,列,zhengzhou,published,', 'trade/history-unreadable'],
    ['period,2016,wagons,level,251,列,zhengzhou,published,a.cn', 'org/zone-file-unreadable'],
    [
      'period,2016,trains,level,251,列,zhengzhou,published,a.cn\nperiod,2016,trains,level,252,列,zhengzhou,published,b.cn',
      'trade/history-twice',
    ],
  ])('%s ends in words: %s', (rows, code) => {
    expect(reading(rows)).toThrow(expect.objectContaining({ code }))
  })
})
