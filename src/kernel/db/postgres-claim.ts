import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { refuse } from '../refusal.ts'
import { isRunning, startMark } from './postgres-process.ts'

/** Who serves a data folder. */
export interface Serving {
  pid: number
  /** Where it can be opened: `http://127.0.0.1:4300`. */
  address: string
  /** Instant in UTC, ISO 8601. */
  startedAt: string
  /** Tells a process from a later one of the same number. */
  mark: string
}

export interface Claim {
  release(): void
}

/** Claims a data folder for the one server it may have; refuses `kernel/already-serving` with the number and address of the holder. */
export function claim(dataDir: string, server: { address: string; startedAt: Date }): Claim {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = fileOf(dataDir)
  const mine: Serving = {
    pid: process.pid,
    address: server.address,
    startedAt: server.startedAt.toISOString(),
    mark: startMark(process.pid),
  }
  while (!place(file, mine)) {
    const holder = whoServes(dataDir)
    if (holder) refuse('kernel/already-serving', { folder: dataDir, ...holder }, 409)
    removeStale(file)
  }
  return { release: () => release(file, mine) }
}

/** The living server of a data folder, or null. */
export function whoServes(dataDir: string): Serving | null {
  const serving = read(fileOf(dataDir))
  return serving && lives(serving) ? serving : null
}

function lives({ pid, mark }: Serving): boolean {
  return isRunning(pid) && startMark(pid) === mark
}

/** A link appears whole or not at all, and never replaces another's. */
function place(file: string, mine: Serving): boolean {
  const draft = besides(file)
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Takes a dead holder's file away; should a living one have come between our look and our hand, its file is put back. */
function removeStale(file: string): void {
  const aside = besides(file)
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const taken = read(aside)
  if (taken && lives(taken)) place(file, taken)
  rmSync(aside, { force: true })
}

function release(file: string, mine: Serving): void {
  const now = read(file)
  if (now?.pid === mine.pid && now.mark === mine.mark) rmSync(file, { force: true })
}

function read(file: string): Serving | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Serving
  } catch {
    return null
  }
}

function besides(file: string): string {
  return `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, 'serving.json')
}
