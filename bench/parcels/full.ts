import { mkdirSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Line, Missing } from '../report.ts'
import type { World } from '../world.ts'
import { parcelHouse } from './house.ts'
import { linesOf } from './lines.ts'
import { type Loaded, loadParcels } from './load.ts'

/** The half-year of the source. */
export const fullRows = 62_860_000
const bytesPerRow = 560
const bytesBeside = 6e9
const sourceDigits = {
  'bench.count.import': '33000000',
  'bench.count.export': '29860000',
  'bench.value.import': '46.8',
  'bench.value.export': '2.6',
}

/** Says in words that the disk has not the room, before anything is made. */
export function roomFor(rows: number, folder: string): string | undefined {
  const { bavail, bsize } = statfsSync(folder)
  const [free, needed] = [bavail * bsize, rows * bytesPerRow + bytesBeside]
  if (free >= needed) return undefined
  const gigabytes = (bytes: number) => Math.ceil(bytes / 1e9)
  return `${rows.toLocaleString('en')} rows and the tables beside them need about ${gigabytes(needed)} GB in ${folder}; ${gigabytes(free)} GB are free. Free some, or set TMPDIR to a folder with more.`
}

/**
 * The whole size, file by file through the ordinary door. After every file what is known is written to `partial`, so that a run that is stopped
 * still has it.
 */
export async function measureFull(
  world: World,
  asked: { rows: number; partial: string; tell(line: string): void },
): Promise<{ lines: Line[]; missing: Missing[] }> {
  const loaded: Loaded = { files: [], corrections: [], asked: [], peakBytes: 0 }
  const folder = path.join(world.folder, 'parcels')
  mkdirSync(folder)
  const started = performance.now()
  const tell = (line: string) => {
    writeFileSync(asked.partial, JSON.stringify(loaded, null, 2))
    asked.tell(`${minutes(performance.now() - started)}  ${line}`)
  }
  const stop = new Promise<never>((_, stopped) => {
    process.once('SIGINT', () => stopped(new Error('stopped')))
    process.once('SIGTERM', () => stopped(new Error('stopped')))
  })
  stop.catch(() => {})
  const on = await parcelHouse(world)
  const missing: Missing[] = []
  try {
    const sizes = { filesPerMonth: 10, askAt: [asked.rows / 63, asked.rows / 6.3], asks: 200 }
    await Promise.race([loadParcels(on, { ...asked, ...sizes, folder, tell }, loaded), stop])
    holdDigits(asked.rows, loaded)
  } catch (error) {
    missing.push({ subject: 'parcels', what: 'the rest of it', why: (error as Error).stack ?? String(error) })
  } finally {
    await on.close().catch(() => {})
  }
  return { lines: linesOf(loaded), missing }
}

/** The figures of the source, to the digit, and every row of them counted in the sums. */
function holdDigits(rows: number, { figures, checkedRows }: Loaded): void {
  if (checkedRows !== rows) throw new Error(`${checkedRows} rows stand behind the sums, expected ${rows}`)
  if (rows !== fullRows) return
  for (const [code, expected] of Object.entries(sourceDigits))
    if (figures?.[code] !== expected) throw new Error(`${code} is ${figures?.[code]}, expected ${expected}`)
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`
}
