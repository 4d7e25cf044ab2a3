import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apart, endOf, pathOf, topOf } from './curve-lines.ts'

const line = (...values: (string | null)[]) => ({ key: 'one', values })
const frame = { width: 100, height: 50, top: 100, months: 3 }

describe('the lines of a chart over months', () => {
  test.each([
    [line('0', '63'), 80],
    [line('9.9'), 10],
    [line('100'), 100],
    [line(null), 1],
    [line('0.3'), 0.4],
  ])('of %j the upper edge is %d', (given, top) => {
    expect(topOf([given])).toBeCloseTo(top, 10)
  })

  test('the pen is lifted at a missing month', () => {
    expect(pathOf(line('0', null, '100'), frame)).toBe('M0.0 50.0M100.0 0.0')
    expect(pathOf(line('0', '50', null), frame)).toBe('M0.0 50.0L50.0 25.0')
    expect([endOf(line('0', '50', null)), endOf(line(null))]).toEqual([1, null])
  })

  test('names keep apart and inside', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = apart(wanted, 16, 200).sort((a, b) => a - b)
        expect(placed.every((y) => y <= 200)).toBe(true)
        expect(placed.every((y, at) => at === 0 || y - placed[at - 1]! >= 16 - 1e-9)).toBe(true)
      }),
    )
  })
})
