import { strToU8, zipSync } from 'fflate'
import type { OrderSent } from './customs-order.ts'
import { guidOf, messageText, type Said } from './customs-writing.ts'

const edition = '2018'

/**
 * What customs said of June's import lists: stored, released, held back with a code; and what was asked of it afterwards: two lists cancelled
 * and one sent back in part. The pick among sound lists is by place, so that it is the same each time.
 */
export function followUpsOf(
  orders: readonly OrderSent[],
  faulty: ReadonlySet<OrderSent>,
): { receipts: Uint8Array; applications: Uint8Array } {
  const listed = orders.filter(({ platform, documents }) => platform.trade !== 'export' && documents.list.length === 1)
  const sound = listed.filter((order) => !faulty.has(order))
  const cancelled = [sound.at(-14)!, sound.at(-40)!]
  const answered = sound
    .slice(0, -12)
    .flatMap((order) => [receipt(order, '120', 1), ...(cancelled.includes(order) ? [] : [receipt(order, '800', 3)])])
  const held = listed.filter((order) => faulty.has(order)).flatMap(heldBack)
  const returned = sound.at(-60)!
  return {
    receipts: zipped(inHundreds([...answered, ...held]).map((said) => ({ number: '622', said }))),
    applications: zipped([
      { number: '623', said: cancelled.map((order) => applied(order, '消费者取消订单')) },
      { number: '624', said: cancelled.map((order) => applicationReceipt(order)) },
      { number: '625', said: [applied(returned, '商品破损')], lines: refundLines(returned) },
      { number: '626', said: [applicationReceipt(returned)] },
    ]),
  }
}

interface MessageSaid {
  number: string
  said: readonly Said[]
  lines?: readonly Said[]
}

function zipped(messages: readonly MessageSaid[]): Uint8Array {
  const files = messages.map(({ number, said, lines = [] }, nth) => {
    const name = `CEB${number}_201806_${nth + 1}.xml`
    const documents = said.map((one) => ({ said: one, lines }))
    return [name, strToU8(messageText(edition, number, name, documents))] as const
  })
  return zipSync(Object.fromEntries(files), { mtime: '2018-06-30T20:00:00', level: 9 })
}

/** Customs' own answer where the payment is not there: rejected with its code. */
function heldBack(order: OrderSent): Said[] {
  if (order.documents.payment.length > 0) return []
  const info = '[Code:-621001;Desc:清单与支付单数据比对不一致，支付单不存在]'
  return [receipt(order, '120', 1), { ...receipt(order, '100', 2), returnInfo: info }]
}

function receipt(order: OrderSent, status: string, hours: number): Said {
  const [list] = order.documents.list
  const info: Record<string, string> = { '120': '海关入库', '800': '放行', '100': '海关退单' }
  return {
    ...{ guid: guidOf(`${order.no} receipt ${status}`), customsCode: '4604', ebpCode: list!['ebpCode']! },
    ...{ ebcCode: list!['ebcCode']!, agentCode: list!['agentCode']!, copNo: list!['copNo']!, ...numbersOf(order) },
    ...{ returnStatus: status, returnInfo: info[status]!, returnTime: later(list!['appTime']!, hours) },
  }
}

/** The numbers that the single window and customs give a list. */
function numbersOf({ no, day }: OrderSent): { preNo: string; invtNo: string } {
  const serial = no.slice(-5).padStart(9, '0')
  return { preNo: `B${day.replaceAll('-', '')}${serial}`, invtNo: `46042018I${serial}` }
}

function applied(order: OrderSent, reason: string): Said {
  const [list] = order.documents.list
  return {
    ...list!,
    ...numbersOf(order),
    ...{
      guid: guidOf(`${order.no} application`),
      copNo: `A${order.no}`,
      appTime: later(list!['appTime']!, 30).slice(0, 14),
      reason,
    },
  }
}

function applicationReceipt(order: OrderSent): Said {
  const [list] = order.documents.list
  return {
    ...{ guid: guidOf(`${order.no} application receipt`), customsCode: '4604', agentCode: list!['agentCode']! },
    ...{ ebpCode: list!['ebpCode']!, ebcCode: list!['ebcCode']!, copNo: `A${order.no}`, ...numbersOf(order) },
    ...{ returnStatus: '399', returnInfo: '审结', returnTime: later(list!['appTime']!, 50) },
  }
}

const refundLines = ({ listLines }: OrderSent): Said[] => [{ ...listLines[0]!, qty: '1' }]

/** Some hours after a `YYYYMMDDhhmmss`, with milliseconds. */
function later(time: string, hours: number): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(time)!.map(Number)
  const moment = new Date(Date.UTC(year!, month! - 1, day!, hour! + hours, minute!, second!))
  return `${moment.toISOString().slice(0, 19).replaceAll(/\D/g, '')}000`
}

function inHundreds(said: readonly Said[]): Said[][] {
  return Array.from({ length: Math.ceil(said.length / 100) }, (_, nth) => said.slice(nth * 100, nth * 100 + 100))
}
