import { type Drawn, dateWords, noteOf } from './drawn.ts'
import { escapeMarkdown } from './markdown-escape.ts'
import { captionOf, tableOf } from './pictures/picture.ts'
import type { Align, Block, Inline } from './tree.ts'

/** The bulletin as Markdown: figures are links to their lineage. */
export function markdownOf(drawn: Drawn): string {
  const { tree } = drawn
  const closing = `${words(tree.closing.by)}  \n${words(dateWords(tree.closing.on, tree.locale))}`
  const blocks = tree.blocks.map((block) => blockMarkdown(block, drawn))
  return `${[`# ${words(tree.title)}`, ...blocks, closing, `*${words(noteOf(drawn))}*`].join('\n\n')}\n`
}

function blockMarkdown(block: Block, drawn: Drawn): string {
  if (block.kind === 'heading') {
    return `${'#'.repeat(block.level + 1)} ${words(block.number)}${inlineMarkdown(block.children, drawn)}`
  }
  if (block.kind === 'paragraph') return inlineMarkdown(block.children, drawn)
  if (block.kind === 'list')
    return block.items.map((item, place) => itemOf(item, place, block.ordered, drawn)).join('\n')
  if (block.kind === 'picture') {
    return `**${words(captionOf(block.picture))}**\n\n${blockMarkdown(tableOf(block.picture), drawn)}`
  }
  const line = (cells: Inline[][]) => `| ${cells.map((cell) => inlineMarkdown(cell, drawn)).join(' | ')} |`
  return [line(block.head), `| ${block.align.map(ruleOf).join(' | ')} |`, ...block.rows.map(line)].join('\n')
}

function itemOf(item: readonly Block[], place: number, ordered: boolean, drawn: Drawn): string {
  const mark = ordered ? `${place + 1}. ` : '- '
  const text = item.map((block) => blockMarkdown(block, drawn)).join('\n\n')
  return `${mark}${text.replaceAll('\n', `\n${' '.repeat(mark.length)}`)}`
}

function inlineMarkdown(inlines: readonly Inline[], drawn: Drawn): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return words(inline.text)
      if (inline.kind === 'break') return '\\\n'
      if (inline.kind === 'figure') return `[${words(inline.text)}](<${drawn.doorOf(inline.figure)}>)`
      const mark = inline.kind === 'strong' ? '**' : '*'
      return `${mark}${inlineMarkdown(inline.children, drawn)}${mark}`
    })
    .join('')
}

const ruleOf = (align: Align) => ({ left: ':--', right: '--:', center: ':-:' })[align]

/** Escapes only what Markdown would read; a full stop or a percent sign stays as people write it. */
function words(text: string): string {
  return escapeMarkdown(text).replaceAll(/\\([.,:;!?%&'"()/=+@^{}$-])/g, '$1')
}
