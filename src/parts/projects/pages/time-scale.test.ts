import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { timeScale } from './time-scale.ts'

const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))

describe('the scale of days', () => {
  test('runs from the first of a quarter to the end of one', () => {
    const scale = timeScale(['2018-02-07', null, '2018-06-30'])
    expect([scale?.from, scale?.to]).toEqual(['2018-01-01', '2018-07-01'])
    expect(scale?.ticks).toEqual([
      { day: '2018-01-01', year: true },
      { day: '2018-04-01', year: false },
    ])
  })

  test('of a long stretch only years are named', () => {
    expect(timeScale(['2014-05-01', '2020-06-30'], 8)?.ticks).toEqual(
      ['2015', '2016', '2017', '2018', '2019', '2020'].map((year) => ({ day: `${year}-01-01`, year: true })),
    )
  })

  test('of no day there is no scale', () => {
    expect(timeScale([null, undefined])).toBeNull()
  })

  test('every day stands inside, in the order of time, and ticks have room', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 12 }), (days) => {
        const scale = timeScale(days, 12)
        if (!scale) throw new Error('no scale')
        const places = [...days].sort().map(scale.at)
        expect(places.every((place) => place >= 0 && place <= 100)).toBe(true)
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(scale.ticks.length).toBeLessThanOrEqual(13)
      }),
    )
  })
})
