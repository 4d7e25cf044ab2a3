import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barOf, endOf, printShare } from './pace-scale.ts'

fc.configureGlobal({ seed: 2018 })

const percent = (text: string | undefined) => Number(text?.replace('%', ''))

describe('the scale of a pace bar', () => {
  test('ends at the target while nothing lies past it', () => {
    expect(endOf({ completion: '33.5', outlook: { value: '88', low: '79', high: '97' } })).toBe(100)
    expect(barOf({ completion: '33.5', calendar: '49.6' })).toMatchObject({
      target: { left: '100%' },
      done: { left: '0%', width: '33.5%' },
      calendar: { left: '49.6%' },
    })
  })

  test('makes room for an outlook past the target, and cuts it at 160%', () => {
    expect(endOf({ completion: '62.9', outlook: { value: '125', low: '110', high: '125' } })).toBe(125)
    expect(percent(barOf({ completion: '62.9', outlook: { value: '125', low: '110', high: '125' } }).target.left)).toBe(
      80,
    )
    expect(endOf({ completion: '62.9', outlook: { value: '300', low: '110', high: '900' } })).toBe(160)
  })

  test('draws nothing for what is missing: never zero', () => {
    const bar = barOf({ completion: null, calendar: '49.6', seasonal: null, outlook: null })
    expect(bar.done).toBeUndefined()
    expect(bar.seasonal).toBeUndefined()
    expect(bar.outlook).toBeUndefined()
  })

  test('keeps every part inside the bar', () => {
    const share = fc.float({ min: 0, max: 400, noNaN: true }).map(String)
    fc.assert(
      fc.property(share, share, share, share, (completion, calendar, value, high) => {
        const bar = barOf({ completion, calendar, outlook: { value, low: '0', high } })
        for (const place of Object.values(bar)) {
          expect(percent(place.left) + (place.width ? percent(place.width) : 0)).toBeLessThanOrEqual(100.001)
        }
      }),
    )
  })

  test.each([
    ['33.5', '33.5%'],
    ['44', '44%'],
    ['45.69', '45.7%'],
    [null, '—'],
  ])('prints %s as %s', (share, printed) => {
    expect(printShare(share)).toBe(printed)
  })
})
