import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { enterRows, type Fate, type FewRow } from './few-rows.ts'
import type { Ledger } from './ledger.ts'
import { bumpLedger, lockLedger } from './ledger-lock.ts'
import { batches } from './tables.ts'

export interface SentAsked {
  /** the unit of the batch */
  unit: string
  /** what the batch is called: the same name, account and unit make the same batch while it stands */
  name: string
  /** checked, with different keys */
  rows: readonly FewRow[]
  allowed?: ReadonlySet<string>
  /** rows that did not get so far, and rows among these that are warned of */
  rejected: number
  warned: number
  /** whether to tell the parts that listen: they need not hear it many times a second */
  tells: boolean
}

export interface Sent {
  batch: number
  fates: Fate[]
}

/** Enters rows that came singly into the standing batch of their sender, under the ledger's lock, with one line in the audit. */
export async function enterSent(tx: Tx, ledger: Ledger, asked: SentAsked): Promise<Sent> {
  const started = performance.now()
  const moment = await lockLedger(tx, ledger.name)
  const batch = (await standing(tx, ledger, asked)) ?? (await opened(tx, ledger, asked, moment))
  const { rows, allowed } = asked
  const fates = await enterRows(tx, ledger, { batch, moment, rows, ...(allowed ? { allowed } : {}) })
  const counted = (outcome: Fate['outcome']) => fates.filter((fate) => fate.outcome === outcome).length
  const counts = {
    rows: rows.length + asked.rejected,
    accepted: counted('entered'),
    corrected: counted('corrected'),
    unchanged: counted('unchanged'),
    rejected: counted('outside') + asked.rejected,
    warned: asked.warned,
  }
  await addCounts(tx, batch, counts, performance.now() - started)
  if (counts.accepted + counts.corrected > 0) {
    await bumpLedger(tx, ledger.name)
    if (asked.tells) await announce(tx, 'ledgers/changed', { ledger: ledger.name, batch })
  }
  const after = { ledger: ledger.name, file: asked.name, ...counts }
  audit(tx, { action: 'ledgers/import', subject: `batch:${batch}`, unit: asked.unit, after })
  return { batch, fates }
}

async function standing(tx: Tx, ledger: Ledger, { unit, name }: SentAsked): Promise<number | undefined> {
  const [batch] = await tx.db
    .select({ id: batches.id })
    .from(batches)
    .where(
      and(
        eq(batches.ledger, ledger.name),
        eq(batches.origin, 'door'),
        eq(batches.fileName, name),
        eq(batches.unitCode, unit),
        eq(batches.enteredBy, tx.actor.id),
        isNull(batches.withdrawnAt),
      ),
    )
    .orderBy(desc(batches.id))
    .limit(1)
  return batch?.id
}

async function opened(tx: Tx, ledger: Ledger, { unit, name }: SentAsked, moment: Date): Promise<number> {
  const [batch] = await tx.db
    .insert(batches)
    .values({
      ledger: ledger.name,
      unitCode: unit,
      origin: 'door',
      fileName: name,
      enteredAt: moment,
      enteredBy: tx.actor.id,
      enteredByName: tx.actor.name,
    })
    .returning({ id: batches.id })
  return batch!.id
}

type Counts = Record<'rows' | 'accepted' | 'corrected' | 'unchanged' | 'rejected' | 'warned', number>

async function addCounts(tx: Tx, batch: number, counts: Counts, milliseconds: number): Promise<void> {
  const added = (name: keyof Counts) => sql`${batches[name]} + ${counts[name]}`
  await tx.db
    .update(batches)
    .set({
      rows: added('rows'),
      accepted: added('accepted'),
      corrected: added('corrected'),
      unchanged: added('unchanged'),
      rejected: added('rejected'),
      warned: added('warned'),
      seconds: sql`${batches.seconds} + ${(milliseconds / 1000).toFixed(3)}`,
    })
    .where(eq(batches.id, batch))
}
