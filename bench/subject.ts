import type { FilledHouses } from './filled.ts'
import type { Line, Missing } from './report.ts'
import type { World } from './world.ts'

/** What every subject of the bench is given. */
export interface Bench {
  world: World
  filled: FilledHouses
  /** ledger rows: an office's year and a customs' half-year, or less on a short run */
  sizes: readonly [number, number]
  /** rows of single parcels, at two sizes */
  parcelSizes: readonly [number, number]
  /** of what takes seconds, and of what takes milliseconds */
  repetitions: { long: number; short: number }
  /** seconds a server is kept busy */
  loadSeconds: number
}

/** Measures one subject; throws when what it measured was not right. */
export type Subject = (bench: Bench) => Promise<{ lines: Line[]; missing?: Missing[] }>
