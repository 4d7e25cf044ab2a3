import type { Locale } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { type Picture, tableOf } from './pictures/picture.ts'

/** A bulletin in one language: the one tree from which page, Word, HTML and Markdown are drawn. */
export interface Tree {
  locale: Locale
  title: string
  blocks: Block[]
  /** whose document it is and the day it bears (落款、成文日期) */
  closing: { by: string; on: Day }
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; number: string; children: Inline[] }
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | Table
  | { kind: 'picture'; picture: Picture }

export interface Table {
  kind: 'table'
  align: Align[]
  head: Inline[][]
  rows: Inline[][][]
}

export type Align = 'left' | 'right' | 'center'

/** `figure` is the place of a printed figure in the document's list, counted from 1. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'figure'; figure: number; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'emphasis'; children: Inline[] }
  | { kind: 'break' }

/** Every inline of the blocks, in reading order, those inside strong and emphasis and the values of pictures too. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(inlinesOf)
    if (block.kind === 'table') return [...block.head, ...block.rows.flat()].flatMap(flat)
    if (block.kind === 'picture') return inlinesOf([tableOf(block.picture)])
    return flat(block.children)
  })
}

function flat(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline) => ('children' in inline ? [inline, ...flat(inline.children)] : [inline]))
}

/** The pictures of the blocks, in order. */
export function picturesOf(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(picturesOf)
    return block.kind === 'picture' ? [block.picture] : []
  })
}

/** The words alone, as a reader would say them. */
export function plainText(inlines: readonly Inline[]): string {
  return flat(inlines)
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('')
}
