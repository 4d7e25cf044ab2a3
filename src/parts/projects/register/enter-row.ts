import type { Tx } from '#kernel/db/work.ts'
import type { Table } from '#kernel/files/table.ts'
import { importTableIn } from '#parts/ledgers/import.ts'
import type { Ledger } from '#parts/ledgers/ledger.ts'
import { lockLedger } from '#parts/ledgers/ledger-lock.ts'
import { namesOf, type RowValues, rowValues, versionColumns } from '#parts/ledgers/row-values.ts'

/**
 * Enters or corrects one row of a ledger in the caller's transaction, as the import of a file would: checks, history, rollup, batch. What `values`
 * does not name stays as it is. Refuses `ledgers/row-rejected` with reasons and cures.
 */
export async function enterRow(
  tx: Tx,
  ledger: Ledger,
  asked: { unit: string; values: RowValues; reason?: string },
): Promise<void> {
  await lockLedger(tx, ledger.name)
  const known = await rowByKey(tx, ledger, asked.values)
  // An import's staging lies there until its transaction ends, and this one may have held several.
  await tx.client.query('drop table if exists pg_temp.staging, pg_temp.matched')
  await importTableIn(tx, ledger, {
    unit: asked.unit,
    file: { name: known ? '页面更正' : '页面登记' },
    origin: 'page',
    oneRow: 'known',
    ...(asked.reason === undefined ? {} : { reason: asked.reason }),
    table: tableOf(ledger, { ...known, ...asked.values }),
  })
}

/** The row that stands under a key, or null. */
export async function rowByKey(tx: Tx, ledger: Ledger, key: RowValues): Promise<RowValues | null> {
  const names = namesOf(ledger)
  const of = (name: string) => names.stored.find((column) => column.name === name)!.sql
  const value = (name: string) => (ledger.columns[name]!.kind === 'month' ? `${key[name]}-01` : key[name])
  const where = ledger.key.map((name, index) => `t.${of(name)} = $${index + 1}`).join(' and ')
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select ${versionColumns(names, 't')} from ${names.rows} t where ${where}`,
    ledger.key.map(value),
  )
  return rows[0] ? rowValues(ledger, names, rows[0]) : null
}

function tableOf(ledger: Ledger, values: RowValues): Table {
  const names = Object.keys(ledger.columns)
  const rows = [
    { line: 1, cells: names },
    { line: 2, cells: names.map((name) => values[name] ?? '') },
  ]
  return {
    format: 'csv',
    async *rows() {
      yield rows
    },
  }
}
