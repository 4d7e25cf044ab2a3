import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { rankOf, ranksOf, shareOf } from './shares-ranks.ts'

describe('shares', () => {
  test.each([
    ['335', '600', '55.8'],
    ['0', '600', '0.0'],
    ['5', '0', null],
    ['5', '-2', null],
    [null, '5', null],
    ['5', null, null],
  ])('%s of %s is %s percent', (part, whole, share) => {
    const decimal = (text: string | null) => (text === null ? null : new Decimal(text))
    expect(shareOf(decimal(part), decimal(whole))?.toFixed(1) ?? null).toBe(share)
  })
})

describe('ranks', () => {
  const peers = [
    { name: 'a', value: new Decimal(3) },
    { name: 'b', value: new Decimal('5.0') },
    { name: 'c', value: null },
    { name: 'd', value: new Decimal(5) },
    { name: 'e', value: new Decimal(9) },
  ]

  test.each([
    ['higher', { e: 1, b: 2, d: 2, a: 4, c: null }],
    ['lower', { a: 1, b: 2, d: 2, e: 4, c: null }],
  ] as const)('best when %s: 1, 2, 2, 4, and none without a value', (better, expected) => {
    expect(Object.fromEntries(ranksOf(peers, better).map(({ name, rank }) => [name, rank]))).toEqual(expected)
  })

  test('one entrant among those with a value', () => {
    expect(rankOf('a', peers, 'lower')).toEqual({ rank: 1, of: 4 })
    expect(rankOf('c', peers, 'lower')).toBeNull()
    expect(rankOf('x', peers, 'lower')).toBeNull()
    expect(ranksOf(peers, 'higher').find(({ name }) => name === 'b')?.tied).toBe(1)
  })
})
