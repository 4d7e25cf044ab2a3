import { expect, test } from 'vitest'
import { nearestNames } from './nearest-names.ts'

test.each([
  ['trains.cuont', ['trains.value', 'trains.count', 'auto.output'], ['trains.count']],
  ['auto.outputs', ['auto.output', 'auto.output.saic'], ['auto.output', 'auto.output.saic']],
  ['cat', ['cut', 'cart', 'dog', 'at', 'cot'], ['at', 'cart', 'cot']],
  ['产值', ['产量', '营业收入'], ['产量']],
  ['x', [], []],
])('%s among %s is nearest to %s', (written, among, nearest) => {
  expect(nearestNames(written, among)).toEqual(nearest)
})
