import {
  AlignmentType,
  BorderStyle,
  Document,
  convertMillimetersToTwip as millimetres,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Words } from '#kernel/i18n/words.ts'
import { lightNames, type Sheet } from './sheet.ts'

const WIDTH = millimetres(174)
const marks = { green: '●', yellow: '▲', red: '■', none: '○' } as const
const inks = { green: '2F7D4F', yellow: '8F5E12', red: 'C0392B', none: '6A737B' } as const

/** The sheet as a Word file: one page of A4, the same contents as on screen. `t` speaks the language of the sheet. */
export async function sheetDocx(sheet: Sheet, t: (words: Words) => string): Promise<Buffer> {
  const document = new Document({
    title: `${sheet.title} ${sheet.name}`,
    creator: 'Jingkai',
    styles: { default: { document: { run: { font: faces('仿宋_GB2312'), size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: { top: millimetres(18), bottom: millimetres(14), left: millimetres(18), right: millimetres(18) },
          },
        },
        children: [
          line([words(sheet.title, { size: 36, east: '方正小标宋简体', bold: true })], { center: true, after: 40 }),
          line([words(sheet.number, { size: 20 })], { center: true, after: 120 }),
          line([words(sheet.name, { size: 28, east: '黑体', bold: true }), words('   '), lit(sheet.light, t, 28)], {
            after: 100,
          }),
          pairs(sheet.facts),
          heading(t({ zh: '两个灯', en: 'Two lights' })),
          lights(sheet, t),
          line([words(sheet.judged)], { before: 60 }),
          heading(t({ zh: '节点', en: 'Milestones' })),
          grid(sheet.milestoneHead, sheet.milestones, [0.4, 0.2, 0.26, 0.14]),
          heading(t({ zh: '未解决的问题', en: 'Problems not solved' })),
          ...listed(sheet.problems, t({ zh: '没有', en: 'None' })),
          heading(t({ zh: '本次调度要求', en: 'What is asked now' })),
          ...listed(sheet.asks, t({ zh: '保持进度', en: 'Keep the pace' })),
          line([words(sheet.signs.join('                    '))], { before: 200 }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const faces = (east: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: east })

interface Look {
  size?: number
  east?: string
  bold?: boolean
  color?: string
}

const words = (text: string, { size = 21, east = '仿宋_GB2312', bold = false, color }: Look = {}) =>
  new TextRun({ text, size, bold, font: faces(east), ...(color ? { color } : {}) })

/** Mark and word of a light: colour is never the only sign. */
const lit = (light: Sheet['light'], t: (words: Words) => string, size = 21) =>
  words(`${marks[light]} ${t(lightNames[light])}`, { size, color: inks[light], bold: true })

function line(children: TextRun[], { center = false, before = 0, after = 0 } = {}): Paragraph {
  return new Paragraph({ children, spacing: { before, after }, ...(center ? { alignment: AlignmentType.CENTER } : {}) })
}

const heading = (text: string) =>
  line([words(text, { east: '黑体', bold: true, size: 22 })], { before: 140, after: 50 })

const listed = (lines: readonly string[], none: string) =>
  (lines.length > 0 ? lines.map((one, place) => `${place + 1}. ${one}`) : [none]).map((one) =>
    line([words(one)], { after: 20 }),
  )

const edge = { style: BorderStyle.SINGLE, size: 4, color: '8A9299' }
const edges = { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge }

function table(rows: TableRow[], shares: readonly number[]): Table {
  return new Table({
    rows,
    borders: edges,
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round(share * WIDTH)),
  })
}

function cell(children: TextRun[], share: number): TableCell {
  return new TableCell({
    children: [new Paragraph({ children })],
    width: { size: Math.round(share * WIDTH), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
  })
}

/** Facts in two pairs a row. */
function pairs(facts: readonly [string, string][]): Table {
  const shares = [0.15, 0.35, 0.15, 0.35]
  const rows = facts.flatMap((_, place) => (place % 2 === 0 ? [facts.slice(place, place + 2)] : []))
  const drawn = rows.map((row) => {
    const cells = row.flatMap(([name, value]) => [words(name, { east: '黑体' }), words(value)])
    return new TableRow({ children: shares.map((share, place) => cell([cells[place] ?? words('')], share)) })
  })
  return table(drawn, shares)
}

function lights({ lights: inputs }: Sheet, t: (words: Words) => string): Table {
  const shares = [0.15, 0.13, 0.72]
  const drawn = inputs.map(({ name, light, reason }) => {
    const cells = [words(name, { east: '黑体' }), lit(light, t), words(reason)]
    return new TableRow({ children: cells.map((one, place) => cell([one], shares[place] ?? 0)) })
  })
  return table(
    drawn.length > 0 ? drawn : [new TableRow({ children: [cell([words('—')], 1)] })],
    drawn.length > 0 ? shares : [1],
  )
}

function grid(head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[]): Table {
  const row = (cells: readonly string[], look: Look) =>
    new TableRow({ children: shares.map((share, place) => cell([words(cells[place] ?? '', look)], share)) })
  return table([row(head, { east: '黑体' }), ...rows.map((one) => row(one, {}))], shares)
}
