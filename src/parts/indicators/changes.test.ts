import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundOnce } from '#kernel/decimal.ts'
import { agrees, baseImplied, changeKindOf, changeOf, intervalOfGrowth, sumAgrees } from './changes.ts'

const d = (text: string | null) => (text === null ? null : new Decimal(text))

describe('changes', () => {
  test.each([
    ['331', '300.9', '亿元', undefined, '10.0', '%', null],
    ['297', '200', '列', undefined, '48.5', '%', null],
    ['40', '50', '亿元', undefined, '-20.0', '%', null],
    ['-5', '50', '亿元', undefined, '-110.0', '%', null],
    ['59', '53', '天', 'difference', '6.0', '天', null],
    ['47.2', '45', '%', undefined, '2.2', '个百分点', null],
    ['5', '0', '%', 'points', '5.0', '个百分点', null],
    ['5', '0', '亿元', undefined, null, '%', 'base-not-positive'],
    ['5', '-3', '亿元', 'growth', null, '%', 'base-not-positive'],
    [null, '3', '亿元', undefined, null, '%', 'current-missing'],
    ['5', null, '天', 'difference', null, '天', 'base-missing'],
  ] as const)('%s against %s %s (%s) is %s %s', (current, base, unit, kind, value, printedUnit, reason) => {
    const change = changeOf({ current: d(current), base: d(base), unit, ...(kind && { kind }) })
    expect(change.value?.toFixed(1) ?? null).toBe(value)
    expect(change.unit).toBe(printedUnit)
    expect(change.reason).toBe(reason)
  })

  test('a percentage changes in points unless told otherwise', () => {
    expect(changeKindOf('%')).toBe('points')
    expect(changeKindOf('亿元')).toBe('growth')
  })

  test('a level and its growth imply their base', () => {
    expect(baseImplied(new Decimal(331), new Decimal(10))?.toFixed(4)).toBe('300.9091')
    expect(baseImplied(new Decimal(331), new Decimal(-100))).toBeNull()
  })
})

describe('growth that printed levels allow', () => {
  test.each([
    ['331', '301', '10.0', true],
    ['77067', '74426', '3.5', true],
    ['147482', '153544', '4.7', false],
    ['331', '301', '10.4', false],
    ['-2', '5', '-140', true],
    ['-2', '5', '-100', false],
  ])('%s over %s may be %s%%: %s', (current, base, rate, may) => {
    expect(agrees(rate, intervalOfGrowth(current, base)!)).toBe(may)
  })

  test('nothing can be said of a base that may be zero', () => {
    expect(intervalOfGrowth('5', '0')).toBeNull()
    expect(intervalOfGrowth('5', '-1')).toBeNull()
  })

  test('holds the growth of any two values that print as those digits', () => {
    const hundredths = fc.integer({ min: -100000, max: 100000 })
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 6, max: 100000 }), (a, b) => {
        const [current, base] = [new Decimal(a).div(100), new Decimal(b).div(100)]
        const printed = [current, base].map((value) => roundOnce(value, { places: 1, mode: 'half-up' }).toFixed(1))
        const interval = intervalOfGrowth(printed[0]!, printed[1]!)!
        const growth = current.minus(base).div(base).times(100)
        expect(growth.gte(interval.lo) && growth.lte(interval.hi)).toBe(true)
      }),
      { seed: 2018 },
    )
  })

  test.each([
    [['3300', '2986'], '6286', true],
    [['46.8', '2.6'], '49.4', true],
    [['11538', '109846', '174915'], '296299', true],
    [['33.4', '33.4', '33.4'], '100.1', true],
    [['106.3'], '104.3', false],
  ])('parts %s may add to %s: %s', (parts, total, may) => {
    expect(sumAgrees(parts, total)).toBe(may)
  })
})
