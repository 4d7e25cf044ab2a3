import { memo } from 'react'
import type { Place, Polygons } from '#kernel/place.ts'
import type { DrawnArea, ZoneDrawing } from '#parts/org/boundary-shapes.ts'
import { useLocale } from '#web/locale.tsx'
import type { Spot } from './map-view.ts'

interface OutlinesProps {
  drawing: ZoneDrawing
  zoom: number
  /** pixels from the map's origin */
  at: (place: Place) => Spot
}

const COMMUNITY_NAMES = 13.2

/** Outlines and names of the zone, its offices, communities and parks. */
export const MapOutlines = memo(function MapOutlines({ drawing, zoom, at }: OutlinesProps) {
  const { locale } = useLocale()
  const near = zoom >= COMMUNITY_NAMES
  const lines = (areas: readonly DrawnArea[], kind: string) =>
    areas.map(({ code, polygons }) => (
      <path key={`${kind} ${code}`} className="map-area" data-kind={kind} d={pathOf(polygons, at)} />
    ))
  const names = (areas: readonly DrawnArea[], kind: string) =>
    areas.map(({ code, polygons, nameZh, nameEn }) => (
      <text key={`${kind} ${code}`} className="map-name" data-kind={kind} {...at(middleOf(polygons))}>
        {locale === 'zh' ? nameZh : nameEn}
      </text>
    ))
  return (
    <g aria-hidden>
      {drawing.zone && lines([drawing.zone], 'zone')}
      {lines(drawing.communities, 'community')}
      {lines(drawing.offices, 'office')}
      {lines(drawing.parks, 'park')}
      {near ? names(drawing.communities, 'community') : names(drawing.offices, 'office')}
    </g>
  )
})

function pathOf(polygons: Polygons, at: OutlinesProps['at']): string {
  const line = (points: readonly (readonly [number, number])[]) =>
    points
      .map(([longitude, latitude], index) => {
        const { x, y } = at({ longitude, latitude })
        return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
      })
      .join('')
  return polygons.flatMap((rings) => rings.map((ring) => `${line(ring.slice(0, -1))}Z`)).join('')
}

/** The middle of the area itself, by the shoelace of its first ring, so that a name lies in its area. */
export function middleOf(polygons: Polygons): Place {
  const ring = polygons[0]?.[0] ?? []
  const [ox, oy] = ring[0] ?? [0, 0]
  let [twice, x, y] = [0, 0, 0]
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = [ring[index - 1]![0] - ox, ring[index - 1]![1] - oy]
    const [bx, by] = [ring[index]![0] - ox, ring[index]![1] - oy]
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  if (twice === 0) return { longitude: ox, latitude: oy }
  return { longitude: ox + x / (3 * twice), latitude: oy + y / (3 * twice) }
}
