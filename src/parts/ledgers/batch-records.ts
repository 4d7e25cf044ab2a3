import { and, desc, eq, gte, isNull } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { findingGroupsOf } from './finding-groups.ts'
import { findingsOf } from './findings.ts'
import { type Headings, ignoredHeadings, type Mapping } from './headings.ts'
import type { ImportResult, TableAsked } from './import.ts'
import type { Ledger } from './ledger.ts'
import { bumpLedger } from './ledger-lock.ts'
import { batches } from './tables.ts'

/**
 * The answer for a file that is in already: same content, unit and mapping, not withdrawn. A withdrawal since then took rows away, so the
 * file counts as new again.
 */
export async function sameFile(
  tx: Tx,
  ledger: Ledger,
  sha256: string,
  unit: string,
  mapping: Mapping,
): Promise<ImportResult | undefined> {
  const [batch] = await tx.db
    .select()
    .from(batches)
    .where(
      and(
        eq(batches.ledger, ledger.name),
        eq(batches.sha256, sha256),
        eq(batches.unitCode, unit),
        isNull(batches.withdrawnAt),
      ),
    )
    .orderBy(desc(batches.id))
    .limit(1)
  if (!batch || JSON.stringify(sorted(batch.mapping)) !== JSON.stringify(sorted(mapping))) return undefined
  const withdrawnSince = await tx.db.$count(
    batches,
    and(eq(batches.ledger, ledger.name), gte(batches.withdrawnAt, batch.enteredAt)),
  )
  if (withdrawnSince > 0) return undefined
  const { id, rows, rejected, ignored } = batch
  const findings = await findingsOf(tx, id, { limit: 100 })
  return {
    batch: id,
    ledger: ledger.name,
    rows,
    accepted: 0,
    corrected: 0,
    unchanged: rows - rejected,
    rejected,
    warned: batch.warned,
    seconds: 0,
    sameAs: id,
    ignored,
    findings,
    groups: await findingGroupsOf(tx, id, batch.warned),
    headings: batch.headings,
  }
}

function sorted(mapping: Mapping): [string, string | null][] {
  return Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Notes who brings which file, when; answers the batch's number. */
export async function openBatch(
  tx: Tx,
  ledger: Ledger,
  opened: { asked: TableAsked; unit: string; moment: Date; headings: Headings },
): Promise<string> {
  const { asked, unit, moment, headings } = opened
  const [row] = await tx.db
    .insert(batches)
    .values({
      ledger: ledger.name,
      unitCode: unit,
      origin: asked.origin ?? 'file',
      fileName: asked.file.name,
      sha256: asked.spooled?.sha256 ?? null,
      bytes: asked.spooled?.bytes ?? null,
      format: asked.table.format,
      encoding: asked.table.encoding ?? null,
      headings: headings.texts,
      mapping: asked.mapping ?? {},
      ignored: ignoredHeadings(headings),
      reason: asked.reason ?? null,
      enteredAt: moment,
      enteredBy: tx.actor.id,
      enteredByName: tx.actor.name,
    })
    .returning({ id: batches.id })
  return String(row!.id)
}

export interface BatchCounts {
  rows: number
  accepted: number
  corrected: number
  unchanged: number
  rejected: number
  warned: number
  seconds: number
}

/** Notes what the batch did. */
export async function closeBatch(tx: Tx, ledger: Ledger, batch: string, counts: BatchCounts): Promise<void> {
  await tx.db
    .update(batches)
    .set({ ...counts, seconds: counts.seconds.toFixed(3) })
    .where(eq(batches.id, Number(batch)))
  if (counts.accepted + counts.corrected === 0) return
  await bumpLedger(tx, ledger.name)
  await announce(tx, 'ledgers/changed', { ledger: ledger.name, batch: Number(batch) })
}
