import { type Calendar, calendarFrom, officialCalendar } from '#kernel/calendar.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { dayOf } from '#parts/org/org.ts'

/** The day the desk works on and the zone's working calendar: a demonstration stays on its own day. */
export async function deskDay(tx: Tx): Promise<{ today: Day; calendar: Calendar }> {
  const zone = await zoneOf(tx)
  const own = zone?.demonstration ? zone.today : undefined
  return { today: own ?? dayOf(tx.now), calendar: calendarFrom(zone?.calendar ?? [], officialCalendar()) }
}
