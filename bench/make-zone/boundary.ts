import type { Place, Ring } from '../../src/kernel/place.ts'
import { type Cell, layoutOn } from './boundary-layout.ts'
import type { ZoneFiles } from './csv.ts'
import { seeded } from './random.ts'

const [COLUMNS, ROWS] = [18, 8]
const MIDDLE: Place = { longitude: 113.8, latitude: 34.715 }
const [CELL_WIDE, CELL_HIGH] = [0.0098, 0.0112]
/** the first version, the day a community changed its office, the day one was closed */
const versions = ['2016-01-01', '2017-07-01', '2017-10-01'] as const

type Point = readonly [number, number]
const kinds = ['zone', 'office', 'park', 'community', 'cell'] as const

/** boundary.geojson: the zone, its offices, parks, communities and grid cells through time; an invented outline. */
export function boundaryFiles(): ZoneFiles {
  const features = new Map<
    string,
    { kind: string; code: string; unit: string; from: string; to: string | null; ring: Ring }
  >()
  for (const [index, from] of versions.entries()) {
    for (const { kind, code, unit, cells } of areasOn(from)) {
      const ring = outline(cells)
      const key = `${kinds.indexOf(kind)} ${code} ${unit} ${JSON.stringify(ring)}`
      const to = versions[index + 1] ?? null
      const standing = features.get(key)
      features.set(key, standing?.to === from ? { ...standing, to } : { kind, code, unit, from, to, ring })
    }
  }
  const lines = [...features]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { ring, ...properties }]) =>
      JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }),
    )
  return new Map([['boundary.geojson', `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`]])
}

/** A place inside a unit as it lies today, another for every number; units without an area lie all over the zone. */
export function placeIn(unit: string, number: number): Place {
  const own = areasOn(versions[2]).find((area) => area.unit === unit && area.kind !== 'cell')
  const cells = own?.cells ?? layoutOn(versions[2])
  const random = seeded(`place ${unit} ${number}`)
  const { column, row } = cells[random.below(cells.length)]!
  const [across, up] = [0.1 + random.below(800) / 1000, 0.1 + random.below(800) / 1000]
  const [a, b, c, d] = corners(column, row)
  const between = (axis: 0 | 1) =>
    (a[axis] * (1 - across) + b[axis] * across) * (1 - up) + (d[axis] * (1 - across) + c[axis] * across) * up
  return { longitude: rounded(between(0), 6), latitude: rounded(between(1), 6) }
}

interface Area {
  kind: (typeof kinds)[number]
  code: string
  unit: string
  cells: Cell[]
}

function areasOn(day: string): Area[] {
  const cells = layoutOn(day)
  const by = (kind: Area['kind'], unitOf: (cell: Cell) => string | null): Area[] =>
    [...Map.groupBy(cells, unitOf)].flatMap(([unit, own]) => (unit ? [{ kind, code: unit, unit, cells: own }] : []))
  return [
    { kind: 'zone', code: '410171', unit: 'ZONE', cells },
    ...by('office', (cell) => cell.office),
    ...by('park', (cell) => cell.park),
    ...by('community', (cell) => cell.community),
    ...cells.map((cell): Area => ({ kind: 'cell', code: cell.code, unit: cell.community, cells: [cell] })),
  ]
}

/** The ring around cells that hang together, counterclockwise: sides that two cells share cancel out. */
function outline(cells: readonly Cell[]): Ring {
  const sides = new Map<string, { from: Point; to: Point }>()
  for (const { column, row } of cells) {
    const around = corners(column, row)
    for (const [index, from] of around.entries()) {
      const to = around[(index + 1) % 4]!
      if (!sides.delete(`${to}|${from}`)) sides.set(`${from}|${to}`, { from, to })
    }
  }
  const next = new Map([...sides.values()].map((side) => [String(side.from), side.to]))
  const [start] = [...sides.values()].map((side) => side.from).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const ring: Point[] = [start!]
  for (let at = next.get(String(start))!; String(at) !== String(start); at = next.get(String(at))!) ring.push(at)
  return [...ring, start!]
}

const corners = (column: number, row: number): [Point, Point, Point, Point] => [
  node(column, row),
  node(column + 1, row),
  node(column + 1, row + 1),
  node(column, row + 1),
]

/** A knot of the net, bent and shaken so that no edge is straight. */
function node(column: number, row: number): Point {
  const random = seeded(`node ${column} ${row}`)
  const shake = () => (random.below(1001) - 500) / 500
  const u = (column / COLUMNS) * 2 - 1 + (shake() * 0.28) / COLUMNS
  const v = (row / ROWS) * 2 - 1 + (shake() * 0.28) / ROWS
  const x = u * (1 - 0.13 * v * v) + 0.05 * Math.sin(2.1 * v + 0.4)
  const y = v * (1 - 0.22 * u * u) + 0.11 * Math.sin(1.9 * u)
  return [
    rounded(MIDDLE.longitude + (x * COLUMNS * CELL_WIDE) / 2, 5),
    rounded(MIDDLE.latitude + (y * ROWS * CELL_HIGH) / 2, 5),
  ]
}

const rounded = (degrees: number, places: number) => Number(degrees.toFixed(places))
