import type { Tx } from '#kernel/db/work.ts'
import { findClean } from './clean-orders.ts'
import { matchOthers } from './match-others.ts'
import { keepOutcomes } from './outcomes.ts'
import { findOverYears } from './over-years.ts'

/** Memory that one sort or hash of a match may take. */
const workMemory = '192MB'

/**
 * Matches the orders in the temporary table `touched` anew; an order that no document speaks of any more leaves the match. Where all that its four
 * documents state cancels out (see agreement.ts) the order matches without being read; the others are read and go one at a time through
 * `matchOrder`. Answers how many orders were looked at.
 */
export async function rematch(tx: Tx, onProgress: (orders: number) => void = () => {}): Promise<number> {
  const { client } = tx
  await client.query(`set local work_mem = '${workMemory}'`)
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from touched')
  const touched = rows[0]!.count
  if (touched === 0) return 0
  await findOverYears(client, touched)
  await client.query(
    `create temp table outcomes (flow text, platform text collate "C", order_no text collate "C", platform_name text, state text, mismatches jsonb,
       reasons text[], value numeric, unit_code text, sent_on date) on commit drop`,
  )
  const clean = await findClean(client)
  onProgress(clean)
  await matchOthers(client, (orders) => onProgress(clean + orders))
  await keepOutcomes(tx)
  return touched
}
