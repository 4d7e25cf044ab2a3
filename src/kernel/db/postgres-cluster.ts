import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { refuse } from '../refusal.ts'
import { type Account, accountFor } from './postgres-account.ts'
import { type Binaries, postgresBinaries } from './postgres-binaries.ts'
import { isRunning } from './postgres-process.ts'

/** A database cluster on disk, ready to be served. */
export interface Cluster {
  /** The folder PostgreSQL calls its data directory: `<dataDir>/postgres`. */
  folder: string
  log: string
  /** Of the roles `jingkai` (the program's) and `postgres` (the superuser); kept in the cluster, closed to other accounts. */
  password: string
  binaries: Binaries
  account: Account
}

export const DATABASE = 'jingkai'
export const ROLE = 'jingkai'

/** The cluster in a data folder, made when there is none. A start that is killed half-way leaves no half cluster. */
export function clusterIn(dataDir: string): Cluster {
  const folder = path.join(dataDir, 'postgres')
  const binaries = postgresBinaries()
  openFolder(dataDir)
  const account = accountFor(binaries, dataDir, folder)
  if (!existsSync(path.join(folder, 'PG_VERSION'))) makeCluster(folder, binaries, account)
  matchVersions(folder, binaries, account)
  return { folder, log: path.join(dataDir, 'postgres.log'), password: passwordOf(folder), binaries, account }
}

function openFolder(dataDir: string): void {
  try {
    // Only the last folder is ours to close: the database's account may have to pass through the others.
    mkdirSync(path.dirname(dataDir), { recursive: true })
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    readdirSync(dataDir)
  } catch (error) {
    refuse('kernel/data-folder-closed', { folder: dataDir, reason: (error as Error).message }, 503)
  }
}

function makeCluster(folder: string, binaries: Binaries, account: Account): void {
  clearUnfinished(folder)
  const draft = mkdtempSync(`${folder}.new-${process.pid}-`)
  try {
    const password = randomBytes(24).toString('base64url')
    initialise({ cluster: path.join(draft, 'cluster'), draft, password, binaries, account })
    renameSync(path.join(draft, 'cluster'), folder)
  } catch (error) {
    // Two first starts at once: the other one's cluster stands, ours is dropped.
    if (!existsSync(path.join(folder, 'PG_VERSION'))) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

interface Draft {
  cluster: string
  draft: string
  password: string
  binaries: Binaries
  account: Account
}

function initialise({ cluster, draft, password, binaries, account }: Draft): void {
  const secret = path.join(draft, 'password')
  writeFileSync(secret, password, { mode: 0o600 })
  account.own(draft)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const made = account.run(binaries.program('initdb'), [
    ...['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8'],
    // pg_trgm finds no Chinese under the locale C.
    ...[
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      `--locale=${locale}`,
      '--no-sync',
      '--no-instructions',
    ],
  ])
  if (made.status !== 0) failed(made.error?.message ?? made.stderr)
  const filled = account.run(
    binaries.program('postgres'),
    ['--single', '-D', cluster, 'postgres'],
    foundation(password),
  )
  if (filled.status !== 0 || /ERROR|FATAL/.test(filled.stderr)) failed(filled.stderr)
  renameSync(secret, passwordFile(cluster))
}

/**
 * The program's own role is no superuser: a query that went wrong reads no files and runs no programs. A restore may silence
 * triggers.
 */
function foundation(password: string): string {
  return [
    `create role ${ROLE} login createdb password '${password}'`,
    `grant set on parameter session_replication_role to ${ROLE}`,
    `create database ${DATABASE} owner ${ROLE}`,
    '',
  ].join('\n')
}

function failed(reason: string): never {
  return refuse('kernel/database-not-made', { reason: reason.trim() }, 503)
}

/** Drafts of starts that were killed. */
function clearUnfinished(folder: string): void {
  const parent = path.dirname(folder)
  const prefix = `${path.basename(folder)}.new-`
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(prefix) || isRunning(Number.parseInt(entry.slice(prefix.length), 10))) continue
    rmSync(path.join(parent, entry), { recursive: true, force: true })
  }
}

function matchVersions(folder: string, binaries: Binaries, account: Account): void {
  const found = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim()
  const version = account.run(binaries.program('postgres'), ['--version']).stdout
  const expected = version.match(/\) (\d+)/)?.[1] ?? ''
  if (found !== expected) refuse('kernel/database-version', { found, expected, folder }, 503)
}

function passwordOf(folder: string): string {
  const file = passwordFile(folder)
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return refuse('kernel/database-password-missing', { file }, 503)
  }
}

function passwordFile(folder: string): string {
  return path.join(folder, 'jingkai.password')
}
