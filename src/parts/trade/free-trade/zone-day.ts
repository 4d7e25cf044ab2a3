import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { dayOf } from '#parts/org/org.ts'

/** The day a register's pages stand on: today; in a demonstration zone the day its rows run up to, until a row is newer. */
export async function registerDay(tx: Tx, ledger: 'ftz_registrations' | 'port_consignments'): Promise<Day> {
  const today = dayOf(tx.now)
  const zone = await zoneOf(tx)
  if (!zone?.demonstration || zone.today === undefined) return today
  const { rows } = await tx.client.query<{ day: Day | null }>(
    `select to_char(max(day), 'YYYY-MM-DD') as day from rollup_trade_${ledger} where level = 'd' and rows > 0 and day <= $1`,
    [today],
  )
  return [zone.today, rows[0]?.day ?? zone.today].sort().at(-1)!
}
