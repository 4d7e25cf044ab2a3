import { describe, expect, test } from 'vitest'
import type { Fact, PaceTarget } from '#parts/indicators/shapes.ts'
import type { Source } from './figure-kinds.ts'
import { formulaOf, sourceLines } from './lineage-words.ts'

const fact = {
  ...{
    name: { zh: '产值', en: 'Output' },
    covers: '2018-H1',
    exact: '331.2043',
    unit: '亿元',
    basis: 'current-prices',
  },
  ...{ change: { value: '-3', unit: '%', origin: 'supplied' }, vintage: '2018-07-01T16:30:00Z', status: 'provisional' },
  expression: 'item("gdp")',
} as Fact
const of = (more: Partial<Fact> = {}): Source => ({ of: 'fact', fact: { ...fact, ...more } })
const row = {
  ...{ name: { zh: '班列', en: 'Trains' }, target: '650', operator: '>=', unit: '列', actual: '297', begun: true },
  through: '2018-06-28',
} as PaceTarget
const pace = (more: Partial<PaceTarget> = {}): Source => ({
  ...{ of: 'pace', on: '2018-06-30', area: 'ZONE' },
  row: { ...row, ...more },
})

describe('what the annex says of a source', () => {
  test('a fact: indicator and period, exact value and change, basis and vintage in the zone’s time', () => {
    expect(sourceLines(of(), 'zh')).toEqual([
      '产值，2018年上半年',
      '确切值 331.2043亿元，同比 −3%（按报送的同期数计算）',
      '现价；初步数；版本 2018-07-02 00:30',
    ])
    expect(sourceLines(of(), 'en')[1]).toBe(
      'Exact value CNY 33.12043 billion, −3% on the year (from the base reported with it)',
    )
    expect(formulaOf(of())).toBe('item("gdp")')
  })

  test('digits without end are cut, and say so', () => {
    const [, exact] = sourceLines(
      of({ exact: '55.2213845618', unit: '%', change: { ...fact.change, value: null } }),
      'zh',
    )
    expect(exact).toBe('确切值 55.221384…%')
  })

  test('what only growth is known of has no exact value', () => {
    expect(sourceLines(of({ exact: null }), 'zh')[1]).toBe('同比 −3%（按报送的同期数计算）')
  })

  test('a target: how far it is, and to which day; one whose period has not begun is not missing', () => {
    expect(sourceLines(pace(), 'zh')).toEqual(['班列', '目标650列以上，已完成297列；数据到2018年6月28日'])
    expect(sourceLines(pace({ begun: false, actual: null }), 'zh')).toEqual(['班列', '目标650列以上，时期尚未开始'])
    expect(formulaOf(pace())).toBeNull()
  })
})
