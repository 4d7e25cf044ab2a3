import type { Tx } from '#kernel/db/work.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { lastBatches } from './batch-list.ts'
import type { Batch } from './batches.ts'
import { freshness } from './measures.ts'
import { ledgers } from './registry.ts'
import { namesOf } from './row-values.ts'
import type { LedgerSummary } from './shapes.ts'

/** The ledgers with how many rows of the caller's units each holds and how fresh it is. */
export async function ledgerSummaries(tx: Tx, roots: readonly string[]): Promise<LedgerSummary[]> {
  const all = [...(await ledgers()).values()]
  const fresh = new Map((await freshness(tx)).map((entry) => [entry.ledger, entry]))
  const counted = all.map(
    (ledger) =>
      `(select coalesce(sum(rows), 0) from ${namesOf(ledger).rollup} where level = 'm' and unit_code = any($1))`,
  )
  const { rows } = await tx.client.query<{ counts: string[] }>(
    `select array[${counted.join(', ')}]::text[] as counts`,
    [await unitsUnder(tx, roots)],
  )
  const last = await lastBatches(tx, roots)
  return all.map((ledger, index) => ({
    ledger: ledger.name,
    words: ledger.words,
    grain: ledger.grain,
    source: ledger.source,
    grainOfTime: ledger.grainOfTime,
    rows: Number(rows[0]!.counts[index]),
    latestDay: Number(rows[0]!.counts[index]) > 0 ? (fresh.get(ledger.name)?.latestDay ?? null) : null,
    changedAt: fresh.get(ledger.name)?.changedAt?.toISOString() ?? null,
    lastBatch: lastOf(last.get(ledger.name)),
  }))
}

function lastOf(batch: Batch | undefined): LedgerSummary['lastBatch'] {
  if (!batch) return null
  const { id, origin, fileName, unitCode, enteredAt, enteredByName } = batch
  return { id, origin, fileName, unit: unitCode, enteredAt: enteredAt.toISOString(), enteredByName }
}
