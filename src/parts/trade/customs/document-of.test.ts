import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { identityFaults, markOf, masked } from './document-of.ts'
import { maskPersons } from './mask-persons.ts'

test.each(['short', 'x'.repeat(64), 'a secret that is longer than the sixty-four bytes of a block of the hash'])(
  'a mark is the HMAC of what was written, under the secret: %s',
  (secret) => {
    const hmac = createHmac('sha256', secret).update('customs id 41010119900101001X').digest('base64url').slice(0, 22)
    expect(markOf(secret, 'id', '41010119900101001x')).toBe(hmac)
    expect(markOf(secret, 'id', ' ４1010119900101001X')).toBe(hmac)
    expect(markOf(secret, 'id', '')).toBe('')
  },
)

test.each([
  ['1', '11010519491231002X', '', false],
  ['1', '11010519491231002x', '', true],
  ['1', '110105194912310021', 'check', false],
  ['1', '11010519491231020X', 'check', false],
  ['1', '1101051949123100', 'form', false],
  ['2', 'E12345678', '', false],
  ['1', '', '', false],
])('identity number of kind %s %s', (type, number, idFault, idSmall) => {
  expect(identityFaults(type, number)).toEqual({ idFault, idSmall })
})

test('what is shown of a person names nobody', () => {
  expect(masked('示范甲', '41010119900101001X')).toBe('示** 4101**********001X')
  expect(masked('示范甲', '4101')).toBe('示** ****')
})

test.each([
  ['清单[A1]中购买人[示范甲]已用', '清单[A1]中购买人[***]已用'],
  ['证件41010119900101001X与电话13800000000', '证件4101**********001X与电话138****0000'],
  ['清单编号460420181000000001', '清单编号460420181000000001'],
  ['时间20180628101500000', '时间20180628101500000'],
])('%s', (text, expected) => {
  expect(maskPersons(text)).toBe(expected)
})
