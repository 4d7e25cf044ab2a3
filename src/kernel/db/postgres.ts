import { once } from 'node:events'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { refuse } from '../refusal.ts'
import { type Cluster, clusterIn, DATABASE, ROLE } from './postgres-cluster.ts'
import { type Address, type Lease, leaseOn } from './postgres-lease.ts'
import { isRunning, readNote, type ServerNote, serverIn, startMark } from './postgres-process.ts'

export interface PostgresOptions {
  /** The product's data folder; the cluster is `postgres/` in it and the server's log `postgres.log`. */
  dataDir: string
  /** Settings over the tuned ones: `{ fsync: 'off' }`. They count only for the start that launches the server. */
  settings?: Record<string, string>
  /** Linux only: the server shuts down when this process dies, however it dies. For tests. */
  dieWithParent?: boolean
  /** A TCP port of 127.0.0.1; a free one when absent. */
  port?: number
}

export interface RunningPostgres {
  /** Fits `new pg.Pool(address)`. */
  address: Address
  connectionString: string
  pid: number
  /** True when the server ran already, started by another process. */
  reused: boolean
  /** Gives the server up, and shuts it down when no other process of ours uses it. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * For an office machine of two cores and 4 GB that also runs the product. Whole pages go into the log as they are: its compression (pglz, the only one
 * here) cost a third of the processor's time of a file of corrections.
 */
const TUNED = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  wal_compression: 'off',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  max_connections: '60',
  timezone: 'UTC',
}

const ATTEMPTS = 5
const PATIENCE_MS = 300_000
const LOG_LIMIT_BYTES = 8_000_000

/**
 * Serves the embedded database of a data folder to this process: makes it when there is none, launches PostgreSQL or joins the
 * server that runs already. Works as root and not, beside other starts, and after any of them was killed.
 * It listens on 127.0.0.1 only and asks for a password that lies in the cluster folder, so other accounts of the machine stay out.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDir = path.resolve(options.dataDir)
  const cluster = clusterIn(dataDir)
  for (let attempt = 1; ; attempt++) {
    const joined = await join(cluster, options).catch((error) => {
      if (attempt === ATTEMPTS) throw error
      return null
    })
    if (joined) return joined
    if (attempt === ATTEMPTS)
      refuse('kernel/database-not-started', { log: cluster.log, reason: lastWords(cluster.log) }, 503)
    // Another start won, another stop is under way, or the port was taken: look again.
    await pause(50 * attempt)
  }
}

async function join(cluster: Cluster, options: PostgresOptions): Promise<RunningPostgres | null> {
  const found = await serverIn(cluster.folder)
  const server = found ? await untilReady(cluster, found) : await launch(cluster, options)
  if (!server) return null
  const address = { host: '127.0.0.1', port: server.port, user: ROLE, password: cluster.password, database: DATABASE }
  const lease = await leaseOn(address)
  if (!lease) {
    await untilGone(server.pid)
    return null
  }
  const connectionString = `postgresql://${ROLE}:${cluster.password}@127.0.0.1:${server.port}/${DATABASE}`
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= giveUp(cluster, server.pid, lease)
    return stopping
  }
  return { address, connectionString, pid: server.pid, reused: found !== null, stop }
}

async function launch(cluster: Cluster, options: PostgresOptions): Promise<ServerNote | null> {
  const port = options.port ?? (await freePort())
  const settings = { ...TUNED, ...options.settings, listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // The signal of a parent's death survives neither a change of account nor a namespace, so it is asked for last.
  const die = options.dieWithParent && process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
  const program = cluster.binaries.program('postgres')
  const log = openLog(cluster.log)
  const command = [...die, program, '-D', cluster.folder, '-p', String(port), ...flags]
  const child = cluster.account.launch(command, { stdio: ['ignore', log, log], detached: true, windowsHide: true })
  closeSync(log)
  child.unref()
  const exited = once(child, 'exit').then(() => null)
  const ready = untilReady(
    cluster,
    { pid: child.pid ?? 0, port, status: 'starting' },
    () => (child.exitCode ?? child.signalCode) === null,
  )
  return await Promise.race([ready, exited])
}

/** The server once it accepts connections; null when it went away instead. A start after a crash may replay for minutes. */
async function untilReady(
  cluster: Cluster,
  server: ServerNote,
  lives: () => boolean = () => isRunning(server.pid),
): Promise<ServerNote | null> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline && lives()) {
    const note = readNote(cluster.folder)
    if (note?.pid === server.pid && note.status === 'ready') return note
    if (note?.pid === server.pid && note.status === 'stopping') await untilGone(server.pid)
    await pause(10)
  }
  return null
}

async function giveUp(cluster: Cluster, pid: number, lease: Lease): Promise<void> {
  if (!(await lease.isLast())) return await lease.release()
  shutDown(cluster, pid)
  await lease.release().catch(() => {})
  await untilGone(pid)
}

function shutDown(cluster: Cluster, pid: number): void {
  if (process.platform === 'win32') {
    cluster.account.run(cluster.binaries.program('pg_ctl'), ['stop', '-m', 'fast', '-D', cluster.folder])
    return
  }
  try {
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is on disk afterwards.
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The server removes its note a moment before it ends, so the process itself is watched; its mark tells it from a later one of its number. */
async function untilGone(pid: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  const mark = startMark(pid)
  while (Date.now() < deadline && isRunning(pid) && startMark(pid) === mark) await pause(10)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}

function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  return lines.filter((line) => /FATAL|ERROR|HINT/.test(line)).at(-1) ?? lines.at(-1) ?? ''
}
