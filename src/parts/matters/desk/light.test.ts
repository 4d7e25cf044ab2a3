import { expect, test } from 'vitest'
import { lightOf } from './light.ts'

const at = (minute: number) => new Date(Date.UTC(2018, 5, 30, 0, minute))

test.each([
  [null, null, 10, 'none'],
  [at(8), at(10), 7, 'on'],
  [at(8), at(10), 8, 'on'],
  [at(8), at(10), 9, 'warning'],
  [at(8), at(10), 10, 'warning'],
  [at(8), at(10), 11, 'behind'],
  [null, at(10), 9, 'on'],
  [null, at(10), 11, 'behind'],
] as const)('warned from %s, due %s, at minute %d: %s', (warnAt, dueAt, minute, light) => {
  expect(lightOf({ warnAt, dueAt }, at(minute))).toBe(light)
})
