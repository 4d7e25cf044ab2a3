import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress, writeAddress } from './table-address.ts'

fc.configureGlobal({ seed: 2018 })

const defaults = { size: 50, sort: '-departedOn' }
const read = (search: string) => readAddress(new URLSearchParams(search), defaults.size, defaults.sort)

describe('a table in the address', () => {
  test('says nothing of what is as usual', () => {
    expect(writeAddress(new URLSearchParams('tab=rows'), read(''), defaults).toString()).toBe('tab=rows')
  })

  test.each(['page=0', 'page=-1', 'page=1e9', 'page=two', 'page=12345678901'])(
    'reads %s as the first page',
    (search) => {
      expect(read(search).page).toBe(1)
    },
  )

  test('asks for five hundred rows a page at most', () => {
    expect(read('size=100000').size).toBe(500)
  })

  test('comes back as it was written', () => {
    const table = fc.record({
      page: fc.integer({ min: 1, max: 10_000 }),
      size: fc.integer({ min: 1, max: 500 }),
      sort: fc.constantFrom('', 'value', '-value', '-departedOn'),
      q: fc.string({ maxLength: 20 }),
      filters: fc.dictionary(fc.stringMatching(/^[a-zA-Z]{1,12}$/), fc.string({ minLength: 1, maxLength: 12 })),
    })
    fc.assert(
      fc.property(table, (written) => {
        const search = writeAddress(new URLSearchParams('tab=rows'), written, defaults).toString()
        expect(read(search)).toEqual({ ...written, filters: { ...written.filters } })
        expect(new URLSearchParams(search).get('tab')).toBe('rows')
      }),
    )
  })
})
