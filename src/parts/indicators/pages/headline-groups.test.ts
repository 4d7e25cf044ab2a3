import { describe, expect, test } from 'vitest'
import type { Cockpit, Point } from '../shapes.ts'
import { found } from './catalogue-search.ts'
import { counted } from './counted.ts'
import { grouped, growthMarks } from './headline-groups.ts'
import { stepOf } from './reporting-step.ts'
import { yearToDate } from './which.ts'

const headline = (section: string) => ({ fact: { section } }) as Cockpit['headline'][number]
const point = (month: string, growth: string | null) => ({ month, growth }) as Point

describe('what stands on the cockpit', () => {
  test('subjects come in their order, empty ones left out, unknown sections last', () => {
    const groups = grouped(['air', 'economy', 'weather', 'homes'].map(headline))
    expect(groups.map(({ key, members }) => [key, members.length])).toEqual([
      ['economy', 1],
      ['livelihood', 2],
      ['weather', 1],
    ])
  })

  test.each([
    [['2018-03', '2018-06'], 3],
    [['2017-12', '2018-06'], 6],
    [['2018-02', '2018-03'], 1],
    [[], 1],
  ])('%j is reported every %i months', (months, step) => {
    expect(stepOf(months)).toBe(step)
  })

  test('a quarter without a report is a gap; months between quarters are not', () => {
    const series = [point('2018-03', '9.8'), point('2018-04', null), point('2018-06', null), point('2018-09', '10')]
    expect(growthMarks(series)).toEqual([{ value: '9.8' }, { value: null }, { value: '10' }])
  })

  test.each([
    ['2018-06-30', '2018-H1'],
    ['2018-12-31', '2018'],
    ['2018-03-31', '2018-Q1'],
    ['2018-06-28', '2018-01-01/2018-06-28'],
  ])('the year to %s is %s', (day, period) => {
    expect(yearToDate(day)).toBe(period)
  })

  test('an indicator is found by any of its names, whatever the case, all words needed', () => {
    const gdp = { code: 'gdp', name: { zh: '地区生产总值', en: 'Gross domestic product' }, aliases: ['GDP'] }
    const trains = { code: 'trains.count', name: { zh: '中欧班列开行', en: 'China-Europe trains' }, aliases: [] }
    const of = (sought: string) => found([gdp, trains], sought).map(({ code }) => code)
    expect(of('')).toEqual(['gdp', 'trains.count'])
    expect(of('生产总值')).toEqual(['gdp'])
    expect(of('europe CHINA')).toEqual(['trains.count'])
    expect(of('gdp 班列')).toEqual([])
  })

  test('one row, many rows', () => {
    expect([counted(1, 'row').en, counted(297, 'row').en, counted(1, 'batch').zh]).toEqual([
      '1 row',
      '297 rows',
      '1 个批次',
    ])
  })
})
