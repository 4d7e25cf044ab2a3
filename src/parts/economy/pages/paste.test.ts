import { describe, expect, test } from 'vitest'
import { pastedCells, placePaste } from './paste.ts'

describe('a pasted block', () => {
  test.each([
    ['331', [['331']]],
    ['331\t292.37\t10\r\n', [['331', '292.37', '10']]],
    [
      '1\t2\n3\t4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['\t2', [['', '2']]],
    ['"1,234"\t"a ""b""\nc"', [['1,234', 'a "b"\nc']]],
    ['', []],
  ])('%j', (text, cells) => {
    expect(pastedCells(text)).toEqual(cells)
  })
})

describe('where a pasted block goes', () => {
  const targets = [
    { code: 'gdp', names: ['地区生产总值'], places: ['value', 'base', 'growth'] },
    { code: 'sf', names: ['顺丰速运营业收入'], places: ['growth'] },
    { code: 'retail', names: ['社会消费品零售总额'], places: ['value', 'base', 'growth'] },
  ] as const
  const put = (text: string, row = 0, place: 'value' | 'base' | 'growth' = 'value') =>
    placePaste(pastedCells(text), targets, { row, place }).map((one) => `${one.code}.${one.place}=${one.text}`)

  test('right and down from the cell it was pasted into', () => {
    expect(put('331\t292.37\t10')).toEqual(['gdp.value=331', 'gdp.base=292.37', 'gdp.growth=10'])
    expect(put('292.37\t10', 0, 'base')).toEqual(['gdp.base=292.37', 'gdp.growth=10'])
    expect(put('10\n40\n31.5', 0, 'growth')).toEqual(['gdp.growth=10', 'sf.growth=40', 'retail.growth=31.5'])
  })

  test('cells that a row does not ask for are left out, and so are rows past the end', () => {
    expect(put('1\n2\n3\n4', 1)).toEqual(['retail.value=2'])
    expect(put('1\t2\t3\t4')).toEqual(['gdp.value=1', 'gdp.base=2', 'gdp.growth=3'])
  })

  test('by the names in its first column, whatever the order', () => {
    const block =
      '指标\t单位\t本期\t同期\t增速\n2、社会消费品零售总额\t亿元\t125\t95.06\t31.5\n一、地区生产总值\t亿元\t331\t292.37\t10\n合计\t\t1\t2\t3'
    expect(put(block, 2, 'growth')).toEqual([
      ...['retail.value=125', 'retail.base=95.06', 'retail.growth=31.5'],
      ...['gdp.value=331', 'gdp.base=292.37', 'gdp.growth=10'],
    ])
  })

  test('an empty cell clears the place it falls on', () => {
    expect(put('地区生产总值\t331\t\t10')).toEqual(['gdp.value=331', 'gdp.base=', 'gdp.growth=10'])
  })
})
