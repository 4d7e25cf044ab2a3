import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { findClean, leaveOthers, type Scope } from './clean-orders.ts'
import { lockCustoms } from './lock.ts'
import { matchOthers } from './match-others.ts'
import { keepOutcomes } from './outcomes.ts'
import { findOverYears } from './over-years.ts'

/** Memory that one sort or hash of a match may take. */
const workMemory = '192MB'

/**
 * Matches the orders of the scope anew; an order that no document speaks of any more leaves the match. Where all that an order's four documents state
 * cancels out (see agreement.ts) it matches without being read; the others are read and go one at a time through `matchOrder`. Answers how many orders
 * it looked at.
 */
export async function rematch(tx: Tx, scope: Scope, onProgress: (orders: number) => void = () => {}): Promise<number> {
  const { client } = tx
  await client.query(`set local work_mem = '${workMemory}'`)
  if (scope === 'touched' && (await client.query('select from touched limit 1')).rowCount === 0) return 0
  await findOverYears(client, scope)
  const clean = await findClean(client, scope)
  await leaveOthers(client, scope)
  onProgress(clean)
  const others = await matchOthers(client, (orders) => onProgress(clean + orders))
  await keepOutcomes(tx, scope)
  return clean + others
}

/** Matches every order anew, as after a change of the rules. */
export function rematchAll(work: Work, onProgress?: (orders: number) => void): Promise<number> {
  return write(work, async (tx) => {
    await lockCustoms(tx.client)
    const orders = await rematch(tx, 'all', onProgress)
    audit(tx, { action: 'trade/match-anew', subject: 'customs-matches', after: { orders } })
    return orders
  })
}
