import type { Figure, History, What } from './history-words.ts'

/** One year of the drawing; `figure` null where nobody published one. */
export interface Slot {
  year: number
  scope: string | null
  value: string | null
  unit: string
  /** hollow: without a source, or computed by us */
  hollow: 'unconfirmed' | 'derived' | null
}

/** Years that stand together, of one scope; a gap has no scope. */
export interface Run {
  scope: string | null
  slots: Slot[]
}

export interface Drawn {
  runs: Run[]
  highest: number
  /** scopes too large for the same scale: told beside, not drawn */
  offScale: Figure[]
}

/** As far as a scope may exceed the zone's own before it would flatten the drawing. */
const MOST = 4

/** The years of one thing from the first to the last, each in its scope; a change of scope or a missing year begins a new run. */
export function slotsOf({ figures, derived, segments, scopes }: History, what: What): Drawn {
  const own = scopes.find((scope) => scope.own)?.code
  const years = segments.find((one) => one.what === what)?.segments.flatMap((segment) => segment.years) ?? []
  const drawn = years.map((key) => figures.find((one) => one.key === key)!)
  const ownMost = Math.max(0, ...drawn.filter(({ scope }) => scope === own).map(({ value }) => Number(value)))
  const fits = ({ value }: { value: string }) => ownMost === 0 || Number(value) <= MOST * ownMost
  const slots = new Map<number, Slot>()
  for (const { period, scope, value, unit, certainty } of drawn.filter(fits)) {
    const year = Number(period)
    if (slots.has(year) && scope !== own) continue
    slots.set(year, { year, scope, value, unit, hollow: certainty === 'unconfirmed' ? 'unconfirmed' : null })
  }
  for (const { period, scope, value, unit, what: thing } of derived)
    if (thing === what && /^\d{4}$/.test(period) && !slots.has(Number(period)))
      slots.set(Number(period), { year: Number(period), scope, value, unit, hollow: 'derived' })
  const known = [...slots.keys()]
  const first = Math.min(...known)
  const all =
    known.length === 0 ? [] : Array.from({ length: Math.max(...known) - first + 1 }, (_, step) => first + step)
  const runs: Run[] = []
  for (const year of all) {
    const slot = slots.get(year) ?? { year, scope: null, value: null, unit: '', hollow: null }
    if (runs.at(-1)?.scope === slot.scope) runs.at(-1)!.slots.push(slot)
    else runs.push({ scope: slot.scope, slots: [slot] })
  }
  const highest = Math.max(1, ...[...slots.values()].map(({ value }) => Number(value)))
  return { runs, highest, offScale: drawn.filter((one) => !fits(one)) }
}
