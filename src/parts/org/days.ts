import type { Day } from '#kernel/period.ts'

const ahead = 8 * 3_600_000

/** The day it is in Shanghai at an instant; the zone has kept UTC+8 without summer time since 1991. */
export function dayOf(now: Date): Day {
  return new Date(now.getTime() + ahead).toISOString().slice(0, 10)
}
