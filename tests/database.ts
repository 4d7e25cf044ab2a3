import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, inject } from 'vitest'
import { createPool } from '#kernel/db/pool.ts'
import type { Template } from './setup-database.ts'

export interface TestDatabase {
  connectionString: string
  pool: pg.Pool
  /** Ends the pool and drops the database; done by itself after the file's tests, safe to call twice. */
  close(): Promise<void>
}

/**
 * A database of its own for one test file: every migration applied, no rows. Call it once, at the top of the file:
 * `const { pool } = await testDatabase()`. It is dropped after the file's tests; on a lasting server (TEST_DATABASE_URL) the
 * database of a failed file is kept and its name printed.
 */
export async function testDatabase(): Promise<TestDatabase> {
  return await databaseFrom(await askForTemplate())
}

/** The same without a migration in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return await databaseFrom({ ...(await askForTemplate()), template: 'template1' })
}

type Source = Exclude<Template, { failure: string }>

async function databaseFrom({ server, template, throwaway }: Source): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await ask(server, `create database ${name} template ${template} strategy file_copy`)
  const connectionString = withDatabase(server, name)
  const pool = createPool(connectionString, 8)
  let closed = false
  const end = async (keep: boolean) => {
    if (closed) return
    closed = true
    await pool.end()
    if (keep) console.log(`The database of the failed tests is kept: ${name}`)
    else await ask(server, `drop database ${name} with (force)`)
  }
  let failed = false
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail'
  })
  afterAll(() => end(failed && !throwaway))
  return { connectionString, pool, close: () => end(false) }
}

async function askForTemplate(): Promise<Source> {
  const reply = await fetch(inject('databaseDoor'))
  const answer = (await reply.json()) as Template
  if ('failure' in answer) throw new Error(`There is no test database: ${answer.failure}`)
  return answer
}

async function ask(server: string, sql: string): Promise<void> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
