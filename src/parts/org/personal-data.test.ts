import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskPhone, phoneOf, vaultOf } from './personal-data.ts'

const vault = vaultOf({ secret: 'a secret of the test world, long enough for keys' })

test('what is sealed opens for its owner, and looks different every time', () => {
  fc.assert(
    fc.property(fc.string(), fc.uuid(), (text, owner) => {
      const sealed = vault.seal(text, owner)
      expect(vault.open(sealed, owner)).toBe(text)
      expect(vault.seal(text, owner).equals(sealed)).toBe(false)
    }),
    { seed: 20180630 },
  )
})

test('another owner, another secret or a changed byte does not open it', () => {
  const sealed = vault.seal('13800001234', 'owner')
  const changed = Buffer.from(sealed)
  changed[changed.length - 1]! ^= 1
  expect(sealed.includes('13800001234')).toBe(false)
  expect(() => vault.open(sealed, 'somebody else')).toThrow('org/phone-sealed')
  expect(() => vaultOf({ secret: 'another secret that is long enough' }).open(sealed, 'owner')).toThrow(
    'org/phone-sealed',
  )
  expect(() => vault.open(changed, 'owner')).toThrow('org/phone-sealed')
  expect(() => vault.open(sealed.subarray(0, 20), 'owner')).toThrow('org/phone-sealed')
})

test.each([
  ['13800001234', '13800001234', '138****1234'],
  [' +86 138-0000-1234', '13800001234', '138****1234'],
  ['１３８００００１２３４', '13800001234', '138****1234'],
  ['0371-66660000', '037166660000', '0371****0000'],
  ['66660000', '66660000', '****0000'],
])('%s is the phone %s, shown as %s', (text, digits, masked) => {
  expect(phoneOf(text)).toBe(digits)
  expect(maskPhone(digits)).toBe(masked)
})

test.each(['1380000123', '23800001234', 'none', '', '138000012345'])('%s is no phone', (text) => {
  expect(phoneOf(text)).toBeNull()
})
