import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '#kernel/period.ts'
import { type Backtest, backtest, type Closed, reliabilityOf } from './backtest.ts'

const YEAR = parsePeriod('2018')

describe('outlooks against what came', () => {
  const zones = { three: zone(100, 3), five: zone(100, 5) }
  const remembered = new Map<string, Backtest>()
  const told = (years: keyof typeof zones, months: number): Backtest => {
    const found = remembered.get(`${years} ${months}`) ?? backtest(zones[years], months)
    remembered.set(`${years} ${months}`, found)
    return found
  }

  test.each([
    ['three', 3],
    ['three', 6],
    ['three', 9],
    ['five', 6],
  ] as const)(
    'with %s years of history, %i months into the year, the outlook beats the calendar and holds its range',
    (years, months) => {
      const { methods, coverage, series } = told(years, months)
      const mean = Object.fromEntries(methods.map(({ method, mean }) => [method, mean]))
      expect(series).toBe(100)
      expect(mean['outlook']).toBeLessThan(mean['calendar']! * 0.75)
      expect(mean['outlook']).toBeLessThan(mean['last-year']! * 1.02)
      expect(coverage).toBeGreaterThanOrEqual(0.7)
      expect(coverage).toBeLessThanOrEqual(0.9)
    },
  )

  test('alone or among six, as a zone has them, the range still holds', () => {
    for (const size of [1, 6]) {
      const zonesOf = Array.from({ length: 96 / size }, (_, at) => zones.three.slice(at * size, (at + 1) * size))
      const held = zonesOf.map((few) => backtest(few, 6).coverage * few.length)
      const coverage = held.reduce((sum, count) => sum + count, 0) / 96
      expect(coverage).toBeGreaterThanOrEqual(0.7)
      expect(coverage).toBeLessThanOrEqual(0.9)
    }
  })

  test('what they call likely happens, and what they call unlikely does not', () => {
    const rows = reliabilityOf([3, 6, 9].flatMap((months) => told('three', months).sayings))
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(300)
    expect(rows.at(0)!.happened).toBeLessThan(0.1)
    expect(rows.at(-1)!.happened).toBeGreaterThan(0.9)
    for (const [at, row] of rows.entries()) {
      expect(row.happened).toBeGreaterThanOrEqual(rows[at - 1]?.happened ?? 0)
      expect(Math.abs(row.said - row.happened)).toBeLessThan(0.25)
    }
  })
})

test('reliability groups what was said, the certain with the nearly certain', () => {
  const sayings = [
    { said: 0.05, happened: false },
    { said: 0.15, happened: true },
    { said: 1, happened: true },
  ]
  expect(reliabilityOf(sayings)).toEqual([
    { from: 0, to: 0.2, said: 0.1, happened: 0.5, count: 2 },
    { from: 0.8, to: 1, said: 1, happened: 1, count: 1 },
  ])
})

/** Monthly series with a level, a trend, a season of their own, a Spring Festival dip and noise; seeded. */
function zone(count: number, history: number): Closed[] {
  const random = seeded(2018)
  return Array.from({ length: count }, (_, at) => series(`series-${at}`, history, random))
}

function series(code: string, history: number, random: () => number): Closed {
  const level = 50 + 200 * random()
  const noise = 0.02 + 0.08 * random()
  const season = Array.from({ length: 12 }, (_, month) => Math.exp(0.25 * normal(random) + 0.02 * month))
  let trend = 0
  let drift = 0.006 * normal(random)
  const points = Array.from({ length: (history + 1) * 12 }, (_, at) => {
    drift += 0.0008 * normal(random)
    trend += drift + 0.01 * normal(random)
    const value = level * season[at % 12]! * Math.exp(trend + noise * normal(random))
    const month = `${2018 - history + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    return { month, value: new Decimal(value).toDecimalPlaces(3) }
  })
  return { code, period: YEAR, series: points }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Park and Miller's generator: the same figures on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
