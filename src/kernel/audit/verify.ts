import type { Anchor } from './anchors.ts'
import { hashOf, origin } from './chain.ts'
import { type Asks, hashAt, headOf, type StoredRow } from './stored-rows.ts'
import { type Walk, walkChain } from './walk.ts'

export interface Finding {
  /** number of the row; of a reordered one, where it stands now */
  seq: number
  /** `added`: a row past the end that the chain's head names */
  kind: 'changed' | 'removed' | 'reordered' | 'added'
  what: string
}

export interface Verdict {
  /** rows that the chain should have, by its head and its anchors */
  entries: number
  /** rows read and recomputed */
  verified: number
  /** in order of the rows, one a row, at most {@link mostFindings} */
  findings: Finding[]
}

/** More than this is a chain rewritten as a whole: the first rows say enough. */
export const mostFindings = 1000

interface Asked {
  from?: number | undefined
  anchors?: readonly Anchor[]
}

/**
 * Recomputes every hash of the chain and names each row that was changed, removed, moved or added after it was written.
 * Holds the end against `audit_heads`, and every anchor against the row it names. Run it in one snapshot (`read`) with the
 * anchors read before, else rows written meanwhile look like tampering. `from` starts at a later row.
 */
export async function verifyAudit(client: Asks, { from = 1, anchors = [] }: Asked = {}): Promise<Verdict> {
  const head = await headOf(client)
  const before = from === 1 ? origin : await hashAt(client, from - 1)
  const walk = await walkChain(client, { from, before, watch: new Set(anchors.map((anchor) => anchor.seq)) })
  const entries = Math.max(head?.entries ?? 0, ...anchors.map((anchor) => anchor.seq))
  const missing = missingUpTo(entries, walk, from)
  const moved = movedRows(walk.broken, missing)
  const places = new Set(moved.values())
  const findings = [
    ...walk.broken.map((row) => ofBroken(row, moved.get(row.seq))),
    ...walk.replaced.map((seq) => finding(seq, 'changed', 'the row after it follows another hash')),
    ...missing
      .filter((seq) => !places.has(seq))
      .map((seq) => finding(seq, 'removed', 'there is no row of this number')),
    ...endFindings(walk, head, entries),
    ...anchors.flatMap((anchor) => ofAnchor(anchor, walk)),
  ]
  return { entries, verified: walk.verified, findings: oneEach(findings) }
}

const finding = (seq: number, kind: Finding['kind'], what: string): Finding => ({ seq, kind, what })

const ofBroken = (row: StoredRow, was: number | undefined): Finding =>
  was === undefined
    ? finding(row.seq, 'changed', `its hash does not fit its fields: ${row.action} ${row.subject} at ${row.at}`)
    : finding(row.seq, 'reordered', `it was written as row ${was}: ${row.action} ${row.subject} at ${row.at}`)

/** Numbers without a row, gaps and a cut tail alike; no more than can be told. */
function missingUpTo(entries: number, walk: Walk, from: number): number[] {
  const last = walk.last?.seq ?? from - 1
  const ranges = [...walk.gaps, { first: last + 1, end: entries }]
  const missing: number[] = []
  for (const { first, end } of ranges) {
    for (let seq = first; seq <= Math.min(end, entries) && missing.length < mostFindings; seq += 1) missing.push(seq)
  }
  return missing
}

/** Where broken rows stood: a row that fits its hash under the number of another broken row, or a missing one, was moved. */
function movedRows(broken: readonly StoredRow[], missing: readonly number[]): Map<number, number> {
  const suspects = broken.slice(0, mostFindings / 2)
  const places = [...suspects.map((row) => row.seq), ...missing.slice(0, mostFindings / 2)]
  return new Map(
    suspects.flatMap((row) => {
      const was = places.find((seq) => hashOf({ ...row, seq }) === row.hash)
      return was === undefined ? [] : [[row.seq, was] as const]
    }),
  )
}

function endFindings(walk: Walk, head: { entries: number; hash: string } | null, entries: number): Finding[] {
  const { last } = walk
  if (!head) return [finding(entries + 1, 'removed', 'the head of the chain is gone')]
  if (!last) return []
  if (last.seq > head.entries) return [finding(last.seq, 'added', `the head of the chain ends at row ${head.entries}`)]
  const ends = last.seq === head.entries && last.sound && last.hash !== head.hash
  return ends ? [finding(last.seq, 'changed', 'the head of the chain ends with another hash')] : []
}

/** An anchor whose row has another hash: everything up to it may have been written anew. */
function ofAnchor(anchor: Anchor, walk: Walk): Finding[] {
  const hash = walk.watched.get(anchor.seq)
  if (hash === undefined || hash === anchor.hash) return []
  return [finding(anchor.seq, 'changed', `its hash, or that of a row before it, was another at ${anchor.at}`)]
}

function oneEach(findings: readonly Finding[]): Finding[] {
  const bySeq = new Map<number, Finding>()
  for (const one of findings) if (!bySeq.has(one.seq)) bySeq.set(one.seq, one)
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq).slice(0, mostFindings)
}
