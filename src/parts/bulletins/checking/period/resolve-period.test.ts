import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#kernel/period.ts'
import { baseOn, named, periodSaid } from './resolve-period.ts'

const half = { base: parsePeriod('2018-H1'), today: '2018-06-30' }
const texts = (words: string, aim = false, standing = half) =>
  periodSaid(words, standing, aim).periods.map(({ text }) => text)

describe('the words of a period', () => {
  test.each([
    ['2018年上半年', ['2018-H1']],
    ['2018年下半年', ['2018-H2']],
    ['2018年1-6月', ['2018-H1']],
    ['2018年1-5月', ['2018-01/2018-05']],
    ['2018年1-3月', ['2018-Q1']],
    ['2018年一季度', ['2018-Q1']],
    ['2018年前三季度', ['2018-01/2018-09']],
    ['2018年6月', ['2018-06']],
    ['2018年6月末', ['2018-H1']],
    ['2018年4月末', ['2018-01/2018-04']],
    ['截至2018年6月28日', ['2018-01-01/2018-06-28']],
    ['截至2018年6月', ['2018-H1']],
    ['2018年1月1日至6月25日', ['2018-01-01/2018-06-25']],
    ['2018年5月17日', ['2018-05-17']],
    ['2018年以来', ['2018-H1']],
    ['2018年', ['2018-H1']],
    ['2017年', ['2017']],
    ['半年（文中未写明）', ['2018-H1']],
    ['季度（文中未写明）', ['2018-H1']],
    ['上半年（文中未写明）', ['2018-H1']],
    ['去年（文中未写明）', ['2017']],
    ['（文中未写明）', ['2018-H1']],
    ['去年同期（文中未写明）', ['2017-H1']],
    ['“十三五”期间', []],
    ['2018年春运期间', []],
    ['2013年以来', []],
    ['2018年2月30日', []],
  ])('%s is %j', (words, periods) => {
    expect(texts(words)).toEqual(periods)
  })

  test('a bare year is the year as a whole where a target is spoken of', () => {
    expect(texts('2018年', true)).toEqual(['2018'])
  })

  test('once a year is over, it may be meant whole', () => {
    expect(texts('2018年', false, { ...half, today: '2019-03-31' })).toEqual(['2018-H1', '2018'])
  })

  test('a day that the records do not reach falls back to what the text is about', () => {
    expect(periodSaid('截至2018年6月28日', half).instead?.text).toBe('2018-H1')
    expect(periodSaid('2018年6月', half).instead).toBeNull()
  })
})

test.each([
  ['2018-06-30', '2018-H1'],
  ['2018-12-31', '2018-H2'],
  ['2018-03-31', '2018-Q1'],
  ['2018-07-20', '2018-H1'],
  ['2018-09-15', '2018-01/2018-08'],
  ['2018-01-10', '2017-H2'],
])('on %s a text is taken to be about %s', (today, text) => {
  expect(baseOn(today).text).toBe(text)
})

test('a stretch goes by its own name where it has one', () => {
  expect(named('2018-01-01', '2018-12-31').text).toBe('2018')
  expect(named('2018-04-01', '2018-06-30').text).toBe('2018-Q2')
  expect(named('2018-02-01', '2018-04-30').text).toBe('2018-02/2018-04')
})
