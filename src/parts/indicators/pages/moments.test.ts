import { describe, expect, test } from 'vitest'
import { momentAt, placeOf } from './moments.ts'

const moments = ['2018-07-01T01:00:00.000Z', '2018-07-02T01:30:00.000Z']

describe('the stops of the as-of slider', () => {
  test.each([
    [undefined, 2],
    ['2018-07-01T00:59:59.000Z', 0],
    ['2018-07-01T01:00:00.000Z', 1],
    ['2018-07-01T23:59:59+08:00', 1],
    ['2018-07-03T00:00:00Z', 2],
  ])('%s stands at %i', (asOf, place) => {
    expect(placeOf(asOf, moments)).toBe(place)
  })

  test.each([
    [0, '2018-07-01T00:59:59.000Z'],
    [1, '2018-07-01T01:00:00.000Z'],
    [2, undefined],
  ])('stop %i asks for %s', (stop, asOf) => {
    expect(momentAt(stop, moments)).toBe(asOf)
  })

  test('what a stop asks for stands at that stop', () => {
    for (const stop of [0, 1, 2]) expect(placeOf(momentAt(stop, moments), moments)).toBe(stop)
  })
})
