import { strToU8, zipSync } from 'fflate'
import { faults } from './customs-faults.ts'
import { followUpsOf } from './customs-follow-ups.ts'
import { type Kind, kinds, type OrderSent, orderSent, timeOf } from './customs-order.ts'
import { platforms } from './customs-platforms.ts'
import { type DocumentSaid, guidOf, messageText } from './customs-writing.ts'
import { type Random, seeded } from './random.ts'
import { daysOfMonth } from './year.ts'

const ordersMade = 400
const lastDay = '2018-06-30'
/** published for the first half of 2018: what the demonstration's messages are written by */
const edition = '2018'
const numbers: Record<Kind, { import: string; export: string }> = {
  order: { import: '311', export: '303' },
  payment: { import: '411', export: '403' },
  waybill: { import: '511', export: '505' },
  list: { import: '621', export: '603' },
}

/**
 * customs/: the cross-border e-commerce messages of June 2018 of five platforms that do not exist: two zips of messages a week and kind, and
 * a few single messages that came later or were sent badly. Persons are counting words; no identity number is valid.
 */
export function customsFiles(): Map<string, string | Uint8Array> {
  const { orders, faulty } = ordersOf(seeded('customs messages'))
  const zip = (flow: 'import' | 'export') =>
    zipSync(messagesOf(orders, flow), { mtime: '2018-06-30T20:00:00', level: 9 })
  const { receipts, applications } = followUpsOf(orders, faulty)
  return new Map<string, string | Uint8Array>([
    ['customs/201806-1-import.zip', zip('import')],
    ['customs/201806-2-export.zip', zip('export')],
    ['customs/201806-3-CEB411-changes.xml', changedPayments(orders)],
    ['customs/201806-4-CEB511-late.xml', lateWaybills()],
    ['customs/201806-5-CEB311-refused.xml', refusedOrders(orders)],
    ['customs/201806-6-receipts.zip', receipts],
    ['customs/201806-7-cancellations.zip', applications],
  ])
}

function ordersOf(random: Random): { orders: OrderSent[]; faulty: ReadonlySet<OrderSent> } {
  const days = daysOfMonth(2018, 6)
  const made = Array.from({ length: ordersMade }, (_, number) =>
    orderSent(random.pick(platforms), days[Math.min(29, Math.floor((number * 30) / ordersMade))]!, number + 1, random),
  )
  const sound = new Set(made)
  for (const { times, trade, happens } of faults) {
    for (let time = 0; time < times; time++) {
      const fitting = [...sound].filter(({ platform }) => (trade ?? platform.trade) === platform.trade)
      const order = fitting[recent(fitting.length, random)]!
      happens(order)
      sound.delete(order)
    }
  }
  return { orders: made, faulty: new Set(made.filter((order) => !sound.has(order))) }
}

/** What does not match is mostly young: old ones were mended, but for a few that nobody found. */
function recent(count: number, random: Random): number {
  const back = random.pick([
    { weight: 14, share: 90 },
    { weight: 28, share: 220 },
    { weight: 26, share: 420 },
    { weight: 18, share: 620 },
    { weight: 14, share: 1000 },
  ])
  return Math.max(0, count - 1 - random.below(Math.max(1, Math.floor((count * back.share) / 1000))))
}

/** At most 100 documents a message, a message a week and kind. */
function messagesOf(orders: readonly OrderSent[], flow: 'import' | 'export'): Record<string, Uint8Array> {
  const own = orders.filter(({ platform }) => (platform.trade === 'export') === (flow === 'export'))
  const weeks = Map.groupBy(own, ({ day }) => Math.ceil(Number(day.slice(8)) / 7))
  const files: [string, Uint8Array][] = []
  for (const [week, sent] of weeks)
    for (const kind of kinds) {
      const documents = sent.flatMap((order) => documentsOf(order, kind))
      for (let from = 0; from < documents.length; from += 100) {
        const number = numbers[kind][flow]
        const name = `CEB${number}_201806_W${week}_${from / 100 + 1}.xml`
        files.push([name, strToU8(messageText(edition, number, name, documents.slice(from, from + 100)))])
      }
    }
  return Object.fromEntries(files)
}

function documentsOf({ documents, orderLines, listLines }: OrderSent, kind: Kind): DocumentSaid[] {
  const lines = { order: orderLines, list: listLines, payment: [], waybill: [] }[kind]
  return documents[kind].map((said) => ({ said, lines }))
}

/** Two payments that were sent with a wrong amount are sent again as changes. */
function changedPayments(orders: readonly OrderSent[]): string {
  const paid = orders.filter(({ documents }) => {
    const [order, payment] = [documents.order[0], documents.payment[0]]
    return order?.['taxTotal'] && payment?.['amountPaid'] !== order['acturalPaid'] && documents.payment.length === 1
  })
  const mended = paid.slice(0, 2).map(({ documents }) => ({
    lines: [],
    said: {
      ...documents.payment[0],
      appType: '2',
      appTime: timeOf(lastDay, 9 * 60 + 30),
      amountPaid: documents.order[0]!['acturalPaid']!,
    },
  }))
  return messageText(edition, '411', 'changes', mended)
}

/** Waybills that came before everything else, as a carrier's old program writes them: most of it departs from the specification. */
function lateWaybills(): string {
  const random = seeded('late waybills')
  const sent = Array.from({ length: 4 }, (_, number) => orderSent(platforms[1]!, lastDay, 900 + number, random))
  const documents = sent.flatMap((order, place) =>
    documentsOf(order, 'waybill').map(({ said, lines }) => ({
      lines,
      said: {
        ...said,
        guid: place === 0 ? said['guid']!.toLowerCase() : said['guid']!,
        appTime: place === 1 ? '2018-06-30 19:41' : said['appTime']!,
        weight: place === 2 ? '1.2KG' : said['weight']!,
        currency: place === 3 ? 'CNY' : said['currency']!,
        note: '',
      },
    })),
  )
  return messageText(edition, '511', 'late', documents)
}

/** An order whose number is taken by another one, one that was sent before, and a deletion of nothing. */
function refusedOrders(orders: readonly OrderSent[]): string {
  const [first, second] = orders.filter(
    ({ platform, documents }) => platform === platforms[0] && documents.order.length === 1,
  )
  const taken = documentsOf(first!, 'order').map(({ said, lines }) => ({
    lines,
    said: { ...said, goodsValue: '1.00', acturalPaid: '1.00' },
  }))
  const unknown = documentsOf(second!, 'order').map(({ said, lines }) => ({
    lines,
    said: { ...said, guid: guidOf('unknown'), orderNo: `${said['orderNo']}X`, appType: '3' },
  }))
  return messageText(edition, '311', 'refused', [...taken, ...documentsOf(second!, 'order'), ...unknown])
}
