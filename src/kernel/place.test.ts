import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundsAround,
  boundsOf,
  fromBd09,
  fromGcj02,
  isInside,
  isPlace,
  metresBetween,
  type Place,
  type Polygons,
  toBd09,
  toGcj02,
} from './place.ts'

const at = (longitude: number, latitude: number): Place => ({ longitude, latitude })
const inChina = fc.record({
  longitude: fc.double({ min: 73.5, max: 135, noNaN: true }),
  latitude: fc.double({ min: 3.9, max: 53.5, noNaN: true }),
})

describe('coordinates of Chinese maps', () => {
  // Published vectors of the npm package coordtransform.
  test('WGS-84 becomes GCJ-02 and BD-09 where everybody else finds them', () => {
    const shifted = toGcj02(at(116.404, 39.915))
    expect(shifted.longitude).toBeCloseTo(116.41024449916938, 9)
    expect(shifted.latitude).toBeCloseTo(39.91640428150164, 9)
    const baidu = toBd09(fromGcj02(at(116.404, 39.915)))
    expect(baidu.longitude).toBeCloseTo(116.41036949371029, 7)
    expect(baidu.latitude).toBeCloseTo(39.92133699351021, 7)
  })

  test('in Zhengzhou the two stand some hundred metres off', () => {
    const place = at(113.8, 34.715)
    expect(metresBetween(place, toGcj02(place))).toBeGreaterThan(300)
    expect(metresBetween(place, toBd09(place))).toBeGreaterThan(700)
  })

  test('there and back is the same place to a millimetre', () => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(metresBetween(place, fromGcj02(toGcj02(place)))).toBeLessThan(0.001)
        expect(metresBetween(place, fromBd09(toBd09(place)))).toBeLessThan(0.001)
      }),
      { seed: 5 },
    )
  })

  test('abroad nothing is shifted', () => {
    for (const place of [at(10, 53.55), at(-74, 40.7), at(140, 35.7)]) expect(toGcj02(place)).toEqual(place)
  })
})

describe('distances and areas', () => {
  test('a degree of the meridian is 111 km', () => {
    expect(metresBetween(at(113.8, 34), at(113.8, 35))).toBeCloseTo(111_195, -1)
  })

  test('what lies within so many metres lies within the rectangle around', () => {
    const metres = fc.double({ min: 1, max: 5000, noNaN: true })
    const angle = fc.double({ min: 0, max: 6.28, noNaN: true })
    fc.assert(
      fc.property(inChina, metres, angle, (place, reach, turn) => {
        const { west, east, south, north } = boundsAround(place, reach)
        const step = boundsAround(place, reach * 0.99)
        const near = at(
          place.longitude + (step.east - place.longitude) * Math.cos(turn),
          place.latitude + (step.north - place.latitude) * Math.sin(turn),
        )
        const held = near.longitude > west && near.longitude < east && near.latitude > south && near.latitude < north
        expect(held || metresBetween(place, near) > reach).toBe(true)
      }),
      { seed: 5 },
    )
  })

  const square = [
    [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [3, 1],
        [3, 3],
        [1, 3],
        [1, 1],
      ],
    ],
  ] as const satisfies Polygons

  test.each([
    ['in the area', at(0.5, 0.5), true],
    ['in its hole', at(2, 2), false],
    ['beside it', at(5, 2), false],
    ['level with a corner', at(-1, 4), false],
  ])('a place %s', (_words, place, inside) => {
    expect(isInside(place, square)).toBe(inside)
  })

  test('a point of a shared edge belongs to one of the two areas', () => {
    const left: Polygons = [[square[0][0].map(([x, y]) => [x - 4, y] as const)]]
    const right: Polygons = [[square[0][0]]]
    for (const y of [0.1, 1, 2, 3.9]) expect([left, right].filter((area) => isInside(at(0, y), area))).toHaveLength(1)
  })

  test('the rectangle of an area', () => {
    expect(boundsOf(square)).toEqual({ west: 0, south: 0, east: 4, north: 4 })
  })

  test.each([
    [181, 0, false],
    [113, 91, false],
    [113, 34, true],
    [Number.NaN, 34, false],
  ])('%s, %s is a place: %s', (longitude, latitude, is) => {
    expect(isPlace(longitude, latitude)).toBe(is)
  })
})
