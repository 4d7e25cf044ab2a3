import { expect, test } from 'vitest'
import { scaleOf } from './trend-scale.ts'

const texts = (values: number[]) => scaleOf(values).ticks.map(({ text }) => text)

test.each([
  ['from zero', [20.5, 38.7], ['0', '20', '40']],
  ['close together, far from zero', [95, 101], ['94', '96', '98', '100', '102']],
  ['below zero', [-3, 6], ['−5', '0', '5', '10']],
  ['one value', [7], ['0', '10']],
  ['fractions', [0.12, 0.3], ['0.0', '0.1', '0.2', '0.3']],
  ['all zero', [0, 0], ['0', '1']],
])('a scale has round ticks and holds its values: %s', (_name, values, expected) => {
  const { low, high } = scaleOf(values)
  expect(texts(values)).toEqual(expected)
  expect(low).toBeLessThanOrEqual(Math.min(...values))
  expect(high).toBeGreaterThanOrEqual(Math.max(...values))
})

test('nothing to draw has no ticks', () => {
  expect(scaleOf([]).ticks).toEqual([])
})
