import { expect, test } from 'vitest'
import { say } from '#kernel/i18n/words.ts'
import { verdicts } from '../checking/report.ts'
import { type Counts, tally } from './check-items.ts'
import { checkSentence } from './check-words.ts'

const none = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Counts

test.each<[Partial<Counts>, string]>([
  [{}, '文稿里没有找到数字表述，没有什么可核对。'],
  [{ matched: 3 }, '3 处数字全部核对过，都相符。'],
  [{ matched: 2, 'matched-by-rounding': 1 }, '3 处数字全部核对过，都相符。'],
  [{ contradicted: 2 }, '2 处数字都有问题。'],
  [{ 'not-bound': 1, 'not-checkable': 1 }, '2 处数字都没有核对。'],
  [{ matched: 3, stale: 1 }, '4 处数字全部核对过，1 处有问题，3 处相符。'],
  [{ matched: 3, 'not-bound': 1 }, '4 处数字中有 1 处没有核对，其余都相符。'],
  [{ inconsistent: 3, 'not-bound': 1 }, '4 处数字中有 1 处没有核对，其余都有问题。'],
  [{ matched: 3, 'unit-slip': 2, 'not-checkable': 1 }, '6 处数字中有 1 处没有核对，2 处有问题，3 处相符。'],
])('%j is said so', (some, sentence) => {
  const counts = { ...none, ...some }
  expect(say(checkSentence(counts), 'zh', tally(counts))).toBe(sentence)
})
