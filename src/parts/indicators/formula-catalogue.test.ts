import { describe, expect, test } from 'vitest'
import { say } from '#kernel/i18n/words.ts'
import { Refusal } from '#kernel/refusal.ts'
import { checkCatalogue, type FormulaDeclaration, type KnownNames } from './formula-catalogue.ts'
import { parseFormula } from './formula-parse.ts'
import { formulaRefusals } from './formula-texts.ts'

const names: KnownNames = {
  measures: new Map([
    ['trade/trains.departures', { unit: '列', dimensions: ['direction', 'route'] }],
    ['trade/trains.value', { unit: '美元', dimensions: ['direction'] }],
    ['economy/output.output', { unit: '万元', dimensions: ['industry'] }],
  ]),
  items: new Map([['headline.gdp', { unit: '亿元' }]]),
}

function indicator(
  code: string,
  unit: string,
  ...formulas: (string | [from: string, formula: string])[]
): FormulaDeclaration {
  const versions = formulas.map((formula) => {
    const [from, text] = typeof formula === 'string' ? ['2015-01-01', formula] : formula
    return { from, expression: parseFormula(text) }
  })
  return { code, unit, versions }
}

const sound = [
  indicator('trains.count', '列', 'measure("trade/trains.departures")'),
  indicator('trains.count.outbound', '列', 'measure("trade/trains.departures", direction = "outbound")'),
  indicator('trains.share.outbound', '%', 'share(indicator("trains.count.outbound"), indicator("trains.count"))'),
  indicator('trains.value.mean', '万美元/列', 'measure("trade/trains.value") / indicator("trains.count")'),
  indicator('auto.output', '亿元', 'measure("economy/output.output", industry in ("汽车及零部件"))'),
  indicator('gdp.and.output', '亿元', 'item("headline.gdp") + indicator("auto.output") * 50 / 100'),
  indicator('reported', '家'),
]

test('a sound catalogue passes', () => {
  expect(() => checkCatalogue(sound, names)).not.toThrow()
})

describe('a catalogue that cannot be computed is refused', () => {
  test.each<[string, FormulaDeclaration[], string, Record<string, unknown>]>([
    [
      'unknown indicator',
      [indicator('x', '列', '1 + indicator("trains.cuont")')],
      'unknown-name',
      { indicator: 'x', kind: 'indicator', name: 'trains.cuont', nearest: 'trains.count', position: 5 },
    ],
    [
      'unknown measure',
      [indicator('x', '列', 'measure("trade/train.departures")')],
      'unknown-name',
      { nearest: 'trade/trains.departures' },
    ],
    ['unknown item', [indicator('x', '亿元', 'item("nothing like it at all")')], 'unknown-name', { nearest: '—' }],
    [
      'unknown dimension',
      [indicator('x', '列', 'measure("trade/trains.departures", directon = "outbound")')],
      'unknown-name',
      { kind: 'dimension', name: 'directon', nearest: 'direction' },
    ],
    [
      'sum of money and trains',
      [indicator('x', '列', '2 * (indicator("trains.count") + item("headline.gdp"))')],
      'unit-mismatch',
      { left: '列', right: '亿元', where: 'indicator("trains.count") + item("headline.gdp")', position: 6 },
    ],
    [
      'yuan and dollars',
      [indicator('x', '亿元', 'item("headline.gdp") - measure("trade/trains.value")')],
      'unit-mismatch',
      { right: '美元' },
    ],
    [
      'money plus a plain number',
      [indicator('x', '亿元', 'item("headline.gdp") + 1')],
      'unit-mismatch',
      { right: '1' },
    ],
    [
      'a share of another thing',
      [indicator('x', '%', 'share(indicator("trains.count"), item("headline.gdp"))')],
      'unit-mismatch',
      {},
    ],
    [
      'a declared unit that cannot hold the result',
      [indicator('x', '亿元', 'indicator("trains.count")')],
      'unit-mismatch',
      { left: '亿元', right: '列', position: 1 },
    ],
    [
      'a product in the unit of one side',
      [indicator('x', '亿元', 'item("headline.gdp") * item("headline.gdp")')],
      'unit-mismatch',
      {},
    ],
    ['itself', [indicator('x', '列', 'indicator("x")')], 'cycle', { path: 'x → x', from: '2015-01-01' }],
    [
      'a circle of three',
      [
        indicator('a', '列', 'indicator("trains.count") + indicator("b")'),
        indicator('b', '列', 'indicator("c")'),
        indicator('c', '列', 'indicator("b") + indicator("trains.count")'),
      ],
      'cycle',
      { path: 'b → c → b' },
    ],
    [
      'a circle that closes with a later version',
      [
        indicator('a', '列', 'indicator("b")'),
        indicator('b', '列', 'indicator("trains.count")', ['2018-01-01', 'indicator("a")']),
      ],
      'cycle',
      { path: 'a → b → a', from: '2018-01-01' },
    ],
  ])('%s', (_, broken, fact, details) => {
    const refusal = refusalOf(() => checkCatalogue([...sound, ...broken], names))
    expect(refusal.code).toBe(`indicators/${fact}`)
    expect(refusal.details).toMatchObject(details)
    for (const words of Object.values(formulaRefusals[refusal.code as keyof typeof formulaRefusals])) {
      for (const locale of ['zh', 'en'] as const) expect(say(words, locale, refusal.details)).not.toContain('{')
    }
  })

  test('but not thirty storeys of two references each, which are walked once', () => {
    const storeys = Array.from({ length: 30 }, (_, at) =>
      indicator(
        `s${at}`,
        '列',
        at === 0 ? 'indicator("trains.count")' : `indicator("s${at - 1}") + indicator("s${at - 1}")`,
      ),
    )
    expect(() => checkCatalogue([...sound, ...storeys], names)).not.toThrow()
  })

  test('but not two formulas that turn round in step', () => {
    const turning = [
      indicator('a', '列', 'indicator("b")', ['2018-01-01', 'indicator("trains.count")']),
      indicator('b', '列', 'indicator("trains.count")', ['2018-01-01', 'indicator("a")']),
    ]
    expect(() => checkCatalogue([...sound, ...turning], names)).not.toThrow()
  })
})

function refusalOf(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}
