import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, contains, div, exactly, growth, inUnit, mul, overlaps, printedInterval, share, sub } from './interval.ts'

const ends = (printed: Parameters<typeof printedInterval>[0]) => {
  const interval = printedInterval(printed)
  return interval && [interval.low.toString(), interval.high.toString()]
}

describe('a printed figure stands for', () => {
  test.each([
    ['all that rounds to it', { value: '12.6', unit: '亿元' }, ['12.55', '12.65']],
    ['its zero as a digit', { value: '8.0', unit: '%' }, ['7.95', '8.05']],
    ['ten thousands at the digits printed', { value: '3300', unit: '万包', kind: 'count' }, ['3299.5', '3300.5']],
    ['things counted one by one', { value: '155', unit: '班', kind: 'count' }, ['155', '155']],
    ['days', { value: '59', unit: '天', kind: 'level' }, ['59', '59']],
    ['a range', { value: '3', upper: '5', unit: '%' }, ['2.5', '5.5']],
    ['about', { value: '40', unit: '%', qualifier: '约' }, ['38', '42']],
    ['about a small number', { value: '3', unit: '%', qualifier: '左右' }, ['2.5', '3.5']],
    ['about a number of two digits', { value: '330', unit: '亿元', qualifier: '约' }, ['320', '340']],
    ['about a number of three digits', { value: '46.8', unit: '亿元', qualifier: '约' }, ['46.7', '46.9']],
    ['about a tenth', { value: '8.0', unit: '%', qualifier: '约' }, ['7.9', '8.1']],
    ['more than', { value: '1000', unit: '亿元', qualifier: '超' }, ['1000', 'Infinity']],
    ['some more', { value: '2000', unit: '人', qualifier: '多' }, ['2000', '3000']],
    ['some tenths more', { value: '5.6', unit: '万人', qualifier: '余' }, ['5.6', '5.7']],
    ['nearly', { value: '50', unit: '亿元', qualifier: '近' }, ['40', '50']],
    ['less than', { value: '50', unit: '亿元', qualifier: '不足' }, ['-Infinity', '50']],
    ['a fall', { value: '-2.1', unit: '%' }, ['-2.15', '-2.05']],
  ])('%s', (_name, printed, wanted) => {
    expect(ends(printed)).toEqual(wanted)
  })

  test('words alone stand for nothing', () => {
    expect(printedInterval({ value: null, unit: null })).toBeNull()
    expect(printedInterval({ value: 'NaN', unit: null })).toBeNull()
  })
})

describe('units', () => {
  test.each([
    ['1.96', '亿人次', '万人次', ['19550', '19650']],
    ['35600', '万元', '亿元', ['3.55995', '3.56005']],
    ['2', '公里', '米', ['1500', '2500']],
    ['2', '亿度', '万千瓦时', ['15000', '25000']],
  ])('%s%s in %s', (value, from, to, wanted) => {
    const interval = printedInterval({ value, unit: from })
    const there = interval && inUnit(interval, from, to)
    expect(there && [there.low.toString(), there.high.toString()]).toEqual(wanted)
  })

  test.each([
    ['元', '美元'],
    ['家', '个'],
    ['吨', '辆'],
    ['%', '个百分点'],
    ['个', '项'],
  ])('%s is no %s', (from, to) => {
    expect(inUnit(exactly(1), from, to)).toBeNull()
  })
})

describe('growth and share', () => {
  test('a printed rate lies in what the printed levels allow', () => {
    const rate = growth({ low: new Decimal('330.5'), high: new Decimal('331.5') }, exactly(301))
    expect(contains(rate, '10')).toBe(true)
    expect(contains(rate, '11')).toBe(false)
  })

  test('a base that may be zero rules nothing out', () => {
    expect(contains(growth(exactly(5), { low: new Decimal(0), high: new Decimal(1) }), '1000000')).toBe(true)
    expect(contains(div(exactly(5), { low: new Decimal(-1), high: new Decimal(1) }), '-7')).toBe(true)
  })

  test('half is fifty percent', () => {
    expect(share(exactly(1), exactly(2)).low.toString()).toBe('50')
  })
})

const true_ = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }))

/** A true value and the interval of its print at some number of places, half-up or half-even. */
const printedTruth = fc
  .tuple(true_, fc.integer({ min: 0, max: 3 }), fc.constantFrom<Decimal.Rounding>(4, 6))
  .map(([[digits, shift], places, rounding]) => {
    const truth = new Decimal(digits).div(new Decimal(10).pow(shift))
    const interval = printedInterval({ value: truth.toDecimalPlaces(places, rounding).toFixed(places), unit: '亿元' })
    return { truth, interval: interval ?? exactly(truth) }
  })

describe('soundness: what is true of the values is in the interval', () => {
  test('printing', () => {
    fc.assert(
      fc.property(printedTruth, ({ truth, interval }) => contains(interval, truth)),
      { seed: 4 },
    )
  })

  test('adding, taking away, multiplying, dividing, growth, share', () => {
    fc.assert(
      fc.property(printedTruth, printedTruth, (a, b) => {
        expect(contains(add(a.interval, b.interval), a.truth.plus(b.truth))).toBe(true)
        expect(contains(sub(a.interval, b.interval), a.truth.minus(b.truth))).toBe(true)
        expect(contains(mul(a.interval, b.interval), a.truth.times(b.truth))).toBe(true)
        if (b.truth.isZero()) return
        const times = a.truth.div(b.truth)
        expect(contains(widened(div(a.interval, b.interval)), times)).toBe(true)
        expect(contains(widened(share(a.interval, b.interval)), times.times(100))).toBe(true)
        if (b.truth.gt(0))
          expect(contains(widened(growth(a.interval, b.interval)), times.minus(1).times(100))).toBe(true)
      }),
      { seed: 4 },
    )
  })

  test('values in both intervals make them overlap', () => {
    fc.assert(
      fc.property(printedTruth, fc.integer({ min: 0, max: 3 }), ({ truth, interval }, places) => {
        const again = printedInterval({ value: truth.toDecimalPlaces(places, 4).toFixed(places), unit: '亿元' })
        return again !== null && overlaps(interval, again)
      }),
      { seed: 4 },
    )
  })
})

/** The quotient of the test itself is cut at twenty digits. */
function widened({ low, high }: { low: Decimal; high: Decimal }) {
  const slack = Decimal.max(1, low.isFinite() ? low.abs() : 1, high.isFinite() ? high.abs() : 1).times('1e-15')
  return { low: low.minus(slack), high: high.plus(slack) }
}
