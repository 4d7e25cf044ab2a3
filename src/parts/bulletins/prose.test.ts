import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact, PaceTarget } from '#parts/indicators/shapes.ts'
import {
  saidChange,
  saidDay,
  saidGap,
  saidNeeded,
  saidPoints,
  saidRate,
  saidShare,
  saidTarget,
  saidValue,
} from './prose.ts'

/** A fact with only what prose reads of it. */
const fact = (of: Partial<Fact>) =>
  ({ rounding: { places: 1, mode: 'half-up' }, value: null, exact: null, ...of }) as Fact
const change = (value: string | null, unit = '%') => fact({ change: { value, unit } as Fact['change'] })
const row = (of: Partial<PaceTarget>) => of as PaceTarget

describe('a value in words', () => {
  test.each([
    [{ value: '331', unit: '亿元' }, {}, '331亿元', 'CNY 33.1 billion'],
    [{ value: '6286', unit: '万包' }, {}, '6286万包', '62.86 million parcels'],
    [{ value: '0.4', unit: '亿元' }, { unit: '万元' }, '4000万元', 'CNY 40 million'],
    [{ value: '6286', exact: '6286.4', unit: '万包' }, { unit: '亿包', places: 2 }, '0.63亿包', '63 million parcels'],
    [{ value: '16', unit: '个' }, {}, '16个', '16'],
    [{ value: '6', unit: '所' }, { bare: true }, '6', '6'],
    [{ value: '3', unit: '位' }, {}, '第3位', '3rd'],
    [{ value: '1323', unit: '套' }, {}, '1323套', '1,323 homes'],
    [{ value: '22.6', unit: '万辆' }, {}, '22.6万辆', '226 thousand vehicles'],
  ])('%o %o', (of, print, zh, en) => {
    expect(saidValue(fact(of), print, 'zh')).toEqual({ text: zh, missing: false })
    expect(saidValue(fact(of), print, 'en').text).toBe(en)
  })

  test('missing is said, never printed as zero', () => {
    expect(saidValue(fact({ unit: '亿元' }), {}, 'zh')).toEqual({ text: '（数据暂缺）', missing: true })
    expect(saidChange(change(null), 'zh')).toEqual({ text: '同比暂缺', missing: true })
    expect(saidShare(null, 'en').text).toBe('(not yet known)')
  })

  test('digits asked for are rounded once, from the exact value', () => {
    const steps = fact({ value: '15.5', exact: '15.4546', unit: '亿元' })
    expect(saidValue(steps, { places: 0 }, 'zh').text).toBe('15亿元')
  })
})

