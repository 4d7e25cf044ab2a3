import * as maplibre from 'maplibre-gl'
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef } from 'react'
import { toGcj02 } from '#kernel/place.ts'
import type { ZoneDrawing } from '#parts/org/boundary-shapes.ts'
import { placeOf, type View } from './map-view.ts'

maplibre.setWorkerUrl(workerAddress)

/**
 * The configured tiles below the zone's own drawing. It has no hands of its own: it follows the view. Tiles cut in GCJ-02 are shown
 * at the shifted middle, so that they lie under the drawing to a few metres.
 */
export default function MapTiles({ tiles, view }: { tiles: NonNullable<ZoneDrawing['tiles']>; view: View }) {
  const ground = useRef<HTMLDivElement>(null)
  const map = useRef<maplibre.Map>(null)
  useEffect(() => {
    map.current = new maplibre.Map({
      container: ground.current!,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      style: {
        version: 8,
        sources: { ground: { type: 'raster', tiles: mirrors(tiles.url), tileSize: 256 } },
        layers: [{ id: 'ground', type: 'raster', source: 'ground' }],
      },
    })
    return () => map.current?.remove()
  }, [tiles])
  useEffect(() => {
    const middle = tiles.shift === 'gcj02' ? toGcj02(placeOf(view)) : placeOf(view)
    // MapLibre counts zoom by tiles of 512 pixels.
    map.current?.jumpTo({ center: [middle.longitude, middle.latitude], zoom: view.zoom - 1 })
  }, [tiles, view])
  return <div ref={ground} className="map-tiles" aria-hidden />
}

/** `{s}` of an address stands for its mirrors a, b and c. */
const mirrors = (url: string) => (url.includes('{s}') ? ['a', 'b', 'c'].map((one) => url.replace('{s}', one)) : [url])
