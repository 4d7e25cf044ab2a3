import { and, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { Batch } from './batches.ts'
import { batches } from './tables.ts'

export interface BatchesAsked {
  /** subtrees whose batches the caller may see */
  roots: readonly string[]
  ledger?: string | undefined
  state?: 'standing' | 'withdrawn' | undefined
  origin?: Batch['origin'] | undefined
}

/** A page of batches, newest first, and how many there are in all. */
export async function batchList(
  tx: Tx,
  asked: BatchesAsked & { page: number; size: number },
): Promise<{ found: Batch[]; total: number }> {
  const wanted: SQL[] = [inArray(batches.unitCode, await unitsUnder(tx, asked.roots))]
  if (asked.ledger) wanted.push(eq(batches.ledger, asked.ledger))
  if (asked.origin) wanted.push(eq(batches.origin, asked.origin))
  if (asked.state)
    wanted.push(asked.state === 'standing' ? isNull(batches.withdrawnAt) : isNotNull(batches.withdrawnAt))
  const found = await tx.db
    .select()
    .from(batches)
    .where(and(...wanted))
    .orderBy(desc(batches.id))
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
  return { found, total: await tx.db.$count(batches, and(...wanted)) }
}

/** The batch that stands and came last to each ledger, among the caller's units. */
export async function lastBatches(tx: Tx, roots: readonly string[]): Promise<Map<string, Batch>> {
  const found = await tx.db
    .selectDistinctOn([batches.ledger])
    .from(batches)
    .where(and(inArray(batches.unitCode, await unitsUnder(tx, roots)), isNull(batches.withdrawnAt)))
    .orderBy(batches.ledger, desc(batches.id))
  return new Map(found.map((batch) => [batch.ledger, batch]))
}

/** Batches by their numbers, whatever their unit: for the past of a row that the caller may see. */
export async function batchesNumbered(tx: Tx, ids: readonly number[]): Promise<Map<number, Batch>> {
  if (ids.length === 0) return new Map()
  const found = await tx.db
    .select()
    .from(batches)
    .where(inArray(batches.id, [...new Set(ids)]))
  return new Map(found.map((batch) => [batch.id, batch]))
}
