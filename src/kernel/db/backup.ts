import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Command, Out } from '../command.ts'
import { refuse } from '../refusal.ts'
import { attachPartition, createPartition, type Partition, partitionsOf } from './partitions.ts'
import type { Work } from './work.ts'

interface Manifest {
  migration: number
  takenAt: string
  tables: { name: string; columns: string[]; sha256: string; partition?: Partition }[]
}

/**
 * Writes every table of one snapshot as gzip'd COPY text with a manifest of hashes. Works while the server runs, and
 * on any PostgreSQL: the embedded binaries have no pg_dump.
 */
export async function backup(
  work: Work,
  folder: string,
  told: (done: number, total: number) => void,
): Promise<Manifest> {
  if (existsSync(path.join(folder, 'manifest.json'))) refuse('kernel/backup-exists', { folder })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const client = await work.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const manifest: Manifest = { migration: await migrationOf(client), takenAt: work.now().toISOString(), tables: [] }
    const tables = await tablesOf(client)
    const partitions = await partitionsOf(client)
    for (const { name, columns } of tables) {
      const digest = createHash('sha256')
      const source = client.query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`))
      await pipeline(
        source,
        hashing(digest),
        createGzip({ level: 3 }),
        createWriteStream(fileOf(folder, name), { mode: 0o600 }),
      )
      const partition = partitions.get(name)
      manifest.tables.push({ name, columns, sha256: digest.digest('hex'), ...(partition && { partition }) })
      told(manifest.tables.length, tables.length)
    }
    await client.query('commit')
    writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2), { mode: 0o600 })
    return manifest
  } finally {
    client.release()
  }
}

/** Fills an empty database of the same migration from a backup, all or nothing; a changed file is refused by its hash. */
export async function restore(
  work: Work,
  folder: string,
  told: (done: number, total: number) => void,
): Promise<Manifest> {
  const manifest = manifestOf(folder)
  const client = await work.pool.connect()
  try {
    await client.query('begin')
    const here = await migrationOf(client)
    if (here !== manifest.migration) refuse('kernel/backup-of-other-version', { backup: manifest.migration, here })
    const { rows } = await client.query('select 1 from zone_settings')
    if (rows.length > 0) refuse('kernel/restore-not-empty')
    // Rows come as they were: checks and triggers ran when they were first written.
    await client.query('set local session_replication_role = replica')
    const made = new Set<string>()
    for (const { name, partition } of manifest.tables)
      if (partition && (await createPartition(client, name, partition))) made.add(name)
    await client.query(`truncate ${manifest.tables.map((table) => quoted(table.name)).join(', ')}`)
    for (const [index, table] of manifest.tables.entries()) {
      await restoreTable(client, folder, table)
      if (table.partition && made.has(table.name)) await attachPartition(client, table.name, table.partition)
      told(index + 1, manifest.tables.length)
    }
    await client.query('commit')
    return manifest
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function restoreTable(client: pg.PoolClient, folder: string, table: Manifest['tables'][number]) {
  const digest = createHash('sha256')
  const target = client.query(
    copyFrom(`copy ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) from stdin`),
  )
  await pipeline(createReadStream(fileOf(folder, table.name)), createGunzip(), hashing(digest), target)
  if (digest.digest('hex') !== table.sha256) refuse('kernel/backup-changed', { table: table.name })
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `select attname as column, pg_get_serial_sequence($1, attname) as sequence from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and pg_get_serial_sequence($1, attname) is not null`,
    [quoted(table.name)],
  )
  for (const { column, sequence } of rows) {
    await client.query(
      `select setval($1, coalesce((select max(${quoted(column)}) from ${quoted(table.name)}), 0) + 1, false)`,
      [sequence],
    )
  }
}

function manifestOf(folder: string): Manifest {
  const file = path.join(folder, 'manifest.json')
  if (!existsSync(file)) refuse('kernel/backup-missing', { folder })
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

async function migrationOf(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: number }>('select max(number)::int as number from migrations')
  return rows[0]?.number ?? 0
}

/** Our own tables; job queues are left out, they belong to one running server. */
async function tablesOf(client: pg.ClientBase): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
     group by c.relname order by c.relname`,
  )
  return rows
}

const fileOf = (folder: string, table: string) => path.join(folder, `${table}.copy.gz`)
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function hashing(digest: ReturnType<typeof createHash>) {
  return new Transform({
    transform(chunk, _encoding, done) {
      digest.update(chunk)
      done(null, chunk)
    },
  })
}

async function withBar(
  out: Out,
  deed: (told: (done: number, total: number) => void) => Promise<Manifest>,
  folder: string,
) {
  const bar = out.progress({ zh: '表', en: 'tables' })
  const manifest = await deed((done, total) => bar.step((100 * done) / total))
  bar.end()
  out.print(`${folder}: ${manifest.tables.length}`)
  out.json({ folder, migration: manifest.migration, takenAt: manifest.takenAt, tables: manifest.tables.length })
  return 0
}

const folderArg = [{ syntax: '<folder>', words: { zh: '备份文件夹', en: 'folder of the backup' } }]

export const backupCommands: readonly Command[] = [
  {
    name: 'backup',
    summary: {
      zh: '把整个数据库写成一个备份文件夹（服务运行时也可以）',
      en: 'Write the whole database to a folder, also while the server runs',
    },
    args: folderArg,
    run: (work, { args }, out) =>
      withBar(out, (told) => backup(work, path.resolve(args[0] ?? ''), told), args[0] ?? ''),
  },
  {
    name: 'restore',
    summary: { zh: '从备份文件夹恢复到一个空库', en: 'Fill an empty database from a backup folder' },
    args: folderArg,
    run: (work, { args }, out) =>
      withBar(out, (told) => restore(work, path.resolve(args[0] ?? ''), told), args[0] ?? ''),
  },
]
