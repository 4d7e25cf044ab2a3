import type { Readable } from 'node:stream'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { type SpooledFile, spoolFile } from '#kernel/files/spool.ts'
import { openTable, type SheetRow, type Table } from '#kernel/files/table.ts'
import { refuse } from '#kernel/refusal.ts'
import { closeBatch, openBatch, sameFile } from './batch-records.ts'
import { fillCells, type Finding, findingsOf, keepWarnings } from './findings.ts'
import { type Headings, headingRow, type Mapping, readHeadings, refuseUnusable } from './headings.ts'
import type { Ledger } from './ledger.ts'
import { lockLedger } from './ledger-lock.ts'
import { ledgerOf } from './registry.ts'
import { RowChecker } from './row-checker.ts'
import { importScope } from './scope.ts'
import { settle } from './settle.ts'
import { sqlNames } from './sql-names.ts'
import { createStaging, Staging } from './staging.ts'

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
}

/**
 * Imports one file in one transaction: all of it that is good, or nothing. The same file again changes nothing; changed rows become
 * corrections; rejected rows are kept with their reasons. Refuses what is no table, what is cut or unreadable (`ledgers/not-a-table`,
 * `file-cut`, `encoding-unreadable`, `too-many-rows`, `zip-bomb`), unusable headings, and a unit outside the roots.
 */
export async function importFile(work: Work, asked: ImportAsked): Promise<ImportResult> {
  const ledger = await ledgerOf(asked.ledger)
  const file = await spoolFile('path' in asked.file ? asked.file.path : asked.file.stream)
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
}

/** Imports an open table in one transaction, see {@link importFile}. */
export async function importTable(work: Work, ledger: Ledger, asked: TableAsked): Promise<ImportResult> {
  try {
    return await write(work, async (tx) => {
      const result = await imported(tx, ledger, asked)
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

async function imported(tx: Tx, ledger: Ledger, asked: TableAsked): Promise<ImportResult> {
  const started = performance.now()
  const scope = await importScope(tx, ledger, asked)
  const moment = await lockLedger(tx, ledger.name)
  const same = asked.spooled && (await sameFile(tx, ledger, asked.spooled.sha256, scope.unit, asked.mapping ?? {}))
  if (same) return { ...same, seconds: secondsSince(started) }
  const names = sqlNames(ledger)
  const { headings, rows } = await headed(ledger, asked)
  const batch = await openBatch(tx, ledger, { asked, unit: scope.unit, moment, headings })
  await createStaging(tx.client, names)
  const staging = new Staging(tx.client, ledger, names, new RowChecker(ledger, headings.layout, headings.texts.length, scope))
  const staged = await stage(staging, rows, asked)
  if (staged.rows === 0) refuse('ledgers/no-rows')
  asked.onProgress?.({ stage: 'settling', rows: staged.rows })
  const settled = await settle({ client: tx.client, names, batch, moment, staged, allowed: scope.allowed ? [...scope.allowed] : undefined })
  await keepWarnings(tx, batch, staging.warnings)
  if (settled.rejected > staged.rejected) await fillCells(tx, batch, asked.table)
  const counts = { rows: staged.rows, ...settled, warned: staged.warned, seconds: secondsSince(started) }
  await closeBatch(tx, ledger, batch, counts)
  audit(tx, { action: 'ledgers/import', subject: `batch:${batch}`, unit: scope.unit, after: { ledger: ledger.name, file: asked.file.name, ...counts } })
  const ignored = ignoredOf(headings)
  return { batch: Number(batch), ledger: ledger.name, ...counts, sameAs: null, ignored, findings: await findingsOf(tx, batch, { limit: 100 }) }
}

async function stage(staging: Staging, rows: AsyncIterable<SheetRow[]>, asked: TableAsked) {
  try {
    for await (const group of rows) {
      if (asked.signal?.aborted) refuse('ledgers/import-stopped')
      await staging.take(group)
      asked.onProgress?.({ stage: 'reading', rows: staging.staged.rows })
    }
    return await staging.end()
  } catch (error) {
    await staging.abandon(error as Error)
    throw error
  }
}

/** The headings, and the rows below them. */
async function headed(ledger: Ledger, asked: TableAsked): Promise<{ headings: Headings; rows: AsyncIterable<SheetRow[]> }> {
  const groups = asked.table.rows()[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  while (first.length < 10) {
    const next = await groups.next()
    if (next.done) break
    first.push(...next.value)
  }
  if (first.length === 0) refuse('ledgers/file-empty')
  const at = headingRow(ledger, first, asked.mapping)
  const headings = readHeadings(ledger, first[at]!, asked.mapping)
  refuseUnusable(ledger, headings)
  return { headings, rows: after(first.slice(at + 1), groups) }
}

async function* after(first: SheetRow[], groups: AsyncIterator<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  yield first
  for (let next = await groups.next(); !next.done; next = await groups.next()) yield next.value
}

function ignoredOf(headings: Headings): string[] {
  return headings.found.filter((found) => found.column === null && found.how !== 'ours').map((found) => found.heading)
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1000
}
