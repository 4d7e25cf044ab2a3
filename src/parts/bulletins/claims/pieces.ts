import type { DraftBlock } from '../drafts/draft.ts'

/** A stretch of the original that is read by itself: prose, one heading or one cell of a table. */
export interface Piece {
  from: number
  to: number
  opensParagraph: boolean
  heading: boolean
  block: DraftBlock | null
}

const longest = 32_768

/**
 * The original cut into pieces of at most 32,768 units, so that memory does not grow with the text. Prose is cut behind
 * a line or a sentence; cells and headings, where the blocks of the draft tell them, stand alone.
 */
export function* piecesOf(original: string, blocks?: readonly DraftBlock[]): Generator<Piece> {
  if (!blocks || blocks.length === 0) {
    yield* prose(original, 0, original.length)
    return
  }
  let from = 0
  for (const block of blocks) {
    if (block.kind !== 'cell' && block.kind !== 'heading') continue
    if (block.start < from || block.end > original.length) continue
    yield* prose(original, from, block.start)
    const heading = block.kind === 'heading'
    if (block.end - block.start > longest) yield* prose(original, block.start, block.end)
    else yield { from: block.start, to: block.end, opensParagraph: true, heading, block }
    from = block.end
  }
  yield* prose(original, from, original.length)
}

function* prose(original: string, start: number, end: number): Generator<Piece> {
  let from = start
  while (from < end) {
    const to = end - from <= longest ? end : cutAt(original, from, from + longest)
    const before = original.charAt(from - 1)
    const opensParagraph = from === start || before === '\n' || before === '\r'
    yield { from, to, opensParagraph, heading: false, block: null }
    from = to
  }
}

/** Behind the last line that ends a sentence, else behind the last sentence, else where it must; never in a character. */
function cutAt(original: string, from: number, to: number): number {
  const least = from + longest / 2
  const line = Math.max(original.lastIndexOf('。\n', to - 2) + 2, original.lastIndexOf('。\r\n', to - 3) + 3)
  if (line > least) return line
  const sentence = original.lastIndexOf('。', to - 1) + 1
  if (sentence > least) return sentence
  const anyLine = original.lastIndexOf('\n', to - 1) + 1
  if (anyLine > least) return anyLine
  const code = original.charCodeAt(to - 1)
  return code >= 0xd800 && code <= 0xdbff ? to - 1 : to
}
