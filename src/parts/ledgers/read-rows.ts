import type { Tx } from '#kernel/db/work.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { Ledger } from './ledger.ts'
import { columnOf, filterSql, textSql } from './row-filters.ts'
import { namesOf, type RowVersion, rowVersion, versionColumns } from './row-values.ts'
import type { RowsAsked } from './rows.ts'
import { columnName } from './sql-names.ts'

/** The condition and order of a reading, for pages and exports alike; `more` adds a condition of its own. */
export async function rowsQuery(
  tx: Tx,
  ledger: Ledger,
  asked: RowsAsked,
  more?: (bind: (value: unknown) => string) => string,
): Promise<{ where: string; order: string; values: unknown[] }> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const conditions = [
    `unit_code = any(${bind(await unitsUnder(tx, asked.roots))})`,
    ...asked.filters.map((filter) => filterSql(ledger, filter, bind)),
    ...(asked.text ? [textSql(ledger, asked.text, bind)] : []),
    ...(more ? [more(bind)] : []),
  ]
  const down = asked.sort === undefined || asked.sort.startsWith('-')
  const name = asked.sort?.replace(/^-/, '') ?? ledger.day
  const column = columnOf(ledger, name).kind === 'unit' ? 'unit_code' : columnName(name)
  // What may not be empty has no place for empty values, and its index serves the order.
  const nulls = ledger.leaves && ledger.key.includes(name) ? '' : ' nulls last'
  return {
    where: conditions.join(' and '),
    order: `${column} ${down ? 'desc' : 'asc'}${nulls}, row_id`,
    values,
  }
}

/** Rows of a reading from `offset` on. */
export async function readRows(
  tx: Tx,
  ledger: Ledger,
  asked: RowsAsked,
  part: { offset: number; limit: number; where?: (bind: (value: unknown) => string) => string },
): Promise<RowVersion[]> {
  const names = namesOf(ledger)
  const { where, order, values } = await rowsQuery(tx, ledger, asked, part.where)
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select ${versionColumns(names, 't')} from ${names.rows} t where ${where} order by ${order} limit ${Math.trunc(part.limit)} offset ${Math.trunc(part.offset)}`,
    values,
  )
  return rows.map((row) => rowVersion(ledger, names, row))
}
