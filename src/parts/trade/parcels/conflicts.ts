import type { Tx } from '#kernel/db/work.ts'
import { batchesNumbered } from '#parts/ledgers/batch-list.ts'
import { namesOf, rowVersion, versionColumns } from '#parts/ledgers/row-values.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { parcels } from '../parcels.ledger.ts'

/** The newest corrections that are looked at: a file may correct millions. */
const mostLooked = 1000

/**
 * Declarations that came again with other contents, newest first: corrections in which more than the state changed (a parcel that is released is
 * no conflict). What was said first stays in the history, with the batch and account of both.
 */
export async function conflictsOf(tx: Tx, asked: { page: number; size: number; roots: readonly string[] }) {
  const names = namesOf(parcels)
  const compared = names.stored.filter(({ name }) => name !== 'state')
  const row = (alias: string) => `(${compared.map(({ sql }) => `${alias}.${sql}`).join(', ')})`
  const versions = `select ${versionColumns(names, 'v')} from ${names.rows} v union all select ${versionColumns(names, 'v')} from ${names.history} v`
  const units = await unitsUnder(tx, asked.roots)
  const first = `(select * from ${names.history} where replaced_why = 'corrected' and unit_code = any($1) order by replaced_at desc limit ${mostLooked}) h join lateral (select * from (${versions}) v where v.declaration = h.declaration and v.row_id = h.row_id and v.version = h.version + 1) n on true`
  const where = `${row('h')} is distinct from ${row('n')}`
  const counted = await tx.client.query<{ total: string; looked: string }>(
    `select count(*) filter (where ${where}) as total, count(*) as looked from ${first}`,
    [units],
  )
  const found = await tx.client.query<Record<string, unknown>>(
    `select h.replaced_at, h.row_id, h.version from ${first} where ${where} order by h.replaced_at desc, h.row_id desc limit $2 offset $3`,
    [units, asked.size, (asked.page - 1) * asked.size],
  )
  const pairs = await tx.client.query<Record<string, unknown>>(
    `select ${versionColumns(names, 'v')} from (${versions}) v join unnest($1::bigint[], $2::int[]) as asked (id, number)
     on v.row_id = asked.id and v.version in (asked.number, asked.number + 1)`,
    [found.rows.map((one) => one['row_id']), found.rows.map((one) => one['version'])],
  )
  const known = new Map(
    pairs.rows.map((one) => {
      const version = rowVersion(parcels, names, one)
      return [`${version.rowId} ${version.version}`, version]
    }),
  )
  const batches = await batchesNumbered(
    tx,
    [...known.values()].map(({ batch }) => batch),
  )
  // What a zone package brought came from no person.
  const source = (batch: number) => {
    const known = batches.get(batch)
    return { batch, by: known && known.origin !== 'zone' ? known.enteredByName : null }
  }
  const conflicts = found.rows.map((one) => {
    const before = known.get(`${one['row_id']} ${one['version']}`)!
    const after = known.get(`${one['row_id']} ${Number(one['version']) + 1}`)!
    const changed = Object.keys(parcels.columns)
      .filter((column) => before.values[column] !== after.values[column])
      .map((column) => ({ column, was: before.values[column] ?? null, is: after.values[column] ?? null }))
    return {
      declaration: before.values['declaration']!,
      row: before.rowId,
      changed,
      at: (one['replaced_at'] as Date).toISOString(),
      first: source(before.batch),
      second: source(after.batch),
    }
  })
  const { total, looked } = counted.rows[0]!
  return { total: Number(total), more: Number(looked) === mostLooked, conflicts }
}
