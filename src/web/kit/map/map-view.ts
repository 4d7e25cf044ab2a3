import type { Bounds, Place } from '#kernel/place.ts'

/** What a map shows: its middle in the square of the world (0 to 1, y down, web Mercator) and the zoom of web maps. */
export interface View {
  x: number
  y: number
  zoom: number
}

/** A point of the screen, in pixels. */
export interface Spot {
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

const CLOSEST = 18

/** Pixels that the whole world is wide. */
export const scaleOf = (zoom: number) => 256 * 2 ** zoom

export function worldOf({ longitude, latitude }: Place): Spot {
  const north = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180)
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + north) / (1 - north)) / (4 * Math.PI) }
}

export function placeOf({ x, y }: Spot): Place {
  return {
    longitude: (x - 0.5) * 360,
    latitude: (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90,
  }
}

/** The place under a spot of a map of this size. */
export function placeAt(view: View, { width, height }: Size, spot: Spot): Place {
  const scale = scaleOf(view.zoom)
  return placeOf({ x: view.x + (spot.x - width / 2) / scale, y: view.y + (spot.y - height / 2) / scale })
}

/** The closest view in which the whole area is seen, with a margin. */
export function viewOf(area: Bounds, { width, height }: Size, margin = 24): View {
  const [from, to] = cornersOf(area)
  const across = Math.max(1, width - margin * 2) / Math.max(1e-9, to.x - from.x)
  const down = Math.max(1, height - margin * 2) / Math.max(1e-9, to.y - from.y)
  const zoom = Math.min(CLOSEST - 2, Math.log2(Math.min(across, down) / 256))
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, zoom }
}

/** What is seen. */
export function seenIn(view: View, size: Size): Bounds {
  const upper = placeAt(view, size, { x: 0, y: 0 })
  const lower = placeAt(view, size, { x: size.width, y: size.height })
  return { west: upper.longitude, north: upper.latitude, east: lower.longitude, south: lower.latitude }
}

/** The view nearest to a wish: not farther than one step beyond the whole, not closer than streets, its middle in the area. */
export function kept(wish: View, whole: View, area: Bounds): View {
  const [from, to] = cornersOf(area)
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
  return {
    x: within(wish.x, from.x, to.x),
    y: within(wish.y, from.y, to.y),
    zoom: within(wish.zoom, whole.zoom - 1, CLOSEST),
  }
}

export function moved(view: View, across: number, down: number): View {
  const scale = scaleOf(view.zoom)
  return { ...view, x: view.x - across / scale, y: view.y - down / scale }
}

/** Closer or farther by so many steps, with what lies under the spot staying there. */
export function zoomed(view: View, steps: number, spot: Spot, { width, height }: Size): View {
  const zoom = Math.min(CLOSEST, view.zoom + steps)
  const grown = 1 / scaleOf(view.zoom) - 1 / scaleOf(zoom)
  return { x: view.x + (spot.x - width / 2) * grown, y: view.y + (spot.y - height / 2) * grown, zoom }
}

/** A round length for a scale of at most so many pixels. */
export function scaleBar(view: View, most: number): { metres: number; pixels: number } {
  const { latitude } = placeOf(view)
  const perPixel = (40_075_016.7 * Math.cos((latitude * Math.PI) / 180)) / scaleOf(view.zoom)
  const power = 10 ** Math.floor(Math.log10(most * perPixel))
  const metres = power * ([5, 2, 1].find((round) => round * power <= most * perPixel) ?? 1)
  return { metres, pixels: metres / perPixel }
}

function cornersOf({ west, south, east, north }: Bounds): [Spot, Spot] {
  return [worldOf({ longitude: west, latitude: north }), worldOf({ longitude: east, latitude: south })]
}
