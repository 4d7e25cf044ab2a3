import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { SqlNames } from '#parts/ledgers/sql-names.ts'
import { timed } from './measure.ts'

/** Milliseconds of a bare COPY of a file into a new table with the ledger's columns, and its unique key when asked. */
export async function rawCopy(
  client: pg.PoolClient,
  names: SqlNames,
  file: string,
  { keyed }: { keyed: boolean },
): Promise<number> {
  const columns = names.stored.map(({ sql, type }) => `${sql} ${type} not null`)
  const key = keyed ? `, unique (${names.key.join(', ')})` : ''
  await client.query(`create table raw_rows (${columns.join(', ')}${key})`)
  const { ms } = await timed(async () => {
    const copy = client.query(copyFrom('copy raw_rows from stdin with (format csv, header true)'))
    await pipeline(createReadStream(file, { highWaterMark: 1 << 18 }), copy)
  })
  await client.query('drop table raw_rows')
  return ms
}
