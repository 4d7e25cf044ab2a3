import type { DraftBlock } from '../drafts/draft.ts'

const headings: readonly (readonly [string, string])[] = [
  ['附', '数据来历'],
  ['Annex', 'Where the figures come from'],
]

/**
 * Where the annex of our own Word file begins (附, 数据来历: every figure with its formula and rows), or the text's end. Its figures
 * are printed from the records that they would be held against, so they are no claims.
 */
export function endOfClaims(text: string, blocks: readonly DraftBlock[]): number {
  const words = ({ start, end }: DraftBlock) => text.slice(start, end).trim()
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1]
    if (block.end - block.start > 12 || !next) continue
    if (headings.some(([annex, title]) => words(block) === annex && words(next) === title)) return block.start
  }
  return text.length
}
