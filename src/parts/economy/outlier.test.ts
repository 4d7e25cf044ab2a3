import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, quantile } from './outlier.ts'
import { unitSlip } from './unit-slip.ts'

describe('what a history makes usual', () => {
  const steady = [9, 10, 11, 10, 9, 11, 10, 10, 11, 9]

  test.each([
    [10, false],
    [20, false],
    [21, true],
    [-5, true],
  ])('%d after ten periods near ten', (value, outside) => {
    expect(judge(value, steady, { floor: 3 })?.isOutside).toBe(outside)
  })

  test('one odd period does not hide the next', () => {
    expect(judge(60, [...steady, ...steady, ...steady, ...steady, ...steady, 60], { floor: 1 })?.isOutside).toBe(true)
  })

  test('an item may declare its own threshold', () => {
    expect(judge(15, steady, { floor: 1, threshold: 9 })?.isOutside).toBe(false)
    expect(judge(15, steady, { floor: 1, threshold: 2 })?.isOutside).toBe(true)
  })

  test('seven periods are no history', () => {
    expect(judge(99, steady.slice(0, 7), { floor: 1 })).toBeNull()
  })

  test('what lies within the history itself is never outside', () => {
    const history = fc.array(fc.integer({ min: -50, max: 80 }), { minLength: 8, maxLength: 40 })
    fc.assert(
      fc.property(history, (values) => {
        expect(judge(quantile(values, 0.5), values, { floor: 1 })?.isOutside).toBe(false)
      }),
      { seed: 20180630 },
    )
  })
})

describe('a slip of the unit', () => {
  test.each([
    ['1447000', '亿元', ['114.93'], '万元', 4],
    ['14470000000', '亿元', ['114.93'], '元', 8],
    ['0.01447', '亿元', ['114.93'], '万亿元', -4],
    ['13230', '万套', ['1.4'], '套', 4],
    ['0.1323', '套', ['1100'], '万套', -4],
    ['48860000', '家', ['4429'], null, 4],
    ['1800000', '平方米', ['180'], null, 4],
  ])('%s %s beside %j', (value, unit, references, likely, power) => {
    expect(unitSlip(value, unit, references)).toMatchObject({ unit: likely, power })
  })

  test.each([
    ['144.7', '亿元', ['114.93']],
    ['1447', '亿元', ['114.93']],
    ['8', '个', ['0']],
    ['0', '亿元', ['114.93']],
    ['144.7', '亿元', []],
  ])('%s %s beside %j is none', (value, unit, references) => {
    expect(unitSlip(value, unit, references)).toBeNull()
  })
})
