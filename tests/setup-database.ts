import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#kernel/db/migrate.ts'
import { startPostgres } from '#kernel/db/postgres.ts'
import { isRunning } from '#kernel/db/postgres-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the template database; the first that asks has it made. */
    databaseDoor: string
  }
}

/** What the door answers: the template to clone and the server it is on, or why there is none. */
export type Template = { server: string; template: string; throwaway: boolean } | { failure: string }

interface Prepared {
  answer: Template
  end(): Promise<void>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = 'jingkai-tests-'

/** Nothing here outlives a run, so nothing has to survive a power cut. */
const CARELESS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  shared_buffers: '128MB',
}

/** Vitest's global set-up: a door that prepares the template database when a test file first knocks; files without one never wait. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  let prepared: Promise<Prepared> | undefined
  const door = createServer(async (_request, reply) => {
    prepared ??= prepare().catch((error) => ({
      answer: { failure: String(error?.stack ?? error) },
      end: async () => {},
    }))
    reply.end(JSON.stringify((await prepared).answer))
  })
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
  project.provide('databaseDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.close()
    await (await prepared)?.end()
  }
}

async function prepare(): Promise<Prepared> {
  const { server, throwaway, end } = await serverForTests()
  try {
    const template = throwaway ? 'tpl' : `tpl_${process.pid}`
    await makeTemplate(server, template)
    const clear = async () => {
      if (!throwaway) await ask(server, `drop database if exists ${template}`)
      await end()
    }
    return { answer: { server, template, throwaway }, end: clear }
  } catch (error) {
    await end()
    throw error
  }
}

async function serverForTests(): Promise<{ server: string; throwaway: boolean; end(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { server: given, throwaway: false, end: async () => {} }
  sweep()
  const dataDir = mkdtempSync(path.join(tmpdir(), `${FOLDER}${process.pid}-`))
  const postgres = await startPostgres({ dataDir, settings: CARELESS, dieWithParent: true })
  const end = async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { server: postgres.connectionString, throwaway: true, end }
}

/** Folders of runs that were killed. */
function sweep(): void {
  for (const entry of readdirSync(tmpdir())) {
    if (!entry.startsWith(FOLDER) || isRunning(Number.parseInt(entry.slice(FOLDER.length), 10))) continue
    rmSync(path.join(tmpdir(), entry), { recursive: true, force: true })
  }
}

async function makeTemplate(server: string, template: string): Promise<void> {
  await ask(server, `create database ${template}`)
  const url = new URL(server)
  url.pathname = `/${template}`
  const client = new pg.Client(url.href)
  await client.connect()
  try {
    await migrate(client, path.join(ROOT, 'migrations'))
    await addLedgerTables(client)
  } finally {
    await client.end()
  }
}

/** Tables of declared ledgers are made by the ledgers themselves, not by migrations. */
async function addLedgerTables(client: pg.Client): Promise<void> {
  const file = path.join(ROOT, 'src/parts/ledgers/tables-of-ledgers.ts')
  if (!existsSync(file)) return
  const ledgers = (await import(pathToFileURL(file).href)) as {
    ensureLedgerTables(client: pg.ClientBase): Promise<unknown>
  }
  await ledgers.ensureLedgerTables(client)
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
