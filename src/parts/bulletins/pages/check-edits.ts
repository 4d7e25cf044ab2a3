import type { CheckReport } from '../checking/report.ts'
import type { DraftBlock } from '../drafts/draft.ts'

/** One change of a text: `removed` characters at `at` gave way to `inserted` ones. */
export interface Splice {
  at: number
  removed: number
  inserted: number
}

/** The one stretch in which two texts differ; null when they are the same. */
export function spliceOf(before: string, after: string): Splice | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { at: head, removed: before.length - head - tail, inserted: after.length - head - tail }
}

/** Where an offset stands after a change; one inside the removed stretch stands at its end. */
export function moved(offset: number, { at, removed, inserted }: Splice): number {
  if (offset <= at) return offset
  return offset >= at + removed ? offset + inserted - removed : at + inserted
}

/** Blocks after a change: what was inserted belongs to the block it stands in or ends. */
export function movedBlocks(blocks: readonly DraftBlock[], splice: Splice): DraftBlock[] {
  return blocks.map((block) => {
    const start = block.start > splice.at ? moved(block.start, splice) : block.start
    const end = block.end >= splice.at ? moved(Math.max(block.end, splice.at), splice) : block.end
    const grown = block.end === splice.at && splice.removed === 0 ? splice.inserted : 0
    return { ...block, start, end: Math.max(start, end + grown) }
  })
}

/** A report laid over a changed text until the next one comes: its places move, what was touched is no longer said. */
export function laidOver(report: CheckReport, text: string): CheckReport {
  const splice = spliceOf(report.text, text)
  if (!splice) return report
  const untouched = (start: number, length: number) =>
    start + length <= splice.at || start >= splice.at + splice.removed
  return {
    ...report,
    text,
    blocks: movedBlocks(report.blocks, splice),
    findings: report.findings
      .filter(({ claim }) => untouched(claim.start, claim.text.length))
      .map((finding) => ({ ...finding, claim: { ...finding.claim, start: placed(finding.claim.start, splice) } })),
    paces: report.paces
      .filter((pace) => untouched(pace.start, pace.text.length))
      .map((pace) => ({ ...pace, start: placed(pace.start, splice) })),
  }
}

/** Of something that begins at an offset: text inserted right before it pushes it on. */
const placed = (start: number, splice: Splice) =>
  start >= splice.at + splice.removed ? start + splice.inserted - splice.removed : start
