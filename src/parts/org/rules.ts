import { type Day, isDay } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'

/** A unit below a parent from a day until the day before another (`to` is not included); no parent: the root. */
export interface Place {
  unit: string
  parent: string | null
  from: Day
  to: Day | null
}

/** What the rules need to know of a unit besides its places; `closed` is the first day it is no more. */
export interface Lifetime {
  code: string
  opened: Day
  closed: Day | null
}

/** Unit → parent. A unit that does not exist on the day has no entry. */
export type Parents = ReadonlyMap<string, string | null>

/** What a move writes: the place that stood last ends, or, when both begin on the same day, is written anew. */
export interface Move {
  ends: Place
  opens: Place
  /** the last move was of the same day, so its row changes its parent and no row is added */
  replaces: boolean
}

/** The tree as it stood on a day: a figure of 2018 belongs to the tree of 2018. */
export function parentsOn(places: readonly Place[], on: Day): Parents {
  return new Map(places.filter((place) => holds(place, on)).map((place) => [place.unit, place.parent]))
}

/** Every unit where it stands today, closed ones where they stood last, coming ones where they will stand first. */
export function latestParents(places: readonly Place[], today: Day): Parents {
  const chosen = new Map<string, Place>()
  for (const place of [...places].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (place.from <= today || !chosen.has(place.unit)) chosen.set(place.unit, place)
  }
  return new Map([...chosen.values()].map((place) => [place.unit, place.parent]))
}

/** The roots and everything below them, each once; roots that are not in the tree are left out. */
export function unitsBelow(parents: Parents, roots: readonly string[]): Set<string> {
  const children = Map.groupBy(parents, ([, parent]) => parent)
  const found = new Set(roots.filter((root) => parents.has(root)))
  for (const unit of found) for (const [child] of children.get(unit) ?? []) found.add(child)
  return found
}

/** From the unit up to the root, the unit itself first; empty when it is not in the tree. */
export function pathUp(parents: Parents, unit: string): string[] {
  const path: string[] = []
  let next: string | null | undefined = parents.has(unit) ? unit : null
  while (next && !path.includes(next)) {
    path.push(next)
    next = parents.get(next)
  }
  return path
}

/** Whether a stretch of days holds on a day. */
export function holds(stretch: { from: Day; to: Day | null }, on: Day): boolean {
  return stretch.from <= on && (stretch.to === null || on < stretch.to)
}

/** Refuses `org/day-unreadable`. */
export function checkDay(text: string): Day {
  return isDay(text) ? text : refuse('org/day-unreadable', { day: text.slice(0, 40) })
}

/** A new unit below a parent. Refuses `org/parent-closed`, `org/parent-not-open`. */
export function checkOpening(parent: Lifetime, unit: Lifetime): void {
  if (unit.closed !== null && unit.closed <= unit.opened) {
    refuse('org/closed-before-open', { unit: unit.code, opened: unit.opened, closed: unit.closed })
  }
  if (parent.opened > unit.opened) {
    refuse('org/parent-not-open', { parent: parent.code, on: unit.opened, opened: parent.opened })
  }
  checkOutlives(parent, unit)
}

/**
 * Where a unit goes from a day on. Refuses `org/root-stays`, `org/unit-closed`, `org/move-too-early`,
 * `org/parent-not-open`, `org/parent-closed`, `org/unit-cycle`; null when it stands there already.
 */
export function moveOf(places: readonly Place[], unit: Lifetime, parent: Lifetime, on: Day): Move | null {
  const last = places.filter((place) => place.unit === unit.code).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (!last || last.parent === null) return refuse('org/root-stays', { unit: unit.code })
  if (unit.closed !== null && on >= unit.closed) refuse('org/unit-closed', { unit: unit.code, closed: unit.closed })
  if (last.parent === parent.code && last.from <= on) return null
  if (on < last.from) refuse('org/move-too-early', { unit: unit.code, on, last: last.from })
  if (parent.opened > on) refuse('org/parent-not-open', { parent: parent.code, on, opened: parent.opened })
  checkOutlives(parent, unit)
  const opens: Place = { unit: unit.code, parent: parent.code, from: on, to: unit.closed }
  checkNoCycle(places, opens)
  return { ends: { ...last, to: on }, opens, replaces: last.from === on }
}

/**
 * A unit ends. Refuses `org/root-stays`, `org/closed-before-open`, `org/move-too-early` (a later move is on record),
 * `org/units-remain`: a unit below it stands there on that day or later.
 */
export function checkClosing(places: readonly Place[], unit: Lifetime, on: Day): void {
  if (on <= unit.opened) refuse('org/closed-before-open', { unit: unit.code, opened: unit.opened, closed: on })
  const own = places.filter((place) => place.unit === unit.code)
  if (own.some((place) => place.parent === null)) refuse('org/root-stays', { unit: unit.code })
  const later = own.find((place) => place.from >= on)
  if (later) refuse('org/move-too-early', { unit: unit.code, on, last: later.from })
  const below = places.filter((place) => place.parent === unit.code && (place.to === null || place.to > on))
  if (below.length > 0) refuse('org/units-remain', { unit: unit.code, on, units: below.map((place) => place.unit) })
}

/** A parent must be there as long as the unit below it. */
function checkOutlives(parent: Lifetime, unit: Lifetime): void {
  if (parent.closed === null) return
  if (unit.closed === null || unit.closed > parent.closed) {
    refuse('org/parent-closed', { parent: parent.code, closed: parent.closed })
  }
}

/** Later moves of other units may already be on record, so the path is walked on every day from which it changes. */
function checkNoCycle(places: readonly Place[], opens: Place): void {
  const days = places.map((place) => place.from).filter((from) => from > opens.from)
  for (const day of [opens.from, ...new Set(days)]) {
    const path = pathUp(parentsOn(places, day), opens.parent ?? '')
    if (path.includes(opens.unit)) refuse('org/unit-cycle', { unit: opens.unit, parent: opens.parent, on: day, path })
  }
}
