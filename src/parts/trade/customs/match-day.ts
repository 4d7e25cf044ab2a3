import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { dayOf } from '#parts/org/org.ts'

/** The day from which ages are counted: today; in a demonstration zone the day its records run up to, until a document is newer. */
export async function matchDay(tx: Tx): Promise<Day> {
  const today = dayOf(tx.now)
  const zone = await zoneOf(tx)
  if (!zone?.demonstration || zone.today === undefined) return today
  const { rows } = await tx.client.query<{ day: Day | null }>(
    `select to_char(max(sent_on), 'YYYY-MM-DD') as day from customs_match_counts where sent_on <= $1`,
    [today],
  )
  return [zone.today, rows[0]?.day ?? zone.today].sort().at(-1)!
}
