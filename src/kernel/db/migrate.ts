import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { refuse } from '../refusal.ts'

interface Migration {
  number: number
  name: string
  sql: string
  sha256: string
}

interface Landed {
  number: number
  name: string
  sha256: string
}

/** Any number that nothing else in the database locks. */
const LOCK = 55_180_001

/**
 * Brings a database up to the numbered SQL files of a folder (`0001_access.sql`, …): forward only, one transaction a file.
 * Two starts at once take turns; the second finds nothing to do. Answers the names it applied, in order.
 * Refuses `kernel/migration-edited`, `kernel/migration-numbers`, `kernel/migration-failed` and `kernel/database-newer`;
 * the files before a failing one stay applied.
 */
export async function migrate(client: pg.ClientBase, folder: string): Promise<{ applied: string[] }> {
  const migrations = await migrationsIn(folder)
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    const landed = await landedIn(client)
    compare(migrations, landed)
    const applied: string[] = []
    for (const migration of migrations.slice(landed.length)) {
      await apply(client, migration)
      applied.push(migration.name)
    }
    return { applied }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  for (const [index, { number, name }] of migrations.entries())
    if (number !== index + 1) refuse('kernel/migration-numbers', { name, expected: index + 1 }, 503)
  return migrations
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // A checkout on Windows may end lines its own way; that is no edit.
  const sql = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  const number = Number(name.match(/^(\d{4})_[a-z0-9-]+\.sql$/)?.[1])
  return { number, name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

async function landedIn(client: pg.ClientBase): Promise<Landed[]> {
  await client.query(`create table if not exists migrations (
    number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<Landed>('select number, name, sha256 from migrations order by number')
  return rows
}

function compare(migrations: Migration[], landed: Landed[]): void {
  const known = migrations.length
  const reached = landed.at(-1)?.number ?? 0
  if (reached > known) refuse('kernel/database-newer', { database: reached, program: known }, 503)
  for (const { number, name, sha256 } of landed)
    if (migrations[number - 1]?.sha256 !== sha256) refuse('kernel/migration-edited', { name }, 503)
}

async function apply(client: pg.ClientBase, { number, name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migrations (number, name, sha256) values ($1, $2, $3)', [number, name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    refuse('kernel/migration-failed', { name, reason: reasonOf(error as pg.DatabaseError, sql) }, 503)
  }
}

function reasonOf({ message, position }: pg.DatabaseError, sql: string): string {
  return position ? `${message} (line ${sql.slice(0, Number(position)).split('\n').length})` : message
}
