import { and, asc, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { isInside, middleOf, type Place } from '#kernel/place.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import type { BoundaryKind, BoundaryRow } from './boundary-rows.ts'
import { boundaries, unitPlaces } from './tables.ts'

/** Where a place lies; `unit` is the smallest of community, office and the zone's own unit. */
export interface UnitOfPlace {
  unit: string
  community: string | null
  office: string | null
  /** the grid cell's number */
  cell: string | null
}

/** The units and the grid cell a place lies in on a day (today unless told); null outside the zone. */
export async function unitAt(tx: Tx, place: Place, on?: Day): Promise<UnitOfPlace | null> {
  const day = on ?? (await zoneToday(tx))
  const { longitude, latitude } = place
  const around = await tx.db
    .select({ kind: boundaries.kind, code: boundaries.code, unit: boundaries.unitCode, polygons: boundaries.polygons })
    .from(boundaries)
    .where(
      and(
        ...[lte(boundaries.west, longitude), gte(boundaries.east, longitude)],
        ...[lte(boundaries.south, latitude), gte(boundaries.north, latitude), holdsOn(day)],
      ),
    )
    .orderBy(asc(boundaries.code))
  const within = around.filter(({ polygons }) => isInside(place, polygons))
  const of = (kind: BoundaryKind) => within.find((area) => area.kind === kind)
  const [zone, cell] = [of('zone'), of('cell')]
  const community = of('community')?.unit ?? cell?.unit ?? null
  const office = of('office')?.unit ?? (community === null ? null : await parentOf(tx, community, day))
  const unit = community ?? office ?? zone?.unit
  return unit === undefined ? null : { unit, community, office, cell: cell?.code ?? null }
}

/** {@link unitAt}, refusing `org/place-outside` (400) for a place that is not in the zone. */
export async function placeInZone(tx: Tx, place: Place, on?: Day): Promise<UnitOfPlace> {
  return (await unitAt(tx, place, on)) ?? refuse('org/place-outside', { ...place }, 400)
}

/** The middle of a grid cell by its number, as it lies today; null when there is no such cell. */
export async function middleOfCell(tx: Tx, cell: string): Promise<Place | null> {
  const day = await zoneToday(tx)
  const [found] = await tx.db
    .select({ polygons: boundaries.polygons })
    .from(boundaries)
    .where(and(eq(boundaries.kind, 'cell'), eq(boundaries.code, cell), holdsOn(day)))
  return found ? middleOf(found.polygons) : null
}

/** The areas of some kinds as they lie on a day. */
export function boundariesOn(tx: Tx, on: Day, kinds: readonly BoundaryKind[]): Promise<BoundaryRow[]> {
  return tx.db
    .select()
    .from(boundaries)
    .where(and(inArray(boundaries.kind, [...kinds]), holdsOn(on)))
    .orderBy(asc(boundaries.code))
}

const holdsOn = (on: Day) => and(lte(boundaries.fromOn, on), or(isNull(boundaries.toOn), gt(boundaries.toOn, on)))

async function parentOf(tx: Tx, unit: string, on: Day): Promise<string | null> {
  const [above] = await tx.db
    .select({ parent: unitPlaces.parentCode })
    .from(unitPlaces)
    .where(
      and(
        eq(unitPlaces.unitCode, unit),
        lte(unitPlaces.fromOn, on),
        or(isNull(unitPlaces.toOn), gt(unitPlaces.toOn, on)),
      ),
    )
  return above?.parent ?? null
}
