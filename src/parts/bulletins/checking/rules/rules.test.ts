import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { heldAgainst, slipOf } from './held-against.ts'
import { judgeAmount } from './judge-amount.ts'
import { judgeChange } from './judge-change.ts'
import { judgeShare } from './judge-share.ts'
import { corrected } from './judgement.ts'
import { saidFigure } from './said-figure.ts'

const claimOf = (of: Partial<Claim>): Claim => ({
  ...{
    text: `${of.value ?? '331'}${of.unit === undefined ? '亿元' : (of.unit ?? '')}`,
    start: 0,
    indicator: '地区生产总值',
    value: '331',
    unit: '亿元',
  },
  ...{ kind: 'level', direction: null, period: '2018年上半年', of: null },
  ...of,
})

const factOf = (of: Partial<Fact> = {}): Fact => ({
  ...{ indicator: 'gdp', name: { zh: '地区生产总值', en: 'Gross domestic product' }, area: 'ZONE' },
  ...{ period: '2018-H1', covers: '2018-H1', value: '331', exact: '331.02', unit: '亿元' },
  change: { value: '10', unit: '%', against: '2017-H1', base: '296.4', origin: 'published', reason: null },
  ...{ changePrevious: null, basis: 'comparable-prices', betterWhen: 'higher', section: 'economy', status: 'accepted' },
  ...{ vintage: null, asOf: null, through: '2018-06-30', rounding: { places: 1, mode: 'half-up' } },
  ...{ expression: null, formulaFrom: null, version: 1, inputs: [] },
  ...of,
})

const said = (value: string, qualifier?: string) =>
  saidFigure({ value, unit: '亿元', kind: 'level', ...(qualifier === undefined ? {} : { qualifier }) })!
const known = (exact: string, printed = exact) => {
  const value = new Decimal(exact)
  return { printed: new Decimal(printed), low: value, high: value }
}

describe('a printed figure against a known one', () => {
  test.each([
    ['331', undefined, '331.02', '331', 'equal'],
    ['331.0', undefined, '331.02', '331', 'equal'],
    ['331.02', undefined, '331.02', '331', 'equal'],
    ['330', undefined, '331.02', '331', 'off'],
    ['335.3', undefined, '335.28', '335', 'rounds'],
    ['335.2', undefined, '335.28', '335', 'off'],
    ['12.5', undefined, '12.45', '12.5', 'equal'],
    ['12.4', undefined, '12.45', '12.5', 'rounds'],
    ['47', '约', '46.8', '46.8', 'rounds'],
    ['46.9', '约', '46.8', '46.8', 'rounds'],
    ['46.1', '约', '46.8', '46.8', 'off'],
    ['50', '约', '48', '48', 'rounds'],
    ['40', '约', '46.8', '46.8', 'off'],
    ['45', '超', '46.8', '46.8', 'equal'],
    ['47', '超', '46.8', '46.8', 'off'],
    ['2000', '多', '2000', '2000', 'equal'],
    ['2000', '多', '3100', '3100', 'off'],
    ['50', '近', '46.8', '46.8', 'rounds'],
    ['45', '近', '46.8', '46.8', 'off'],
    ['50', '不足', '46.8', '46.8', 'equal'],
    ['46', '不足', '46.8', '46.8', 'off'],
  ])('%s (%s) where %s is on record, printed as %s: %s', (value, qualifier, exact, printed, outcome) => {
    expect(heldAgainst(said(value, qualifier), known(exact, printed))).toBe(outcome)
  })

  test.each([
    ['190', '1900000', -4],
    ['1900000', '190', 4],
    ['33.1', '331', -1],
    ['22.6', '226000', -4],
    ['6', '60', null],
    ['330', '331', null],
  ])('%s for %s is a slip by the power %s', (value, exact, power) => {
    expect(slipOf(said(value), known(exact))).toBe(power)
  })

  const amounts = fc.integer({ min: 1000, max: 9_999_999 }).map((n) => new Decimal(n).div(1000))

  test('any correct rounding of a figure, in any unit, is never contradicted', () => {
    const units = [
      ['亿元', 0],
      ['万元', 4],
      ['千万元', 1],
      ['百万元', 2],
    ] as const
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(...units),
        fc.boolean(),
        (exact, places, [unit, shift], up) => {
          const there = exact.times(new Decimal(10).pow(shift))
          const digits = there.toFixed(places, up ? Decimal.ROUND_HALF_UP : Decimal.ROUND_HALF_EVEN)
          const fact = factOf({ exact: exact.toFixed(), value: exact.toFixed(1) })
          const { verdict } = judgeAmount(claimOf({ value: digits, unit }), fact)
          expect(['matched', 'matched-by-rounding']).toContain(verdict)
        },
      ),
      { seed: 20180630 },
    )
  })

  test('a figure that is off by more than its rounding never matches', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 2, max: 40 }), (exact, places, steps) => {
        const step = new Decimal(10).pow(-places)
        const digits = exact.toDecimalPlaces(places).plus(step.times(steps)).toFixed(places)
        const fact = factOf({ exact: exact.toFixed(), value: exact.toFixed() })
        expect(judgeAmount(claimOf({ value: digits }), fact).verdict).toMatch(/^(?:contradicted|unit-slip)$/)
      }),
      { seed: 20180630 },
    )
  })
})

