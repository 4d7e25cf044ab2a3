import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lockedUntil, lockoutMemoryMs, lockoutRule } from './lockout.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2) + minutes * 60_000)

describe('lockout', () => {
  test.each([
    ['four failures', [0, 1, 2, 3], 4, null],
    ['five in fifteen minutes', [0, 1, 2, 3, 15], 15, 30],
    ['five in sixteen minutes', [0, 1, 2, 3, 16], 16, null],
    ['in any order', [14, 3, 0, 2, 1], 20, 29],
    ['still locked when the first ones are long past', [0, 10, 12, 13, 14], 28, 29],
    ['open at the minute', [0, 1, 2, 3, 4], 19, null],
    ['no failures', [], 0, null],
  ])('%s', (_what, failures, now, until) => {
    expect(lockedUntil(failures.map(at), lockoutRule.perUsername, at(now))).toEqual(until === null ? null : at(until))
  })

  test('one failure more never opens a lock, and what is older than the memory never matters', () => {
    const minutes = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(fc.array(minutes, { maxLength: 20 }), minutes, (past, extra) => {
        const before = lockedUntil(past.map(at), 5, at(100))
        const after = lockedUntil([...past, extra].map(at), 5, at(100))
        expect((after ?? at(0)).getTime()).toBeGreaterThanOrEqual((before ?? at(0)).getTime())
        const remembered = past.map(at).filter((time) => at(100).getTime() - time.getTime() < lockoutMemoryMs)
        expect(lockedUntil(remembered, 5, at(100))).toEqual(before)
      }),
      { seed: 2018 },
    )
  })
})
