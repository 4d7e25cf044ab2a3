import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, evaluateWithTrace, formulaOn, type Resolve } from './formula.ts'
import { parseFormula } from './formula-parse.ts'

const known: Record<string, [string, string]> = {
  auto: ['335', '亿元'],
  equipment: ['1600000', '万元'],
  gross: ['600', '亿元'],
  trains: ['297', '列'],
  weight: ['15.7', '万吨'],
  value: ['15.6', '亿美元'],
  rate: ['20.2', '%'],
  none: ['0', '亿元'],
}

const resolve: Resolve = ({ name }) => {
  const found = known[name]
  return found ? { value: new Decimal(found[0]), unit: found[1] } : null
}

describe('a formula comes to', () => {
  test.each([
    ['item("auto") + item("equipment")', '亿元', '495'],
    ['item("auto") - item("equipment")', '万元', '1750000'],
    ['item("auto")', undefined, '33500000000'],
    ['share(item("auto"), item("gross"))', '%', '55.833'],
    ['share(item("equipment"), item("auto") + item("equipment"))', '%', '32.323'],
    ['ratio(item("auto"), item("equipment"))', '', '2.094'],
    ['item("auto") / item("equipment")', '倍', '2.094'],
    ['item("value") / item("trains")', '万美元/列', '525.253'],
    ['item("weight") / item("trains")', '吨/列', '528.620'],
    ['item("auto") * item("rate")', '亿元', '67.67'],
    ['item("auto") / item("rate")', '亿元', '1658.416'],
    ['item("auto") * (1 + item("rate"))', '亿元', '402.67'],
    ['item("auto") / 2 * 3', '亿元', '502.5'],
    ['item("value") / item("trains") * item("trains")', '亿美元', '15.6'],
    ['-item("auto")', '亿元', '-335'],
    ['max(item("auto"), item("equipment"))', '亿元', '335'],
    ['min(item("auto"), item("equipment"))', '亿元', '160'],
    ['1 - 2 - 3', '', '-4'],
    ['0.1 + 0.2', '', '0.3'],
    ['item("rate") - 0.1', '个百分点', '10.2'],
    ['item("none") + item("auto")', '亿元', '335'],
  ])('%s in %s: %s', (text, unit, value) => {
    expect(evaluate(parseFormula(text), resolve, unit)?.toDecimalPlaces(3).toFixed()).toBe(new Decimal(value).toFixed())
  })

  test.each([
    ['item("absent") + item("auto")'],
    ['max(item("absent"), item("auto"))'],
    ['0 * item("absent")'],
    ['-item("absent")'],
    ['item("auto") / item("none")'],
    ['share(item("auto"), item("none"))'],
    ['1 / (2 - 2) + 1'],
  ])('nothing, for missing is not zero: %s', (text) => {
    expect(evaluate(parseFormula(text), resolve)).toBeNull()
  })

  test('no sum of different things', () => {
    expect(() => evaluate(parseFormula('item("auto") + item("value")'), resolve)).toThrow('indicators/unit-mismatch')
    expect(() => evaluate(parseFormula('item("auto")'), resolve, '列')).toThrow('indicators/unit-mismatch')
  })

  test('twice as much from sums of twice as much, and the sum of two', () => {
    const formula = parseFormula('item("a") - item("b") / 4 + 2 * (item("c") + item("a"))')
    const amount = fc
      .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 4 }))
      .map(([n, places]) => new Decimal(n.toString()).div(10 ** places))
    const inputs = fc.record({ a: amount, b: amount, c: amount })
    const comesTo = (of: { a: Decimal; b: Decimal; c: Decimal }) =>
      evaluate(formula, ({ name }) => ({ value: of[name as 'a'], unit: '万元' }), '亿元')!
    fc.assert(
      fc.property(inputs, inputs, (x, y) => {
        const both = { a: x.a.plus(y.a), b: x.b.plus(y.b), c: x.c.plus(y.c) }
        expect(comesTo(both).eq(comesTo(x).plus(comesTo(y)))).toBe(true)
        expect(comesTo({ a: x.a.times(2), b: x.b.times(2), c: x.c.times(2) }).eq(comesTo(x).times(2))).toBe(true)
      }),
      { seed: 2018 },
    )
  })
})

describe('the trace shows each step in its own unit', () => {
  test('of a share of a sum', () => {
    const trace = evaluateWithTrace(parseFormula('share(item("auto"), item("auto") + item("equipment"))'), resolve)
    expect(trace).toMatchObject({ kind: 'call', unit: '%', missing: null, reference: null })
    expect(new Decimal(trace.value!).toFixed(2)).toBe('67.68')
    expect(trace.parts.map(({ text, value, unit }) => [text, value, unit])).toEqual([
      ['item("auto")', '335', '亿元'],
      ['item("auto") + item("equipment")', '495', '亿元'],
    ])
    expect(trace.parts[1]?.parts[1]).toMatchObject({ value: '1600000', unit: '万元', reference: { name: 'equipment' } })
  })

  test('of what is missing, where it began', () => {
    const trace = evaluateWithTrace(parseFormula('item("absent") + 1 / 0'), resolve)
    expect([trace.value, trace.missing, ...trace.parts.map(({ missing }) => missing)]).toEqual([
      null,
      null,
      'no-value',
      'division-by-zero',
    ])
  })

  test('with the same value as the evaluation', () => {
    const whole = parseFormula('item("value") / item("trains") * item("trains")')
    expect(evaluateWithTrace(whole, resolve).unit).toBe('亿美元')
    const formula = parseFormula('item("value") / item("trains") * 7')
    expect(evaluateWithTrace(formula, resolve)).toMatchObject({ unit: '亿美元/列' })
    expect(new Decimal(evaluateWithTrace(formula, resolve).value!).times('1e8').eq(evaluate(formula, resolve)!)).toBe(
      true,
    )
  })
})

test('a formula holds from its first day to the eve of the next', () => {
  const versions = [
    { from: '2018-07-01', expression: parseFormula('2') },
    { from: '2017-01-01', expression: parseFormula('1') },
  ]
  const on = (day: string) => formulaOn(versions, day)
  expect(on('2016-12-31')).toBeNull()
  expect([on('2017-01-01'), on('2018-06-30'), on('2018-07-01')]).toMatchObject([
    { text: '1' },
    { text: '1' },
    { text: '2' },
  ])
})
