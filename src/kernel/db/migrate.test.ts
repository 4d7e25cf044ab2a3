import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '#tests/database.ts'
import { migrate } from './migrate.ts'

const { connectionString } = await emptyDatabase()

let folder: string
let client: pg.Client

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'jingkai-migrations-'))
  client = await connect()
  await client.query('drop schema public cascade; create schema public')
})

afterEach(async () => {
  await client.end()
  rmSync(folder, { recursive: true, force: true })
})

async function connect(): Promise<pg.Client> {
  const made = new pg.Client(connectionString)
  await made.connect()
  return made
}

function write(files: Record<string, string>): void {
  for (const [name, sql] of Object.entries(files)) writeFileSync(path.join(folder, name), sql)
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
  )
  return rows.map((row) => row.name)
}

test('files land in order, once, and later ones join them', async () => {
  write({
    '0002_b.sql': 'create table b (n int references a)',
    '0001_a.sql': 'create table a (n int primary key); create index on a (n)',
  })
  expect(await migrate(client, folder)).toEqual({ applied: ['0001_a.sql', '0002_b.sql'] })
  write({ '0003_c.sql': 'create table c (n int)', 'notes.md': 'not a migration' })
  expect(await migrate(client, folder)).toEqual({ applied: ['0003_c.sql'] })
  expect(await migrate(client, folder)).toEqual({ applied: [] })
  expect(await tables()).toEqual(['a', 'b', 'c'])
})

test('two starts at once take turns: every file lands once', async () => {
  write({ '0001_a.sql': 'create table a (n int); select pg_sleep(0.05)', '0002_b.sql': 'create table b (n int)' })
  const others = await Promise.all([connect(), connect(), connect()])
  try {
    const results = await Promise.all([client, ...others].map((each) => migrate(each, folder)))
    expect(results.map((result) => result.applied.length).sort()).toEqual([0, 0, 0, 2])
  } finally {
    await Promise.all(others.map((other) => other.end()))
  }
})

test('a file that was edited after it landed is refused; line ends are no edit', async () => {
  write({ '0001_a.sql': 'create table a (\n  n int\n)' })
  await migrate(client, folder)
  write({ '0001_a.sql': 'create table a (\r\n  n int\r\n)' })
  expect(await migrate(client, folder)).toEqual({ applied: [] })
  write({ '0001_a.sql': 'create table a (n bigint)', '0002_b.sql': 'create table b (n int)' })
  await expect(migrate(client, folder)).rejects.toMatchObject({
    code: 'kernel/migration-edited',
    details: { name: '0001_a.sql' },
  })
  expect(await tables()).toEqual(['a'])
})

test('a database that is newer than the program is refused with both numbers', async () => {
  write({ '0001_a.sql': 'create table a (n int)', '0002_b.sql': 'create table b (n int)' })
  await migrate(client, folder)
  rmSync(path.join(folder, '0002_b.sql'))
  await expect(migrate(client, folder)).rejects.toMatchObject({
    code: 'kernel/database-newer',
    details: { database: 2, program: 1 },
  })
})

test('a file that fails leaves nothing of itself, keeps those before it, and frees the lock', async () => {
  write({ '0001_a.sql': 'create table a (n int)', '0002_b.sql': 'create table b (n int);\ncreate table only (n int)' })
  await expect(migrate(client, folder)).rejects.toMatchObject({
    code: 'kernel/migration-failed',
    details: { name: '0002_b.sql', reason: 'syntax error at or near "only" (line 2)' },
  })
  expect(await tables()).toEqual(['a'])
  write({ '0002_b.sql': 'create table b (n int)' })
  const other = await connect()
  expect(await migrate(other, folder).finally(() => other.end())).toEqual({ applied: ['0002_b.sql'] })
})

test.for([
  ['a gap', ['0001_a.sql', '0003_c.sql'], '0003_c.sql'],
  ['a double', ['0001_a.sql', '0001_b.sql'], '0001_b.sql'],
  ['a start at nought', ['0000_a.sql'], '0000_a.sql'],
  ['a name without a number', ['0001_a.sql', 'b.sql'], 'b.sql'],
] as const)('%s in the numbers is refused before anything runs', async ([, names, culprit]) => {
  write(Object.fromEntries(names.map((name) => [name, 'create table a (n int)'])))
  await expect(migrate(client, folder)).rejects.toMatchObject({
    code: 'kernel/migration-numbers',
    details: { name: culprit },
  })
  expect(await tables()).toEqual([])
})