describe('a change in words', () => {
  test.each([
    ['10', '%', '同比增长10%', 'up 10% on the year'],
    ['-14.2', '%', '同比下降14.2%', 'down 14.2% on the year'],
    ['0', '%', '同比持平', 'unchanged on the year'],
    ['2.3', '个百分点', '同比提高2.3个百分点', 'up 2.3 percentage points on the year'],
    ['-0.4', '个百分点', '同比下降0.4个百分点', 'down 0.4 percentage points on the year'],
    ['6', '天', '同比增加6天', 'up 6 days on the year'],
    ['-6', '天', '同比减少6天', 'down 6 days on the year'],
    ['-1', '位', '同比上升1位', 'up 1 place on the year'],
  ])('%s %s', (value, unit, zh, en) => {
    expect(saidChange(change(value, unit), 'zh').text).toBe(zh)
    expect(saidChange(change(value, unit), 'en').text).toBe(en)
  })

  test('over a base of zero or below the base is said, never a rate', () => {
    const over = (base: string | null, reason: string, on: 'year' | 'previous' = 'year') => {
      const told = { value: null, unit: '%', base, reason } as unknown as Fact['change']
      const of = fact({ unit: '亿元', value: '3', change: told, changePrevious: told } as Partial<Fact>)
      return [saidChange(of, 'zh', on), saidChange(of, 'en', on).text]
    }
    expect(over('0', 'base-not-positive')).toEqual([{ text: '上年同期为零', missing: false }, 'nil a year before'])
    expect(over('-2.5', 'base-not-positive')).toEqual([
      { text: '上年同期为−2.5亿元', missing: false },
      '−CNY 250 million a year before',
    ])
    expect(over('0', 'base-not-positive', 'previous')[0]).toEqual({ text: '上期为零', missing: false })
    expect(over(null, 'base-missing')[0]).toEqual({ text: '同比暂缺', missing: true })
    expect(over(null, 'base-missing', 'previous')[0]).toEqual({ text: '环比暂缺', missing: true })
    expect(over('1', 'not-comparable')[0]).toEqual({ text: '口径不可比', missing: false })
    expect(over(null, 'current-missing')[0]).toEqual({ text: '（数据暂缺）', missing: true })
  })

  test('on the period before, and below zero', () => {
    const of = (value: string, unit: string) => fact({ changePrevious: { value, unit } } as Partial<Fact>)
    expect(saidChange(of('-1.5', '个百分点'), 'zh', 'previous').text).toBe('环比下降1.5个百分点')
    expect(saidChange(of('0.0', '%'), 'zh', 'previous').text).toBe('环比持平')
    expect(saidValue(fact({ value: '-2', unit: '亿元' }), {}, 'zh').text).toBe('−2亿元')
  })

  const units = fc.constantFrom('%', '个百分点', '天', '亿元', '家')
  const tenths = fc.integer({ min: -99_999, max: 99_999 }).map((n) => new Decimal(n).div(10).toFixed())

  test('the sign is in the word and never in the number; flat exactly when nothing is printed', () => {
    fc.assert(
      fc.property(tenths, units, fc.constantFrom('zh', 'en' as const), (value, unit, locale) => {
        const { text } = saidChange(change(value, unit), locale as 'zh' | 'en')
        expect(text).not.toMatch(/[-−]|NaN|e\+/)
        expect(/持平|unchanged/.test(text)).toBe(Number(value) === 0)
        expect(/增长|增加|提高|up/.test(text)).toBe(Number(value) > 0)
      }),
      { seed: 20180630 },
    )
  })

  test('a table shows the sign, and never a minus before zero', () => {
    expect(['10', '-14.2', '0'].map((value) => saidRate(change(value), 'zh').text)).toEqual(['+10%', '−14.2%', '0%'])
    expect(['13.3', '-17.6', '0.0', '-17.0', '-0.04'].map((gap) => saidPoints(gap).text)).toEqual([
      '+13.3',
      '−17.6',
      '0.0',
      '−17.0',
      '0.0',
    ])
  })
})

describe('targets and pace in words', () => {
  test.each([
    ['>', '1000', '亿元', '超过1000亿元', 'more than CNY 100 billion'],
    ['>=', '130', '亿元', '130亿元以上', 'CNY 13 billion or more'],
    ['>', '10000', '万包', '超过1亿包', 'more than 100 million parcels'],
    ['>=', '14', '个', '14个以上', '14 or more'],
    ['<=', '35', '微克/立方米', '不超过35微克/立方米', '35 µg/m³ at most'],
  ] as const)('%s%s%s', (operator, target, unit, zh, en) => {
    expect(saidTarget(row({ operator, target, unit }), 'zh').text).toBe(zh)
    expect(saidTarget(row({ operator, target, unit }), 'en').text).toBe(en)
  })

  test.each([
    ['-16.1', '落后时序进度16.1个百分点', '16.1 percentage points behind the calendar'],
    ['13.3', '超前时序进度13.3个百分点', '13.3 percentage points ahead of the calendar'],
    ['0.0', '与时序进度持平', 'level with the calendar'],
    ['0.04', '与时序进度持平', 'level with the calendar'],
    ['-0.04', '与时序进度持平', 'level with the calendar'],
    ['-0.05', '落后时序进度0.1个百分点', '0.1 percentage points behind the calendar'],
  ])('gap %s', (gap, zh, en) => {
    expect(saidGap(gap, 'calendar', 'zh').text).toBe(zh)
    expect(saidGap(gap, 'calendar', 'en').text).toBe(en)
  })

  test('percents keep their one decimal, and estimates no more digits than they mean', () => {
    expect(saidShare('32.0', 'zh').text).toBe('32.0%')
    const needed = (perMonth: string, unit: string) =>
      saidNeeded(row({ runRateNeeded: { perMonth, perDay: '1' }, unit }), 'zh').text
    expect([needed('56.67', '亿元'), needed('110.83', '亿元'), needed('58.17', '列')]).toEqual([
      '56.7亿元',
      '111亿元',
      '58列',
    ])
  })

  test('days', () => {
    expect([saidDay('2018-06-28', 'zh'), saidDay('2018-06-28', 'en')]).toEqual(['6月28日', '28 June'])
  })
})
