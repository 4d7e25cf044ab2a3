import { type Drawn, dateWords, noteOf } from './drawn.ts'
import { paperStyle } from './paper-style.ts'
import { captionOf, type Picture, tableOf } from './pictures/picture.ts'
import type { Align, Block, Inline, Table } from './tree.ts'

/** The bulletin as one HTML file that needs nothing else: a sheet of A4 on screen and in print. */
export function htmlOf(drawn: Drawn): string {
  const { tree } = drawn
  const title = escaped(tree.title)
  return `<!doctype html>
<html lang="${tree.locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${paperStyle}</style>
</head>
<body>
<article class="paper">
<h1>${title}</h1>
${tree.blocks.map((block) => blockHtml(block, drawn)).join('\n')}
<footer>
<p class="closing">${escaped(tree.closing.by)}<br>${escaped(dateWords(tree.closing.on, tree.locale))}</p>
<p class="note">${escaped(noteOf(drawn))}</p>
</footer>
</article>
</body>
</html>
`
}

function blockHtml(block: Block, drawn: Drawn): string {
  if (block.kind === 'heading') {
    const level = block.level + 1
    return `<h${level}>${escaped(block.number)}${inlineHtml(block.children, drawn)}</h${level}>`
  }
  if (block.kind === 'paragraph') return `<p>${inlineHtml(block.children, drawn)}</p>`
  if (block.kind === 'list') {
    const name = block.ordered ? 'ol' : 'ul'
    const items = block.items.map((item) => `<li>${item.map((child) => blockHtml(child, drawn)).join('')}</li>`)
    return `<${name}>${items.join('')}</${name}>`
  }
  return block.kind === 'picture' ? pictureHtml(block.picture, drawn) : tableHtml(block, drawn)
}

/** The drawing with its caption; the values behind it open under it, each a door to its lineage. */
function pictureHtml(picture: Picture, drawn: Drawn): string {
  const svg = drawn.pictures.get(picture.number)?.svg ?? ''
  const values = drawn.tree.locale === 'zh' ? '图中数据' : 'Values of the figure'
  const table = tableHtml(tableOf(picture), drawn)
  return `<figure>${svg}<figcaption>${escaped(captionOf(picture))}</figcaption><details><summary>${values}</summary>${table}</details></figure>`
}

function tableHtml(block: Table, drawn: Drawn): string {
  const cell = (name: 'th' | 'td') => (children: Inline[], place: number) =>
    `<${name}${alignOf(block.align[place])}>${inlineHtml(children, drawn)}</${name}>`
  const row = (cells: Inline[][], name: 'th' | 'td') => `<tr>${cells.map(cell(name)).join('')}</tr>`
  const body = block.rows.map((cells) => row(cells, 'td')).join('')
  return `<table><thead>${row(block.head, 'th')}</thead><tbody>${body}</tbody></table>`
}

function inlineHtml(inlines: readonly Inline[], drawn: Drawn): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return escaped(inline.text)
      if (inline.kind === 'break') return '<br>'
      if (inline.kind === 'figure') {
        return `<a class="figure" href="${escaped(drawn.doorOf(inline.figure))}">${escaped(inline.text)}</a>`
      }
      const name = inline.kind === 'strong' ? 'strong' : 'em'
      return `<${name}>${inlineHtml(inline.children, drawn)}</${name}>`
    })
    .join('')
}

const alignOf = (align: Align | undefined) => (align === undefined || align === 'left' ? '' : ` class="${align}"`)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!)
}
