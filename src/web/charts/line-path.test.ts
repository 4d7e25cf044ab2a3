import { describe, expect, test } from 'vitest'
import { pathOf, placesOf, sharedScale } from './line-path.ts'

const frame = { width: 106, height: 26, low: 0, high: 10 }

describe('a small line', () => {
  test('lifts the pen at a gap and never draws zero for it', () => {
    const places = placesOf([{ value: '0' }, { value: null }, { value: '10' }, { value: '5' }], frame)
    expect(places[1]).toBeNull()
    expect(pathOf(places)).toBe('M3.0 23.0M69.7 3.0L103.0 13.0')
  })

  test('shares one scale among all, with zero for growth', () => {
    expect(sharedScale([[{ value: '12' }, { value: null }], [{ value: '-3.5' }]], false)).toEqual({
      low: -3.5,
      high: 12,
    })
    expect(sharedScale([[{ value: '12' }, { value: '8' }]], true)).toEqual({ low: 0, high: 12 })
  })

  test('draws nothing where nothing is known', () => {
    expect(sharedScale([[{ value: null }]], false)).toEqual({ low: 0, high: 1 })
    expect(pathOf(placesOf([{ value: null }], frame))).toBe('')
  })
})
