import { expect, test } from 'vitest'
import type { OpenObservation } from '../shapes.ts'
import { choicesOf, rowsOf, withGaps } from './figure-series.ts'

const seen = (period: string, measure: OpenObservation['measure'], value = '1'): OpenObservation => ({
  ...{ freq: period.includes('-H') ? 'S' : 'M', period, measure, value, unit: '亿元' },
  ...{ status: 'locked', since: '2018-07-02T00:00:00Z' },
})

const observations = [
  seen('2018-02', 'LEVEL_YTD'),
  seen('2018-02', 'GROWTH_YTD', '5'),
  seen('2018-04', 'LEVEL_YTD'),
  seen('2018-H1', 'GROWTH', '40'),
]

test('only the ways there are values for are offered', () => {
  expect(choicesOf(observations).map(({ key }) => key)).toEqual(['M-YTD', 'S'])
})

test('a period has its level and its growth, the last period first', () => {
  const rows = rowsOf(observations, 'M-YTD')
  expect(rows.map(({ covers, level, growth }) => [covers, level?.value, growth?.value])).toEqual([
    ['2018-01/2018-04', '1', undefined],
    ['2018-01/2018-02', '1', '5'],
  ])
  expect(rowsOf(observations, 'S')[0]).toMatchObject({ covers: '2018-H1', level: undefined })
})

test('a month without a report is a gap, months between quarterly reports are none', () => {
  const gaps = (list: OpenObservation[]) => withGaps(rowsOf(list, 'M-YTD')).map(({ period, row }) => [period, !row])
  expect(gaps(observations)).toEqual([
    ['2018-02', false],
    ['2018-03', true],
    ['2018-04', false],
  ])
  expect(gaps([seen('2018-03', 'LEVEL_YTD'), seen('2018-06', 'LEVEL_YTD')])).toEqual([
    ['2018-03', false],
    ['2018-06', false],
  ])
  expect(withGaps([])).toEqual([])
})
