import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Actor, Permissions } from '#kernel/access/actor.ts'
import { kernelPermissions } from '#kernel/access/permissions.ts'
import { secretOf } from '#kernel/access/secret.ts'
import type { Config } from '#kernel/config.ts'
import { migrate } from '#kernel/db/migrate.ts'
import { createPool } from '#kernel/db/pool.ts'
import { startPostgres } from '#kernel/db/postgres.ts'
import type { Work } from '#kernel/db/work.ts'
import { kernelTexts } from '#kernel/kernel-texts.ts'
import type { Part } from '#kernel/part.ts'
import type { RefusalTexts } from '#kernel/refusal.ts'
import { parts } from '#parts/index.ts'
import { ensureLedgerTables } from '#parts/ledgers/tables-of-ledgers.ts'

/** The folder of the program: pages, migrations and the demonstration zone lie in it. */
export const programFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** An open database with its parts: what the server and the command line both stand on. */
export interface House {
  config: Config
  pool: pg.Pool
  connectionString: string
  parts: readonly Part[]
  permissions: Permissions
  texts: RefusalTexts
  workAs(actor: Actor, requestId?: string): Work
  close(): Promise<void>
}

/** Starts or joins the database, brings it up to this program's migrations, and answers with the house. */
export async function openHouse(config: Config, tell: (step: Step) => void = () => {}): Promise<House> {
  tell('database')
  const server = config.databaseUrl ? null : await startPostgres({ dataDir: dataFolder(config) })
  const connectionString = config.databaseUrl ?? server?.connectionString ?? ''
  const pool = createPool(connectionString)
  try {
    tell('migrations')
    await bringUp(pool)
  } catch (error) {
    await pool.end()
    await server?.stop()
    throw error
  }
  const close = async () => {
    await pool.end()
    await server?.stop()
  }
  return houseOn({ config, pool, connectionString, close })
}

/** The house on a database that is up to this program's migrations. */
export function houseOn(base: Pick<House, 'config' | 'pool' | 'connectionString' | 'close'>): House {
  const secret = secretOf(base.config)
  return {
    ...base,
    parts,
    permissions: Object.assign({}, kernelPermissions, ...parts.map((part) => part.permissions ?? {})),
    texts: Object.assign({}, kernelTexts, ...parts.map((part) => part.refusals)),
    workAs: (actor, requestId = crypto.randomUUID().slice(0, 8)) => ({
      pool: base.pool,
      actor,
      now: () => new Date(),
      requestId,
      secret,
    }),
  }
}

export type Step = 'database' | 'migrations'

async function bringUp(pool: pg.Pool) {
  const client = await pool.connect()
  try {
    await migrate(client, path.join(programFolder, 'migrations'))
    await ensureLedgerTables(client)
  } finally {
    client.release()
  }
}

/** The data folder, made when it is not there: closed itself, its parents as the system makes folders. */
export function dataFolder(config: Config): string {
  mkdirSync(path.dirname(config.dataFolder), { recursive: true })
  if (!existsSync(config.dataFolder)) mkdirSync(config.dataFolder, { mode: 0o700 })
  return config.dataFolder
}
