import { describe, expect, test } from 'vitest'
import type { PaceTarget, Point } from '../shapes.ts'
import { trendOf } from './figure-trend.ts'

const point = (month: string, cumulative: string | null, value: string | null = null): Point => ({
  ...{ month, value, cumulative, growth: null, growthUnit: '%' },
})

const target = {
  target: '1000',
  unit: '亿元',
  outlook: { value: '777', low: '753', high: '802' },
} as PaceTarget

const base = { name: '汽车产值', unit: '亿元', year: 2018, view: 'cumulative', target: null, locale: 'zh' } as const

describe('the trend of a figure', () => {
  const points = [point('2017-05', '225', '48'), point('2017-06', '279', '54'), point('2018-05', '271', '60')]

  test('lays years over each other by month, the page’s year as the main one, missing months as gaps', () => {
    const { series } = trendOf({ ...base, points })
    expect(series.map(({ name, main }) => [name, main])).toEqual([
      ['2018年', true],
      ['2017年', false],
    ])
    expect(series[0]?.points).toHaveLength(12)
    expect(series[0]?.points[4]).toEqual({ period: '05', value: '271' })
    expect(series[0]?.points[5]).toEqual({ period: '06', value: null })
  })

  test('shows the months’ own values without target and fan', () => {
    const { series, target: line, fan } = trendOf({ ...base, points, view: 'month', target })
    expect(series[0]?.points[4]?.value).toBe('60')
    expect([line, fan]).toEqual([null, null])
  })

  test('joins quarter to quarter where only quarters are reported', () => {
    const quarterly = [point('2018-03', '152'), point('2018-04', null), point('2018-06', '331')]
    const [year] = trendOf({ ...base, points: quarterly }).series
    expect(year?.points.map(({ period }) => period)).toEqual(['03', '06', '09', '12'])
  })

  test('draws the target and a fan from the last known month to the forecast of December', () => {
    const { target: line, fan } = trendOf({ ...base, points: [...points, point('2018-06', '335')], target })
    expect(line).toEqual({ name: '目标 1000', value: '1000' })
    expect(fan?.points.at(0)).toEqual({ period: '06', value: '335', low: '335', high: '335' })
    expect(fan?.points.at(-1)).toEqual({ period: '12', value: '777', low: '753', high: '802' })
    expect(fan?.points).toHaveLength(7)
  })

  test('draws no fan for a closed year, for a year without a figure, and no target of another unit', () => {
    const closed = trendOf({ ...base, points: [point('2018-12', '1010')], target })
    expect(closed.fan).toBeNull()
    expect(trendOf({ ...base, points: [point('2017-12', '647')], target }).fan).toBeNull()
    expect(trendOf({ ...base, unit: '万元', points, target }).target).toBeNull()
  })
})
