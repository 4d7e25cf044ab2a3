import { expect, test } from 'vitest'
import { calendarShare } from './calendar-share.ts'

test.each([
  ['2018年上半年', '49.59', '50.00'],
  ['截至2018年6月28日', '49.04', '49.04'],
  ['2018年1-2月', '16.16', '16.67'],
  ['2024年1-2月', '16.39', '16.67'],
  ['上半年（文中未写明）', '49.59', '50.00'],
  ['2018年前三季度', '74.79', '75.00'],
  ['2018年一季度', '24.66', '25.00'],
  ['截至2018年10月底', '83.29', '83.33'],
])('%s has used up %s to %s percent of the year', (period, low, high) => {
  const share = calendarShare(period)
  expect([share?.low.toFixed(2), share?.high.toFixed(2)]).toEqual([low, high])
})

test.each(['2018年', '2018年二季度', '2018年5月', '五年来（文中未写明）', '2018年1-13月', ''])(
  '%s says no share',
  (period) => {
    expect(calendarShare(period)).toBeNull()
  },
)
