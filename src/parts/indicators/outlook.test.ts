import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#kernel/period.ts'
import { studentQuantile } from './error-spread.ts'
import type { MonthlyPoint } from './month-series.ts'
import { type NoOutlook, type Outlook, outlooksOf, type ToForesee } from './outlook.ts'

const SEASON = [70, 60, 90, 95, 100, 110, 105, 100, 110, 115, 120, 125]

/** Months from the first on, each year `growth` over the one before, with a small wobble of its own. */
function months(first: number, count: number, growth = 1.1): MonthlyPoint[] {
  return Array.from({ length: count }, (_, at) => ({
    month: `${first + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    value: new Decimal(
      SEASON[at % 12]! * growth ** Math.floor(at / 12) * (1 + 0.02 * Math.sin(at * 1.7)),
    ).toDecimalPlaces(2),
  }))
}

function foresee(over: Partial<ToForesee>): Outlook {
  const found = answer(over)
  if ('refused' in found) throw new Error(found.refused)
  return found
}

function answer(over: Partial<ToForesee>): Outlook | NoOutlook {
  return outlooksOf([{ code: 'x', series: months(2015, 42), period: parsePeriod('2018'), ...over }]).get('x')!
}

describe('outlook', () => {
  test('of a year half gone is near what the year will come to, inside its range', () => {
    const actual = months(2015, 48)
      .slice(36)
      .reduce((sum, { value }) => sum + value.toNumber(), 0)
    const found = foresee({})
    expect(Math.abs(Number(found.value) / actual - 1)).toBeLessThan(0.03)
    expect(Number(found.low)).toBeLessThan(actual)
    expect(Number(found.high)).toBeGreaterThan(actual)
    expect(found).toMatchObject({
      level: '0.8',
      monthsKnown: 6,
      monthsOfHistory: 36,
      methods: ['seasonal-share', 'theta', 'mstl'],
      errors: 2,
      rangeFrom: 'student',
      probability: null,
    })
    expect(new Decimal(found.value).precision()).toBeLessThanOrEqual(6)
  })

  test('works for a second half that has not begun', () => {
    const found = foresee({ period: parsePeriod('2018-H2'), target: { value: new Decimal(500), operator: '>=' } })
    expect(found).toMatchObject({
      monthsKnown: 0,
      monthsOfHistory: 42,
      methods: ['theta', 'mstl'],
      probability: expect.stringMatching(/^0\.9/),
    })
  })

  test('begins where the records end, even before the period does', () => {
    const actual = months(2015, 48)
      .slice(42)
      .reduce((sum, { value }) => sum + value.toNumber(), 0)
    const found = foresee({ series: months(2015, 39), period: parsePeriod('2018-H2') })
    expect(Math.abs(Number(found.value) / actual - 1)).toBeLessThan(0.05)
  })

  test('never falls under what is reached', () => {
    // Decembers of 600 and of 1 make past forecasts miss by a third either way.
    const series = months(2015, 47).map(({ month }) => {
      const december = month.startsWith('2016') ? 1 : 600
      return { month, value: new Decimal(month.endsWith('-12') ? december : 100) }
    })
    expect(foresee({ series }).low).toBe('1100')
  })

  test('of a closed year is the year', () => {
    const found = foresee({ series: months(2015, 48), target: { value: new Decimal(1500), operator: '>=' } })
    expect(found).toMatchObject({ rangeFrom: 'complete', probability: '1' })
    expect([found.low, found.high]).toEqual([found.value, found.value])
  })

  test('leaves seasons with an idle month to the seasonal share', () => {
    const idle = months(2015, 42).map((point) =>
      point.month.endsWith('-02') ? { ...point, value: new Decimal(0) } : point,
    )
    expect(foresee({ series: idle }).methods).toEqual(['seasonal-share'])
  })

  test('takes siblings into its range', () => {
    const siblings = Array.from({ length: 12 }, (_, at) => ({
      code: `s${at}`,
      period: parsePeriod('2018'),
      series: months(2015, 42, 1 + at / 40),
    }))
    const found = outlooksOf([{ code: 'x', series: months(2015, 42), period: parsePeriod('2018') }, ...siblings]).get(
      'x',
    )
    expect(found).toMatchObject({ errors: 26, rangeFrom: 'pooled-errors' })
  })
})

describe('probability', () => {
  test('falls as the target rises, and is certain only of what is reached', () => {
    const amount = fc.integer({ min: 100, max: 4000 })
    const probability = (target: number, operator: '>' | '<=') =>
      Number(foresee({ target: { value: new Decimal(target), operator } }).probability)
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(probability(low, '>')).toBeGreaterThanOrEqual(probability(high, '>'))
        expect(probability(low, '<=')).toBeLessThanOrEqual(probability(high, '<='))
        expect(probability(low, '>') + probability(low, '<=')).toBeCloseTo(1, 2)
      }),
      { seed: 2018, numRuns: 20 },
    )
    expect(probability(500, '>')).toBe(1)
    expect(probability(500, '<=')).toBe(0)
    expect(probability(100000, '>')).toBeLessThan(0.01)
    expect(probability(100000, '>')).toBeGreaterThan(0)
  })
})

describe('no outlook', () => {
  const broken = months(2015, 42).filter(({ month }) => month !== '2016-01')
  test.each<[string, Partial<ToForesee>, NoOutlook['refused'], number]>([
    ['under three full years of history', { series: months(2015, 42).slice(1) }, 'indicators/history-too-short', 2],
    ['without any', { series: [] }, 'indicators/history-too-short', 0],
    ['before history began', { period: parsePeriod('2014') }, 'indicators/history-too-short', 0],
    ['over a gap', { series: broken }, 'indicators/history-broken', 0],
    ['over a month told twice', { series: [...months(2015, 42), months(2015, 1)[0]!] }, 'indicators/history-broken', 0],
    ['of part of a month', { period: parsePeriod('2018-01-01/2018-06-28') }, 'indicators/period-not-forecast', 0],
    ['of more than a year', { period: parsePeriod('2018-01/2019-06') }, 'indicators/period-not-forecast', 0],
    [
      'of a series that never was above zero',
      { series: months(2015, 42, -1).map((p) => ({ ...p, value: new Decimal(0) })) },
      'indicators/history-too-short',
      0,
    ],
  ])('%s', (_, over, refused, years) => {
    expect(answer(over)).toEqual({ refused, details: { years, needed: 3 } })
  })
})

test.each([
  [0.9, 1, 3.0777],
  [0.9, 2, 1.8856],
  [0.9, 3, 1.6377],
  [0.975, 5, 2.5706],
  [0.9, 30, 1.3104],
  [0.1, 2, -1.8856],
  [0.5, 7, 0],
])('the %f quantile of Student with %i degrees of freedom is %f', (level, freedom, quantile) => {
  expect(studentQuantile(level, freedom)).toBeCloseTo(quantile, 3)
})
