import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alphabet, checkCharacter, isOrganisationCode, isUscc, organisationCharacter } from './uscc.ts'

/** Codes in public use, of all kinds of last characters and organisation codes: digits, MA…, a leading letter. */
const inUse = `
  121200004013590816 91110000600037341L 91110000710926094P 91120224064012553U 911522010783710635 91152201078371135X
  91152201078376307G 9115220107837757XE 91310115MA1K3BTP2B 913101203509708598 9131012056010553X5 91340600MA2PBM9HXD
  91340600MA2PBN188W 91340602MA2UJY0D0T 914112810713741814 91420684MA4927PJ7B 9144030071526726XG 9144060573144633XL
  91620105L015101280 91620105MA71T4YW8Q 92340602MA2PBMEM24 92340602MA2PEL8AXA 92340603MA2UK1TD00 92340604MA2PENA300
  91410100170033534A
`
  .trim()
  .split(/\s+/)

describe('a unified social credit code', () => {
  test.each(inUse)('%s passes both checks', (code) => {
    expect(isUscc(code)).toBe(true)
    expect(isOrganisationCode(code.slice(8, 17))).toBe(true)
  })

  test.each([
    ['12345', 'too short'],
    ['A1110000600037341L', 'another registrar: the last character is another'],
    ['9111000060003IOZSV', 'letters that are not used'],
    ['91110000600037341N', 'the last character is wrong'],
    ['91350203M0001QAY9B', 'a code that a register holds all the same'],
    ['91410171dem000014j', 'small letters'],
  ])('%s does not: %s', (code) => {
    expect(isUscc(code)).toBe(false)
  })

  test.each(['N2', 'A1', 'Y1', '11', '51', '93'])('registrar and kind %s are taken as they stand', (kind) => {
    const body = `${kind}410171MA44UQJ03`
    expect(isUscc(body + checkCharacter(body))).toBe(true)
  })

  test('one wrong character never passes the last one', () => {
    const place = fc.integer({ min: 0, max: 16 })
    fc.assert(
      fc.property(fc.constantFrom(...inUse), place, fc.constantFrom(...alphabet), (code, at, other) => {
        fc.pre(code[at] !== other)
        expect(isUscc(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
      }),
      { seed: 32100, numRuns: 500 },
    )
  })

  test('the organisation code has its own character: X for ten, 0 for eleven', () => {
    expect(organisationCharacter('60003734')).toBe('1')
    expect(organisationCharacter('07837757')).toBe('X')
    expect(organisationCharacter('MA2UK1TD')).toBe('0')
    expect(organisationCharacter('D2143569')).toBe('X')
    expect(organisationCharacter('6000373')).toBeUndefined()
    expect(organisationCharacter('6000373中')).toBeUndefined()
    expect(isOrganisationCode('600037342')).toBe(false)
    expect(isOrganisationCode('60003734')).toBe(false)
  })
})
