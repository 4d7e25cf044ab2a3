import { describe, expect, test } from 'vitest'
import type { DraftBlock } from '../drafts/draft.ts'
import { extractClaims } from './extract.ts'

/** A draft of some lines and one table, with its blocks. */
function drafted(lines: string[], rows: string[][]) {
  let text = ''
  const blocks: DraftBlock[] = []
  const add = (line: string, more: Partial<DraftBlock>) => {
    if (text !== '') text += '\n'
    blocks.push({ kind: 'paragraph', start: text.length, end: text.length + line.length, ...more })
    text += line
  }
  for (const line of lines) add(line, {})
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      add(cell, {
        kind: 'cell',
        cell: {
          table: 0,
          row,
          column,
          above: row === 0 ? '' : (rows[0]?.[column] ?? ''),
          beside: row === 0 || column === 0 ? '' : (cells[0] ?? ''),
        },
      })
  return { text, blocks }
}

function told({ text, blocks }: { text: string; blocks: DraftBlock[] }) {
  return extractClaims(text, { blocks }).claims.map((claim) => {
    expect(text.slice(claim.start, claim.start + claim.text.length)).toBe(claim.text)
    return [claim.text, claim.unit, claim.kind, claim.direction, claim.indicator, claim.period].join(' ')
  })
}

describe('cells of a table', () => {
  test('the row names the indicator, the column kind and unit', () => {
    const draft = drafted(
      ['表1 2023年主要经济指标'],
      [
        ['指标', '绝对额（亿元）', '同比增长（%）', '占比（%）'],
        ['地区生产总值', '331.2', '6.3', ''],
        ['其中：第二产业', '180.0', '-1.2', '54.3'],
      ],
    )
    expect(told(draft)).toEqual([
      '331.2 亿元 level  地区生产总值 2023年',
      '6.3 % change_pct up 地区生产总值 2023年',
      '180.0 亿元 level  第二产业 2023年',
      '-1.2 % change_pct down 第二产业 2023年',
      '54.3 % share  第二产业 2023年',
    ])
  })

  test('rows that are places take the indicator of the column, growth that of the column before', () => {
    const draft = drafted(
      ['单位：亿元'],
      [
        ['地区', '2022年税收收入', '同比（%）', '增速排名'],
        ['青岚区', '12.5', '3.1', '2'],
      ],
    )
    expect(told(draft)).toEqual([
      '12.5 亿元 level  税收收入 2022年',
      '3.1 % change_pct up 税收收入 2022年',
      '2  rank  税收收入 2022年',
    ])
    expect(extractClaims(draft.text, { blocks: draft.blocks }).claims[0]?.subject).toBe('青岚区')
  })

  test('years across are periods; serial numbers and headings say nothing', () => {
    const draft = drafted(
      ['单位：万人'],
      [
        ['序号', '指标', '2021年', '2022年'],
        ['1', '常住人口', '35.2', '36.0'],
      ],
    )
    const second = draft.blocks.map((block) =>
      block.cell && block.cell.row > 0 && block.cell.column > 1
        ? { ...block, cell: { ...block.cell, beside: '常住人口' } }
        : block,
    )
    expect(told({ text: draft.text, blocks: second })).toEqual([
      '35.2 万人 count  常住人口 2021年',
      '36.0 万人 count  常住人口 2022年',
    ])
  })

  test('a column of units, a second line of headings, and the same time of last year', () => {
    const draft = drafted(
      ['单位：亿元'],
      [
        ['指标', '单位', '1—6月', '', '去年同期'],
        ['', '', '总量', '增幅（%）', '总量'],
        ['税收收入', '万元', '125600', '8.1', '116200'],
      ],
    )
    const blocks = draft.blocks.map((block) =>
      block.cell && block.cell.row === 2 && block.cell.column > 1
        ? { ...block, cell: { ...block.cell, beside: '税收收入 万元' } }
        : block,
    )
    expect(told({ text: draft.text, blocks })).toEqual([
      '125600 万元 level  税收收入 1-6月（文中未写明）',
      '8.1 % change_pct up 税收收入 1-6月（文中未写明）',
      '116200 万元 level  税收收入 去年同期（文中未写明）',
    ])
  })

  test('a unit in the cell itself or in the head of the row is taken', () => {
    expect(
      told(
        drafted(
          [],
          [
            ['指标', '2024年1—6月', '增减（个百分点）'],
            ['进出口总额（亿美元）', '12.6', ''],
            ['开行班列', '368列', ''],
            ['水质达标率（%）', '98.5', '0.7'],
          ],
        ),
      ),
    ).toEqual([
      '12.6 亿美元 level  进出口总额 2024年1-6月',
      '368列 列 count  开行班列 2024年1-6月',
      '98.5 % level  水质达标率 2024年1-6月',
      '0.7 个百分点 change_points up 水质达标率 2024年1-6月',
    ])
  })
})