describe('an amount', () => {
  test('of another currency is a slip where the digits agree, and is not compared where they do not', () => {
    expect(judgeAmount(claimOf({ value: '331', unit: '亿美元' }), factOf())).toMatchObject({
      ...{ verdict: 'unit-slip', correction: '331亿元', reason: { code: 'currency' } },
    })
    expect(judgeAmount(claimOf({ value: '52', unit: '亿美元' }), factOf()).reason.code).toBe('unit-other-kind')
  })

  test('in the wrong scale is corrected by its unit', () => {
    expect(judgeAmount(claimOf({ value: '331', unit: '万元' }), factOf())).toMatchObject({
      ...{ verdict: 'unit-slip', correction: '331亿元', expected: '3310000', reason: { details: { power: -4 } } },
    })
  })

  test('off by ten is another number, though its digits are said to be right', () => {
    const judged = judgeAmount(claimOf({ value: '33.1' }), factOf())
    expect(judged).toMatchObject({ verdict: 'contradicted', correction: '331亿元', reason: { code: 'point-slip' } })
  })

  test('in a scale that nobody uses is a slip too', () => {
    const fact = factOf({ value: '22.6', exact: '22.5873', unit: '万辆' })
    expect(judgeAmount(claimOf({ value: '22.6', unit: '亿辆' }), fact)).toMatchObject({
      ...{ verdict: 'unit-slip', correction: '22.6万辆' },
    })
  })

  test('rounded twice is wrong, and its reason says why', () => {
    const fact = factOf({ exact: '30.46', value: '30.5' })
    expect(judgeAmount(claimOf({ value: '31' }), fact)).toMatchObject({
      ...{ verdict: 'contradicted', expected: '30.5', reason: { code: 'rounded-twice' } },
    })
  })

  test('where only the growth is on record cannot be checked', () => {
    const fact = factOf({ value: null, exact: null })
    expect(judgeAmount(claimOf({}), fact).reason.code).toBe('only-growth')
  })
})

