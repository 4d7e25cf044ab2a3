import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Locale } from '#kernel/i18n/words.ts'
import type { CheckReport } from '../checking/report.ts'
import { pageFooters, pageProperties, paragraphOf, runOf, textWidth } from '../docx-page.ts'
import type { DraftBlock } from '../drafts/draft.ts'
import { lookOf } from './block-look.ts'
import type { ReportNote } from './report-notes.ts'

interface Written {
  report: CheckReport
  notes: readonly ReportNote[]
  /** lines after the text: what was held against what, the counts, who and when */
  closing: readonly string[]
  author: string
  at: Date
  locale: Locale
}

/** The text of a draft as a Word file with the checker's comments at its figures; headings and tables as the draft has them. */
export function reportDocx({ report, notes, closing, author, at, locale }: Written): Promise<Buffer> {
  const sheet: Sheet = { text: report.text, notes, locale }
  const children = stretches(report.blocks).map((blocks) => {
    return blocks[0]!.kind === 'cell' ? tableOf(blocks, sheet) : paragraph(blocks[0]!, sheet)
  })
  const initials = author.slice(0, 2)
  const comments = notes.map(({ lines }, id) => ({
    ...{ id, author, initials, date: at },
    children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
  }))
  const last = closing.map((line) => new Paragraph({ children: [runOf(line, 'note', locale)] }))
  const document = new Document({
    ...{ title: report.name, creator: author, evenAndOddHeaderAndFooters: true },
    comments: { children: comments },
    sections: [
      {
        ...{ properties: pageProperties(locale), footers: pageFooters },
        children: [...children, new Paragraph({ children: [] }), ...last],
      },
    ],
  })
  return Packer.toBuffer(document)
}

interface Sheet {
  text: string
  notes: readonly ReportNote[]
  locale: Locale
}

type Style = Parameters<typeof runOf>[1]

function paragraph(block: DraftBlock, sheet: Sheet): Paragraph {
  const { locale, text } = sheet
  const look = lookOf(block, text.slice(block.start, block.end))
  const children = runs(block, sheet, look)
  if (look === 'title') return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 579 }, children })
  if (look === 'body' || look === 'note') return paragraphOf(locale, children)
  return paragraphOf(locale, children, { keepNext: true, level: levels[look] })
}

const levels = { heading1: 1, heading2: 2, heading3: 3 } as const

function tableOf(cells: readonly DraftBlock[], sheet: Sheet): Table {
  const rows = Map.groupBy(cells, ({ cell }) => cell!.row)
  const columns = Math.max(...cells.map(({ cell }) => cell!.column)) + 1
  const width = { size: Math.floor(textWidth / columns), type: WidthType.DXA }
  const drawn = [...rows.entries()].map(([row, ofRow]) => {
    const places = Array.from({ length: columns }, (_, column) => ofRow.filter(({ cell }) => cell!.column === column))
    const children = places.map((blocks) => {
      const paragraphs = blocks.map((block) => new Paragraph({ children: runs(block, sheet, 'table') }))
      return new TableCell({ width, children: paragraphs.length > 0 ? paragraphs : [new Paragraph('')] })
    })
    return new TableRow({ tableHeader: row === 0, cantSplit: true, children })
  })
  return new Table({
    columnWidths: places(columns, width.size),
    width: { size: textWidth, type: WidthType.DXA },
    rows: drawn,
  })
}

const places = (columns: number, width: number) => Array.from({ length: columns }, () => width)

/** The words of a block, cut where comments begin and end. */
function runs({ start, end }: DraftBlock, { text, notes, locale }: Sheet, style: Style): ParagraphChild[] {
  const children: ParagraphChild[] = []
  let at = start
  const write = (to: number) => {
    if (to > at) children.push(runOf(text.slice(at, to), style, locale))
    at = Math.max(at, to)
  }
  for (let id = firstFrom(notes, start); id < notes.length && notes[id]!.start < end; id++) {
    write(notes[id]!.start)
    children.push(new CommentRangeStart(id))
    write(Math.min(notes[id]!.end, end))
    children.push(new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] }))
  }
  write(end)
  return children
}

/** The place of the first note that begins at or after an offset; notes are in the order of the text. */
function firstFrom(notes: readonly ReportNote[], start: number): number {
  let [low, high] = [0, notes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (notes[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Blocks one by one, but the cells of a table together. */
function stretches(blocks: readonly DraftBlock[]): DraftBlock[][] {
  const drawn: DraftBlock[][] = []
  for (const block of blocks) {
    const last = drawn.at(-1)
    if (block.cell && last?.[0]?.cell?.table === block.cell.table) last.push(block)
    else drawn.push([block])
  }
  return drawn
}
