import { eq } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { isUnder } from '#parts/org/org.ts'
import { ledgerOf } from './registry.ts'
import { namesOf, type RowVersion, rowVersion, versionColumns } from './row-values.ts'
import { rowsInWindows } from './row-windows.ts'
import { batches } from './tables.ts'

export type Batch = typeof batches.$inferSelect

/** One batch. Refuses `ledgers/batch-unknown`, and `org/outside-scope` for a unit outside the roots. */
export async function batchOf(tx: Tx, id: number, roots: readonly string[]): Promise<Batch> {
  const [batch] = await tx.db.select().from(batches).where(eq(batches.id, id))
  if (!batch) return refuse('ledgers/batch-unknown', { batch: id }, 404)
  if (!(await isUnder(tx, batch.unitCode, roots))) refuse('org/outside-scope', { unit: batch.unitCode }, 403)
  return batch
}

/** One row a batch changed: its version before (none when it came with the batch) and the one the batch brought. */
export interface RowChange {
  before: RowVersion | null
  after: RowVersion
}

/** What a batch changed, page by page: corrected rows with old and new, or rows that came with it. `after` is the last row's number. */
export async function changesOf(
  tx: Tx,
  batch: Batch,
  page: { kind: 'corrected' | 'entered'; after: number; limit: number },
): Promise<RowChange[]> {
  const ledger = await ledgerOf(batch.ledger)
  const names = namesOf(ledger)
  const select = (table: string, old: string) => `select ${versionColumns(names, 'n')} ${old} from ${table} n`
  const corrected = page.kind === 'corrected'
  const where = `where n.batch_id = $1 and n.row_id > $2 and n.row_id <= $4 and n.version ${corrected ? '> 1' : '= 1'}`
  const upTo = async (until: number) => {
    const { rows } = await tx.client.query<Record<string, unknown>>(
      `${select(names.rows, '')} ${where} union all ${select(names.history, '')} ${where} order by row_id, version limit $3`,
      [batch.id, page.after, page.limit, until],
    )
    return rows
  }
  const windows = { after: page.after, limit: page.limit, where: 'batch_id = $1', values: [batch.id] }
  const rows =
    names.leaves && !corrected
      ? await rowsInWindows(tx.client, names, windows, upTo)
      : await upTo(Number.MAX_SAFE_INTEGER)
  const after = rows.map((row) => rowVersion(ledger, names, row))
  if (!corrected) return after.map((version) => ({ before: null, after: version }))
  const old = await tx.client.query<Record<string, unknown>>(
    `select ${versionColumns(names, 'h')} from ${names.history} h where h.replaced_by = $1 and h.replaced_why = 'corrected' and h.row_id = any($2)`,
    [batch.id, after.map((version) => version.rowId)],
  )
  const before = new Map(old.rows.map((row) => [Number(row['row_id']), rowVersion(ledger, names, row)]))
  return after.flatMap((version) => {
    const replaced = before.get(version.rowId)
    // A version that a withdrawal brought back bears the batch it came from; only the one this batch made followed what it replaced.
    return replaced && replaced.version + 1 === version.version ? [{ before: replaced, after: version }] : []
  })
}
