import { refuse } from '#kernel/refusal.ts'
import type { DraftBlock } from './draft.ts'
import { type GridCell, headingsOf } from './table-headings.ts'

/** More paragraphs, cells or marks than any report has; past it the file is refused whole, before it is held in memory. */
export const mostBlocks = 300_000

/** Refuses `bulletins/draft-too-long` when there are more of something than `most`. */
export function holdTo(count: number, most = mostBlocks): void {
  if (count > most) refuse('bulletins/draft-too-long', { limit: most })
}

/** Words that came from one place of the file; `place` is whatever finds that place again. */
export interface Piece<P> {
  text: string
  place?: P
}

export interface Paragraph<P> {
  kind: 'heading' | 'paragraph' | 'item' | 'footnote'
  level?: number
  pieces: Piece<P>[]
  /** what stands in text boxes of the paragraph */
  after: Node<P>[]
  /** its end was deleted: the next paragraph goes on in the same line */
  runsOn?: boolean
}

export interface TableNode<P> {
  kind: 'table'
  cells: TableCell<P>[]
}

export interface TableCell<P> extends GridCell {
  nodes: Node<P>[]
}

export type Node<P> = Paragraph<P> | TableNode<P>

export interface LaidOut<P> {
  text: string
  blocks: DraftBlock[]
  /** every piece that has a place and words, in order */
  places: { start: number; end: number; place: P }[]
}

interface Writing<P> extends LaidOut<P> {
  parts: string[]
  length: number
  tables: number
}

/** Writes a document's tree as one text of blocks joined by `\n`; blank paragraphs and cells are left out. */
export function layOut<P>(nodes: readonly Node<P>[]): LaidOut<P> {
  const writing: Writing<P> = { text: '', blocks: [], places: [], parts: [], length: 0, tables: 0 }
  writeNodes(writing, nodes)
  return { text: writing.parts.join(''), blocks: writing.blocks, places: writing.places }
}

function writeNodes<P>(writing: Writing<P>, nodes: readonly Node<P>[]): void {
  for (const node of joined(nodes)) {
    if (node.kind === 'table') writeTable(writing, node)
    else {
      const { kind, level } = node
      writeBlock(writing, [node], level === undefined ? { kind } : { kind, level })
      writeNodes(writing, node.after)
    }
  }
}

/** Paragraphs whose end was deleted become one with the next, which gives the kind (as Word does on acceptance). */
function joined<P>(nodes: readonly Node<P>[]): Node<P>[] {
  const out: Node<P>[] = []
  let open: { pieces: Piece<P>[]; after: Node<P>[] } | undefined
  nodes.forEach((node, at) => {
    if (node.kind === 'table') {
      out.push(node)
      return
    }
    const next = nodes[at + 1]
    const { pieces, after } = open ?? { pieces: [], after: [] }
    for (const piece of node.pieces) pieces.push(piece)
    for (const inner of node.after) after.push(inner)
    if (node.runsOn && next && next.kind !== 'table') open = { pieces, after }
    else {
      out.push({ ...node, pieces, after })
      open = undefined
    }
  })
  return out
}

type BlockOf = Omit<DraftBlock, 'start' | 'end'>

/** One block of one or more paragraphs; nothing when all of them are blank. */
function writeBlock<P>(writing: Writing<P>, paragraphs: readonly Paragraph<P>[], as: BlockOf): void {
  const words = paragraphs.filter(({ pieces }) => pieces.some(({ text }) => /\S/.test(text)))
  if (words.length === 0) return
  holdTo(writing.blocks.length + 1)
  if (writing.length > 0) put(writing, '\n')
  const start = writing.length
  words.forEach(({ pieces }, at) => {
    if (at > 0) put(writing, '\n')
    for (const { text, place } of pieces) {
      if (text === '') continue
      const from = writing.length
      put(writing, text)
      if (place !== undefined) writing.places.push({ start: from, end: writing.length, place })
    }
  })
  writing.blocks.push({ ...as, start, end: writing.length })
}

function put<P>(writing: Writing<P>, text: string): void {
  writing.parts.push(text)
  writing.length += text.length
}

/** A cell is one block; tables and text boxes inside a cell come after the whole table. */
function writeTable<P>(writing: Writing<P>, { cells }: TableNode<P>): void {
  const table = writing.tables++
  const inner: Node<P>[] = []
  const contents = cells.map(({ nodes }) => {
    const paragraphs: Paragraph<P>[] = []
    for (const node of joined(nodes)) {
      if (node.kind === 'table') inner.push(node)
      else {
        paragraphs.push(node)
        for (const box of node.after) inner.push(box)
      }
    }
    return paragraphs
  })
  const texts = contents.map((paragraphs) => paragraphs.map(wordsOfParagraph).join(' '))
  const headings = headingsOf(cells, texts)
  cells.forEach(({ row, column }, at) => {
    const { above, beside } = headings[at]!
    writeBlock(writing, contents[at]!, { kind: 'cell', cell: { table, row, column, above, beside } })
  })
  writeNodes(writing, inner)
}

/** Enough of a paragraph for a heading. */
function wordsOfParagraph<P>({ pieces }: Paragraph<P>): string {
  let words = ''
  for (const { text } of pieces) {
    if (words.length > 200) break
    words += text.slice(0, 200)
  }
  return words
}
