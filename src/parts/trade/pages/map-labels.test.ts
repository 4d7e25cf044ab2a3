import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Corridor, drawn, edgesOf, movedAside } from './corridor-edges.ts'
import { labelsFor } from './map-labels.ts'

const frame = { width: 800, height: 400 }

test('no label lies over another, over a place, or over the edge, however places crowd', () => {
  const place = fc.record({
    key: fc.uuid(),
    text: fc.constantFrom('郑州', '阿拉山口', 'Alashankou', 'Hamburg', '二连浩特'),
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 14 }), (places) => {
      const boxes = labelsFor(places, frame, places).map(
        ({ left, middle, width }) => [left, middle - 8.5, left + width, middle + 8.5] as const,
      )
      for (const [index, [left, top, right, bottom]] of boxes.entries()) {
        expect(left >= 0 && top >= 0 && right <= 800 && bottom <= 400).toBe(true)
        for (const other of boxes.slice(index + 1))
          expect(left < other[2] && other[0] < right && top < other[3] && other[1] < bottom).toBe(false)
        for (const { x, y } of places) expect(x > left && x < right && y > top && y < bottom).toBe(false)
      }
    }),
    { seed: 7, numRuns: 60 },
  )
})

test('the first to ask stands to the right of its place', () => {
  const [label] = labelsFor([{ key: 'a', text: '郑州', x: 100, y: 100 }], frame, [])
  expect([label!.left, label!.middle]).toEqual([108, 100])
})

test('routes that share a stretch add up on it', () => {
  const way = (trains: number) => ({ trains, teu: '0', weight: '0', value: '0' })
  const words = { zh: '线', en: 'route' }
  const corridor = (path: string[], out: number, back: number): Corridor => ({
    ...{ route: words, port: words, scope: 'europe', path, outbound: way(out), return: way(back) },
  })
  const edges = edgesOf([corridor(['A', 'B', 'C'], 3, 1), corridor(['A', 'B', 'D'], 4, 2), corridor([], 9, 9)])
  expect(edges.map(({ key, outbound, return: back }) => [key, outbound, back])).toEqual([
    ['A B', 7, 3],
    ['B C', 3, 1],
    ['B D', 4, 2],
  ])
  expect(edges[0]!.corridors).toEqual([0, 1])
})

test('a line moved aside keeps its distance', () => {
  expect(
    movedAside(
      [
        [0, 0],
        [10, 0],
      ],
      2,
    ),
  ).toEqual([
    [0, 2],
    [10, 2],
  ])
  expect(
    drawn([
      [0, 0],
      [1.25, 2],
    ]),
  ).toBe('M0.0 0.0L1.3 2.0')
})
