import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { pageFooters, pageProperties, paragraphOf, runOf, textWidth } from './docx-page.ts'
import { type Drawn, dateWords, noteOf } from './drawn.ts'
import { type Align, type Block, type Inline, plainText } from './tree.ts'

/** The bulletin as a Word file on the page of GB/T 9704-2012; each figure is a hyperlink to its lineage. */
export function docxOf(drawn: Drawn): Promise<Buffer> {
  const { tree } = drawn
  const { locale } = tree
  const title = new Paragraph({
    ...{ alignment: AlignmentType.CENTER, spacing: { after: 579, line: 640, lineRule: LineRuleType.AT_LEAST } },
    children: [runOf(tree.title, 'title', locale)],
  })
  const document = new Document({
    ...{ title: tree.title, creator: tree.closing.by, evenAndOddHeaderAndFooters: true },
    numbering: { config: [bullets, numbers] },
    sections: [
      {
        properties: pageProperties(locale),
        footers: pageFooters,
        children: [title, ...tree.blocks.flatMap((block) => blockDocx(block, drawn)), ...ending(drawn)],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function blockDocx(block: Block, drawn: Drawn): (Paragraph | Table)[] {
  const { locale } = drawn.tree
  if (block.kind === 'heading') {
    const level = `heading${block.level}` as const
    const number = runOf(block.number, level, locale)
    return [
      paragraphOf(locale, [number, ...inlineDocx(block.children, drawn, level)], {
        keepNext: true,
        level: block.level,
      }),
    ]
  }
  if (block.kind === 'paragraph') return [paragraphOf(locale, inlineDocx(block.children, drawn, 'body'))]
  if (block.kind === 'table') return [tableDocx(block, drawn), gap()]
  const reference = block.ordered ? 'numbers' : 'bullets'
  return block.items.flatMap((item) =>
    item.flatMap((child) => {
      if (child.kind !== 'paragraph') return blockDocx(child, drawn)
      return [paragraphOf(locale, inlineDocx(child.children, drawn, 'body'), { numbering: { reference, level: 0 } })]
    }),
  )
}

type Style = Parameters<typeof runOf>[1]

function inlineDocx(inlines: readonly Inline[], drawn: Drawn, style: Style, bold?: boolean): ParagraphChild[] {
  const { locale } = drawn.tree
  return inlines.flatMap((inline): ParagraphChild[] => {
    if (inline.kind === 'break') return [new TextRun({ break: 1 })]
    if (inline.kind === 'text') return [runOf(inline.text, style, locale, bold)]
    if (inline.kind === 'figure') {
      // Printed as plain text: an official document carries no coloured or underlined numbers.
      const children = [runOf(inline.text, style, locale, bold)]
      return [new ExternalHyperlink({ link: drawn.doorOf(inline.figure), children })]
    }
    return inlineDocx(inline.children, drawn, style, bold || inline.kind === 'strong')
  })
}

function tableDocx(table: Extract<Block, { kind: 'table' }>, drawn: Drawn): Table {
  const widths = columnWidths(table)
  // A table that fits a page stays on one; a longer one breaks between rows and repeats its head.
  const whole = table.rows.length <= 12
  const cellOf = (style: Style, keepNext: boolean) => (children: Inline[], place: number) =>
    new TableCell({
      ...{ width: { size: widths[place]!, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.CENTER },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [
        new Paragraph({
          ...{ alignment: alignments[table.align[place] ?? 'left'], keepNext, snapToGrid: false },
          spacing: { line: 320 },
          children: inlineDocx(children, drawn, style),
        }),
      ],
    })
  const row = (cells: Inline[][], style: Style, place: number) => {
    const keepNext = whole && place < table.rows.length
    return new TableRow({ tableHeader: place === 0, cantSplit: true, children: cells.map(cellOf(style, keepNext)) })
  }
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  return new Table({
    ...{ layout: TableLayoutType.FIXED, columnWidths: widths, width: { size: textWidth, type: WidthType.DXA } },
    borders: {
      ...{ top: border, bottom: border, left: border, right: border },
      ...{ insideHorizontal: border, insideVertical: border },
    },
    rows: [row(table.head, 'tableHead', 0), ...table.rows.map((cells, place) => row(cells, 'table', place + 1))],
  })
}

const alignments: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
}

/**
 * Shares the sheet among the columns, in twips: each gets what its longest word cannot do without, and of the rest as much as
 * its longest cell would like.
 */
function columnWidths({ head, rows }: Extract<Block, { kind: 'table' }>): number[] {
  const columns = head.map((cell, place) => [cell, ...rows.map((row) => row[place] ?? [])].map(plainText))
  const needs = columns.map((cells) => {
    const least = Math.max(4, ...cells.flatMap(wordsOf).map(breadth))
    return { least: least + 2, wish: Math.max(least, ...cells.map(breadth)) + 2 }
  })
  const [least, wish] = [sum(needs.map((need) => need.least)), sum(needs.map((need) => need.wish))]
  const all = textWidth / halfWidth
  const share = Math.max(0, Math.min(1, (all - least) / Math.max(1, wish - least)))
  const taken = needs.map((need) => need.least + (need.wish - need.least) * share)
  return taken.map((width) => Math.floor((width / sum(taken)) * textWidth))
}

/** Half the breadth of a Chinese character at the table's 11 pt, in twips. */
const halfWidth = 110

const breadth = (text: string) => sum([...text].map((one) => (one > '\u2e7f' ? 2 : 1)))
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
/** What no line may break: a run of anything but spaces and Chinese characters. */
const wordsOf = (text: string) => text.split(/[\s\u2e80-\uffff]+/)

function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT }, children: [] })
}

/** 落款和成文日期, four characters from the right edge; then the note. */
function ending(drawn: Drawn): Paragraph[] {
  const { locale, closing } = drawn.tree
  const right = (text: string) =>
    paragraphOf(locale, [runOf(text, 'body', locale)], { closing: true, keepNext: text === closing.by })
  const note = new Paragraph({
    ...{ spacing: { before: 579 }, border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: '808080' } } },
    children: [runOf(noteOf(drawn), 'note', locale)],
  })
  return [paragraphOf(locale, []), right(closing.by), right(dateWords(closing.on, locale)), note]
}

const indent = { left: 1280, hanging: 640 }
const bullets = {
  reference: 'bullets',
  levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent } } }],
}
const numbers = {
  reference: 'numbers',
  levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent } } }],
}
