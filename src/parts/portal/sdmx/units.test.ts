import { expect, test } from 'vitest'
import { sdmxUnit } from './units.ts'

test.each([
  ['亿元', 'CNY', 8],
  ['亿美元', 'USD', 8],
  ['%', 'PT', 0],
  ['个百分点', 'PP', 0],
  ['万辆', 'VEHICLES', 4],
  ['平方米', 'SQUARE_METRES', 0],
  ['微克/立方米', 'UG_M3', 0],
  ['万美元/列', 'USD_PER_TRAINS', 4],
  ['束', 'OTHER', 0],
])('%s is %s times ten to the %i', (code, id, mult) => {
  expect(sdmxUnit(code)).toMatchObject({ id, mult })
  expect(id).toMatch(/^[A-Za-z0-9_@$-]+$/)
})
