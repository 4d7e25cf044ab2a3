import type { Readable } from 'node:stream'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { expectBreaks, type SpooledFile, spoolFile } from '#kernel/files/spool.ts'
import { firstRows, openTable, type SheetRow, type Table } from '#kernel/files/table.ts'
import { refuse } from '#kernel/refusal.ts'
import { tellAcross } from './across.ts'
import { closeBatch, openBatch, sameFile } from './batch-records.ts'
import { faultWords } from './fault-words.ts'
import { type FindingGroup, findingGroupsOf } from './finding-groups.ts'
import { dropWarningsOfRejected, type Finding, fillCells, findingsOf, keepWarnings } from './findings.ts'
import { type Headings, headingRow, ignoredHeadings, type Mapping, readHeadings, refuseUnusable } from './headings.ts'
import { type Incoming, takeIn } from './intake-paths.ts'
import type { Ledger } from './ledger.ts'
import { lockLedger } from './ledger-lock.ts'
import { ledgerOf } from './registry.ts'
import { namesOf } from './row-values.ts'
import { importScope } from './scope.ts'

export interface ImportAsked {
  ledger: string
  /** the unit of rows that name none; the ledger's last, or the zone, unless told */
  unit?: string
  file: { name: string } & ({ stream: Readable } | { path: string })
  /** what a person said of headings the ledger does not know */
  mapping?: Mapping
  /** counts, and changes nothing */
  dryRun?: boolean
  /** subtrees the importer may write to; the whole zone unless told */
  roots?: readonly string[]
  origin?: 'file' | 'zone'
  /** rows read of a workbook before it is refused */
  workbookRows?: number
  onProgress?: (progress: ImportProgress) => void
  signal?: AbortSignal
}

export interface ImportProgress {
  stage: 'reading' | 'settling'
  rows: number
  /** how much of the file is read, 0 to 1 */
  share: number
}

export interface ImportResult {
  /** null for a dry run; the earlier batch for a file that is in already */
  batch: number | null
  ledger: string
  rows: number
  accepted: number
  corrected: number
  unchanged: number
  rejected: number
  warned: number
  seconds: number
  /** the batch that brought the same file before */
  sameAs: number | null
  /** headings that fill no column */
  ignored: string[]
  /** the first rows that did not go in or went in with a warning */
  findings: Finding[]
  /** all of them by check and column */
  groups: FindingGroup[]
  /** as the file writes them, in the order of a finding's cells */
  headings: string[]
}

/**
 * Imports one file in one transaction: all of it that is good, or nothing. The same file again changes nothing; changed rows become
 * corrections; rejected rows are kept with their reasons. Refuses what is no table, what is cut or unreadable (`ledgers/not-a-table`,
 * `file-cut`, `encoding-unreadable`, `too-many-rows`, `zip-bomb`), unusable headings, and a unit outside the roots.
 */
export async function importFile(work: Work, asked: ImportAsked): Promise<ImportResult> {
  const source = 'path' in asked.file ? asked.file.path : asked.file.stream
  expectBreaks(source)
  const ledger = await ledgerOf(asked.ledger)
  const file = await spoolFile(source)
  try {
    const table = await openTable(file, asked.workbookRows === undefined ? {} : { workbookRows: asked.workbookRows })
    return await importTable(work, ledger, { ...asked, spooled: file, table })
  } finally {
    await file.remove()
  }
}

/** What an import works on: a file, or a row that somebody mends on a page. */
export interface TableAsked extends Omit<ImportAsked, 'file' | 'origin' | 'ledger'> {
  file: { name: string }
  origin?: 'file' | 'page' | 'zone'
  table: Table
  spooled?: SpooledFile
  /** a row by hand is in or refused; a new one may not be known already */
  oneRow?: 'new' | 'known'
  /** why a row was mended by hand */
  reason?: string
  /** looks once more before anything is written, when nobody else can */
  underLock?: (tx: Tx) => Promise<void>
}

/** Imports an open table in one transaction, see {@link importFile}. */
export async function importTable(work: Work, ledger: Ledger, asked: TableAsked): Promise<ImportResult> {
  try {
    return await write(work, async (tx) => {
      const result = await importTableIn(tx, ledger, asked)
      if (asked.dryRun) throw new DryRun({ ...result, batch: null })
      return result
    })
  } catch (error) {
    if (error instanceof DryRun) return error.result
    throw error
  }
}

/** Carries the counts out of a transaction that is not to stay. */
class DryRun extends Error {
  readonly result: ImportResult
  constructor(result: ImportResult) {
    super('dry run')
    this.result = result
  }
}

