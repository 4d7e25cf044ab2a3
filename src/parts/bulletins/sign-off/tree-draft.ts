import { parsePeriod, printPeriod } from '#kernel/period.ts'
import type { Draft, DraftBlock } from '../drafts/draft.ts'
import { type Block, type Inline, plainText, type Tree } from '../tree.ts'

type Place = Omit<DraftBlock, 'start' | 'end'>

/** A stretch of the text that a tag printed, and which of the document's figures it is. */
export interface PrintedStretch {
  start: number
  end: number
  figure: number
}

/**
 * A written bulletin as the checker reads texts: paragraphs, headings, items and cells with their places. Pictures are left out: they
 * say nothing, and their values are figures that were printed from facts.
 */
export function draftOfTree(tree: Tree): { draft: Draft; printed: PrintedStretch[] } {
  const blocks: DraftBlock[] = []
  const printed: PrintedStretch[] = []
  let text = ''
  let tables = 0
  const put = (inlines: readonly Inline[], place: Place) => {
    if (blocks.length > 0) text += '\n'
    const start = text.length
    for (const inline of flat(inlines)) {
      if (inline.kind === 'figure') {
        printed.push({ start: text.length, end: text.length + inline.text.length, figure: inline.figure })
      }
      if ('text' in inline) text += inline.text
    }
    blocks.push({ ...place, start, end: text.length })
  }
  const table = ({ head, rows }: Extract<Block, { kind: 'table' }>) => {
    for (const [row, cells] of [head, ...rows].entries()) {
      for (const [column, cell] of cells.entries()) {
        const above = row === 0 ? '' : plainText(head[column] ?? [])
        const beside = row === 0 || column === 0 ? '' : plainText(cells[0] ?? [])
        put(cell, { kind: 'cell', cell: { table: tables, row, column, above, beside } })
      }
    }
    tables += 1
  }
  const go = (block: Block, kind: 'paragraph' | 'item') => {
    if (block.kind === 'heading') {
      put([words(block.number), ...block.children], { kind: 'heading', level: block.level + 1 })
    } else if (block.kind === 'paragraph') put(block.children, { kind })
    else if (block.kind === 'list') for (const item of block.items) for (const child of item) go(child, 'item')
    else if (block.kind === 'table') table(block)
  }
  put([words(tree.title)], { kind: 'heading', level: 1 })
  for (const block of tree.blocks) go(block, 'paragraph')
  put([words(tree.closing.by)], { kind: 'paragraph' })
  put([words(printPeriod(parsePeriod(tree.closing.on), tree.locale))], { kind: 'paragraph' })
  return { draft: { name: tree.title, format: 'txt', text, blocks, notes: [] }, printed }
}

const words = (text: string): Inline => ({ kind: 'text', text })

function flat(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => ('children' in inline ? flat(inline.children) : [inline]))
}
