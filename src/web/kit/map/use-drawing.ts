import { useMemo } from 'react'
import { type Bounds, boundsOf, type Place } from '#kernel/place.ts'
import { mapShape, type ZoneDrawing } from '#parts/org/boundary-shapes.ts'
import { useEndpoint } from '#web/client.ts'

/** The outlines of the zone, the same for every map of the visit. */
export const useDrawing = () => useEndpoint(mapShape, undefined, { staleTime: 10 * 60_000 })

/** What a map shows as a whole: the zone, or where no boundary is on record, what is drawn on it. */
export function useArea(drawing: ZoneDrawing | undefined, places: readonly Place[]): Bounds | null {
  return useMemo(() => {
    if (drawing?.zone) return boundsOf(drawing.zone.polygons)
    if (places.length === 0) return null
    const ring = places.map(({ longitude, latitude }) => [longitude, latitude] as const)
    const { west, south, east, north } = boundsOf([[ring]])
    return { west: west - 0.01, south: south - 0.01, east: east + 0.01, north: north + 0.01 }
  }, [drawing, places])
}
