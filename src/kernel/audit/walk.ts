import { hashOf } from './chain.ts'
import { type Asks, type StoredRow, storedRows } from './stored-rows.ts'

/** What reading the chain once brings to light; the rest is told from it without reading again. */
export interface Walk {
  /** rows read */
  verified: number
  /** the last row that is there; null when there is none */
  last: { seq: number; hash: string; sound: boolean } | null
  /** rows whose hash does not fit their fields */
  broken: StoredRow[]
  /** sound rows that the next one does not follow: they were written anew */
  replaced: number[]
  /** numbers that have no row, as ranges, both ends included */
  gaps: { first: number; end: number }[]
  /** hash of each watched row that is there */
  watched: Map<number, string>
}

/** Reads the chain from a row on. `before` is the hash that row should follow; null when it is not known. */
export async function walkChain(
  client: Asks,
  { from, before, watch }: { from: number; before: string | null; watch: ReadonlySet<number> },
): Promise<Walk> {
  const walk: Walk = { verified: 0, last: null, broken: [], replaced: [], gaps: [], watched: new Map() }
  let previous: { seq: number; hash: string; sound: boolean } = {
    seq: from - 1,
    hash: before ?? '',
    sound: before !== null,
  }
  for await (const row of storedRows(client, from)) {
    const hash = hashOf(row)
    const sound = hash === row.hash
    if (!sound) walk.broken.push(row)
    if (row.seq > previous.seq + 1) walk.gaps.push({ first: previous.seq + 1, end: row.seq - 1 })
    // A row that fits its own hash is believed about the one before it.
    else if (sound && previous.sound && row.prevHash !== previous.hash) walk.replaced.push(Math.max(previous.seq, from))
    if (watch.has(row.seq)) walk.watched.set(row.seq, row.hash)
    previous = { seq: row.seq, hash, sound }
    walk.last = previous
    walk.verified += 1
  }
  return walk
}
