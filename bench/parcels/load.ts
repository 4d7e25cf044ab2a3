import path from 'node:path'
import { median, quantile } from '../measure.ts'
import { copyInto, dropBaselines, makeBaselines, sizeOfBaseline } from './baselines.ts'
import { correctedFile, type ParcelFile, parcelFiles } from './files.ts'
import { holdSums, type ParcelHouse, rawSum, sizeOfLedger } from './house.ts'

export interface LoadAsked {
  rows: number
  filesPerMonth: number
  folder: string
  /** sizes of the ledger at which a figure is asked, beside the last */
  askAt: readonly number[]
  asks: number
  /** after each file and each finding */
  tell(line: string): void
}

/** One file, brought in by COPY into a heap, by COPY into a table with the key, and by an import: milliseconds of each. */
export interface FileTimes {
  month: string
  rows: number
  first: boolean
  heap: number
  keyed: number
  ours: number
}

export interface Corrections {
  rows: number
  corrected: number
  ours: number
}

/** A figure at a size of the ledger: milliseconds over HTTP, and of the same sum over the rows. */
export interface Asked {
  rows: number
  p50: number
  p95: number
  raw: number
}

export interface Loaded {
  files: FileTimes[]
  corrections: Corrections[]
  asked: Asked[]
  peakBytes: number
  bytes?: { rows: number; beside: number; keyed: number }
  figures?: Record<string, string>
  checkedRows?: number
}

/**
 * Loads a half-year of parcels file by file, each in turn with the two COPYs of it, asks a figure on the way, corrects the last file, and holds
 * figures and sums against the rows. What it has so far is always in `loaded`, so that an interrupted run can show it.
 */
export async function loadParcels(on: ParcelHouse, asked: LoadAsked, loaded: Loaded): Promise<void> {
  await makeBaselines(on.client, on.names)
  const askAt = [...asked.askAt]
  let [done, number] = [0, 0]
  let last: ParcelFile | undefined
  for await (const file of parcelFiles({ ...asked, seed: 2019 })) {
    last?.remove()
    last = file
    const times = await inTurn(on, file, number++)
    loaded.files.push(times)
    loaded.peakBytes = on.importer.peak()
    done += file.rows
    asked.tell(lineOf(times, done, asked.rows, loaded))
    if (askAt.length > 0 && done >= askAt[0]!) {
      while (askAt.length > 0 && done >= askAt[0]!) askAt.shift()
      if (done < asked.rows) await ask(on, done, asked, loaded)
    }
  }
  loaded.bytes = { ...(await sizeOfLedger(on)), keyed: await sizeOfBaseline(on.client, 'keyed') }
  await dropBaselines(on.client)
  await ask(on, done, asked, loaded)
  loaded.figures = await figuresOf(on)
  await correctLast(on, last!, asked, loaded)
  last!.remove()
  loaded.checkedRows = await holdSums(on)
  loaded.peakBytes = on.importer.peak()
}

/** Another order for every file, so that none of the three always meets a warm or a busy disk. */
async function inTurn(on: ParcelHouse, file: ParcelFile, number: number): Promise<FileTimes> {
  const times = { month: file.month, rows: file.rows, first: file.first, heap: 0, keyed: 0, ours: 0 }
  const expected = { rows: file.rows, accepted: file.rows, corrected: 0, rejected: 0 }
  const deeds = [
    async () => {
      times.heap = await copyInto(on.client, 'heap', file.path)
    },
    async () => {
      times.keyed = await copyInto(on.client, 'keyed', file.path)
    },
    async () => {
      times.ours = await on.importer.import(file.path, expected)
    },
  ]
  for (let deed = 0; deed < deeds.length; deed++) await deeds[(number + deed) % deeds.length]!()
  return times
}

async function ask(on: ParcelHouse, rows: number, asked: LoadAsked, loaded: Loaded): Promise<void> {
  const latencies = await on.latencies(asked.asks)
  const raw = await rawSum(on)
  const found = { rows, p50: median(latencies), p95: quantile(latencies, 0.95), raw: raw.ms }
  const { exact } = await on.figure('bench.value.import')
  if (Number(exact) * 1e8 - Number(raw.value) > 0.001) throw new Error(`the figure ${exact} is not ${raw.value}`)
  loaded.asked.push(found)
  asked.tell(
    `a figure at ${rows.toLocaleString('en')} rows: p50 ${found.p50.toFixed(1)} ms, p95 ${found.p95.toFixed(1)} ms; the sum over the rows ${Math.round(raw.ms)} ms`,
  )
}

async function figuresOf(on: ParcelHouse): Promise<Record<string, string>> {
  const codes = ['bench.count.import', 'bench.count.export', 'bench.value.import', 'bench.value.export']
  const found: Record<string, string> = {}
  for (const code of codes) {
    const { exact, value } = await on.figure(code)
    found[code] = code.includes('count') ? String(Math.round(Number(exact) * 1e4)) : String(value)
  }
  return found
}

/** The last file once more with a tenth of its rows changed, then with every row changed. */
async function correctLast(on: ParcelHouse, file: ParcelFile, asked: LoadAsked, loaded: Loaded): Promise<void> {
  const target = path.join(asked.folder, 'corrected.csv')
  let source = file.path
  for (const step of [10, 1]) {
    const corrected = correctedFile(source, `${target}.${step}`, step)
    source = `${target}.${step}`
    const expected = { rows: file.rows, accepted: 0, corrected, rejected: 0 }
    const ours = await on.importer.import(source, expected)
    loaded.corrections.push({ rows: file.rows, corrected, ours })
    asked.tell(
      `${file.rows.toLocaleString('en')} rows of which ${corrected.toLocaleString('en')} corrected: ${rate(file.rows, ours)}`,
    )
  }
}

function lineOf(times: FileTimes, done: number, all: number, { peakBytes }: Loaded): string {
  const share = `${((100 * done) / all).toFixed(0)}%`.padStart(4)
  const kind = times.first ? 'first of its month' : 'more of its month '
  return `${share}  ${times.month} ${kind} ${times.rows.toLocaleString('en').padStart(9)} rows: ours ${rate(times.rows, times.ours)}, COPY with the key ${rate(times.rows, times.keyed)}, COPY into a heap ${rate(times.rows, times.heap)}; peak ${Math.round(peakBytes / 1e6)} MB`
}

function rate(rows: number, ms: number): string {
  return `${Math.round((rows * 1000) / ms).toLocaleString('en')}/s`
}
