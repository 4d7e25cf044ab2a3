import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { springFestival } from '#kernel/calendar.ts'
import { addDays, daysBetween, daysIn, monthsOf, type Period, parsePeriod } from '#kernel/period.ts'
import { type LikeYear, seasonalShare } from './seasonal.ts'

describe('seasonal share', () => {
  test('is the mean of earlier years at the same day, day by day between known points', () => {
    const history = [byMonth('2016-H2', [10, 10, 20, 20, 20, 20]), byMonth('2017-H2', [20, 20, 20, 20, 10, 10])]
    const found = (on: string) => seasonalShare({ history, period: parsePeriod('2018-H2'), on })!
    expect(found('2018-08-31')).toMatchObject({ years: [2016, 2017], months: 12 })
    expect(found('2018-08-31').share.toFixed(6)).toBe('0.300000')
    expect(found('2018-08-31').spread.toFixed(6)).toBe('0.200000')
    expect(found('2018-09-15').share.toFixed(6)).toBe('0.400000')
    expect(found('2018-06-30').share.toFixed()).toBe('0')
    expect(found('2018-12-31').share.toFixed()).toBe('1')
  })

  test('stands on the latest three years before the period, each with a positive total', () => {
    const years = ['2012', '2013', '2014', '2015', '2016', '2018', '2019'].map((year) =>
      byMonth(year, Array(12).fill(1)),
    )
    const lost = byMonth('2017', Array(12).fill(-1))
    const found = seasonalShare({ history: [...years, lost], period: parsePeriod('2018'), on: '2018-06-30' })
    expect(found?.years).toEqual([2014, 2015, 2016])
    expect(seasonalShare({ history: [lost], period: parsePeriod('2018'), on: '2018-06-30' })).toBeNull()
  })

  test('a correction downwards stands still, and a leap day has its place', () => {
    const falling = byMonth('2017', [30, 30, -20, 10, 0, 0, 0, 0, 0, 0, 0, 50])
    const share = (on: string) =>
      seasonalShare({ history: [falling], period: parsePeriod('2018'), on })!.share.toFixed(4)
    expect([share('2018-04-30'), share('2018-11-30')]).toEqual(['0.6000', '0.6000'])
    const even = byMonth('2019', Array(12).fill(1))
    const on = (day: string) => seasonalShare({ history: [even], period: parsePeriod('2020'), on: day })!.share
    expect(on('2020-02-29').gte(on('2020-02-28'))).toBe(true)
  })
})

describe('Spring Festival', () => {
  const share = (year: number, like: number, on: string) =>
    seasonalShare({ history: [closedYear(like)], period: parsePeriod(`${year}`), on })!.share.toNumber()

  test('a week without work is found on its own days of this year, whenever it fell in the earlier one', () => {
    for (const [year, like] of [
      [2018, 2017],
      [2017, 2015],
      [2023, 2022],
      [2023, 2021],
      [2026, 2025],
    ] as const) {
      for (let day = 0; day < 100; day++) {
        const on = addDays(`${year}-01-01`, day)
        expect(share(year, like, on)).toBeCloseTo(worked(year, day) / worked(year, 364), 12)
      }
    }
  })

  test('the calendar alone would be off by the week', () => {
    // On 10 February 2018 the festival is still to come; in 2017 it was over.
    expect(worked(2018, 40)).toBe(41)
    expect(worked(2017, 40)).toBe(34)
  })

  test('a period that does not hold the whole window keeps to the calendar', () => {
    const history = [byMonth('2017-01/2017-02', [31, 28])]
    expect(seasonalShare({ history, period: parsePeriod('2018-01/2018-02'), on: '2018-02-10' })!.share.toFixed(6)).toBe(
      '0.694915',
    )
  })
})

test('never under 0 or over 1, and never falls as days go by', () => {
  const month = fc.integer({ min: -50, max: 500 })
  const year = fc.tuple(fc.integer({ min: 2012, max: 2017 }), fc.array(month, { minLength: 12, maxLength: 12 }))
  fc.assert(
    fc.property(
      fc.array(year, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('2018', '2018-H1', '2018-H2'),
      (years, text) => {
        const period = parsePeriod(text)
        const history = years.map(([at, values]) => byMonth(text.replace('2018', `${at}`), values))
        if (!history.some(({ total }) => total.gt(0))) return
        let before = new Decimal(0)
        for (let day = -1; day <= daysIn(period); day += 2) {
          const { share } = seasonalShare({ history, period, on: addDays(period.start, day) })!
          expect(share.gte(before.minus('1e-30')) && share.gte(0) && share.lte(1)).toBe(true)
          before = share
        }
      },
    ),
    { seed: 2018, numRuns: 40 },
  )
})

function byMonth(text: string, values: number[]): LikeYear {
  const period: Period = parsePeriod(text)
  let cumulative = new Decimal(0)
  const points = monthsOf(period).map(({ end }, at) => {
    cumulative = cumulative.plus(values[at]!)
    return { end, cumulative }
  })
  return { year: Number(text.slice(0, 4)), points, total: cumulative }
}

/** A year of even days but for seven without work from the festival on. */
function closedYear(year: number): LikeYear {
  const period = parsePeriod(`${year}`)
  const points = Array.from({ length: daysIn(period) }, (_, at) => ({
    end: addDays(period.start, at),
    cumulative: new Decimal(worked(year, at)),
  }))
  return { year, points, total: points.at(-1)!.cumulative }
}

function worked(year: number, day: number): number {
  const festival = daysBetween(`${year}-01-01`, springFestival(year))
  return day + 1 - Math.min(7, Math.max(0, day + 1 - festival))
}
