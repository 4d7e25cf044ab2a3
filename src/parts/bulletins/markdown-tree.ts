import type { Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { refuse } from '#kernel/refusal.ts'
import { type Align, type Block, type Inline, plainText, type Tree } from './tree.ts'
import { markEnd, markStart, pictureMark, type WritingDesk } from './writing-desk.ts'

interface Reading {
  template: string
  desk: WritingDesk
}

/** Reads rendered Markdown into the tree; marks become figures, headings get their numbers. Refuses `bulletins/markdown-unsupported`. */
export function treeOf(markdown: string, of: Reading & { closing: Tree['closing'] }): Tree {
  const root = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const { locale } = of.desk.asked
  const [first, ...rest] = root.children
  if (first?.type !== 'heading' || first.depth !== 1) {
    return refuse('bulletins/title-missing', { template: of.template })
  }
  const number = numbering(locale)
  const blocks = rest.map((node) => blockOf(node, of)).map((block) => numbered(block, number))
  return { locale, title: plainText(inlinesFrom(first.children, of)).trim(), blocks, closing: of.closing }
}

function blockOf(node: RootContent, of: Reading): Block {
  const picture = pictureIn(node, of)
  if (picture) return picture
  if (node.type === 'paragraph') return { kind: 'paragraph', children: inlinesFrom(node.children, of) }
  if (node.type === 'table') return tableOf(node, of)
  if (node.type === 'list') {
    const items = node.children.map((item) => item.children.map((child) => blockOf(child, of)))
    return { kind: 'list', ordered: node.ordered ?? false, items }
  }
  if (node.type === 'heading' && node.depth >= 2 && node.depth <= 4) {
    const level = (node.depth - 1) as 1 | 2 | 3
    return { kind: 'heading', level, number: '', children: inlinesFrom(node.children, of) }
  }
  return unsupported(node, of)
}

/** A chart stands alone in its paragraph; its tag sees to that. */
function pictureIn(node: RootContent, { desk }: Reading): Block | undefined {
  const [only, ...more] = node.type === 'paragraph' ? node.children : []
  if (only?.type !== 'text' || more.length > 0) return undefined
  const place = pictureMark.exec(only.value)?.[1]
  return place === undefined ? undefined : { kind: 'picture', picture: desk.pictures[Number(place) - 1]! }
}

function tableOf({ align, children }: Table, of: Reading): Block {
  const [head, ...rows] = children.map((row) => row.children.map((cell) => inlinesFrom(cell.children, of)))
  const columns = head ?? []
  return { kind: 'table', align: columns.map((_, place): Align => align?.[place] ?? 'left'), head: columns, rows }
}

function inlinesFrom(nodes: readonly PhrasingContent[], of: Reading): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, of))
}

function inlineOf(node: PhrasingContent, of: Reading): Inline[] {
  if (node.type === 'text') return wordsAndFigures(node.value, of)
  if (node.type === 'strong') return [{ kind: 'strong', children: inlinesFrom(node.children, of) }]
  if (node.type === 'emphasis') return [{ kind: 'emphasis', children: inlinesFrom(node.children, of) }]
  if (node.type === 'break') return [{ kind: 'break' }]
  return unsupported(node, of)
}

const marked = new RegExp(`${markStart}(\\d+)${markEnd}`)

function wordsAndFigures(value: string, { desk }: Reading): Inline[] {
  const chinese = desk.asked.locale === 'zh'
  // A line end inside a paragraph is a space in English and nothing in Chinese.
  const text = value.replaceAll(/[ \t]*\n[ \t]*/g, chinese ? '' : ' ')
  return text.split(marked).flatMap((piece, index): Inline[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece }]
    const figure = desk.figures[Number(piece) - 1]!
    return [{ kind: 'figure', figure: figure.place, text: figure.text }]
  })
}

/** 一、（一）1. as official documents number their parts (GB/T 9704-2012, 7.3.3); 1 1.1 1.1.1 in English. */
function numbering(locale: 'zh' | 'en'): (level: 1 | 2 | 3) => string {
  const counts = [0, 0, 0]
  return (level) => {
    counts[level - 1]! += 1
    counts.fill(0, level)
    if (locale === 'en') return `${counts.slice(0, level).join('.')} `
    const count = counts[level - 1]!
    return [`${chineseNumber(count)}、`, `（${chineseNumber(count)}）`, `${count}.`][level - 1]!
  }
}

function numbered(block: Block, number: (level: 1 | 2 | 3) => string): Block {
  return block.kind === 'heading' ? { ...block, number: number(block.level) } : block
}

/** 1 to 99 in characters: 一, 十, 十二, 二十. */
export function chineseNumber(value: number): string {
  const digits = [...'〇一二三四五六七八九']
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}

function unsupported(node: Nodes, { template }: Reading): never {
  return refuse('bulletins/markdown-unsupported', {
    ...{ template, element: node.type, line: node.position?.start.line ?? 0 },
    text: 'value' in node ? String(node.value).slice(0, 40) : '',
  })
}
