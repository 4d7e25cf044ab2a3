import type { Reply } from '#web/client.ts'
import type { corridorsShape } from '../trains/corridor-shapes.ts'

export type Corridors = Reply<typeof corridorsShape>
export type Corridor = Corridors['corridors'][number]

/** A stretch between two places with all trains of both ways on it, whichever route they run. */
export interface Edge {
  key: string
  from: string
  to: string
  outbound: number
  return: number
  /** places of the corridors in the list that use it */
  corridors: number[]
}

/** The stretches that corridors share, each once; `from` and `to` stand in the outbound order. */
export function edgesOf(corridors: readonly Corridor[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const [index, { path, outbound, return: back }] of corridors.entries())
    for (const [step, to] of path.slice(1).entries()) {
      const from = path[step]!
      const key = `${from} ${to}`
      const edge = edges.get(key) ?? { key, from, to, outbound: 0, return: 0, corridors: [] }
      edge.outbound += outbound.trains
      edge.return += back.trains
      edge.corridors.push(index)
      edges.set(key, edge)
    }
  return [...edges.values()]
}

export type Point = readonly [number, number]

/** The line moved sideways by so many pixels, to the right of its way when positive; ends stay square to their stretch. */
export function movedAside(line: readonly Point[], aside: number): Point[] {
  return line.map(([x, y], index) => {
    const [ax, ay] = line[Math.max(0, index - 1)]!
    const [bx, by] = line[Math.min(line.length - 1, index + 1)]!
    const length = Math.hypot(bx - ax, by - ay) || 1
    return [x - ((by - ay) / length) * aside, y + ((bx - ax) / length) * aside]
  })
}

export const drawn = (line: readonly Point[]): string =>
  line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
