import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineDiff, nearChanges } from './line-diff.ts'

const said = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => `${{ same: ' ', gone: '-', new: '+' }[kind]}${text}`)

describe('two texts line by line', () => {
  test.each([
    ['a\nb\nc', 'a\nb\nc', [' a', ' b', ' c']],
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a\nb\nc\nd', 'b\nd', ['-a', ' b', '-c', ' d']],
    ['', 'a', ['-', '+a']],
  ])('%j → %j', (before, after, lines) => {
    expect(said(before, after)).toEqual(lines)
  })

  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 }).map((lines) => lines.join('\n'))

  test('each side can be read from it again, with its own numbers', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before, after)
        expect(
          lines
            .filter(({ kind }) => kind !== 'new')
            .map((one) => one.text)
            .join('\n'),
        ).toBe(before)
        expect(
          lines
            .filter(({ kind }) => kind !== 'gone')
            .map((one) => one.text)
            .join('\n'),
        ).toBe(after)
        const numbers = lines.flatMap(({ now }) => (now === null ? [] : [now]))
        expect(numbers).toEqual(numbers.map((_, place) => place + 1))
      }),
      { seed: 20180630 },
    )
  })

  test('lines far from any change are left out, once', () => {
    const before = Array.from({ length: 20 }, (_, place) => String(place)).join('\n')
    const near = nearChanges(lineDiff(before, before.replace('\n10\n', '\nten\n')))
    expect(near.map((line) => line?.text ?? '…')).toEqual(['…', '8', '9', '10', 'ten', '11', '12', '…'])
  })
})
