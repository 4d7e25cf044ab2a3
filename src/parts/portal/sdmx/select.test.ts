import { expect, test } from 'vitest'
import type { Cell } from './cube.ts'
import { readQuery } from './query.ts'
import { select } from './select.ts'

const cell: Cell = {
  key: { FREQ: 'A', REF_AREA: '410171', INDICATOR: 'GDP', MEASURE: 'LEVEL' },
  time: '2017',
  vintage: {
    ...{ indicator: 'gdp', freq: 'A', period: '2017', start: '2017-01-01', end: '2017-12-31', measure: 'LEVEL' },
    ...{ value: '640.5', unit: '亿元', places: 1, status: 'locked', basis: 'comparable-prices' },
    ...{ validFrom: new Date(0), validTo: null },
  },
  attributes: { UNIT_MEASURE: 'CNY', UNIT_MULT: '8', DECIMALS: '1', BASIS: 'COMPARABLE_PRICES', OBS_STATUS: 'A' },
}

test('an answer that would be too large is refused with what was found and what is the most', () => {
  expect(select([cell, cell], readQuery('all', {}), 2)).toHaveLength(1)
  expect(() => select([cell, cell, cell], readQuery('all', {}), 2)).toThrow(
    expect.objectContaining({ code: 'portal/sdmx-too-large', status: 413, details: { found: 3, most: 2 } }),
  )
})
