import { describe, expect, test } from 'vitest'
import type { LineageNodeShape, Source } from '../shapes.ts'
import { conditionWords, countsBehind, sourceOf, stepsOf } from './lineage-steps.ts'

const node = (text: string, more: Partial<LineageNodeShape> = {}): LineageNodeShape => ({
  ...{ text, kind: 'reference', to: null, name: null, words: null, value: '1', unit: '列', missing: null, parts: [] },
  ...more,
})

const sum = (text: string, left: LineageNodeShape, right: LineageNodeShape) =>
  node(text, { kind: 'operation', parts: [left, right] })

const source = (input: number, name: string, where: Source['where'] = [], paths: string[] = []): Source =>
  ({
    ...{
      input,
      kind: 'measure',
      name,
      where,
      since: null,
      words: { zh: '列数', en: 'Departures' },
      unit: '列',
      value: '1',
      rows: 3,
    },
    ...{ replayed: '1', equal: true, first: [], parts: paths.map((path) => ({ path })) },
    columns: [
      {
        name: 'direction',
        words: { zh: '方向', en: 'Direction' },
        unit: null,
        choices: { outbound: { zh: '去程', en: 'outbound' } },
      },
    ],
  }) as unknown as Source

describe('the steps of a lineage', () => {
  test('a sum of sums reads as one sum with its signs', () => {
    const [a, b, c] = [node('a'), node('b'), node('c')]
    const { parts, rule } = stepsOf(sum('a + b - c', sum('a + b', a, b), c), [])
    expect(parts.map(({ sign, node: { text } }) => sign + text)).toEqual(['a', '+b', '−c'])
    expect(rule?.zh).toBe('相加减')
  })

  test('a product inside a sum stays a step of its own', () => {
    const product = sum('(a * b)', node('a'), node('b'))
    const { parts } = stepsOf(sum('(a * b) + c', product, node('c')), [])
    expect(parts.map(({ sign }) => sign)).toEqual(['', '+'])
    expect(parts[0]?.parts.map(({ sign }) => sign)).toEqual(['', '×'])
  })

  test('a share says what it is of what', () => {
    const share = node('share(a, b)', { kind: 'call', parts: [node('a'), node('b')] })
    const { parts, rule } = stepsOf(share, [])
    expect(rule?.zh).toBe('前者占后者的百分比')
    expect(parts.map(({ sign }) => sign)).toEqual(['', '÷'])
  })

  test('an end finds the source with its own conditions', () => {
    const all = source(0, 'trade/trains.departures')
    const outbound = source(1, 'trade/trains.departures', [{ dimension: 'direction', values: ['outbound'] }])
    const of = (text: string) =>
      sourceOf(node(text, { to: 'measure', name: 'trade/trains.departures' }), [all, outbound])
    expect(of('measure("trade/trains.departures")')?.input).toBe(0)
    expect(of('measure("trade/trains.departures", direction = "outbound")')?.input).toBe(1)
    expect(sourceOf(node('item("gdp")', { to: 'item', name: 'gdp' }), [all])).toBeNull()
  })

  test('conditions are said in the ledger’s own words', () => {
    const outbound = source(1, 'trade/trains.departures', [{ dimension: 'direction', values: ['outbound', 'x'] }])
    expect(conditionWords(outbound, 'zh')).toEqual(['方向 = 去程、x'])
  })

  test('a level counted since a day has its own source and says the day', () => {
    const name = 'trade/trains.departures'
    const year = source(0, name)
    const level = { ...source(1, name), since: '2017-04-01' }
    const of = (text: string) => sourceOf(node(text, { to: 'measure', name }), [year, level])
    expect(of(`measure("${name}")`)?.input).toBe(0)
    expect(of(`measure("${name}", since = "2017-04-01")`)?.input).toBe(1)
    expect(conditionWords(level, 'zh')).toEqual(['自 2017-04-01 起累计'])
    expect(conditionWords(level, 'en')).toEqual(['counted since 2017-04-01'])
  })

  test('a batch behind two sources is counted once, its rows with each', () => {
    const sources = [source(0, 'a', [], ['/batches/1', '/batches/2']), source(1, 'b', [], ['/batches/1'])]
    expect(countsBehind(sources)).toEqual({ rows: 6, parts: 2 })
  })
})
