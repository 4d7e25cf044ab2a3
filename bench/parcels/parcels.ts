import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Line } from '../report.ts'
import type { Subject } from '../subject.ts'
import { parcelHouse } from './house.ts'
import { linesOf } from './lines.ts'
import { type Loaded, loadParcels } from './load.ts'

/** Single parcels at 1 and 5 million rows: rates by kind of file against two COPYs of the same files, a figure at each size, memory and disk. */
export const parcels: Subject = async ({ world, parcelSizes, repetitions }) => {
  const lines: Line[] = []
  const all: Loaded[] = []
  for (const rows of parcelSizes) {
    const folder = mkdtempSync(path.join(world.folder, 'parcels-'))
    const on = await parcelHouse(world)
    const loaded: Loaded = { files: [], corrections: [], asked: [], peakBytes: 0 }
    try {
      const asked = { rows, filesPerMonth: 2, folder, askAt: [], asks: repetitions.short }
      await loadParcels(on, { ...asked, tell: (line) => process.stderr.write(`  ${line}\n`) }, loaded)
    } finally {
      await on.close()
      rmSync(folder, { recursive: true, force: true })
    }
    all.push(loaded)
    lines.push(...linesOf(loaded))
  }
  return { lines: [...lines, ...flatLines(all)] }
}

function flatLines(all: readonly Loaded[]): Line[] {
  return linesOf({ ...all[0]!, files: all[0]!.files, asked: all.flatMap(({ asked }) => asked.slice(-1)) }).slice(-1)
}
