import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { type ImportResult, importFile } from '#parts/ledgers/import.ts'
import { ledgerOf } from '#parts/ledgers/registry.ts'
import { type SqlNames, sqlNames } from '#parts/ledgers/sql-names.ts'
import type { House } from '../src/house.ts'
import { median, timed } from './measure.ts'
import { writeParcelRows } from './parcel-rows.ts'
import { rawCopy } from './raw-copy.ts'
import type { Line } from './report.ts'
import type { Subject } from './subject.ts'
import { everybody } from './world.ts'

const longRows = 200_000
export const ledgerName = 'trade/parcel-manifests'

/** Rows per second through the ordinary door, against COPY of the same file: new rows, a tenth corrected, the same file again. */
export const imports: Subject = async ({ world, sizes, repetitions }) => {
  const house = await world.copy()
  const client = await house.pool.connect()
  const names = sqlNames(await ledgerOf(ledgerName))
  const lines: Line[] = []
  try {
    let year = 2020
    for (const rows of sizes) {
      const series = { house, client, names, rows, folder: world.folder, times: rows > longRows ? repetitions.long : 5 }
      lines.push(...linesOf(rows, await measuredImports(series, year)))
      year += series.times
    }
  } finally {
    client.release()
    await house.close()
  }
  return { lines }
}

interface Series {
  house: House
  client: pg.PoolClient
  names: SqlNames
  rows: number
  folder: string
  times: number
}

/** Milliseconds of every repetition. */
interface Times {
  heap: number[]
  keyed: number[]
  first: number[]
  corrected: number[]
  again: number[]
  hash: number[]
}

/**
 * Each repetition brings another year, product and limit in turn, so that a disturbance meets all of them. Of large files only the first
 * is corrected.
 */
async function measuredImports(series: Series, firstYear: number): Promise<Times> {
  const { house, client, names, rows, folder, times } = series
  const found: Times = { heap: [], keyed: [], first: [], corrected: [], again: [], hash: [] }
  const file = path.join(folder, 'new.csv')
  const correctedFile = path.join(folder, 'corrected.csv')
  for (let repetition = 0; repetition < times; repetition++) {
    const year = firstYear + repetition
    writeParcelRows(file, { rows, year })
    found.heap.push(await rawCopy(client, names, file, { keyed: false }))
    found.keyed.push(await rawCopy(client, names, file, { keyed: true }))
    found.first.push(await importTimed(house, file, { rows, accepted: rows, corrected: 0 }))
    if (repetition > 0 && rows > longRows) continue
    writeParcelRows(correctedFile, { rows, year, revision: 1 })
    found.corrected.push(await importTimed(house, correctedFile, { rows, accepted: 0, corrected: tenthOf(rows) }))
    found.again.push(await importTimed(house, correctedFile, { rows, accepted: 0, corrected: 0 }))
    found.hash.push((await timed(() => hashOf(correctedFile))).ms)
  }
  rmSync(file)
  rmSync(correctedFile)
  return found
}

/** Imports a file as a page does and holds what came of it against what must come of it. */
export async function importTimed(house: House, file: string, expected: Partial<ImportResult>): Promise<number> {
  const asked = { ledger: ledgerName, unit: 'PORT', file: { name: path.basename(file), path: file } }
  const { ms, answer } = await timed(() => importFile(house.workAs(everybody), asked))
  for (const [name, value] of Object.entries(expected)) {
    const found = answer[name as keyof ImportResult]
    if (found !== value) throw new Error(`import of ${asked.file.name}: ${name} is ${found}, expected ${value}`)
  }
  return ms
}

function tenthOf(rows: number): number {
  return Math.ceil(rows / 10)
}

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
}

function linesOf(rows: number, times: Times): Line[] {
  const rate = (measured: readonly number[]) => ({ value: (rows * 1000) / median(measured), unit: 'rows/s' as const })
  const milliseconds = (measured: readonly number[]) => ({ value: median(measured), unit: 'ms' as const })
  const against = { kind: 'measured' as const }
  const heap = { ...against, ...rate(times.heap), what: 'COPY of the file into a heap' }
  const keyed = { ...against, ...rate(times.keyed), what: 'COPY of the file into a table with the same key' }
  const hash = { ...against, ...milliseconds(times.hash), what: 'SHA-256 of the file' }
  const size = rows.toLocaleString('en')
  const subject = 'import'
  return [
    { subject, what: `${size} new rows`, measured: rate(times.first), limit: heap },
    { subject, what: `${size} new rows`, measured: rate(times.first), limit: keyed },
    { subject, what: `${size} rows, a tenth corrected`, measured: rate(times.corrected), limit: keyed },
    { subject, what: `${size} rows, the same file again`, measured: milliseconds(times.again), limit: hash },
  ]
}
