import { parsePeriod, printPeriod } from '#kernel/period.ts'
import type { Draft, DraftBlock } from '../drafts/draft.ts'
import { type Block, plainText, type Tree } from '../tree.ts'

type Place = Omit<DraftBlock, 'start' | 'end'>

/**
 * A written bulletin as the checker reads texts: paragraphs, headings, items and cells with their places. Pictures are left out: they
 * say nothing, and their values are figures that were printed from facts.
 */
export function draftOfTree(tree: Tree): Draft {
  const blocks: DraftBlock[] = []
  let text = ''
  let tables = 0
  const put = (words: string, place: Place) => {
    if (blocks.length > 0) text += '\n'
    blocks.push({ ...place, start: text.length, end: text.length + words.length })
    text += words
  }
  const table = (of: Extract<Block, { kind: 'table' }>) => {
    const head = of.head.map(plainText)
    for (const [row, cells] of [of.head, ...of.rows].entries()) {
      for (const [column, cell] of cells.entries()) {
        const above = row === 0 ? '' : (head[column] ?? '')
        const beside = row === 0 || column === 0 ? '' : plainText(cells[0] ?? [])
        put(plainText(cell), { kind: 'cell', cell: { table: tables, row, column, above, beside } })
      }
    }
    tables += 1
  }
  const go = (block: Block, kind: 'paragraph' | 'item') => {
    if (block.kind === 'heading')
      put(`${block.number}${plainText(block.children)}`, { kind: 'heading', level: block.level + 1 })
    else if (block.kind === 'paragraph') put(plainText(block.children), { kind })
    else if (block.kind === 'list') for (const item of block.items) for (const child of item) go(child, 'item')
    else if (block.kind === 'table') table(block)
  }
  put(tree.title, { kind: 'heading', level: 1 })
  for (const block of tree.blocks) go(block, 'paragraph')
  put(tree.closing.by, { kind: 'paragraph' })
  put(printPeriod(parsePeriod(tree.closing.on), tree.locale), { kind: 'paragraph' })
  return { name: tree.title, format: 'txt', text, blocks, notes: [] }
}
