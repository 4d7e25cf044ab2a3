import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from './markdown-draft.ts'
import { inlineMarkup } from './markdown-inline.ts'
import { wordsOf } from './words-of.ts'

/** Kind (and level) of each block with the words that are left of it. */
function blocksOf(text: string): string[] {
  const draft = readMarkdown(text)
  const words = wordsOf(draft)
  expect(draft.text).toBe(text)
  expect(words).toHaveLength(text.length)
  return draft.blocks.map(
    ({ kind, level, start, end }) => `${kind}${level ?? ''} ${words.slice(start, end).replaceAll('\u2060', '')}`,
  )
}

describe('blocks of Markdown', () => {
  test.each<[string, string, string[]]>([
    [
      'headings',
      '# 通报\n\n## 一、工业 ##\n\n###### 六\n\n####### 七',
      ['heading1 通报', 'heading2 一、工业', 'heading6 六', 'paragraph ####### 七'],
    ],
    ['headings by what is under them', '通报\n====\n\n工业\n---\n\n---\n', ['heading1 通报', 'heading2 工业']],
    [
      'a paragraph of several lines',
      '产值331亿元，\n增长10%。\n\n税收25亿元',
      ['paragraph 产值331亿元，\n增长10%。', 'paragraph 税收25亿元'],
    ],
    [
      'items',
      '- 产值331亿元\n  增长10%\n* 税收\n1. 出口\n2) 进口\n- [x] 完成',
      ['item 产值331亿元\n  增长10%', 'item 税收', 'item 出口', 'item 进口', 'item 完成'],
    ],
    ['a number within a paragraph is no item', '增长到\n331. 其中', ['paragraph 增长到\n331. 其中']],
    ['quotes', '> 产值331亿元\n>\n> > 增长10%', ['paragraph 产值331亿元', 'paragraph 增长10%']],
    ['code as it is', '```json\n{"产值": 331}\n```\n完', ['paragraph {"产值": 331}', 'paragraph 完']],
    ['notes', '产值331亿元[^1]\n\n[^1]: 快报数300亿元', ['paragraph 产值331亿元', 'footnote 快报数300亿元']],
    [
      'settings at the top, addresses of links',
      '---\nperiod: 2018-H1\n---\n331\n\n[a]: http://a.invalid/2017',
      ['paragraph 331'],
    ],
    ['lines end as they like', '# 通报\r\n\r\n331\r\r25', ['heading1 通报', 'paragraph 331', 'paragraph 25']],
  ])('%s', (_, text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks)
  })

  test('tables', () => {
    const text = '指标 | 单位 | 总量\n:--|:-:|--:\n| 产值 | 亿元 | **331** |\n税收 | 亿元 | 25 \\| 26\n\n完'
    expect(blocksOf(text).slice(3)).toEqual([
      'cell 产值',
      'cell 亿元',
      'cell 331',
      'cell 税收',
      'cell 亿元',
      'cell 25 | 26',
      'paragraph 完',
    ])
    expect(readMarkdown(text).blocks[5]?.cell).toEqual({
      table: 0,
      row: 1,
      column: 2,
      above: '总量',
      beside: '产值 亿元',
    })
  })

  test('pictures only are refused', () => {
    expect(() => readMarkdown('![产值331亿元](a.png)')).toThrow('bulletins/draft-no-text')
    expect(readMarkdown('![图](a.png)\n\n331').notes).toEqual([{ code: 'pictures', count: 1 }])
  })
})

test.each([
  ['产值**331**亿元', '产值331亿元'],
  ['产值[331亿元](http://a.invalid/2017?x=(1)) 增', '产值331亿元 增'],
  ['见[年报][2017]，[2018]年', '见年报，[2018]年'],
  ['<b>331</b><!-- 999 -->亿元', '331亿元'],
  ['https://a.invalid/2017 331', ' 331'],
  ['10~15万 ~~9~~', '10~15万 9'],
  ['331\\*亿&nbsp;元', '331*亿元'],
  ['5<6，7>3', '5<6，7>3'],
  ['`331`亿元[附件]（2）', '331亿元[附件]（2）'],
])('of %s the words are %s', (text, words) => {
  expect(blocksOf(text)).toEqual([`paragraph ${words}`])
})

test('any text keeps its offsets, and its blocks lie in order within it', () => {
  const piece = fc.constantFrom(
    '#',
    '-',
    '|',
    '*',
    '`',
    '~~~',
    '[',
    '](',
    ')',
    '!',
    '<',
    '>',
    '\n',
    '\r\n',
    ' ',
    '331',
    '亿',
    '1.',
    ':',
    '\\',
    '&nbsp;',
    '[^1]:',
    '---\n',
    '|-|\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      const { blocks, markup = [] } = readMarkdown(text)
      expect(wordsOf({ text, markup })).toHaveLength(text.length)
      blocks.forEach(({ start, end }, at) => {
        expect(start).toBeLessThan(end)
        expect(start).toBeGreaterThanOrEqual(blocks[at - 1]?.end ?? 0)
        expect(end).toBeLessThanOrEqual(text.length)
      })
    }),
    { seed: 4, numRuns: 500 },
  )
})

/** How many characters are looked at: the work of reading a line, whatever the machine. */
function looks(text: string): number {
  const original = String.prototype.charAt
  let count = 0
  String.prototype.charAt = function charAt(at: number) {
    count += 1
    return original.call(this, at)
  }
  try {
    inlineMarkup(text, 0, text.length)
  } finally {
    String.prototype.charAt = original
  }
  return count
}

test.each(['[', '](', '[a](b ', '![a](', '<a ', '*', 'a*', '`~', 'http:', '&', '\\', '[^'])(
  'twice as much of %s is twice the work',
  (piece) => {
    const [once, twice] = [looks(piece.repeat(5_000)), looks(piece.repeat(10_000))]
    expect(twice).toBeLessThan(2.2 * once)
  },
)
