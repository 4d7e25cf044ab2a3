import { expect, test } from 'vitest'
import { refuseUnkeptText } from './kept-text.ts'

test.each<[string, unknown, string]>([
  ['a NUL', { text: '产值\u0000331亿元' }, 'body.text'],
  ['half of a pair', { rows: [{ name: '好' }, { name: '\ud800' }] }, 'body.rows.1.name'],
  ['a field of that name', { values: { 'a\u0000': 1 } }, 'body.values'],
  ['text alone', '\u0000', 'body'],
])('%s is refused with its place', (_, body, place) => {
  expect(() => refuseUnkeptText('body', body)).toThrow(
    expect.objectContaining({ code: 'kernel/text-not-kept', status: 400, details: { place } }),
  )
})

test('what a database keeps passes, however deep it lies', () => {
  let deep: unknown = '𠮷野家 \n\t "\\u0000" 😀'
  for (let i = 0; i < 100_000; i++) deep = [deep]
  expect(() => refuseUnkeptText('body', { deep, none: null, count: 3, yes: true })).not.toThrow()
})
