import type { Tx } from './db/work.ts'
import type { Day } from './period.ts'

const DAY = 86_400_000
const SHANGHAI = 8 * 3_600_000

/**
 * The zone's own moment: the machine's clock, or in a demonstration zone the same time of day on the zone's day, which goes on
 * from its first load. Deadlines, steps and visits stand on it.
 */
export async function zoneNow(tx: Pick<Tx, 'client' | 'now'>): Promise<Date> {
  return new Date(tx.now.getTime() - (await behind(tx)))
}

/** The day of `zoneNow` in Asia/Shanghai. */
export async function zoneToday(tx: Pick<Tx, 'client' | 'now'>): Promise<Day> {
  return shanghaiDay(await zoneNow(tx))
}

/** How far the zone's clock stands behind the machine's, in milliseconds: what programs outside are told is later by as much. */
export async function behind(tx: Pick<Tx, 'client'>): Promise<number> {
  const { rows } = await tx.client.query<{ days: number }>(
    'select clock_behind_days as days from zone_settings where single',
  )
  return (rows[0]?.days ?? 0) * DAY
}

/** Whole days from the zone's day to the machine's, for a demonstration zone that is loaded now; 0 for any other. */
export function daysBehind(settings: { demonstration: boolean; today?: Day | undefined }, now: Date): number {
  if (!settings.demonstration || settings.today === undefined) return 0
  return Math.round((Date.parse(shanghaiDay(now)) - Date.parse(settings.today)) / DAY)
}

function shanghaiDay(moment: Date): Day {
  return new Date(moment.getTime() + SHANGHAI).toISOString().slice(0, 10)
}
