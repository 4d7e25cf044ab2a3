import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { parseFormula } from './formula-parse.ts'
import { printFormula } from './formula-print.ts'
import { type Expression, measureName, referencesOf } from './formula-tree.ts'

describe('formulas read and print', () => {
  test.each([
    [
      'measure("trade/trains.departures",direction="outbound")',
      'measure("trade/trains.departures", direction = "outbound")',
    ],
    [
      'indicator("auto.output")+indicator("equipment.output")',
      'indicator("auto.output") + indicator("equipment.output")',
    ],
    ['item("headline.gdp")', 'item("headline.gdp")'],
    [
      'measure("economy/output.output", industry in ("汽车及零部件", "装备制造")) / 2',
      'measure("economy/output.output", industry in ("汽车及零部件", "装备制造")) / 2',
    ],
    ['((1))', '1'],
    ['1-2-3', '1 - 2 - 3'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['(1+2)*3', '(1 + 2) * 3'],
    ['1+2*3', '1 + 2 * 3'],
    ['8/(4/2)', '8 / (4 / 2)'],
    ['--2', '-(-2)'],
    ['-(1+2)', '-(1 + 2)'],
    ['-1*2', '-1 * 2'],
    ['1 - -2', '1 - (-2)'],
    ['share( item("a") , item("b") )', 'share(item("a"), item("b"))'],
    ['max(1, 2, min(3))', 'max(1, 2, min(3))'],
    ['measure("a.b"\uff0cby-mode\uff1d"9610")', 'measure("a.b", by-mode = "9610")'],
    ['measure("a.b",since="2017-04-01",stage = "copied")', 'measure("a.b", stage = "copied", since = "2017-04-01")'],
    ['item("a \\"b\\" \\\\")', 'item("a \\"b\\" \\\\")'],
  ])('%s', (text, printed) => {
    expect(printFormula(parseFormula(text))).toBe(printed)
    expect(bare(parseFormula(printed))).toEqual(bare(parseFormula(text)))
  })

  test('whatever tree is printed reads back as the same tree', () => {
    fc.assert(
      fc.property(trees(), (tree) => {
        expect(bare(parseFormula(printFormula(tree)))).toEqual(bare(tree))
      }),
      { seed: 2018, numRuns: 500 },
    )
  })

  test('every node knows where it stands', () => {
    const text = 'share(item("a"), -indicator("b") * 2)'
    const spans = referencesOf(parseFormula(text)).map(({ at }) => text.slice(at.start, at.end))
    expect(spans).toEqual(['item("a")', 'indicator("b")'])
  })

  test('a measure is named by ledger and measure', () => {
    expect(measureName('trade/trains.departures')).toEqual({ ledger: 'trade/trains', measure: 'departures' })
    expect(measureName('departures')).toBeNull()
  })
})

describe('formulas that cannot be read say where and what was expected', () => {
  test.each([
    ['', 1, '⏎', 'measure('],
    ['1 +', 4, '⏎', 'measure('],
    ['1 2', 3, '2', '+ - * /'],
    ['(1', 3, '⏎', ')'],
    ['item(gdp)', 6, 'gdp', '"…"'],
    ['item("gdp', 6, '"', '"…"'],
    ['item("")', 6, '""', '"…"'],
    ['item("a", b = "c")', 9, ',', ')'],
    ['measure("a.b", c)', 17, ')', 'in'],
    ['measure("a.b", c in ())', 22, ')', '"…"'],
    ['measure("a.b", c = "d", c = "e")', 25, 'c', '≠ c'],
    ['measure("a.b", since = "2017-04-31")', 24, '"2017-04-31"', '"2017-04-01"'],
    ['measure("a.b", since in ("2017-04-01"))', 22, 'in', '='],
    ['measure("a.b", since = "2017-04-01", since = "2018-01-01")', 38, 'since', '≠ since'],
    ['item("a", since = "2017-04-01")', 9, ',', ')'],
    ['share(1)', 8, ')', ','],
    ['share(1, 2, 3)', 11, ',', ')'],
    ['total(1)', 1, 'total', 'share('],
    ['1 % 2', 3, '%', '+ - * /'],
    ['1.', 2, '.', '+ - * /'],
    ['('.repeat(100000), null, null, '≤'],
    ['('.repeat(100), 65, '(', '≤ 64'],
    [`${'-'.repeat(100)}1`, null, null, '≤ 64'],
  ])('%s', (text, position, found, expected) => {
    const refusal = refusalOf(() => parseFormula(text))
    expect(refusal.code).toBe('indicators/formula-unreadable')
    if (position !== null) expect(refusal.details).toMatchObject({ position, found })
    expect(String(refusal.details['expected'])).toContain(expected)
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

function bare(tree: Expression): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'at' ? undefined : value)))
}

const at = { start: 0, end: 0 }
const name = fc.string({
  minLength: 1,
  maxLength: 8,
  unit: fc.constantFrom('a', '产', '"', '\\', ' ', '.', '/', '(', '-'),
})
const dimension = fc.constantFrom('direction', 'industry', 'in', 'by-mode', '方向')
const filters = fc.uniqueArray(fc.record({ dimension, values: fc.array(name, { minLength: 1, maxLength: 3 }) }), {
  selector: (filter) => filter.dimension,
  maxLength: 3,
})

function trees(): fc.Arbitrary<Expression> {
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.constantFrom('0', '7', '12.50', '10000').map((text): Expression => ({ kind: 'number', text, at })),
    fc
      .tuple(name, filters, fc.constantFrom(null, '2017-04-01', '2020-02-29'))
      .map(([name, where, since]): Expression => ({ kind: 'reference', to: 'measure', name, where, since, at })),
    fc
      .tuple(fc.constantFrom('indicator', 'item'), name)
      .map(([to, name]): Expression => ({ kind: 'reference', to, name, where: [], since: null, at })),
  )
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, leaf, ...branches(tie('tree'))),
  }))
  return tree
}

function branches(tree: fc.Arbitrary<Expression>): fc.Arbitrary<Expression>[] {
  return [
    tree.map((of): Expression => ({ kind: 'negative', of, at })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), tree, tree)
      .map(([operator, left, right]): Expression => ({ kind: 'operation', operator, left, right, at })),
    fc
      .tuple(fc.constantFrom('share', 'ratio'), tree, tree)
      .map(([name, ...operands]): Expression => ({ kind: 'call', name, arguments: operands, at })),
    fc
      .tuple(fc.constantFrom('max', 'min'), fc.array(tree, { minLength: 1, maxLength: 3 }))
      .map(([name, operands]): Expression => ({ kind: 'call', name, arguments: operands, at })),
  ]
}
