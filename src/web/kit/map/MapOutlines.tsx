import { memo } from 'react'
import { middleOf, type Place, type Polygons } from '#kernel/place.ts'
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
