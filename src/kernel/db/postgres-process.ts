import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** What `postmaster.pid` says of the server in a cluster folder. `status` is `starting`, `ready` or `stopping`. */
export interface ServerNote {
  pid: number
  port: number
  status: string
}

/** A server that lives in the cluster folder, or null; a note left behind by a dead one is removed. */
export async function serverIn(cluster: string): Promise<ServerNote | null> {
  for (;;) {
    const note = readNote(cluster)
    if (!note) return null
    const living = inhabitants(cluster, note.pid)
    if (living.includes(note.pid)) return note
    if (living.length === 0) {
      // Not there, a zombie, or its number now belongs to another program: PostgreSQL itself would be fooled by the last two.
      if (readNote(cluster)?.pid === note.pid) rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
      return null
    }
    // The server is gone and its last sessions are still leaving; a new one must not start beside them.
    await pause(25)
  }
}

export function readNote(cluster: string): ServerNote | null {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readText(file).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() }
}

/** True for a process that runs; a zombie, which `kill(pid, 0)` also finds, does not. */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') {
    const status = readText(`/proc/${pid}/status`)
    return status !== '' && !/^State:\s+[ZX]/m.test(status)
  }
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A mark that differs when the number of a process is given to another one: its moment of start. */
export function startMark(pid: number): string {
  if (process.platform === 'linux') {
    const fields = readText(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
    return fields[19] ?? ''
  }
  if (process.platform === 'win32') return ''
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
}

/** PostgreSQL processes whose working folder is the cluster: the server and each of its sessions; zombies have none. */
function inhabitants(cluster: string, noted: number): number[] {
  if (process.platform !== 'linux') return looksLikePostgres(noted) ? [noted] : []
  const folder = realpathSync(cluster)
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && folderOf(entry) === folder)
    .filter((entry) => readText(`/proc/${entry}/cmdline`).includes('postgres'))
    .map(Number)
}

function looksLikePostgres(pid: number): boolean {
  if (!isRunning(pid)) return false
  if (process.platform === 'win32') return true
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres')
}

function folderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

/** Text of a file that may vanish while we look. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
