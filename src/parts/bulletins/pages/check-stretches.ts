import type { Verdict } from '../checking/report.ts'
import type { DraftBlock } from '../drafts/draft.ts'
import type { Item } from './check-items.ts'

/** A block as it is drawn: its words, and its marks as text, so that two drawings of the same block compare by two strings. */
export interface Marked {
  key: string
  block: DraftBlock
  words: string
  /** `from,to,mark,verdict` of each mark, from and to counted in `words`, joined by `;` */
  marks: string
}

export interface Mark {
  from: number
  to: number
  mark: number
  verdict: Verdict
}

/** Blocks one by one with their marks, the cells of a table together. */
export function stretchesOf(text: string, blocks: readonly DraftBlock[], items: readonly Item[]): Marked[][] {
  const stretches: Marked[][] = []
  let next = 0
  for (const [place, block] of blocks.entries()) {
    while (next < items.length && items[next]!.start < block.start) next++
    const marks: string[] = []
    let at = block.start
    for (; next < items.length && items[next]!.start < block.end; next++) {
      const { start, end, mark, verdict } = items[next]!
      const [from, to] = [Math.max(start, at), Math.min(end, block.end)]
      if (to <= from) continue
      marks.push([from - block.start, to - block.start, mark, verdict].join(','))
      at = to
    }
    const marked = { key: String(place), block, words: text.slice(block.start, block.end), marks: marks.join(';') }
    const last = stretches.at(-1)
    if (block.cell && last?.[0]?.block.cell?.table === block.cell.table) last.push(marked)
    else stretches.push([marked])
  }
  return stretches
}

export function marksRead(marks: string): Mark[] {
  if (marks === '') return []
  return marks.split(';').map((one) => {
    const [from, to, mark, verdict] = one.split(',')
    return { from: Number(from), to: Number(to), mark: Number(mark), verdict: verdict as Verdict }
  })
}
