import type pg from 'pg'
import type { SqlNames } from './sql-names.ts'

/** A month as `YYYY-MM`. */
export type Month = string

/** The table of a month, quoted; whether it stands is another question. */
export function leafOf(names: SqlNames, month: Month): string {
  return names.rows.replace(/"$/, `_${month.replace('-', '_')}"`)
}

/** First day of the month and first day after it. */
export function boundsOf(month: Month): { from: string; until: string } {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  const next = number === 12 ? `${year + 1}-01` : `${month.slice(0, 5)}${String(number + 1).padStart(2, '0')}`
  return { from: `${month}-01`, until: `${next}-01` }
}

/** The months that have a leaf. */
export async function monthsStanding(client: pg.ClientBase, names: SqlNames): Promise<Set<Month>> {
  const { rows } = await client.query<{ name: string }>(
    'select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass',
    [names.rows],
  )
  return new Set(rows.map(({ name }) => name.slice(-7).replace('_', '-')))
}

/** Makes the leaves of months that have none, in the caller's transaction; the caller holds the ledger's lock. */
export async function ensureLeaves(client: pg.ClientBase, names: SqlNames, months: Iterable<Month>): Promise<void> {
  if (!names.leaves) return
  const standing = await monthsStanding(client, names)
  for (const month of new Set(months)) {
    if (standing.has(month)) continue
    await createLeaf(client, names, month)
    await attachLeaf(client, names, month)
  }
}

/**
 * Creates a month's table beside the ledger: nobody sees it until it is attached. Its constraint spares the attaching a scan. Rows that are copied
 * before the index stands cost a third of those that come after.
 */
export async function createLeaf(client: pg.ClientBase, names: SqlNames, month: Month): Promise<void> {
  const { from, until } = boundsOf(month)
  await client.query(
    `create table ${leafOf(names, month)} (like ${names.rows} including defaults,
       constraint of_month check (${names.day} >= '${from}' and ${names.day} < '${until}'))`,
  )
}

/** Indexes a table made by {@link createLeaf} and lets the ledger have it. A key that comes twice in it is PostgreSQL's 23505. */
export async function attachLeaf(client: pg.ClientBase, names: SqlNames, month: Month): Promise<void> {
  const leaf = leafOf(names, month)
  const { from, until } = boundsOf(month)
  // Rows lie in the order they came: block ranges find a row's number, a batch, what came since and a day at next to no cost.
  const statements = [
    `create unique index on ${leaf} (${names.key.join(', ')})`,
    `create index on ${leaf} using brin (row_id, batch_id, recorded_at, ${names.day}) with (pages_per_range = 64, autosummarize = on)`,
    `alter table ${names.rows} attach partition ${leaf} for values from ('${from}') to ('${until}')`,
    `alter table ${leaf} drop constraint of_month`,
  ]
  // One by one: Citus passes each on as it stands.
  for (const statement of statements) await client.query(statement)
}

/** Tells the block ranges what a copy brought; within its transaction, while nobody else looks at the new rows, it is cheap. */
export async function summarize(client: pg.ClientBase, leaf: string): Promise<void> {
  await client.query(
    `select brin_summarize_new_values(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_am a on a.oid = c.relam where i.indrelid = $1::regclass and a.amname = 'brin'`,
    [leaf],
  )
}
