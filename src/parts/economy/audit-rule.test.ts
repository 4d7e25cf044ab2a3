import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { breaks, itemsOf, readRule, type Worth } from './audit-rule.ts'

const printed: Record<string, [string, string]> = {
  a: ['10', '0.5'],
  b: ['3.3', '0.05'],
  c: ['6.6', '0.05'],
  zero: ['0', '0.5'],
}
const worth: Worth = (code, of) => {
  const [value, half] = printed[code] ?? []
  if (value === undefined || half === undefined || of === 'base') return null
  return { lo: new Decimal(value).minus(half), hi: new Decimal(value).plus(half) }
}

describe('a declared rule', () => {
  test.each([
    ['item("a") = item("b") + item("c")', false],
    ['item("a") = 2 * item("b")', true],
    ['item("a") >= item("c")', false],
    ['item("b") >= item("c")', true],
    ['item("c") > item("b")', false],
    ['item("c") < item("b")', true],
    ['item("a") - item("b") <= 7.3', false],
    ['item("a") - item("b") <= 6', true],
    ['(item("b") + item("c")) / item("a") = 1', false],
    ['item("a") / item("zero") <= 1', null],
    ['item("a") >= item("unknown")', null],
    ['item("a") >= base("a")', null],
    ['item("b") + item("c") * 2 = 16.5', false],
  ])('%s', (text, expected) => {
    expect(breaks(readRule(text), worth)).toBe(expected)
  })

  test('names its items in order, each once', () => {
    expect(itemsOf(readRule('item("x.y-z") = item("b") + item("x.y-z") + 1'))).toEqual(['x.y-z', 'b'])
  })

  test.each([
    '',
    'item("a")',
    'item("a") >=',
    'item(a) >= 1',
    'item("a") >= 1 2',
    'item("a") >= (1',
    'delete("a") = 1',
    'item("a") != 1',
    '1 = process.exit()',
  ])('refuses %j', (text) => {
    expect(() => readRule(text)).toThrow(expect.objectContaining({ code: 'economy/rule-unreadable' }))
  })
})
