import type { Day } from '#kernel/period.ts'

export interface SyntheticAsked {
  rows: number
  seed: number
  /** both days belong to the range */
  from: Day
  to: Day
  /** no chunk goes across a multiple of so many rows, so that files can end there */
  breakEvery?: number
}

/** Rows of one day as lines of CSV without headings. The bytes are good until the next chunk is asked for. */
export interface SyntheticChunk {
  day: Day
  rows: number
  bytes: Uint8Array
}

/** Synthetic rows of a ledger that has a truer way to make them than by its columns alone; the same question makes the same bytes. */
export interface SyntheticRows {
  /** in the order they are written */
  columns: readonly string[]
  chunks(asked: SyntheticAsked): Iterable<SyntheticChunk>
}
