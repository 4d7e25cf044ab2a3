import type { Readable } from 'node:stream'
import { read, type Work, write } from '#kernel/db/work.ts'
import { expectBreaks, spoolFile } from '#kernel/files/spool.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import { keepInside } from '#parts/org/org.ts'
import { openSheets } from '#parts/trade/trains/list-sheets.ts'
import { desksOf } from '../engine/desks.ts'
import { standardsOf } from '../engine/standards.ts'
import { type ComparedStandard, diffOf, type StandardsDiff } from './diff.ts'
import { keepStandards } from './keep-standards.ts'
import { type Fault, type ReadStandards, readStandards } from './sheet.ts'

const megabytes = 20

export interface StandardsImport {
  /** null when it was only looked at, or not taken */
  set: number | null
  again: boolean
  standards: number
  categories: number
  faults: Fault[]
  notes: Fault[]
  diff: StandardsDiff
}

/**
 * Takes a table of standards in as a version of its own, or only looks at it (`dryRun`): what it would change against the version in force,
 * what was understood, and every fault by its row. A file with faults is not taken at all. Refuses `matters/standards-too-large`,
 * `matters/standards-empty`, `org/outside-scope` (403) for who does not stand over the supervision centre, and what readers of files refuse.
 */
export async function importStandards(
  work: Work,
  file: { name: string; stream: Readable; title?: string | undefined; reason?: string | undefined },
  { dryRun, roots }: { dryRun: boolean; roots: readonly string[] },
): Promise<StandardsImport> {
  expectBreaks(file.stream)
  const spooled = await spoolFile(file.stream)
  try {
    if (spooled.bytes > megabytes << 20) refuse('matters/standards-too-large', { limit: megabytes }, 413)
    const found = readStandards(await openSheets(spooled, file.name))
    if (found.standards.length + found.faults.length === 0) refuse('matters/standards-empty')
    const before = await read(work, comparedInForce)
    const result = { ...summary(found), diff: diffOf(before, found.standards.map(compared)) }
    if (dryRun || found.faults.length > 0) return { set: null, again: false, ...result }
    const reason = file.reason?.trim() || 'imported'
    const kept = { title: file.title?.trim() || file.name, name: file.name, reason }
    const { set, again } = await write(work, async (tx) => {
      await keepInside(tx, (await desksOf(tx)).supervision, roots)
      return keepStandards(tx, found.standards, kept)
    })
    return { set, again, ...result }
  } finally {
    await spooled.remove()
  }
}

function summary({ standards, faults, notes }: ReadStandards) {
  return {
    ...{ standards: standards.length, faults, notes },
    categories: new Set(standards.map(({ code }) => code)).size,
  }
}

/** Standards of a version (the one in force unless told) as they are compared; none before the first import. */
export async function comparedInForce(
  tx: Parameters<typeof standardsOf>[0],
  set?: number,
): Promise<ComparedStandard[]> {
  const categories = await standardsOf(tx, set).catch((problem: unknown) => {
    if (problem instanceof Refusal && problem.code === 'matters/standards-missing') return []
    throw problem
  })
  return categories.flatMap(({ code, name, standards }) => standards.map((one) => compared({ ...one, code, name })))
}

function compared(one: Omit<ComparedStandard, 'name'> & { name: { zh: string } }): ComparedStandard {
  const { code, condition, closeCondition, limit, unitSaid, competentSaid } = one
  return { code, name: one.name.zh, condition, closeCondition, limit, unitSaid, competentSaid }
}
