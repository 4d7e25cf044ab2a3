import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarShare,
  containsDay,
  cumulativeThrough,
  type Day,
  daysBetween,
  daysIn,
  isDay,
  isJanuaryFebruary,
  isMonthAligned,
  monthsOf,
  type Period,
  parsePeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
  printPeriod,
  samePeriod,
  toDate,
  yearBefore,
  yearToDate,
} from './period.ts'
import { Refusal } from './refusal.ts'

fc.configureGlobal({ seed: 2018 })

const days = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1950-01-01', n))
const named = fc
  .tuple(days, fc.constantFrom('year' as const, 'half' as const, 'quarter' as const, 'month' as const, 'day' as const))
  .map(([day, kind]) => periodOf(kind, day))
const ranges = fc
  .tuple(days, fc.integer({ min: 0, max: 3000 }), fc.constantFrom(7, 10))
  .map(([start, n, form]) => parsePeriod(`${start.slice(0, form)}/${addDays(start, n).slice(0, form)}`))
const periods = fc.oneof(named, ranges)

describe('reading', () => {
  test.each([
    ['2018', 'year', '2018-01-01', '2018-12-31'],
    ['2018-H1', 'half', '2018-01-01', '2018-06-30'],
    ['2018-H2', 'half', '2018-07-01', '2018-12-31'],
    ['2018-Q2', 'quarter', '2018-04-01', '2018-06-30'],
    ['2018-Q4', 'quarter', '2018-10-01', '2018-12-31'],
    ['2016-02', 'month', '2016-02-01', '2016-02-29'],
    ['2018-06-28', 'day', '2018-06-28', '2018-06-28'],
    ['2018-01/2018-02', 'range', '2018-01-01', '2018-02-28'],
    ['2018-01-01/2018-06-28', 'range', '2018-01-01', '2018-06-28'],
    ['2018-01-01/2018-06-30', 'range', '2018-01-01', '2018-06-30'],
  ])('%s is a %s from %s to %s', (text, kind, start, end) => {
    expect(parsePeriod(text)).toEqual({ kind, text, start, end })
  })

  const unreadable =
    '18 2018-02-30 2017-02-29 2018-13 2018-00 2018-H3 2018-Q0 2018-Q5 2018-h1 2018-6 0218 ' +
    '2018-06-28/2018-01-01 2018-02/2018-01 2018-01/2018-06-28 2018/2019 2018-Q1/2018-Q2 2018-01/ /2018-01 ' +
    '2018-01/2018-02/2018-03 2018-01/2018-13 2018-1/2018-2 ２０１８ 2018年 2018-06-28T00:00:00Z 2018-W26'
  test.each([...unreadable.split(' '), '', '2018 ', ' 2018', '2018\n', 'last month'])('refuses %j', (text) => {
    expect(() => parsePeriod(text)).toThrow(expect.objectContaining({ code: 'period/unreadable' }))
  })

  test('keeps the text to the letter, and reads nothing wrong from garbage', () => {
    fc.assert(fc.property(periods, (p) => void expect(parsePeriod(p.text)).toEqual(p)))
    const garbage = fc.string({ unit: fc.constantFrom(...'0123456789-/HQT '), maxLength: 22 })
    fc.assert(
      fc.property(garbage, (text) => {
        try {
          const p = parsePeriod(text)
          expect(p.text === text && isDay(p.start) && isDay(p.end) && p.start <= p.end).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('two ways of writing are the same period', () => {
    expect(samePeriod(parsePeriod('2018-H1'), parsePeriod('2018-01/2018-06'))).toBe(true)
    expect(samePeriod(parsePeriod('2018-H1'), parsePeriod('2018-01-01/2018-06-28'))).toBe(false)
  })
})

test.each([
  ['2018', '2018年', '2018'],
  ['2018-H1', '2018年上半年', 'first half of 2018'],
  ['2018-H2', '2018年下半年', 'second half of 2018'],
  ['2018-Q2', '2018年第二季度', 'Q2 2018'],
  ['2018-06', '2018年6月', 'June 2018'],
  ['2018-06-28', '2018年6月28日', '28 June 2018'],
  ['2018-01/2018-02', '2018年1—2月', 'January–February 2018'],
  ['2018-06/2018-06', '2018年6月', 'June 2018'],
  ['2017-11/2018-02', '2017年11月—2018年2月', 'November 2017–February 2018'],
  ['2018-01-01/2018-06-28', '2018年1月1日至6月28日', '1 January to 28 June 2018'],
  ['2018-06-01/2018-06-28', '2018年6月1日至28日', '1 to 28 June 2018'],
  ['2017-06-01/2018-06-28', '2017年6月1日至2018年6月28日', '1 June 2017 to 28 June 2018'],
  ['2018-06-28/2018-06-28', '2018年6月28日', '28 June 2018'],
])('%s reads %s, %s', (text, zh, en) => {
  expect([printPeriod(parsePeriod(text), 'zh'), printPeriod(parsePeriod(text), 'en')]).toEqual([zh, en])
})

describe('comparing', () => {
  test.each([
    ['2018', '2017'],
    ['2018-H1', '2017-H1'],
    ['2018-Q1', '2017-Q1'],
    ['2016-02', '2015-02'],
    ['2016-02-29', '2015-02-28'],
    ['2017-02-28', '2016-02-28'],
    ['2018-01/2018-02', '2017-01/2017-02'],
    ['2018-01-01/2018-06-28', '2017-01-01/2017-06-28'],
    ['2017-01-01/2017-02-28', '2016-01-01/2016-02-29'],
    ['2016-01-01/2016-02-29', '2015-01-01/2015-02-28'],
    ['2016-02-29/2016-03-10', '2015-02-28/2015-03-10'],
    ['2017-02-28/2017-02-28', '2016-02-28/2016-02-28'],
  ])('the year before %s is %s', (text, before) => {
    expect(yearBefore(parsePeriod(text)).text).toBe(before)
  })

  test.each([
    ['2018', '2017'],
    ['2018-H1', '2017-H2'],
    ['2018-Q1', '2017-Q4'],
    ['2018-01', '2017-12'],
    ['2018-03-01', '2018-02-28'],
    ['2018-01/2018-02', '2017-11/2017-12'],
    ['2018-01-01/2018-02-28', '2017-11-01/2017-12-31'],
    ['2018-03-05/2018-03-11', '2018-02-26/2018-03-04'],
  ])('the period before %s is %s', (text, before) => {
    expect(previousPeriod(parsePeriod(text)).text).toBe(before)
  })

  test('the year before is like for like: same kind, same form, same days but for a leap day', () => {
    fc.assert(
      fc.property(periods, (p) => {
        const before = yearBefore(p)
        expect(before.kind).toBe(p.kind)
        expect(before.text.length).toBe(p.text.length)
        expect(Math.abs(daysIn(before) - daysIn(p))).toBeLessThanOrEqual(1)
        if (isMonthAligned(p)) expect(isMonthAligned(before)).toBe(true)
      }),
    )
  })

  test('the previous period ends the day before and is as long, in its own months or days', () => {
    fc.assert(
      fc.property(periods, (p) => {
        const before = previousPeriod(p)
        expect(before.kind).toBe(p.kind)
        expect(addDays(before.end, 1)).toBe(p.start)
        if (isMonthAligned(p)) expect(monthsOf(before).length).toBe(monthsOf(p).length)
        else expect(daysIn(before)).toBe(daysIn(p))
      }),
    )
  })
})

describe('to date', () => {
  test.each([
    ['2018', '2018-06-28', '2018-01-01/2018-06-28'],
    ['2018-H1', '2018-06-30', '2018-H1'],
    ['2018-H1', '2018-12-31', '2018-H1'],
    ['2018-Q2', '2018-04-01', '2018-04-01/2018-04-01'],
  ])('%s up to %s is %s', (text, through, part) => {
    expect(toDate(parsePeriod(text), through).text).toBe(part)
  })

  test('refuses a period that has not begun, and a day that does not exist', () => {
    expect(() => toDate(parsePeriod('2018-H2'), '2018-06-30')).toThrow(
      expect.objectContaining({
        code: 'period/not-begun',
        details: { period: '2018-H2', start: '2018-07-01', through: '2018-06-30' },
      }),
    )
    expect(() => toDate(parsePeriod('2018'), '2018-06-31')).toThrow(
      expect.objectContaining({ code: 'period/unreadable' }),
    )
  })

  test('twice is once, and never leaves the period', () => {
    const cut = periods.chain((p) => fc.tuple(fc.constant(p), fc.integer({ min: 0, max: daysIn(p) + 5 })))
    fc.assert(
      fc.property(cut, ([p, n]) => {
        const through = addDays(p.start, n)
        const once = toDate(p, through)
        expect(toDate(once, through)).toEqual(once)
        expect(containsDay(p, once.end)).toBe(true)
      }),
    )
  })

  test('cumulative periods', () => {
    expect(yearToDate('2018-06-28').text).toBe('2018-01-01/2018-06-28')
    expect(cumulativeThrough(parsePeriod('2018-05')).text).toBe('2018-01/2018-05')
    expect(cumulativeThrough(parsePeriod('2018-Q2')).text).toBe('2018-01/2018-06')
    expect(cumulativeThrough(parsePeriod('2018-06-28')).text).toBe('2018-01-01/2018-06-28')
  })
})

describe('months', () => {
  test('of a period', () => {
    expect(monthsOf(parsePeriod('2018-Q1')).map((p) => p.text)).toEqual(['2018-01', '2018-02', '2018-03'])
    expect(() => monthsOf(parsePeriod('2018-01-01/2018-06-28'))).toThrow(
      expect.objectContaining({ code: 'period/not-months' }),
    )
  })

  test.each([
    ['2018-01/2018-02', true],
    ['2016-01-01/2016-02-29', true],
    ['2016-01-01/2016-02-28', false],
    ['2018-02', false],
    ['2018-Q1', false],
    ['2017-01/2018-02', false],
  ])('%s is January-February: %s', (text, so) => {
    expect(isJanuaryFebruary(parsePeriod(text))).toBe(so)
  })

  test('periods of a kind tile the days they cover', () => {
    expect(periodsBetween('quarter', '2018-02-10', '2018-07-01').map((p) => p.text)).toEqual([
      '2018-Q1',
      '2018-Q2',
      '2018-Q3',
    ])
    expect(periodsBetween('year', '2018-01-01', '2017-01-01')).toEqual([])
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 900 }), (from, n) => {
        const found = periodsBetween('month', from, addDays(from, n))
        expect(containsDay(found[0] as Period, from) && containsDay(found.at(-1) as Period, addDays(from, n))).toBe(
          true,
        )
        for (const [i, p] of found.entries()) if (i > 0) expect(addDays(found[i - 1]!.end, 1)).toBe(p.start)
      }),
    )
  })
})

describe('the calendar share (时序进度)', () => {
  test.each([
    ['2018', '2018-06-30', 181, 365],
    ['2018', '2018-06-28', 179, 365],
    ['2016', '2016-12-31', 366, 366],
    ['2018', '2018-01-01', 1, 365],
    ['2018', '2017-12-31', 0, 365],
    ['2018', '2019-03-01', 365, 365],
    ['2018-06', '2018-06-15', 15, 30],
  ])('%s on %s is %i of %i days', (text, on, gone, all) => {
    expect(calendarShare(parsePeriod(text), on).times(all).toDecimalPlaces(20).toNumber()).toBe(gone)
  })

  test('grows from 0 to 1 and never falls', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -5, max: 800 }), (p, n) => {
        const [now, next] = [calendarShare(p, addDays(p.start, n)), calendarShare(p, addDays(p.start, n + 1))]
        expect(now.gte(0) && now.lte(next) && next.lte(1)).toBe(true)
        expect(calendarShare(p, p.end).eq(1)).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  test.each<[string, boolean]>([
    ['2016-02-29', true],
    ['2018-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2018-04-31', false],
    ['2018-12-31', true],
    ['2018-00-10', false],
    ['2018-06-28 ', false],
    ['20180628', false],
  ])('%j exists: %s', (text, so) => {
    expect(isDay(text)).toBe(so)
  })

  test('adding and counting agree, across years and leap days', () => {
    expect(addDays('2018-12-31', 1)).toBe('2019-01-01')
    expect(addDays('2016-03-01', -1)).toBe('2016-02-29')
    fc.assert(
      fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day: Day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
      }),
    )
  })
})
