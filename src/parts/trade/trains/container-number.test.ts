import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, numberFault, plain } from './container-number.ts'
import { teuFits, teuOf } from './container-size.ts'

describe('container numbers of ISO 6346', () => {
  test.each(['CSQU3054383', 'TCNU6225360', 'CMAU5110875', 'HDMU6804878', 'HDMU6676437', 'csqu 305438-3'])(
    '%s checks',
    (number) => expect(numberFault(number)).toBeUndefined(),
  )

  test.each([
    ['MRKU4976721', { kind: 'check-digit', digit: '0', found: '1' }],
    ['TCNU6225365', { kind: 'check-digit', digit: '0', found: '5' }],
    ['CMAU5110870', { kind: 'check-digit', digit: '5', found: '0' }],
    ['SEGU5304843', { kind: 'check-digit', digit: '9', found: '3' }],
    ['MRKU4976720', { kind: 'discouraged', serial: 'MRKU497672' }],
    ['CSQU3O54383', { kind: 'letter-digit', meant: 'CSQU3054383' }],
    ['C5QU3054383', { kind: 'letter-digit', meant: 'CSQU3054383' }],
    ['HDMU66764E7', { kind: 'shape', found: 'HDMU66764E7' }],
    ['CSQU305438', { kind: 'check-missing', digit: '3', meant: 'CSQU3054383' }],
    ['CSQX3054383', { kind: 'category', found: 'X' }],
    ['CSQU3054070', { kind: 'discouraged', serial: 'CSQU305407' }],
    ['CSQU3054110', { kind: 'discouraged', serial: 'CSQU305411' }],
    ['12345', { kind: 'shape', found: '12345' }],
    ['', { kind: 'shape', found: '' }],
  ])('%s is told as %o', (number, fault) => expect(numberFault(number)).toMatchObject(fault))

  test.each([
    ['CSQU3045383', { number: 'CSQU3054383', places: [7, 8] }],
    ['SCQU3054383', { number: 'CSQU3054383', places: [1, 2] }],
    ['CSOU3054383', { number: 'CSQU3054383', places: [3] }],
    ['CSQU3054883', { number: 'CSQU3054383', places: [9] }],
    ['MRKU4976721', { number: 'MRKU4976720', places: [11] }],
  ])('%s may have meant %o', (written, meant) => {
    const fault = numberFault(written)
    expect(fault?.kind === 'check-digit' && fault.meant).toContainEqual(meant)
  })

  const good = fc
    .tuple(fc.stringMatching(/^[A-Z]{3}$/), fc.constantFrom('U', 'J', 'Z', 'R'), fc.stringMatching(/^\d{6}$/))
    .map((parts) => parts.join(''))
    .map((first) => first + checkDigit(first))

  test('any digit of the serial that is wrong is noticed, and the number meant checks', () => {
    fc.assert(
      fc.property(good, fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const wrong = number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1)
        // Remainders 0 and 10 both end in 0: the one case in which ISO 6346 cannot tell.
        fc.pre(checkDigit(wrong) !== checkDigit(number))
        const fault = numberFault(wrong)
        expect(fault?.kind).toBe('check-digit')
        const meant = fault!.kind === 'check-digit' ? fault!.meant : []
        for (const { number: candidate } of meant)
          expect([undefined, 'discouraged']).toContain(numberFault(candidate)?.kind)
      }),
      { seed: 6346 },
    )
  })

  test('a number that checks has no fault but a discouraged serial, however it is written', () => {
    fc.assert(
      fc.property(good, (number) => {
        const spaced = `${number.slice(0, 4).toLowerCase()} ${number.slice(4, 10)}-${number[10]}`
        expect(plain(spaced)).toBe(number)
        expect([undefined, 'discouraged']).toContain(numberFault(spaced)?.kind)
      }),
      { seed: 6346 },
    )
  })

  test('whatever text there is, it is told and nothing throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void numberFault(text)),
      { seed: 6346 },
    )
  })
})

describe('TEU of a size', () => {
  test.each([
    ['22G1', '1'],
    ['20GP', '1'],
    ['45G1', '2'],
    ['42R1', '2'],
    ['40HQ', '2'],
    ['40尺高柜', '2'],
    ['L5G1', '2'],
    ["45'", '2'],
    ['高箱', undefined],
    ['4520', undefined],
  ])('%s → %s', (size, teu) => expect(teuOf(size)).toBe(teu))

  test('forty-five feet may count 2.25', () => {
    expect([teuFits('L5G1', '2'), teuFits('L5G1', '2.25'), teuFits('45G1', '2.25'), teuFits('高箱', '3')]).toEqual([
      true,
      true,
      false,
      true,
    ])
  })
})
