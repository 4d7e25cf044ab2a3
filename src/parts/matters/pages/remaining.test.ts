import { expect, test } from 'vitest'
import { remainingSaid } from './remaining.ts'

const minute = 60_000

test.each([
  [130 * minute, '剩 2 小时 10 分', '2 h 10 min left'],
  [-27 * 60 * minute, '超 1 天 3 小时', '1 d 3 h late'],
  [0, '剩 0 分', '0 min left'],
  [-30_000, '超 0 分', '0 min late'],
  [60 * minute, '剩 1 小时', '1 h left'],
  [1440 * minute, '剩 1 天', '1 d left'],
  [(2 * 1440 + 59) * minute, '剩 2 天', '2 d left'],
])('%d ms', (span, zh, en) => {
  expect([remainingSaid(span, 'zh'), remainingSaid(span, 'en')]).toEqual([zh, en])
})
