import {
  AlignmentType,
  BorderStyle,
  Document,
  convertMillimetersToTwip as millimetres,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import type { Words } from '#kernel/i18n/words.ts'
import { type State, stateWords } from '../engine/states.ts'
import type { ShownOrder } from './queries.ts'

export type PrintedOrder = ShownOrder & { address: string; opened: Date; due: Date | null }

export const orderTitle: Words = { zh: '督办函', en: 'Supervision order' }
export const orderNumber = ({ year, nth }: { year: number; nth: number }): Words => ({
  zh: `经开督〔${year}〕${nth}号`,
  en: `No. ${nth} of ${year}`,
})
export const kindWords: Record<ShownOrder['kind'], Words> = {
  timeout: { zh: '超时督办', en: 'for a missed limit' },
  leader: { zh: '领导督办', en: 'by order of the leaders' },
  important: { zh: '重点督办', en: 'of an important matter' },
}

/** The order as a letter on A4 by the measures of GB/T 9704-2012. `t` speaks the language of the letter. */
export async function orderDocx(order: PrintedOrder, t: (words: Words) => string): Promise<Buffer> {
  const document = new Document({
    title: `${t(orderTitle)} ${t(orderNumber(order))}`,
    creator: t(order.from.name),
    styles: { default: { document: { run: { font: face('仿宋_GB2312'), size: 32 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(210), height: millimetres(297) },
            margin: { top: millimetres(37), bottom: millimetres(35), left: millimetres(28), right: millimetres(26) },
          },
        },
        children: letter(order, t),
      },
    ],
  })
  return Packer.toBuffer(document)
}

function letter(order: PrintedOrder, t: (words: Words) => string): Paragraph[] {
  const { matter, to, from, requirement, replyBy } = order
  const state = stateWords[matter.state as State]
  const due = order.due ? moment(order.due) : '—'
  return [
    head(t(from.name)),
    line(t(orderTitle), { center: true, size: 44, east: '方正小标宋简体' }),
    line(
      `${t(orderNumber(order))}    ${t(kindWords[order.kind])}    ${t({ zh: `${order.level}级`, en: `level ${order.level}` })}`,
      { center: true, size: 28 },
    ),
    line(t({ zh: `${to.name.zh}：`, en: `To: ${to.name.en}` }), { flush: true }),
    line(
      t({
        zh: `你单位办理的事项“${matter.title}”（案卷号 ${matter.number}，地点：${order.address || '—'}），于 ${moment(order.opened)} 受理，处置时限至 ${due}，目前状态为“${state.zh}”。`,
        en: `The matter "${matter.title}" (number ${matter.number}, at ${order.address || '—'}) was received on ${moment(order.opened)}; its limit ends on ${due}; it now stands at "${state.en}".`,
      }),
    ),
    line(t({ zh: '督办要求：', en: 'What is required:' }), { east: '黑体' }),
    ...requirement.split('\n').map((text) => line(text)),
    line(
      t({
        zh: `请于 ${day(replyBy)} 前书面回复办理情况。逾期不复的，将按考评办法处理并报管委会。`,
        en: `Reply in writing by ${replyBy}. Without a reply the evaluation rules apply and the committee is told.`,
      }),
    ),
    line(t(from.name), { right: true, before: 640 }),
    line(t({ zh: day(order.issuedAt), en: order.issuedAt.slice(0, 10) }), { right: true }),
    ...(order.reply === null
      ? []
      : [
          line(t({ zh: '回复：', en: 'Reply:' }), { east: '黑体', before: 320 }),
          ...order.reply.split('\n').map((text) => line(text)),
        ]),
  ]
}

function head(name: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 480 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: 'C0392B', space: 8 } },
    children: [new TextRun({ text: name, font: face('方正小标宋简体'), size: 52, color: 'C0392B' })],
  })
}

interface Look {
  center?: boolean
  right?: boolean
  flush?: boolean
  size?: number
  east?: string
  before?: number
}

function line(
  text: string,
  { center, right, flush, size = 32, east = '仿宋_GB2312', before = 0 }: Look = {},
): Paragraph {
  const alignment = center ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.BOTH
  const plain = center || right || flush
  return new Paragraph({
    alignment,
    spacing: { before, after: center ? 240 : 0, line: 579 },
    indent: { ...(plain ? {} : { firstLine: 640 }), ...(right ? { right: 1280 } : {}) },
    children: [new TextRun({ text, size, font: face(east) })],
  })
}

const face = (east: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: east })

const shanghai = (at: Date | string) => new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString()
const moment = (at: Date) => shanghai(at).slice(0, 16).replace('T', ' ')
const day = (at: string) => {
  const [year, month, date] = (at.length === 10 ? at : shanghai(at).slice(0, 10)).split('-').map(Number)
  return `${year}年${month}月${date}日`
}
