import { expect, test } from 'vitest'
import { headingsOf, isFigure } from './table-headings.ts'

/** Headings of the cell that holds `x`, in a table of one word a cell; `^` goes on the cell above, `<` the one at its left. */
function headings(rows: string[][], heading: (row: number) => boolean = () => false) {
  const cells = rows.flatMap((words, row) =>
    words.flatMap((word, column) => {
      if (word === '^' || word === '<') return []
      let [height, width] = [1, 1]
      while (rows[row + height]?.[column] === '^') height += 1
      while (words[column + width] === '<') width += 1
      return [
        { word: word === 'x' ? '331' : word, at: word === 'x', row, column, width, height, heading: heading(row) },
      ]
    }),
  )
  return headingsOf(
    cells,
    cells.map(({ word }) => word),
  )[cells.findIndex(({ at }) => at)]
}

test.each<[string, string[][], string, string]>([
  [
    'one row and one column',
    [
      ['指标', '完成'],
      ['产值', 'x'],
      ['税收', '25'],
    ],
    '完成',
    '产值',
  ],
  [
    'a unit beside',
    [
      ['指标', '单位', '完成'],
      ['产值', '亿元', 'x'],
      ['税收', '亿元', '25'],
    ],
    '完成',
    '产值 亿元',
  ],
  [
    'a running number',
    [
      ['序号', '指标', '完成'],
      ['1', '产值', '3'],
      ['2', '税收', 'x'],
    ],
    '完成',
    '税收',
  ],
  [
    'places that repeat',
    [
      ['位次', '县区', '完成'],
      ['1', '甲', '3'],
      ['1', '乙', 'x'],
    ],
    '完成',
    '乙',
  ],
  [
    'two rows of headings',
    [
      ['指标', '上半年', '<'],
      ['^', '总量', '增速'],
      ['产值', '3', 'x'],
    ],
    '上半年 增速',
    '产值',
  ],
  [
    'years over',
    [
      ['指标', '2017年', '2018年'],
      ['产值', '301', 'x'],
      ['税收', '20', '25'],
    ],
    '2018年',
    '产值',
  ],
  [
    'merged at the left',
    [
      ['类别', '指标', '完成'],
      ['工业', '产值', '3'],
      ['^', '用电', 'x'],
    ],
    '完成',
    '工业 用电',
  ],
  [
    'no row of headings',
    [
      ['产值', '3'],
      ['税收', 'x'],
    ],
    '',
    '税收',
  ],
  [
    'words in the first columns only',
    [
      ['县区', '一产', '二产'],
      ['甲', '3', '4'],
      ['乙', 'x', '6'],
    ],
    '一产',
    '乙',
  ],
  ['one column', [['完成'], ['x'], ['25']], '完成', ''],
])('%s', (_, rows, above, beside) => {
  expect(headings(rows)).toEqual({ above, beside })
})

test('rows that the file marks are headings, figures or not', () => {
  expect(
    headings(
      [
        ['指标', '2017', '88'],
        ['产值', '3', 'x'],
      ],
      (row) => row === 0,
    ),
  ).toEqual({ above: '88', beside: '产值' })
})

test.each([
  ['331', true],
  ['-5.6%', true],
  ['（3.2）', true],
  ['1,234.5亿元', true],
  ['３３１', true],
  ['2018年', false],
  ['2017', false],
  ['1-6月', false],
  ['6月', false],
  ['亿元', false],
  ['', false],
])('%s is a figure: %s', (text, figure) => {
  expect(isFigure(text)).toBe(figure)
})
