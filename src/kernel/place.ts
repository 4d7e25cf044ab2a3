/** A point in degrees. Everywhere inside the product it is WGS-84 (CGCS2000 differs from it by centimetres). */
export interface Place {
  longitude: number
  latitude: number
}

/** Degrees; west ≤ east, south ≤ north. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

/** Rings of GeoJSON: `[longitude, latitude]`, the last point being the first again. */
export type Ring = readonly (readonly [number, number])[]

/** `coordinates` of a GeoJSON MultiPolygon: polygons of an outer ring and its holes. */
export type Polygons = readonly (readonly Ring[])[]

const EARTH = 6_371_008.8
const DEGREE = Math.PI / 180

/** Whether two numbers are a longitude and a latitude. */
export function isPlace(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}

/** Metres along a great circle. */
export function metresBetween(one: Place, other: Place): number {
  const [a, b] = [one.latitude * DEGREE, other.latitude * DEGREE]
  const half = (angle: number) => Math.sin(angle / 2) ** 2
  const h = half(b - a) + Math.cos(a) * Math.cos(b) * half((other.longitude - one.longitude) * DEGREE)
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** A rectangle that holds every point within so many metres; a little more at its corners. */
export function boundsAround({ longitude, latitude }: Place, metres: number): Bounds {
  const up = (metres * 1.000_001) / (EARTH * DEGREE)
  const narrowest = Math.cos(Math.min(89.9, Math.abs(latitude) + up) * DEGREE)
  const across = up / narrowest
  return { west: longitude - across, south: latitude - up, east: longitude + across, north: latitude + up }
}

/** The rectangle around polygons. */
export function boundsOf(polygons: Polygons): Bounds {
  const points = polygons.flatMap(([outer]) => outer ?? [])
  const longitudes = points.map(([longitude]) => longitude)
  const latitudes = points.map(([, latitude]) => latitude)
  return {
    ...{ west: Math.min(...longitudes), south: Math.min(...latitudes) },
    ...{ east: Math.max(...longitudes), north: Math.max(...latitudes) },
  }
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

/** Whether a place lies within polygons and outside their holes. Of two areas that share an edge, one has a point of it. */
export function isInside({ longitude, latitude }: Place, polygons: Polygons): boolean {
  return polygons.some((rings) => rings.filter((ring) => surrounds(ring, longitude, latitude)).length % 2 === 1)
}

function surrounds(ring: Ring, x: number, y: number): boolean {
  let inside = false
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1]!
    const [bx, by] = ring[index]!
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}

/** Side in degrees of the cells by which a server groups points for a map: about 64 pixels at this zoom of web maps. */
export function clusterStep(zoom: number): number {
  return (360 / (256 * 2 ** zoom)) * 64
}

/** WGS-84 → GCJ-02, as Chinese web maps draw; nothing changes outside the rectangle in which they shift. */
export function toGcj02(place: Place): Place {
  if (!isShifted(place)) return place
  const { longitude, latitude } = place
  const shift = shiftAt(place)
  return { longitude: longitude + shift.longitude, latitude: latitude + shift.latitude }
}

/** GCJ-02 → WGS-84, to a millimetre: the shift is not given the other way, so that it is approached. */
export function fromGcj02(shifted: Place): Place {
  let place = shifted
  for (let turn = 0; turn < 12; turn += 1) {
    const again = toGcj02(place)
    const [east, north] = [again.longitude - shifted.longitude, again.latitude - shifted.latitude]
    if (Math.abs(east) < 1e-11 && Math.abs(north) < 1e-11) break
    place = { longitude: place.longitude - east, latitude: place.latitude - north }
  }
  return place
}

/** WGS-84 → BD-09, as Baidu draws. */
export function toBd09(place: Place): Place {
  const { longitude: x, latitude: y } = toGcj02(place)
  const length = Math.hypot(x, y) + 0.00002 * Math.sin(y * SPIRAL)
  const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * SPIRAL)
  return { longitude: length * Math.cos(angle) + 0.0065, latitude: length * Math.sin(angle) + 0.006 }
}

/** BD-09 → WGS-84, to a millimetre. */
export function fromBd09(shifted: Place): Place {
  let place = fromGcj02({ longitude: shifted.longitude - 0.0065, latitude: shifted.latitude - 0.006 })
  for (let turn = 0; turn < 12; turn += 1) {
    const again = toBd09(place)
    const [east, north] = [again.longitude - shifted.longitude, again.latitude - shifted.latitude]
    if (Math.abs(east) < 1e-11 && Math.abs(north) < 1e-11) break
    place = { longitude: place.longitude - east, latitude: place.latitude - north }
  }
  return place
}

const SPIRAL = (Math.PI * 3000) / 180
// Krasovsky's ellipsoid of 1940
const AXIS = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943

function isShifted({ longitude, latitude }: Place): boolean {
  return longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271
}

function shiftAt({ longitude, latitude }: Place): Place {
  const [x, y] = [longitude - 105, latitude - 35]
  const north = latitude * DEGREE
  const flat = 1 - ECCENTRICITY * Math.sin(north) ** 2
  const metresNorth = ((AXIS * (1 - ECCENTRICITY)) / (flat * Math.sqrt(flat))) * DEGREE
  const metresEast = (AXIS / Math.sqrt(flat)) * Math.cos(north) * DEGREE
  return { longitude: eastward(x, y) / metresEast, latitude: northward(x, y) / metresNorth }
}

const wave = (turns: number) => Math.sin(turns * Math.PI)

function northward(x: number, y: number): number {
  return (
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    ((20 * wave(6 * x) + 20 * wave(2 * x)) * 2) / 3 +
    ((20 * wave(y) + 40 * wave(y / 3)) * 2) / 3 +
    ((160 * wave(y / 12) + 320 * wave(y / 30)) * 2) / 3
  )
}

function eastward(x: number, y: number): number {
  return (
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    ((20 * wave(6 * x) + 20 * wave(2 * x)) * 2) / 3 +
    ((20 * wave(x) + 40 * wave(x / 3)) * 2) / 3 +
    ((150 * wave(x / 12) + 300 * wave(x / 30)) * 2) / 3
  )
}
