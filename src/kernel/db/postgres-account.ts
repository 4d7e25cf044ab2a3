import { type ChildProcess, type SpawnOptions, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { chmodSync, statSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '../refusal.ts'
import type { Binaries } from './postgres-binaries.ts'

/** PostgreSQL refuses to run as root; this is who it runs as instead, and how. */
export interface Account {
  run(program: string, args: string[], input?: string): SpawnSyncReturns<string>
  launch(command: string[], options: SpawnOptions): ChildProcess
  /** Gives a file or folder, with what is in it, to the account. */
  own(place: string): void
}

interface Identity {
  uid: number
  gid: number
}

interface Candidate {
  prefix: string[]
  identity: Identity | null
}

/** A namespace of our own maps root to nobody: files stay root's, closed parents stay open to us, no account is needed. */
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

const ENVIRONMENT =
  process.platform === 'win32' ? process.env : { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' }

/** The first way of running PostgreSQL that works for this folder; refuses `kernel/no-database-account` where none does. */
export function accountFor(binaries: Binaries, dataDir: string, cluster: string): Account {
  if (process.getuid?.() !== 0) return accountOf({ prefix: [], identity: null })
  const tried: string[] = []
  for (const candidate of candidates(dataDir, cluster)) {
    if (candidate.identity) chmodSync(dataDir, statSync(dataDir).mode | 0o011)
    const account = accountOf(candidate)
    const probe = account.run('/bin/sh', [
      '-c',
      'cd -- "$1" && exec "$2" --version',
      'sh',
      dataDir,
      binaries.program('postgres'),
    ])
    if (probe.status === 0) {
      if (ownerOf(cluster) !== null) account.own(cluster)
      return account
    }
    const who = candidate.identity ? `uid ${candidate.identity.uid}` : 'user namespace'
    tried.push(`${who}: ${(probe.error?.message ?? probe.stderr).trim() || 'not permitted'}`)
  }
  return refuse('kernel/no-database-account', { folder: dataDir, tried }, 503)
}

function* candidates(dataDir: string, cluster: string): Generator<Candidate> {
  const keeper = ownerOf(cluster)
  if (keeper && keeper.uid !== 0) {
    yield { prefix: [], identity: keeper }
    return
  }
  if (process.platform === 'linux') yield { prefix: NAMESPACE, identity: null }
  const landlord = ownerOf(path.dirname(dataDir))
  if (landlord && landlord.uid !== 0) yield { prefix: [], identity: landlord }
  const system = systemAccount()
  if (system) yield { prefix: [], identity: system }
}

function accountOf({ prefix, identity }: Candidate): Account {
  const who = identity ?? {}
  return {
    run(program, args, input) {
      const [command = '', ...rest] = [...prefix, program, ...args]
      return spawnSync(command, rest, {
        encoding: 'utf8',
        env: ENVIRONMENT,
        cwd: path.parse(program).root,
        input,
        ...who,
      })
    },
    launch([program = '', ...args], options) {
      const [command = '', ...rest] = [...prefix, program, ...args]
      return spawn(command, rest, { ...options, env: ENVIRONMENT, ...who })
    },
    own(place) {
      if (identity && ownerOf(place)?.uid !== identity.uid)
        spawnSync('chown', ['-R', `${identity.uid}:${identity.gid}`, place])
    },
  }
}

function ownerOf(place: string): Identity | null {
  const found = statSync(place, { throwIfNoEntry: false })
  return found ? { uid: found.uid, gid: found.gid } : null
}

function systemAccount(): Identity | null {
  const known = identityNamed('postgres')
  if (known) return known
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return identityNamed('postgres')
}

function identityNamed(name: string): Identity | null {
  const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' })
  const [uid, gid] = [ask('-u'), ask('-g')]
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}