/** As {@link importTable}, in the caller's transaction: several ledgers of one document go in together or not at all. */
export async function importTableIn(tx: Tx, ledger: Ledger, asked: TableAsked): Promise<ImportResult> {
  const started = performance.now()
  const scope = await importScope(tx, ledger, asked)
  const moment = await lockLedger(tx, ledger.name)
  await asked.underLock?.(tx)
  const same = asked.spooled && (await sameFile(tx, ledger, asked.spooled.sha256, scope.unit, asked.mapping ?? {}))
  if (same) return { ...same, seconds: secondsSince(started) }
  const headings = await headingsOf(ledger, asked)
  const batch = await openBatch(tx, ledger, { asked, unit: scope.unit, moment, headings })
  const rows = () => rowsBelow(asked.table, headings.line)
  const { onProgress, signal } = asked
  const share = () => asked.table.share?.() ?? 1
  const incoming = {
    client: tx.client,
    ledger,
    names: namesOf(ledger),
    scope,
    batch,
    moment,
    headings,
    rows,
    plain: plainBelow(asked.table, headings.line),
    share,
    onProgress,
    signal,
  }
  const { taken, accepted, corrected, rejectedLate, warnings } = await takeIn(incoming)
  if (taken.rows === 0) refuse('ledgers/no-rows')
  await keepWarnings(tx, batch, warnings)
  if (rejectedLate > 0) await fillCells(tx, batch, asked.table)
  const kept = taken.warned - (rejectedLate > 0 ? await dropWarningsOfRejected(tx, batch) : 0)
  const warned = kept + (await tellAcross(tx, ledger, { batch, headings, scope, rows }))
  const rejected = taken.rejected + rejectedLate
  const unchanged = taken.rows - rejected - accepted - corrected
  const counts = {
    rows: taken.rows,
    accepted,
    corrected,
    unchanged,
    rejected,
    warned,
    seconds: secondsSince(started),
  }
  if (asked.oneRow) await refuseOneRow(tx, ledger, batch, asked.oneRow, counts)
  await closeBatch(tx, ledger, batch, counts)
  audit(tx, {
    action: 'ledgers/import',
    subject: `batch:${batch}`,
    unit: scope.unit,
    after: { ledger: ledger.name, file: asked.file.name, ...counts },
  })
  const ignored = ignoredHeadings(headings)
  return {
    batch: Number(batch),
    ledger: ledger.name,
    ...counts,
    sameAs: null,
    ignored,
    findings: await findingsOf(tx, batch, { limit: 100 }),
    groups: await findingGroupsOf(tx, batch, counts.warned),
    headings: headings.texts,
  }
}

async function refuseOneRow(
  tx: Tx,
  ledger: Ledger,
  batch: string,
  expected: 'new' | 'known',
  counts: { rejected: number; accepted: number },
) {
  if (counts.rejected > 0) {
    const [finding] = await findingsOf(tx, batch, { limit: 1, severity: 'reject' })
    const words = finding!.faults.map((fault) => faultWords(ledger, fault, 'zh'))
    refuse('ledgers/row-rejected', {
      reasons: words.map((word) => word.reason),
      cures: words.map((word) => word.cure),
      faults: finding!.faults,
    })
  }
  if (expected === 'new' && counts.accepted === 0) refuse('ledgers/row-known', {}, 409)
}

/** Finds and reads the headings among the first rows, and refuses what cannot be used. */
async function headingsOf(ledger: Ledger, asked: TableAsked): Promise<Headings> {
  const first = await firstRows(asked.table)
  if (first.length === 0) refuse('ledgers/file-empty')
  const headings = readHeadings(ledger, first[headingRow(ledger, first, asked.mapping)]!, asked.mapping)
  refuseUnusable(ledger, headings)
  return headings
}

async function* rowsBelow(table: Table, line: number): AsyncGenerator<SheetRow[]> {
  let passed = false
  for await (const group of table.rows()) {
    yield passed ? group : group.filter((row) => row.line > line)
    passed ||= group.some((row) => row.line > line)
  }
}

/** The same as bytes where the table has them; what stands above the headings always comes as rows. */
function plainBelow({ pieces, delimiter }: Table, line: number): Incoming['plain'] {
  if (!pieces || delimiter === undefined) return undefined
  const below = async function* () {
    for await (const piece of pieces())
      yield 'bytes' in piece || piece[0]!.line > line ? piece : piece.filter((row) => row.line > line)
  }
  return { delimiter, pieces: below }
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000
}
