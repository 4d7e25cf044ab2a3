import type pg from 'pg'
import { refuse } from '../refusal.ts'

/** What makes a table the partition of another, as the database says it. */
export interface Partition {
  of: string
  /** `for values from (…) to (…)` */
  bounds: string
  /** the statements of its indexes */
  indexes: string[]
}

const boundsForm = /^FOR VALUES FROM \('[\d :-]+'\) TO \('[\d :-]+'\)$/
const indexForm =
  /^CREATE (?:UNIQUE )?INDEX \w+ ON public\.\w+ USING (?:btree|brin) \([\w, ]+\)(?: WITH \([\w=', ]+\))?$/

/** The partitions among the tables of the database, by name. */
export async function partitionsOf(client: pg.ClientBase): Promise<Map<string, Partition>> {
  const { rows } = await client.query<{ name: string } & Partition>(
    `select c.relname as name, parent.relname as of, bound as bounds,
       array(select pg_get_indexdef(x.indexrelid) from pg_index x where x.indrelid = c.oid order by x.indexrelid) as indexes
     from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class parent on parent.oid = i.inhparent,
       lateral pg_get_expr(c.relpartbound, c.oid) as bound
     where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  )
  return new Map(rows.map(({ name, of, bounds, indexes }) => [name, { of, bounds, indexes }]))
}

/** Makes a partition's table when it is not there; it is no partition until {@link attachPartition}. */
export async function createPartition(client: pg.ClientBase, name: string, { of }: Partition): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>('select to_regclass($1) is not null as known', [quoted(name)])
  if (rows[0]!.known) return false
  await client.query(`create table ${quoted(name)} (like ${quoted(of)} including defaults)`)
  return true
}

/** Indexes a filled table and makes it the partition; the parent's numbers go on after those it brought. */
export async function attachPartition(client: pg.ClientBase, name: string, partition: Partition): Promise<void> {
  // A manifest is a file that somebody may have changed: only statements of this form are run.
  const statements = [partition.bounds, ...partition.indexes]
  if (!boundsForm.test(partition.bounds) || !partition.indexes.every((index) => indexForm.test(index)))
    refuse('kernel/backup-changed', { table: name, statements })
  for (const index of partition.indexes) await client.query(index)
  await client.query(`alter table ${quoted(partition.of)} attach partition ${quoted(name)} ${partition.bounds}`)
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `select attname as column, pg_get_serial_sequence($1, attname) as sequence from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and pg_get_serial_sequence($1, attname) is not null`,
    [quoted(partition.of)],
  )
  for (const { column, sequence } of rows) {
    await client.query(
      `select setval($1, greatest((select coalesce(max(${quoted(column)}), 0) + 1 from ${quoted(name)}), nextval($1)), false)`,
      [sequence],
    )
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
