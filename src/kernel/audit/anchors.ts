import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { read, type Work } from '../db/work.ts'
import { headOf } from './stored-rows.ts'

/** What the chain's end was at some moment, noted outside of the database. */
export interface Anchor {
  seq: number
  hash: string
  /** ISO 8601, UTC */
  at: string
}

/** The file of anchors, one `seq hash at` a line; whoever rewrites the database would have to rewrite this too. */
export const anchorsFile = (dataFolder: string): string => path.join(dataFolder, 'audit-anchors.log')

/** Notes the chain's end in the file of anchors, unless its last line says the same. Called at start, hourly, and at stop. */
export async function anchorAudit(work: Work, dataFolder: string): Promise<Anchor | null> {
  const head = await read(work, (tx) => headOf(tx.client))
  if (!head || head.entries === 0) return null
  const anchor = { seq: head.entries, hash: head.hash, at: work.now().toISOString() }
  const file = anchorsFile(dataFolder)
  const last = anchorsIn(file).at(-1)
  if (last?.seq === anchor.seq && last.hash === anchor.hash) return last
  mkdirSync(dataFolder, { recursive: true })
  const log = await open(file, 'a', 0o600)
  try {
    await log.appendFile(`${anchor.seq} ${anchor.hash} ${anchor.at}\n`)
    await log.sync()
  } finally {
    await log.close()
  }
  return anchor
}

/** The anchors of a file, oldest first; a line cut short by a crash is left out. */
export function anchorsIn(file: string): Anchor[] {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, seq, hash, at] = /^(\d+) ([0-9a-f]{64}) (\S+Z)$/.exec(line) ?? []
      return seq && hash && at ? [{ seq: Number(seq), hash, at }] : []
    })
}
