import { describe, expect, test } from 'vitest'
import { mstlForecast } from './mstl.ts'
import { isSeasonal, seasonalIndices, thetaForecast } from './theta.ts'

const season = [70, 60, 90, 95, 100, 110, 105, 100, 110, 115, 120, 125]
const sine = Array.from({ length: 12 }, (_, at) => 100 + 30 * Math.sin((at / 12) * 2 * Math.PI))
const years = (pattern: number[], count: number) => Array.from({ length: count }, () => pattern).flat()

describe('Theta', () => {
  test('continues a constant', () => {
    expect(thetaForecast(Array(40).fill(7), 3)).toEqual([7, 7, 7].map((value) => expect.closeTo(value, 9)))
  })

  test('climbs a straight line at half its slope from its last value: the line itself and its last level, in equal parts', () => {
    const line = Array.from({ length: 20 }, (_, at) => 10 + 2 * at)
    expect(thetaForecast(line, 3)).toEqual([49, 50, 51].map((value) => expect.closeTo(value, 6)))
  })

  test('squares by hand: steps that only grow put all weight on the last value, and half the slope is added', () => {
    // The slope of 0², 1², … 7² is 7; the curve ends at 2·49 − line(7), so the next value is 49 + 7/2.
    const squares = Array.from({ length: 8 }, (_, at) => at * at)
    expect(thetaForecast(squares, 2)).toEqual([52.5, 56].map((value) => expect.closeTo(value, 6)))
  })

  test('noise about a level is smoothed, not followed', () => {
    const [next] = thetaForecast(
      Array.from({ length: 20 }, (_, at) => (at % 2 ? 1001 : 999)),
      1,
    )
    expect(Math.abs(next! - 1000)).toBeLessThan(0.2)
  })

  test('a worked example by hand: 1, 3, 2 → line 1.5 + 0.5t, curve 0.5, 4, 1.5', () => {
    // Least squares of the one-step errors of 0.5, 4, 1.5 is smallest at the lowest weight, where the level is near their mean, 2.
    const [next] = thetaForecast([1, 3, 2], 1)
    expect(next).toBeCloseTo((3 + 2) / 2, 1)
  })

  test.each([
    ['a lively season', season],
    ['a smooth season', sine],
  ])('repeats %s exactly, and knows where in the year it stands', (_, pattern) => {
    const values = [...years(pattern, 3), ...pattern.slice(0, 5)]
    const expected = [...pattern.slice(5), ...pattern.slice(0, 5)]
    expect(thetaForecast(values, 12)).toEqual(expected.map((value) => expect.closeTo(value, 6)))
  })

  test('sees a season where there is one, none in a line, a constant, a short series or one with a zero', () => {
    expect(isSeasonal(years(season, 2))).toBe(true)
    expect(isSeasonal(years(sine, 3))).toBe(true)
    expect(isSeasonal(years(season, 3).map((value, at) => value * 1.02 ** at))).toBe(true)
    expect(isSeasonal(Array.from({ length: 36 }, (_, at) => 5 + at))).toBe(false)
    expect(isSeasonal(Array(36).fill(3))).toBe(false)
    expect(isSeasonal(season)).toBe(false)
    expect(isSeasonal([...years(season, 3), 0])).toBe(false)
  })

  test('seasonal indices have mean one', () => {
    const indices = seasonalIndices(years(season, 4))
    expect(indices.reduce((total, index) => total + index, 0) / 12).toBeCloseTo(1, 12)
    expect(indices[1]).toBeCloseTo(0.6, 12)
  })

  test('an empty series or horizon gives nothing', () => {
    expect(thetaForecast([], 3)).toEqual([])
    expect(thetaForecast([1], 0)).toEqual([])
    expect(thetaForecast([4], 2)).toEqual([4, 4])
  })
})

describe('MSTL', () => {
  test('continues a growing season within two percent', () => {
    const whole = years(season, 4).map((value, at) => value * 1.01 ** at)
    const forecast = mstlForecast(whole.slice(0, 36), 12)
    for (const [at, value] of (forecast ?? []).entries())
      expect(Math.abs(value / whole[36 + at]! - 1)).toBeLessThan(0.02)
    expect(forecast).toHaveLength(12)
  })

  test('says nothing under two seasons or of values that have no logarithm, and nothing of a constant', () => {
    expect(mstlForecast(years(season, 1), 3)).toBeNull()
    expect(mstlForecast([...years(season, 2), 0], 3)).toBeNull()
    expect(mstlForecast([...years(season, 2), Number.NaN], 3)).toBeNull()
    expect(mstlForecast(years(season, 2), 0)).toEqual([])
    const constant = mstlForecast(Array(36).fill(5), 2)
    if (constant) expect(constant[0]).toBeCloseTo(5, 3)
  })
})
