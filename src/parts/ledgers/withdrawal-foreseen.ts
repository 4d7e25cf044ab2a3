import type { Tx } from '#kernel/db/work.ts'
import type { Batch } from './batches.ts'
import { ledgerOf } from './registry.ts'
import { namesOf } from './row-values.ts'

export interface WithdrawalForeseen {
  /** rows nobody else brought: they would go */
  removed: number
  /** rows that would return to the value of a batch that stands */
  restored: number
  /** rows a later batch corrected: they keep the later value */
  kept: number
}

/** What the withdrawal of a batch would do now; nothing is changed. */
export async function withdrawalForeseen(tx: Tx, batch: Batch): Promise<WithdrawalForeseen> {
  if (batch.withdrawnAt) return { removed: 0, restored: 0, kept: 0 }
  const names = namesOf(await ledgerOf(batch.ledger))
  const { rows } = await tx.client.query<{ standing: string; back: string }>(
    `select count(*) as standing, count(*) filter (where t.version > 1 and exists (
       select from ${names.history} h join batches b on b.id = h.batch_id and b.withdrawn_at is null and b.id <> $1
       where h.row_id = t.row_id)) as back from ${names.rows} t where t.batch_id = $1`,
    [batch.id],
  )
  const standing = Number(rows[0]!.standing)
  const restored = Number(rows[0]!.back)
  const kept = Math.max(0, batch.accepted + batch.corrected - standing)
  return { removed: standing - restored, restored, kept }
}
