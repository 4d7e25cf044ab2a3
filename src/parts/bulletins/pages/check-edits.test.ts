import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftBlock } from '../drafts/draft.ts'
import { moved, movedBlocks, spliceOf } from './check-edits.ts'

const splices: [string, string, ReturnType<typeof spliceOf>][] = [
  ['增长10%。', '增长10%。', null],
  ['增长10%。', '增长12%。', { at: 3, removed: 1, inserted: 1 }],
  ['投资156亿元', '投资156.0亿元', { at: 5, removed: 0, inserted: 2 }],
  ['甲乙丙', '甲丙', { at: 1, removed: 1, inserted: 0 }],
  ['11', '111', { at: 2, removed: 0, inserted: 1 }],
]

test.each(splices)('%s → %s differ in one stretch', (before, after, splice) => {
  expect(spliceOf(before, after)).toEqual(splice)
})

const texts = fc.string({ unit: fc.constantFrom('亿', '元', '1', '2', '\n'), maxLength: 30 })

test('a splice turns the one text into the other', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const splice = spliceOf(before, after) ?? { at: 0, removed: 0, inserted: 0 }
      const { at, removed, inserted } = splice
      const made = before.slice(0, at) + after.slice(at, at + inserted) + before.slice(at + removed)
      expect(made).toBe(after)
      for (let offset = 0; offset <= before.length; offset++) {
        expect(moved(offset, splice)).toBeGreaterThanOrEqual(0)
        expect(moved(offset, splice)).toBeLessThanOrEqual(after.length)
      }
    }),
    { seed: 4 },
  )
})

describe('blocks follow a change', () => {
  const text = '一、经济\n投资156亿元\n消费125亿元'
  const blocks: DraftBlock[] = [
    { kind: 'heading', level: 1, start: 0, end: 4 },
    { kind: 'paragraph', start: 5, end: 12 },
    { kind: 'paragraph', start: 13, end: 20 },
  ]
  const cases: [string, string, string[]][] = [
    ['inside one', text.replace('156', '1560'), ['一、经济', '投资1560亿元', '消费125亿元']],
    ['at its end', text.replace('156亿元', '156亿元。'), ['一、经济', '投资156亿元。', '消费125亿元']],
    ['at its beginning', text.replace('消费', '零售消费'), ['一、经济', '投资156亿元', '零售消费125亿元']],
    ['a paragraph is emptied', text.replace('投资156亿元', ''), ['一、经济', '', '消费125亿元']],
  ]
  test.each(cases)('%s', (_, after, words) => {
    const splice = spliceOf(text, after)!
    expect(movedBlocks(blocks, splice).map(({ start, end }) => after.slice(start, end))).toEqual(words)
  })

  test('blocks keep their order and stay in the text, whatever is typed', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(8), texts, (at, removed, typed) => {
        const after = text.slice(0, at) + typed + text.slice(at + removed)
        const splice = spliceOf(text, after)
        if (!splice) return
        let end = 0
        for (const block of movedBlocks(blocks, splice)) {
          expect(block.start).toBeGreaterThanOrEqual(end)
          expect(block.end).toBeGreaterThanOrEqual(block.start)
          end = block.end
        }
        expect(end).toBeLessThanOrEqual(after.length)
      }),
      { seed: 4 },
    )
  })
})
