import { describe, expect, test } from 'vitest'
import { rowPage } from './row-page.ts'

const train = '/opening/trains/{number}/{day}'

describe('the address of a row', () => {
  test.each([
    [train, { number: 'X8201', day: '2018-06-01' }, '/opening/trains/X8201/2018-06-01'],
    [train, { number: 'X/1 甲', day: '2018-06-01' }, '/opening/trains/X%2F1%20%E7%94%B2/2018-06-01'],
    [train, { number: 'X8201', day: null }, undefined],
    [train, { number: 'X8201' }, undefined],
    [null, { number: 'X8201' }, undefined],
  ])('%s with %o', (page, values, address) => {
    expect(rowPage(page, values)).toBe(address)
  })
})
