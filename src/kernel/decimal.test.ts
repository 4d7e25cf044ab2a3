import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { intervalOfPrinted, parseDecimal, printDecimal, type RoundingMode, roundOnce } from './decimal.ts'
import { Refusal } from './refusal.ts'

fc.configureGlobal({ seed: 2018 })

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => new Decimal(digits.toString()).div(new Decimal(10).pow(places)))
const roundings = fc.record({
  places: fc.integer({ min: -6, max: 6 }),
  mode: fc.constantFrom<RoundingMode>('half-even', 'half-up'),
})

describe('rounding', () => {
  test.each([
    ['12.1498', 1, '12.1'],
    ['1.050', 1, '1.0'],
    ['0.35', 1, '0.4'],
    ['2500', -3, '2000'],
    ['3500', -3, '4000'],
    ['-0.0365', 3, '-0.036'],
    ['15.4546', 0, '15'],
    ['-0.04', 1, '0.0'],
    ['0.25000000000000000000000000000000000000001', 1, '0.3'],
  ])('GB/T 8170: %s to %i places is %s', (value, places, printed) => {
    expect(printDecimal(roundOnce(new Decimal(value), { places, mode: 'half-even' }), places)).toBe(printed)
  })

  test.each([
    ['0.25', 1, '0.3'],
    ['-0.25', 1, '-0.3'],
    ['1.050', 1, '1.1'],
    ['2500', -3, '3000'],
    ['-2500', -3, '-3000'],
    ['1.005', 2, '1.01'],
  ])('四舍五入: %s to %i places is %s', (value, places, printed) => {
    expect(printDecimal(roundOnce(new Decimal(value), { places, mode: 'half-up' }), places)).toBe(printed)
  })

  test('a chain of roundings would give 16 where one gives 15', () => {
    const value = new Decimal('15.4546')
    const chain = [3, 2, 1, 0].reduce((rounded, places) => roundOnce(rounded, { places, mode: 'half-up' }), value)
    expect(chain.toFixed()).toBe('16')
    expect(roundOnce(value, { places: 0, mode: 'half-up' }).toFixed()).toBe('15')
  })

  test('moves a value by at most half a unit of the place, and only once', () => {
    fc.assert(
      fc.property(amounts, roundings, (value, rounding) => {
        const rounded = roundOnce(value, rounding)
        const half = new Decimal(10).pow(-rounding.places).div(2)
        expect(rounded.minus(value).abs().lte(half)).toBe(true)
        expect(roundOnce(rounded, rounding).eq(rounded)).toBe(true)
      }),
    )
  })

  test('half-up is symmetric about zero', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: -6, max: 6 }), (value, places) => {
        const rounding = { places, mode: 'half-up' as const }
        expect(roundOnce(value.neg(), rounding).eq(roundOnce(value, rounding).neg())).toBe(true)
      }),
    )
  })

  test('half-even does not drift on ties: a run of them keeps its sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -3, max: 3 }), (first, places) => {
        const unit = new Decimal(10).pow(-places)
        const ties = Array.from({ length: 100 }, (_, i) => unit.times(first + i).plus(unit.div(2)))
        const drift = (mode: RoundingMode) =>
          ties.reduce((sum, tie) => sum.plus(roundOnce(tie, { places, mode }).minus(tie)), new Decimal(0))
        expect(drift('half-even').toFixed()).toBe('0')
        if (first >= 0) expect(drift('half-up').eq(unit.times(50))).toBe(true)
      }),
    )
  })
})

describe('printing', () => {
  test.each([
    ['1e21', 0, '1000000000000000000000'],
    ['1e-9', 9, '0.000000001'],
    ['-0', 2, '0.00'],
    ['62.86', 2, '62.86'],
    ['331', 1, '331.0'],
    ['1234', -2, '1200'],
  ])('%s with %i places is %s', (value, places, printed) => {
    expect(printDecimal(new Decimal(value), places)).toBe(printed)
  })
})

describe('reading', () => {
  test.each([
    ['1234.5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1，234，567', '1234567'],
    ['1 234 567.89', '1234567.89'],
    ['１２３．４５', '123.45'],
    [' 12.3% ', '12.3'],
    ['12.3 ％', '12.3'],
    ['−14.2%', '-14.2'],
    ['－３', '-3'],
    ['+10', '10'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['6286\u00a0', '6286'],
  ])('%j is %s', (text, value) => {
    expect(parseDecimal(text).toFixed()).toBe(value)
  })

  test.each([
    '',
    ' ',
    '-',
    '%',
    '.',
    '5.',
    '1.2.3',
    '12,34',
    '1,2345',
    '1,234 567',
    '1,,234',
    '1 23',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '1e5',
    '6.286E+07',
    '331亿',
    '一百',
    '12%%',
    '--1',
    '1'.repeat(61),
  ])('refuses %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(expect.objectContaining({ code: 'decimal/unreadable' }))
  })

  test('never NaN or infinite, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,，+-−% eE') })), (text) => {
        try {
          expect(parseDecimal(text).isFinite()).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('reads back what is printed', () => {
    fc.assert(fc.property(amounts, (value) => parseDecimal(printDecimal(value, 9)).eq(value)))
  })
})

describe('the interval of printed digits', () => {
  test.each([
    ['331', '330.5', '331.5'],
    ['10.0%', '9.95', '10.05'],
    ['10%', '9.5', '10.5'],
    ['-14.2', '-14.25', '-14.15'],
    ['62.86', '62.855', '62.865'],
    ['1,300', '1299.5', '1300.5'],
    ['0', '-0.5', '0.5'],
  ])('%s is %s to %s', (text, lo, hi) => {
    const interval = intervalOfPrinted(text)
    expect([interval.lo.toFixed(), interval.hi.toFixed()]).toEqual([lo, hi])
  })

  test('holds every value that prints so, in either mode', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 6 }), roundings, (value, places, { mode }) => {
        const { lo, hi } = intervalOfPrinted(printDecimal(roundOnce(value, { places, mode }), places))
        expect(lo.lte(value) && hi.gte(value)).toBe(true)
      }),
    )
  })
})
