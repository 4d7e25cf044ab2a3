import { describe, expect, test } from 'vitest'
import { daysBehind } from './zone-clock.ts'

describe('the clock of a zone', () => {
  test.each([
    ['a zone that works', false, '2018-06-30', '2026-11-23T20:00:00Z', 0],
    ['a demonstration without a day', true, undefined, '2026-11-23T20:00:00Z', 0],
    ['a demonstration on its day', true, '2018-06-30', '2018-06-30T15:59:59Z', 0],
    ['after midnight in Shanghai', true, '2018-06-30', '2018-06-30T16:00:00Z', 1],
    ['years later', true, '2018-06-30', '2026-11-23T20:00:00Z', 3069],
  ])('%s', (_name, demonstration, today, now, days) => {
    expect(daysBehind({ demonstration, today }, new Date(now))).toBe(days)
  })
})
