import { strToU8 } from 'fflate'
import { textWidth } from './docx-sheet.ts'
import { columnWidths } from './docx-widths.ts'
import {
  Bookmarks,
  cell,
  lineBreak,
  linkTo,
  paragraph,
  Relations,
  type RunLook,
  row,
  run,
  table,
  xml,
} from './docx-xml.ts'
import type { Drawn } from './drawn.ts'
import { altOf, captionOf, type Picture } from './pictures/picture.ts'
import type { Align, Block, Inline, Table } from './tree.ts'

export const figureMark = (place: number) => `figure_${place}`
export const pictureMark = (number: string) => `picture_${number.replaceAll(/\D/g, '')}`
export const sourceMark = (place: number) => `source_${place}`

/** Writes the blocks of one document and keeps what they refer to: bookmarks, addresses, lists, pictures. */
export class DocxBlocks {
  readonly bookmarks = new Bookmarks()
  readonly relations = new Relations()
  /** whether each list is ordered */
  readonly lists: boolean[] = []
  readonly media: Record<string, Uint8Array> = {}
  /** the entry of a source in the annex; set before the text is written */
  entryOf: (figure: number) => number | undefined = () => undefined
  readonly #drawn: Drawn

  constructor(drawn: Drawn) {
    this.#drawn = drawn
  }

  block(block: Block): string {
    if (block.kind === 'heading') {
      return paragraph(`Heading${block.level}`, run(block.number) + this.inlines(block.children))
    }
    if (block.kind === 'paragraph') return paragraph('Text', this.inlines(block.children))
    if (block.kind === 'table')
      return paragraph('Gap', '', { keepNext: true }) + this.#table(block) + paragraph('Gap', '')
    if (block.kind === 'picture') return this.#picture(block.picture)
    this.lists.push(block.ordered)
    const number = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${this.lists.length}"/></w:numPr>`
    const written = (child: Block) =>
      child.kind === 'paragraph'
        ? paragraph('ListItem', this.inlines(child.children), { more: number })
        : this.block(child)
    return block.items.flatMap((item) => item.map(written)).join('')
  }

  inlines(inlines: readonly Inline[], look: RunLook = {}): string {
    return inlines
      .map((inline) => {
        if (inline.kind === 'break') return lineBreak
        if (inline.kind === 'text') return run(inline.text, look)
        if (inline.kind === 'strong') return this.inlines(inline.children, { ...look, bold: true })
        if (inline.kind === 'emphasis') return this.inlines(inline.children, { ...look, italic: true })
        return this.#figure(inline, look)
      })
      .join('')
  }

  /** A link to an address outside the document. */
  linkOut(address: string, content: string): string {
    return `<w:hyperlink r:id="${this.relations.address(address)}" w:history="1">${content}</w:hyperlink>`
  }

  /** Printed as plain text: an official document carries no coloured or underlined numbers. */
  #figure({ figure, text }: Extract<Inline, { kind: 'figure' }>, look: RunLook): string {
    const entry = this.entryOf(figure)
    const words = run(text, look)
    const linked =
      entry === undefined ? this.linkOut(this.#drawn.doorOf(figure), words) : linkTo(sourceMark(entry), words)
    return this.bookmarks.around(figureMark(figure), linked)
  }

  #table({ align, head, rows }: Table): string {
    const widths = columnWidths({ head, rows })
    // A table that fits a page stays on one; a longer one breaks between rows and repeats its head.
    const whole = rows.length <= 12
    const written = (cells: Inline[][], style: string, keepNext: boolean) =>
      cells.map((children, place) => {
        const more = `<w:jc w:val="${align[place] ?? ('left' satisfies Align)}"/>`
        return cell(widths[place]!, paragraph(style, this.inlines(children), { keepNext, more }))
      })
    return table(widths, [
      row(written(head, 'TableHead', true), { head: true }),
      ...rows.map((cells, place) => row(written(cells, 'TableText', whole && place < rows.length - 1))),
    ])
  }

  #picture(picture: Picture): string {
    const drawing = this.#drawn.pictures.get(picture.number)
    const mark = pictureMark(picture.number)
    const caption = paragraph('Caption', this.bookmarks.around(mark, run(captionOf(picture))))
    return drawing ? paragraph('Picture', this.#drawing(picture, drawing)) + caption : caption
  }

  /** SVG for whoever draws it, PNG for the others. */
  #drawing(picture: Picture, { svg, png, width, height }: NonNullable<ReturnType<Drawn['pictures']['get']>>): string {
    const place = Object.keys(this.media).length / 2 + 1
    const name = `picture${place}`
    this.media[`word/media/${name}.svg`] = strToU8(svg)
    this.media[`word/media/${name}.png`] = png ?? onePixel
    const [vector, raster] = ['svg', 'png'].map((kind) => this.relations.file('image', `media/${name}.${kind}`))
    const [cx, cy] = [textWidth * 635, Math.round((textWidth * 635 * height) / width)]
    const told = `id="${place}" name="${xml(picture.number)}" descr="${xml(altOf(picture))}"`
    const vectors = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${vector}"/></a:ext></a:extLst>`
    const fill = `<pic:blipFill><a:blip r:embed="${raster}">${vectors}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`
    const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`
    const drawn = `<pic:pic><pic:nvPicPr><pic:cNvPr ${told}/><pic:cNvPicPr/></pic:nvPicPr>${fill}${shape}</pic:pic>`
    const frame = `<wp:extent cx="${cx}" cy="${cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr ${told}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">${frame}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${drawn}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  }
}

/** A white point, where a drawing has no picture to fall back to. */
const onePixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='),
  (character) => character.charCodeAt(0),
)
