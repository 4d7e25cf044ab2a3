import { expect, test } from 'vitest'
import { isKnownCode, nearestCode } from './customs-codes.ts'

test.each([
  ['currency', '142', true],
  ['currency', '502', true],
  ['currency', '840', false],
  ['currency', 'CNY', false],
  ['country', '142', true],
  ['country', '601', true],
  ['country', '222', true],
  ['country', '000', false],
  ['country', '1', false],
] as const)('%s %s is known: %s', (kind, code, known) => {
  expect(isKnownCode(kind, code)).toBe(known)
})

test.each([
  ['currency', 'usd', '502 美元'],
  ['currency', '978', '300 欧元'],
  ['currency', '人民币', '142 人民币'],
  ['currency', '124', '501 加拿大元'],
  ['country', 'DE', '304 德国'],
  ['country', '840', '502 美国'],
  ['country', '德国', '304 德国'],
  ['country', 'atlantis', ''],
] as const)('%s %s was meant as %s', (kind, written, meant) => {
  expect(nearestCode(kind, written)).toBe(meant)
})
