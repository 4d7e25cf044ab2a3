import { describe, expect, test } from 'vitest'
import type { Fact, PaceTarget } from '#parts/indicators/shapes.ts'
import type { FigureKind, PrintedFigure, Source } from '../figure-kinds.ts'
import type { Tree } from '../tree.ts'
import { type Issue, matchFigures } from './matching.ts'
import { movementOf } from './movement.ts'
import { identityOf, readingOf } from './reading.ts'

const fact = (indicator: string, period: string, more: Partial<Fact> = {}): Source => ({
  of: 'fact',
  fact: {
    indicator,
    period,
    area: 'ZONE',
    unit: '亿元',
    value: '331',
    change: { value: '10', unit: '%' },
    ...more,
  } as Fact,
})
const pace = (period: string, on: string): Source => ({
  ...{ of: 'pace', on, area: 'ZONE' },
  row: { indicator: 'gdp', period, target: '1000', unit: '亿元', completion: '33.1', gap: '-16.5' } as PaceTarget,
})

describe('two figures are the same figure', () => {
  test.each<[FigureKind, Source, string, FigureKind, Source, string]>([
    ['value', fact('gdp', '2018-H1'), '2018-H1', 'value', fact('gdp', '2017-H1'), '2017-H1'],
    ['value', fact('gdp', '2018-H1'), '2018-H1', 'amount', fact('gdp', '2018-01/2018-06'), '2018-H1'],
    ['change', fact('gdp', '2018-05'), '2018-05', 'rate', fact('gdp', '2018-06'), '2018-06'],
    ['value', fact('gdp', '2018-01/2018-05'), '2018-05', 'value', fact('gdp', '2018-01/2018-06'), '2018-06'],
    ['value', fact('gdp', '2018-01-01/2018-06-28'), '2018-H1', 'value', fact('gdp', '2017-H1'), '2017-H1'],
    ['target', pace('2018', '2018-05-31'), '2018-05', 'target', pace('2018', '2018-06-30'), '2018-06'],
    ['target', pace('2018-H2', '2018-06-30'), '2018-H1', 'target', pace('2017-H2', '2017-06-30'), '2017-H1'],
    ['gap', pace('2018', '2018-05-31'), '2018-05', 'pace', pace('2018', '2018-06-30'), '2018-06'],
  ])('%s and %#', (kind, source, period, other, another, itsPeriod) => {
    expect(identityOf(kind, source, period)).toBe(identityOf(other, another, itsPeriod))
  })

  test.each<[FigureKind, Source, string, FigureKind, Source, string]>([
    ['value', fact('gdp', '2018-H1'), '2018-H1', 'change', fact('gdp', '2018-H1'), '2018-H1'],
    ['value', fact('gdp', '2018-H1'), '2018-H1', 'value', fact('gdp', '2018-05'), '2018-H1'],
    ['value', fact('gdp', '2018-05'), '2018-05', 'value', fact('gdp', '2018-01/2018-05'), '2018-05'],
    ['value', fact('gdp', '2018-H1'), '2018-H1', 'value', fact('gdp.share', '2018-H1'), '2018-H1'],
    ['target', pace('2018', '2018-06-30'), '2018-H1', 'target', pace('2018-H2', '2018-06-30'), '2018-H1'],
  ])('and %s is another, %#', (kind, source, period, other, another, itsPeriod) => {
    expect(identityOf(kind, source, period)).not.toBe(identityOf(other, another, itsPeriod))
  })
})

describe('a movement', () => {
  test.each([
    [
      'of an amount has a percentage',
      ['300', '亿元'],
      ['331', '亿元'],
      { difference: '31', unit: '亿元', percent: '10.3' },
    ],
    ['of a share is in points', ['10', '%'], ['7.5', '%'], { difference: '-2.5', unit: '个百分点', percent: null }],
    ['of a gap is in points', ['-16.5', '个百分点'], ['-17.6', '个百分点'], { difference: '-1.1', percent: null }],
    ['from nothing has no percentage', ['0', '列'], ['5', '列'], { difference: '5', percent: null }],
    [
      'between units is in the later one',
      ['15000', '辆'],
      ['1.6', '万辆'],
      { difference: '0.1', unit: '万辆', percent: '6.7' },
    ],
    ['of what is missing is none', [null, '亿元'], ['331', '亿元'], { difference: null, percent: null }],
    ['of things unlike is none', ['3', '列'], ['331', '亿元'], { difference: null }],
  ] as const)('%s', (_, [was, unit], [now, after], expected) => {
    expect(movementOf({ value: was, unit }, { value: now, unit: after })).toMatchObject(expected)
  })

  test('is of the number as printed', () => {
    expect(readingOf('value', fact('gdp', '2018'), { unit: '万元' })).toEqual({ value: '3310000', unit: '万元' })
    expect(
      readingOf('count:behind', { of: 'counts', counts: { behind: 5 }, year: 2018, on: '', area: '' } as Source, {}),
    ).toEqual({ value: '5', unit: '项' })
    expect(readingOf('status', pace('2018', '2018-06-30'), {}).value).toBeNull()
  })
})

test('figures of charts are not compared, those of one issue alone are added or dropped', () => {
  const figure = (place: number, kind: FigureKind, key: string) =>
    ({ place, kind, key, print: {}, text: key }) as PrintedFigure
  const chart = { form: 'trend', number: '图1', series: [{ points: [{ figure: 3 }] }] }
  const tree = { blocks: [{ kind: 'picture', picture: chart }] } as unknown as Tree
  const from: Issue = {
    ...{ period: '2018-H1', tree },
    printed: [figure(1, 'value', 'a'), figure(2, 'value', 'b'), figure(3, 'value', 'c'), figure(4, 'amount', 'a')],
    sources: new Map([
      ['a', fact('a', '2018-H1')],
      ['b', fact('b', '2018-H1')],
      ['c', fact('c', '2018-H1')],
    ]),
  }
  const to: Issue = {
    ...{ period: '2018-H1', tree: { ...tree, blocks: [] } },
    printed: [figure(1, 'value', 'a'), figure(2, 'change', 'a')],
    sources: from.sources,
  }
  const { both, added, dropped } = matchFigures(from, to)
  expect(both.map(({ was, now }) => [was.places, now.places])).toEqual([[[1, 4], [1]]])
  expect(added.map(({ figure: { kind } }) => kind)).toEqual(['change'])
  expect(dropped.map(({ figure: { key } }) => key)).toEqual(['b'])
})
