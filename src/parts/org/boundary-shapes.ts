import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Ring = z.array(z.tuple([z.number(), z.number()]).readonly()).readonly()

const Area = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  /** coordinates of a GeoJSON MultiPolygon, WGS-84 */
  polygons: z.array(z.array(Ring).readonly()).readonly(),
})

const Tiles = z.object({
  /** address of a raster tile with {z}, {x} and {y} */
  url: z.string(),
  /** whose map it is */
  credit: z.string(),
  /** coordinates in which the tiles are cut */
  shift: z.enum(['wgs84', 'gcj02']),
})

const ZoneDrawing = z.object({
  on: z.string(),
  zone: Area.nullable(),
  offices: z.array(Area),
  communities: z.array(Area),
  parks: z.array(Area),
  tiles: Tiles.nullable(),
})
export type ZoneDrawing = z.output<typeof ZoneDrawing>
export type DrawnArea = z.output<typeof Area>

export const mapShape = endpoint({
  method: 'GET',
  path: '/api/map',
  permission: 'public',
  open: { seconds: 300 },
  summary: { zh: '本区边界和底图', en: 'Outlines of the zone and its units, and the tile source' },
  reply: ZoneDrawing,
})
