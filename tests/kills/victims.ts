import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { readConfig } from '#kernel/config.ts'
import { type RunningPostgres, startPostgres } from '#kernel/db/postgres.ts'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { openHouse, programFolder } from '../../src/house.ts'
import { everybody } from '../world/work.ts'

/** A whole installation whose program and whose database may be killed: a data folder, its server, and `jingkai import` in processes of its own. */
export interface Installation {
  folder: string
  /** a connection that dies with the server */
  connect(): Promise<pg.Client>
  import(ledger: string, file: string): Importing
  /** ends every process of the server at once, as a power cut does */
  killServer(): void
  startServer(): Promise<void>
  /** bytes in the database's folder that no table or index owns: what a killed transaction left behind */
  orphanBytes(): Promise<number>
  close(): Promise<void>
}

export interface Importing {
  child: ChildProcess
  ended: Promise<Ended>
}

export interface Ended {
  exit: number | null
  /** the counts, when it came to its end */
  result: Record<string, unknown> | undefined
  said: string
}

const main = path.join(programFolder, 'src/cli/main.ts')

/** A database is killed, not the machine: what it wrote stays written, so it need not wait for the disk in the short form. */
const quick = { fsync: 'off', shared_buffers: '64MB' }

export async function install({ lasting }: { lasting: boolean }): Promise<Installation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jingkai-kills-'))
  const dataDir = path.join(folder, 'data')
  const settings = lasting ? {} : quick
  const start = () => startPostgres({ dataDir, settings, dieWithParent: true })
  let server = await start()
  await furnish(dataDir)
  const connect = () => connected(server)
  return {
    folder,
    connect,
    import: (ledger, file) => importing(dataDir, ledger, file),
    killServer: () => killAll(server.pid),
    async startServer() {
      server = await start()
    },
    orphanBytes: () => orphansOf(connect, path.join(dataDir, 'postgres')),
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Tables and the one unit that rows need. */
async function furnish(dataDir: string): Promise<void> {
  const house = await openHouse(readConfig({ JINGKAI_DATA: dataDir, LOG_LEVEL: 'silent' }))
  const zone = { code: 'ZONE', nameZh: '管委会', nameEn: 'Committee', kind: 'committee' as const }
  await write(house.workAs(everybody), (tx) => addUnit(tx, { ...zone, parent: null, openedOn: '1993-04-01' }))
  await house.close()
}

async function connected(server: RunningPostgres): Promise<pg.Client> {
  const client = new pg.Client({ ...server.address, application_name: 'kills' })
  client.on('error', () => {})
  await client.connect()
  return client
}

function importing(dataDir: string, ledger: string, file: string): Importing {
  const env = { ...process.env, JINGKAI_DATA: dataDir, JINGKAI_LANG: 'en', LOG_LEVEL: 'silent', DATABASE_URL: '' }
  const child = spawn(process.execPath, [main, 'import', ledger, file, '--unit', 'ZONE', '--json'], { env })
  let [out, said] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const ended = once(child, 'close').then(([exit]) => {
    const answer = out.trim() ? (JSON.parse(out) as Record<string, unknown>) : undefined
    const failed = answer && 'error' in answer
    return { exit: exit as number | null, result: failed ? undefined : answer, said: failed ? out : said }
  })
  return { child, ended }
}

/** Stopped first, so that the postmaster cannot have another child while its children are counted. */
function killAll(postmaster: number): void {
  process.kill(postmaster, 'SIGSTOP')
  const all = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout
  const children = all
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid && parent === postmaster ? [pid] : []))
  for (const pid of [postmaster, ...children]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

async function orphansOf(connect: () => Promise<pg.Client>, cluster: string): Promise<number> {
  const client = await connect()
  const { rows } = await client.query<{ folder: string; known: string[] }>(
    `select 'base/' || (select oid from pg_database where datname = current_database()) as folder,
       array_agg(pg_relation_filenode(oid)::text) as known from pg_class where pg_relation_filenode(oid) is not null`,
  )
  await client.end()
  const known = new Set(rows[0]!.known)
  const folder = path.join(cluster, rows[0]!.folder)
  const orphans = readdirSync(folder).filter((file) => /^\d+/.test(file) && !known.has(/^\d+/.exec(file)![0]))
  return orphans.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0)
}
