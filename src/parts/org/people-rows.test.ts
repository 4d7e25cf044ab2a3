import { describe, expect, test } from 'vitest'
import { readPeopleRows } from './people-rows.ts'
import { refusals } from './texts.ts'

const units = new Map([
  ['STAT', 'STAT'],
  ['统计局', 'STAT'],
])
const headings = ['工号', '姓名', '所属单位', '职务', '手机', '入职日期']
const read = (...rows: string[][]) =>
  readPeopleRows(
    [headings, ...rows].map((cells, at) => ({ line: at + 1, cells })),
    units,
  )

describe('a list of people', () => {
  test('is read by what its columns are called, in any order', () => {
    const rows = [
      ['姓名', '部门', '编号'],
      [' 张三 ', '统计局', 'P1'],
    ].map((cells, at) => ({ line: at + 1, cells }))
    expect(readPeopleRows(rows, units).lines).toEqual([
      { line: 2, cells: [' 张三 ', '统计局', 'P1'], code: 'P1', name: '张三', unit: 'STAT' },
    ])
  })

  test('names the columns it lacks', () => {
    expect(readPeopleRows([{ line: 1, cells: ['姓名'] }], units).missing).toEqual(['工号', '单位'])
    expect(readPeopleRows([], units).missing).toEqual(['工号', '姓名', '单位'])
  })

  test.each(['2018-6-1', '2018/06/01', '2018.6.1', '2018年6月1日', '20180601', '2018-06-01T00:00:00.000Z'])(
    'takes %s as 1 June 2018',
    (text) => {
      expect(read(['P1', '张三', 'STAT', '', '', text]).lines[0]?.joinedOn).toBe('2018-06-01')
    },
  )

  const faults: [string, string[]][] = [
    ['org/cell-empty', ['', '张三', 'STAT']],
    ['org/cell-empty', ['P1', ' ', 'STAT']],
    ['org/person-code-unreadable', ['工 1', '张三', 'STAT']],
    ['org/unit-unknown', ['P1', '张三', '不存在局']],
    ['org/phone-unreadable', ['P1', '张三', 'STAT', '', '12345']],
    ['org/day-unreadable', ['P1', '张三', 'STAT', '', '', '2018-02-30']],
    ['org/text-too-long', ['P1', '张'.repeat(61), 'STAT']],
    ['org/row-too-long', ['P1', '张三', 'STAT', '', '', '', '多']],
  ]
  test.each(faults)('rejects a row: %s', (code, cells) => {
    const { lines, rejected } = read(cells)
    expect(lines).toEqual([])
    expect(rejected).toMatchObject([{ line: 2, code }])
    expect(refusals[code]).toBeDefined()
  })

  test('keeps one row of a code and passes over empty rows', () => {
    const { lines, rejected } = read(['P1', '张三', 'STAT'], ['', '', ''], ['P1', '李四', 'STAT'])
    expect(lines.map((line) => line.name)).toEqual(['张三'])
    expect(rejected).toMatchObject([{ line: 4, code: 'org/person-code-twice', details: { line: 2 } }])
  })

  test('gives no whole phone number back', () => {
    const { rejected } = read(['', '张三', 'STAT', '', '13800001234'])
    expect(rejected[0]?.cells[4]).toBe('138****1234')
  })
})
