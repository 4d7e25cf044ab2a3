import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { zoneOf } from '#kernel/zone-record.ts'
import { reportedFreshness } from '#parts/economy/reported.ts'
import { freshness } from '#parts/ledgers/measures.ts'
import { ledgers } from '#parts/ledgers/registry.ts'
import { dayOf } from '#parts/org/org.ts'
import { answered, versionsKey } from './answers.ts'

/**
 * The day the cockpit opens on: today; in a demonstration zone the day its records run up to, until a record is newer. Records
 * dated ahead of today do not count.
 */
export async function openingDay(tx: Tx): Promise<Day> {
  const today = dayOf(tx.now)
  return answered(await versionsKey(tx), ['opening', today], () => latestDay(tx, today))
}

async function latestDay(tx: Tx, today: Day): Promise<Day> {
  const zone = await zoneOf(tx)
  if (!zone?.demonstration || zone.today === undefined) return today
  const declared = await ledgers()
  const recorded = (await freshness(tx)).filter(({ ledger }) => !declared.get(ledger)?.foretells)
  const latest = [
    ...recorded.map(({ latestDay }) => latestDay),
    ...(await reportedFreshness(tx)).map(({ through }) => through),
  ].filter((day): day is Day => day !== null && day <= today)
  return [zone.today, ...latest].sort().at(-1)!
}
