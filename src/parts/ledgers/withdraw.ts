import { eq } from 'drizzle-orm'
import type pg from 'pg'
import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { refuse } from '#kernel/refusal.ts'
import { rollUpWithBatches } from './batch-rollup.ts'
import { batchOf } from './batches.ts'
import { bumpLedger, lockLedger } from './ledger-lock.ts'
import { ledgerOf } from './registry.ts'
import { namesOf } from './row-values.ts'
import type { SqlNames } from './sql-names.ts'
import { batches } from './tables.ts'

export interface Withdrawn {
  batch: number
  /** rows nobody else had brought: gone */
  removed: number
  /** rows it had corrected: back at the latest version of a batch that still stands */
  restored: number
}

/**
 * Takes a batch back. Rows that a later batch corrected keep the later value; a row's value is always that of the latest batch that still
 * stands. Old versions stay readable and the rollup follows. Refuses `ledgers/batch-unknown`, `ledgers/batch-withdrawn` and
 * `org/outside-scope`.
 */
export async function withdrawBatch(
  tx: Tx,
  asked: { batch: number; reason: string; roots: readonly string[] },
): Promise<Withdrawn> {
  const { ledger: name } = await batchOf(tx, asked.batch, asked.roots)
  const ledger = await ledgerOf(name)
  const moment = await lockLedger(tx, name)
  const batch = await batchOf(tx, asked.batch, asked.roots)
  if (batch.withdrawnAt)
    refuse('ledgers/batch-withdrawn', { batch: batch.id, at: batch.withdrawnAt.toISOString() }, 409)
  const by = {
    withdrawnAt: moment,
    withdrawnBy: tx.actor.id,
    withdrawnByName: tx.actor.name,
    withdrawnReason: asked.reason,
  }
  await tx.db.update(batches).set(by).where(eq(batches.id, batch.id))
  const { removed, restored } = await takeBack(tx, namesOf(ledger), batch.id, moment)
  await tx.db
    .update(batches)
    .set({ withdrawnRemoved: removed, withdrawnRestored: restored })
    .where(eq(batches.id, batch.id))
  await bumpLedger(tx, name)
  await announce(tx, 'ledgers/changed', { ledger: name, batch: batch.id })
  audit(tx, {
    action: 'ledgers/withdraw',
    subject: `batch:${batch.id}`,
    unit: batch.unitCode,
    after: { reason: asked.reason, removed, restored },
  })
  return { batch: batch.id, removed, restored }
}

async function takeBack(
  { client }: Tx,
  names: SqlNames,
  batch: number,
  moment: Date,
): Promise<{ removed: number; restored: number }> {
  const stored = names.stored.map((column) => column.sql)
  const kept = ['row_id', 'unit_code', 'batch_id', 'version', 'recorded_at', ...stored]
  const own = names.leaves ? [names.key[0]!, names.day] : ['row_id']
  // A number in leaves is its row's for good, and where rows lie by it nobody may touch it.
  const returning = names.leaves ? stored.filter((column) => !names.key.includes(column)) : stored
  const isOne = own.map((column) => `l.${column} = t.${column}`).join(' and ')
  await gatherLeaving(client, names, kept, batch)
  await client.query(
    `insert into ${names.history} (${kept.join(', ')}, replaced_at, replaced_by, replaced_why)
     select ${kept.join(', ')}, $1, ${batch}, 'withdrawn' from leaving`,
    [moment],
  )
  const gone = await client.query(`delete from ${names.rows} t using leaving l where ${isOne} and l.back_to is null`)
  const back = await client.query(
    `update ${names.rows} t set ${['unit_code', 'batch_id', ...returning].map((column) => `${column} = h.${column}`).join(', ')}, version = l.version + 1, recorded_at = $1
     from leaving l join past h on h.row_id = l.row_id and h.version = l.back_to where ${isOne}`,
    [moment],
  )
  await rollUpWithBatches(client, names, leftAndBack(batch, ['unit_code', ...stored]))
  return { removed: gone.rowCount ?? 0, restored: back.rowCount ?? 0 }
}

/** Rows as they leave, and as they are again under the batch that they had; there the withdrawn batch is noted too, with nothing. */
function leftAndBack(batch: number, columns: readonly string[]): string {
  const back = `${columns.map((column) => `h.${column}`).join(', ')} from leaving l
       join past h on h.row_id = l.row_id and h.version = l.back_to`
  return `select -1 as sign, batch_id, ${columns.join(', ')} from leaving
    union all select 1, h.batch_id, ${back} union all select 0, ${batch}, ${back}`
}

/** The batch's rows, each with the version that it goes back to, when there is one; `past` are their old versions. Both go with the transaction. */
async function gatherLeaving(client: pg.ClientBase, names: SqlNames, kept: readonly string[], batch: number) {
  await client.query(
    `create temp table leaving on commit drop as
     select ${kept.join(', ')}, null::integer as back_to from ${names.rows} where batch_id = ${batch}`,
  )
  await client.query('analyze leaving')
  await client.query(
    `create temp table past on commit drop as
     select ${kept.join(', ')} from ${names.history} where row_id in (select row_id from leaving)`,
  )
  await client.query(
    `update leaving l set back_to = standing.version from (
       select p.row_id, max(p.version) as version from past p join batches b on b.id = p.batch_id and b.withdrawn_at is null group by p.row_id
     ) standing where standing.row_id = l.row_id`,
  )
}
