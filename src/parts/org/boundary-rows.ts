import { z } from 'zod'
import { isDay } from '#kernel/period.ts'
import { boundsOf, type Polygons } from '#kernel/place.ts'

export const boundaryKinds = ['zone', 'office', 'park', 'community', 'cell'] as const
export type BoundaryKind = (typeof boundaryKinds)[number]

const Day = z.string().refine(isDay)
const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const Ring = z
  .array(Point)
  .min(4)
  .refine((ring) => String(ring[0]) === String(ring.at(-1)))

/** boundary.geojson: areas of units through time, in WGS-84 as RFC 7946 has it. */
const Feature = z.object({
  type: z.literal('Feature'),
  properties: z
    .object({
      kind: z.enum(boundaryKinds),
      code: z.string().min(1).max(40),
      unit: z.string(),
      from: Day,
      to: Day.nullable(),
    })
    .refine(({ from, to }) => to === null || to > from),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
  ]),
})
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) })

/** An area of the table. */
export interface BoundaryRow {
  kind: BoundaryKind
  code: string
  unitCode: string
  fromOn: string
  toOn: string | null
  west: number
  south: number
  east: number
  north: number
  polygons: Polygons
}

/** The areas of a boundary.geojson, or the words of what is wrong in it. */
export function boundaryRowsOf(text: string): BoundaryRow[] | { problem: string } {
  const parsed = Collection.safeParse(jsonOf(text))
  if (!parsed.success) return { problem: z.prettifyError(parsed.error).slice(0, 400) }
  return parsed.data.features.map(({ properties: { kind, code, unit, from, to }, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    return { kind, code, unitCode: unit, fromOn: from, toOn: to, ...boundsOf(polygons), polygons }
  })
}

/** The same file again, one area a line. */
export function boundaryFileOf(rows: readonly BoundaryRow[]): string {
  const lines = rows.map(({ kind, code, unitCode, fromOn, toOn, polygons }) => {
    const geometry =
      polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons }
    return JSON.stringify({
      type: 'Feature',
      properties: { kind, code, unit: unitCode, from: fromOn, to: toOn },
      geometry,
    })
  })
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
