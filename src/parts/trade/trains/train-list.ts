import type { Readable } from 'node:stream'
import { audit } from '#kernel/audit/chain.ts'
import { type Tx, type Work, write } from '#kernel/db/work.ts'
import { expectBreaks, type SpooledFile, spoolFile } from '#kernel/files/spool.ts'
import { refuse } from '#kernel/refusal.ts'
import type { ImportResult } from '#parts/ledgers/import.ts'
import { trainContainers } from '../train-containers.ledger.ts'
import { type ListedContainer, type ReadSheet, readSheet } from './list-form.ts'
import { importContainers, importTrains } from './list-import.ts'
import { openSheets } from './list-sheets.ts'
import { type ListedTrain, trainsOf } from './listed-trains.ts'

export interface TrainListAsked {
  file: { name: string } & ({ stream: Readable } | { path: string })
  /** whose trains they are; the ledger's usual unit unless told */
  unit?: string
  /** subtrees the importer may write to; the whole zone unless told */
  roots?: readonly string[]
  /** tells what would happen, and changes nothing */
  dryRun?: boolean
  signal?: AbortSignal
}

/** A sheet of the file, and whether it is a list of trains. */
export interface SheetTold {
  name: string
  form: ReadSheet['form']
  containers: number
  missing: string[]
  ignored: string[]
}

export interface TrainListResult {
  file: string
  sheets: SheetTold[]
  trains: ListedTrain[]
  containers: ImportResult
  /** the trains' own rows, made from their containers; none when no container is in */
  trainRows: ImportResult | null
  /** the same file was in already: nothing was changed */
  known: boolean
}

/**
 * Brings in a train list in one transaction: the containers, and from all containers of each train its own row. Sheets that are no list are
 * named and passed over. Refuses `trade/no-train-list` when none of them is one, and what the readers of files refuse.
 */
export async function importTrainList(work: Work, asked: TrainListAsked): Promise<TrainListResult> {
  const source = 'path' in asked.file ? asked.file.path : asked.file.stream
  expectBreaks(source)
  const spooled = await spoolFile(source)
  try {
    const sheets = (await openSheets(spooled, asked.file.name)).map(readSheet)
    const containers = sheets.flatMap((sheet) => sheet.containers)
    if (containers.length === 0)
      refuse('trade/no-train-list', { file: asked.file.name, sheets: sheets.map(({ name }) => name) })
    return await settled(work, asked, { spooled, sheets, containers })
  } finally {
    await spooled.remove()
  }
}

interface Opened {
  spooled: SpooledFile
  sheets: ReadSheet[]
  containers: ListedContainer[]
}

/** Carries the answer of a trial out of a transaction that is not to stay. */
class Trial extends Error {
  readonly result: TrainListResult
  constructor(result: TrainListResult) {
    super('trial')
    this.result = result
  }
}

async function settled(work: Work, asked: TrainListAsked, opened: Opened): Promise<TrainListResult> {
  try {
    return await write(work, async (tx) => {
      const result = await imported(tx, asked, opened)
      if (asked.signal?.aborted) refuse('ledgers/import-stopped')
      if (asked.dryRun) throw new Trial(onTrial(result))
      return result
    })
  } catch (error) {
    if (error instanceof Trial) return error.result
    throw error
  }
}

/** Batches of a trial are gone with it. */
function onTrial(result: TrainListResult): TrainListResult {
  const { containers, trainRows } = result
  return {
    ...result,
    containers: { ...containers, batch: result.known ? containers.batch : null },
    trainRows: trainRows && { ...trainRows, batch: null },
  }
}

async function imported(tx: Tx, asked: TrainListAsked, opened: Opened): Promise<TrainListResult> {
  const { spooled, sheets } = opened
  const containers = placed(await importContainers(tx, asked, spooled, opened.containers), opened.containers)
  const standing = containers.sameAs === null ? null : await listOf(tx, containers.sameAs)
  const trainRows = standing ? null : await importTrains(tx, asked, opened.containers)
  const trains = await trainsOf(tx, sheets, containers, trainRows)
  if (!standing) await keep(tx, { asked, spooled, containers, trainRows, trains })
  const told = sheets.map(({ name, form, containers: rows, missing, ignored }) => ({
    ...{ name, form, missing, ignored, containers: rows.length },
  }))
  return { file: asked.file.name, sheets: told, trains, containers, trainRows, known: standing !== null }
}

/** A number that comes twice is told by the sheets and lines of the file, not by those of the table that was made of them. */
function placed(result: ImportResult, listed: readonly ListedContainer[]): ImportResult {
  const place = (line: number) => {
    const { sheet, line: own } = listed[line - 2] ?? { sheet: '', line }
    return `${sheet}:${own}`
  }
  const findings = result.findings.map((finding) => ({
    ...finding,
    faults: finding.faults.map((fault) => {
      const lines = fault.details?.['lines']
      return Array.isArray(lines) ? { ...fault, details: { ...fault.details, lines: lines.map(place) } } : fault
    }),
  }))
  return { ...result, findings }
}

/** The list that a batch of containers came with, while the trains' rows of it stand. */
async function listOf(tx: Tx, batch: number): Promise<number | null> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select l.id from train_lists l join batches b on b.id = l.train_batch and b.withdrawn_at is null
     where l.container_batch = $1 order by l.id desc limit 1`,
    [batch],
  )
  return rows[0] ? Number(rows[0].id) : null
}

interface Kept {
  asked: TrainListAsked
  spooled: SpooledFile
  containers: ImportResult
  trainRows: ImportResult | null
  trains: readonly ListedTrain[]
}

async function keep(tx: Tx, { asked, spooled, containers, trainRows, trains }: Kept): Promise<void> {
  const { rows } = await tx.client.query<{ unit_code: string }>('select unit_code from batches where id = $1', [
    containers.batch,
  ])
  const unit = rows[0]!.unit_code
  await tx.client.query(
    `insert into train_lists (file_name, sha256, unit_code, container_batch, train_batch, trains, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [asked.file.name, spooled.sha256, unit, containers.batch, trainRows?.batch ?? null, trains.length, tx.now],
  )
  audit(tx, {
    action: 'trade/import-train-list',
    subject: `batch:${containers.batch}`,
    unit,
    after: {
      ...{ ledger: trainContainers.name, file: asked.file.name, trains: trains.length, rows: containers.rows },
      ...{ rejected: containers.rejected, trainBatch: trainRows?.batch ?? null },
    },
  })
}
