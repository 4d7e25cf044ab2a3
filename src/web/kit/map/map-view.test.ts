import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kept, moved, placeAt, placeOf, scaleBar, seenIn, viewOf, worldOf, zoomed } from './map-view.ts'

const zone = { west: 113.71, south: 34.66, east: 113.89, north: 34.77 }
const size = { width: 800, height: 420 }
const whole = viewOf(zone, size)
const spots = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 420 }) })

describe('the view of a map', () => {
  test('a place goes to the world and back', () => {
    const place = { longitude: 113.8, latitude: 34.715 }
    const again = placeOf(worldOf(place))
    expect(again.longitude).toBeCloseTo(place.longitude, 10)
    expect(again.latitude).toBeCloseTo(place.latitude, 10)
  })

  test('the whole zone is seen, and fills the map one way', () => {
    const seen = seenIn(whole, size)
    expect(seen.west).toBeLessThan(zone.west)
    expect(seen.north).toBeGreaterThan(zone.north)
    expect(seen.south).toBeLessThan(zone.south)
    expect((zone.north - zone.south) / (seen.north - seen.south)).toBeGreaterThan(0.8)
  })

  test('what lies under the pointer stays there when it comes closer', () => {
    fc.assert(
      fc.property(spots, fc.double({ min: -1, max: 3, noNaN: true }), (spot, steps) => {
        const [before, after] = [placeAt(whole, size, spot), placeAt(zoomed(whole, steps, spot, size), size, spot)]
        expect(after.longitude).toBeCloseTo(before.longitude, 8)
        expect(after.latitude).toBeCloseTo(before.latitude, 8)
      }),
      { seed: 5 },
    )
  })

  test('what is dragged follows the hand', () => {
    const held = placeAt(whole, size, { x: 100, y: 100 })
    const now = placeAt(moved(whole, 30, -20), size, { x: 130, y: 80 })
    expect(now.longitude).toBeCloseTo(held.longitude, 9)
    expect(now.latitude).toBeCloseTo(held.latitude, 9)
  })

  test('nobody gets lost: the middle stays in the zone, the zoom within its bounds', () => {
    const far = kept({ x: 0, y: 0, zoom: 2 }, whole, zone)
    expect(far.zoom).toBe(whole.zoom - 1)
    expect(placeOf(far).longitude).toBeCloseTo(zone.west, 9)
    expect(kept({ ...whole, zoom: 30 }, whole, zone).zoom).toBe(18)
  })

  test('the scale is a round length that fits', () => {
    for (const zoom of [11.3, 12, 14.7, 17]) {
      const { metres, pixels } = scaleBar({ ...whole, zoom }, 100)
      expect([1, 2, 5]).toContain(Number(String(metres)[0]))
      expect(pixels).toBeLessThanOrEqual(100)
      expect(pixels).toBeGreaterThan(35)
    }
  })
})
