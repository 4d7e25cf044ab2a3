import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { SqlNames } from '#parts/ledgers/sql-names.ts'
import { timed } from '../measure.ts'

const tables = { heap: 'bare_heap', keyed: 'bare_keyed' } as const
export type Baseline = keyof typeof tables

/**
 * Tables with the ledger's columns into which COPY brings the same files, on the same server: a heap without any index, empty before every file,
 * and one with the ledger's unique key that grows as the ledger does.
 */
export async function makeBaselines(client: pg.ClientBase, names: SqlNames): Promise<void> {
  const columns = names.stored.map(({ sql, type, optional }) => `${sql} ${type}${optional ? '' : ' not null'}`)
  await dropBaselines(client)
  await client.query(`create table ${tables.heap} (${columns.join(', ')})`)
  await client.query(`create table ${tables.keyed} (${columns.join(', ')}, unique (${names.key.join(', ')}))`)
}

/** Milliseconds of a bare COPY of a file, committed. */
export async function copyInto(client: pg.ClientBase, baseline: Baseline, file: string): Promise<number> {
  // Emptied in the same transaction: what the server saves for a table that is new in it, it saves for this one.
  await client.query(baseline === 'heap' ? `begin; truncate ${tables.heap}` : 'begin')
  const { ms } = await timed(async () => {
    const copy = client.query(copyFrom(`copy ${tables[baseline]} from stdin with (format csv, header true)`))
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), copy)
    await client.query('commit')
  })
  return ms
}

export async function dropBaselines(client: pg.ClientBase): Promise<void> {
  await client.query(`drop table if exists ${Object.values(tables).join(', ')}`)
}

export async function sizeOfBaseline(client: pg.ClientBase, baseline: Baseline): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('select pg_total_relation_size($1::text) as bytes', [
    tables[baseline],
  ])
  return Number(rows[0]!.bytes)
}
