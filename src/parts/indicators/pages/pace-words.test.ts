import { describe, expect, test } from 'vitest'
import type { PaceTarget } from '../shapes.ts'
import { chanceWords, gapWords, outlookShares, signedGap } from './pace-words.ts'

describe('the words of pace', () => {
  test.each([
    ['-17.6', 'calendar', 'zh', '落后时序17.6个百分点'],
    ['13.3', 'calendar', 'zh', '超前时序13.3个百分点'],
    ['-2.0', 'season', 'zh', '落后季节2个百分点'],
    ['0.0', 'calendar', 'zh', '与时序持平'],
    ['-0.0', 'calendar', 'en', 'level with the calendar'],
    ['-17.6', 'calendar', 'en', '17.6 points behind the calendar'],
    ['5.8', 'season', 'en', '5.8 points ahead of the season'],
  ] as const)('a gap of %s from the %s in %s', (gap, yardstick, locale, said) => {
    expect(gapWords(gap, yardstick, locale)).toBe(said)
  })

  test.each([
    ['-17.6', '−17.6'],
    ['13.3', '+13.3'],
    ['0.0', '0'],
    ['-0.0', '0'],
    [null, '—'],
  ])('%s in a cell is %s', (gap, cell) => {
    expect(signedGap(gap)).toBe(cell)
  })

  test.each([
    ['0.002', '低于1%'],
    ['0.018', '2%'],
    ['0.978', '98%'],
    ['0.998', '高于99%'],
    ['1', '高于99%'],
  ])('a chance of %s is %s: a forecast is never certain', (probability, said) => {
    expect(chanceWords(probability, 'zh')).toBe(said)
  })

  test('the outlook of a bar is in percent of the target', () => {
    const target = { target: '500', outlook: { value: '324', low: '314', high: '335' } } as PaceTarget
    expect(outlookShares(target)).toEqual({ value: '64.8', low: '62.8', high: '67.0' })
    expect(outlookShares({ ...target, outlook: null })).toBeNull()
  })
})
