import type { Tx } from '#kernel/db/work.ts'

/**
 * Takes the ledger for this transaction: one importer at a time, so that what it compared stays true. Answers the moment its changes bear,
 * never before an earlier change's whatever the clock says.
 */
export async function lockLedger(tx: Tx, ledger: string): Promise<Date> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ledger:${ledger}`])
  const { rows } = await tx.client.query<{ changed_at: Date }>(
    `insert into ledger_versions as held (ledger, version, changed_at) values ($1, 0, $2)
     on conflict (ledger) do update set changed_at = greatest(held.changed_at, excluded.changed_at) returning changed_at`,
    [ledger, tx.now],
  )
  return rows[0]!.changed_at
}

/** Notes that the ledger changed, for those who keep its figures. */
export async function bumpLedger(tx: Tx, ledger: string): Promise<void> {
  await tx.client.query('update ledger_versions set version = version + 1 where ledger = $1', [ledger])
}