describe('a change', () => {
  const change = (of: Partial<Claim>, fact: Partial<Fact> = {}) => {
    const { verdict, reason, expected, correction } = judgeChange(
      claimOf({ kind: 'change_pct', value: '10', unit: '%', direction: 'up', versus: '同比', ...of }),
      factOf(fact),
    )
    return { verdict, code: reason.code, expected, correction }
  }
  const fallen = {
    change: { ...factOf().change, value: '-14.2' },
  }
  const share = {
    unit: '%',
    change: { value: '2.1', unit: '个百分点', against: '2017-H1', base: '45.7', origin: 'computed', reason: null },
    ...{ value: '47.8', exact: '47.81' },
  } satisfies Partial<Fact>

  test.each([
    ['the rate on record', {}, {}, 'matched', 'equal'],
    [
      'a rounder rate',
      { value: '9.9' },
      { change: { ...factOf().change, value: '9.87' } },
      'matched-by-rounding',
      'rounds',
    ],
    ['the next rate but one tenth', { value: '10.1' }, {}, 'contradicted', 'differs'],
    ['another rate', { value: '13' }, {}, 'contradicted', 'differs'],
    ['a fall told as a fall', { value: '14.2', direction: 'down' }, fallen, 'matched', 'equal'],
    ['a fall told as a rise', { value: '14.2' }, fallen, 'contradicted', 'direction'],
    ['a real rate divided out of nominal levels', { value: '11.7' }, {}, 'contradicted', 'recomputed'],
    ['points for percent', { kind: 'change_points', unit: '个百分点' }, {}, 'unit-slip', 'points-for-percent'],
    ['percent for points', { value: '2.1' }, share, 'unit-slip', 'percent-for-points'],
    ['the growth of a share', { value: '4.6' }, share, 'matched-by-rounding', 'rounds'],
    ['points of a share', { kind: 'change_points', value: '2.1', unit: '个百分点' }, share, 'matched', 'equal'],
    ['against the whole city', { versus: '高于全市' }, {}, 'not-checkable', 'compared-with-other'],
    ['against the year’s beginning', { versus: '较年初' }, {}, 'not-checkable', 'other-base'],
    ['against a year long past', { versus: '比2015年' }, {}, 'not-checkable', 'other-base'],
    ['on the month before, which is not told', { versus: '环比' }, {}, 'not-checkable', 'change-unknown'],
    ['times', { kind: 'multiple', value: '0.1', unit: '倍' }, {}, 'matched-by-rounding', 'rounds'],
    ['a ratio', { kind: 'multiple', value: '1.1', unit: '倍', direction: null }, {}, 'matched-by-rounding', 'rounds'],
    ['a wrong ratio', { kind: 'multiple', value: '1.5', unit: '倍', direction: null }, {}, 'contradicted', 'differs'],
  ] as [string, Partial<Claim>, Partial<Fact>, string, string][])('%s', (_, claim, fact, verdict, code) => {
    expect(change(claim, fact)).toMatchObject({ verdict, code })
  })

  test('an increase by an amount follows from level and base only where the levels are comparable', () => {
    const rise = { kind: 'level', value: '34.6', unit: '亿元', delta: true } as const
    expect(change(rise).verdict).toMatch(/^matched/)
    expect(change({ ...rise, value: '50' }).code).toBe('growth-not-comparable')
    const computed = { change: { ...factOf().change, origin: 'computed' as const } }
    expect(change({ ...rise, value: '50' }, computed)).toMatchObject({
      verdict: 'contradicted',
      correction: '34.6亿元',
    })
  })

  test('any published rate at its own digits or fewer is never contradicted', () => {
    fc.assert(
      fc.property(fc.integer({ min: -990, max: 3000 }), fc.integer({ min: 0, max: 1 }), (tenths, places) => {
        const rate = new Decimal(tenths).div(10)
        const digits = rate.abs().toFixed(places, Decimal.ROUND_HALF_UP)
        const direction = tenths < 0 ? 'down' : 'up'
        const fact = { change: { ...factOf().change, value: rate.toFixed() } }
        expect(change({ value: digits, direction }, fact).verdict).toMatch(/^matched/)
      }),
      { seed: 20180630 },
    )
  })
})

test('a share is held in its own words: percent, tenths, half', () => {
  const fact = factOf({ unit: '%', value: '55.2', exact: '55.19' })
  const verdict = (of: Partial<Claim>) => judgeShare(claimOf({ kind: 'share', ...of }), fact).verdict
  expect(verdict({ value: '55.2', unit: '%' })).toBe('matched')
  expect(verdict({ value: '0.5', unit: null, qualifier: '以上' })).toBe('matched')
  expect(verdict({ value: '6', unit: '成', qualifier: '近' })).toBe('matched-by-rounding')
  expect(verdict({ value: '6', unit: '成', qualifier: '超' })).toBe('contradicted')
})

test.each([
  ['331亿元', '332', '332亿元'],
  ['1,323套', '1324', '1324套'],
  ['１５％', '16', '16％'],
  ['一半', '55', null],
  ['1亿3千万', '2', null],
])('%s with the digits %s is %s', (text, digits, words) => {
  expect(corrected({ text }, digits)).toBe(words)
})
