import { daysBetween } from '#kernel/period.ts'
import type { Train } from './TrainPage.tsx'

type Leg = Train['legs'][number]

/** A place on the way: when the train was to come and go, when it did, and the leg that leads on. */
export interface Stop {
  place: Leg['from']
  arrival: { planned: string; actual: string | null; late: number | null } | null
  departure: { planned: string; actual: string | null; late: number | null } | null
  /** passed, where the train is now, or still ahead */
  state: 'passed' | 'here' | 'ahead'
  onward: Leg | null
}

/** The places in order, from the legs between them. The train is at the last place it reached, or on the leg it left for. */
export function stopsOf(legs: readonly Leg[]): Stop[] {
  const stops = legs.map((leg, index): Omit<Stop, 'state'> => {
    const before = legs[index - 1]
    return {
      place: leg.from,
      arrival: before ? dayPair(before.plannedArrival, before.arrival) : null,
      departure: dayPair(leg.plannedDeparture, leg.departure),
      onward: leg,
    }
  })
  const last = legs.at(-1)
  if (last)
    stops.push({ place: last.to, arrival: dayPair(last.plannedArrival, last.arrival), departure: null, onward: null })
  const reached = stops.findLastIndex(({ arrival, departure }) => Boolean(arrival?.actual ?? departure?.actual))
  return stops.map((stop, index) => ({
    ...stop,
    state: index < reached ? 'passed' : index > reached ? 'ahead' : stop.onward ? 'here' : 'passed',
  }))
}

function dayPair(planned: string, actual: string | null) {
  return { planned, actual, late: actual === null ? null : daysBetween(planned, actual) }
}
