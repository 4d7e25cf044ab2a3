import { type Kind, money, type OrderSent } from './customs-order.ts'
import { guidOf, type Said } from './customs-writing.ts'

/** One way in which an order fails to match, how often, and on which platforms it happens. */
export interface Fault {
  times: number
  trade?: 'bonded' | 'direct' | 'export'
  happens: (order: OrderSent) => void
}

const gone =
  (kind: Kind): Fault['happens'] =>
  ({ documents }) => {
    documents[kind] = []
  }

const says =
  (kind: Kind, change: (said: Said) => Said): Fault['happens'] =>
  ({ documents }) => {
    documents[kind] = documents[kind].map((said) => ({ ...said, ...change(said) }))
  }

const cents = (text: string | undefined) => Math.round(Number(text) * 100)
const halfWidth = (text: string | undefined) => (text ?? '').replaceAll('（', '(').replaceAll('）', ')')

/** The customer's first try was paid under a number that the platform then gave up; the order that stands names the same transaction. */
const retried: Fault['happens'] = ({ documents }) => {
  documents.payment = documents.payment.map((said) => ({ ...said, orderNo: `${said['orderNo']!.slice(0, -1)}R` }))
}

/** Two payments: a first that failed half-way, and the one that paid. */
const paidTwice: Fault['happens'] = ({ no, documents }) => {
  const [said] = documents.payment
  const second = { ...said, guid: guidOf(`${no} payment 2`), payTransactionId: `P${no}B` }
  documents.payment = [{ ...said, amountPaid: money(cents(said!['amountPaid']) - 3000) }, second]
}

const split: Fault['happens'] = ({ no, documents }) => {
  const [said] = documents.payment
  const half = Math.floor(cents(said!['amountPaid']) / 2)
  const rest = cents(said!['amountPaid']) - half
  documents.payment = [
    { ...said, amountPaid: money(half) },
    { ...said, guid: guidOf(`${no} payment 2`), payTransactionId: `P${no}B`, amountPaid: money(rest) },
  ]
}

const listedTwice: Fault['happens'] = ({ no, documents }) => {
  documents.list = [...documents.list, { ...documents.list[0], guid: guidOf(`${no} list 2`), copNo: `C${no}B` }]
}

/** More than one piece of goods, and more than the 2,000 yuan of 2018. */
const dear: Fault['happens'] = (order) => {
  const lines = order.orderLines.concat(order.orderLines.length > 1 ? [] : [{ ...order.orderLines[0]!, gnum: '2' }])
  const dearer = lines.map((line) => ({
    ...line,
    qty: '14',
    totalPrice: money(cents(line['price']) * 14),
    qty1: '15.400',
  }))
  const value = dearer.reduce((sum, line) => sum + cents(line['totalPrice']), 0)
  order.orderLines = dearer
  order.listLines = dearer
  for (const kind of ['order', 'payment', 'waybill', 'list'] as const) {
    order.documents[kind] = order.documents[kind].map((said) => {
      const paid = money(value + cents(said['freight']) + cents(said['taxTotal']) - cents(said['discount']))
      return {
        ...said,
        goodsValue: money(value),
        acturalPaid: paid,
        amountPaid: paid,
        netWeight: '30.800',
        grossWeight: '31.300',
        weight: '31.300',
      }
    })
  }
}

const listLines =
  (change: (line: Said) => Said): Fault['happens'] =>
  (order) => {
    order.listLines = order.listLines.map((line, place) => (place === 0 ? { ...line, ...change(line) } : line))
  }

/** Five yuan off that the order takes away and the payment does not. */
const undiscounted: Fault['happens'] = ({ documents }) => {
  documents.order = documents.order.map((said) => ({
    ...said,
    discount: money(cents(said['discount']) + 500),
    acturalPaid: money(cents(said['acturalPaid']) - 500),
  }))
  documents.payment = documents.payment.map((said) => ({
    ...said,
    amountPaid: money(cents(said['amountPaid']) + cents(said['discount'])),
  }))
}

const unpaid = (field: string) =>
  says('payment', (said) => ({ amountPaid: money(cents(said['amountPaid']) - cents(said[field])) }))

/** Every reason of the match, in a share that people of the trade would believe. */
export const faults: readonly Fault[] = [
  { times: 8, happens: gone('payment') },
  { times: 6, trade: 'bonded', happens: retried },
  { times: 5, trade: 'bonded', happens: says('list', (said) => ({ ebpName: halfWidth(said['ebpName']) })) },
  { times: 5, happens: gone('list') },
  { times: 5, happens: gone('waybill') },
  { times: 3, trade: 'direct', happens: unpaid('taxTotal') },
  {
    times: 2,
    trade: 'bonded',
    happens: undiscounted,
  },
  { times: 2, trade: 'bonded', happens: unpaid('freight') },
  { times: 3, happens: gone('order') },
  { times: 2, trade: 'bonded', happens: paidTwice },
  { times: 2, trade: 'direct', happens: split },
  {
    times: 3,
    trade: 'bonded',
    happens: says('waybill', (said) => ({ consigneeAddress: `${said['consigneeAddress']}2单元` })),
  },
  { times: 2, trade: 'direct', happens: says('waybill', () => ({ consigneeTelephone: '19900009999' })) },
  { times: 1, trade: 'direct', happens: says('waybill', () => ({ consignee: '癸九' })) },
  {
    times: 2,
    trade: 'bonded',
    happens: says('list', (said) => ({ buyerIdNumber: `${said['buyerIdNumber']!.slice(0, 16)}00` })),
  },
  {
    times: 2,
    trade: 'direct',
    happens: says('payment', () => ({ payerName: '壬八', payerIdNumber: '410101198801010000' })),
  },
  { times: 1, trade: 'direct', happens: says('order', () => ({ buyerIdType: '2' })) },
  {
    times: 2,
    trade: 'bonded',
    happens: says('list', (said) => ({ logisticsNo: `${said['logisticsNo']!.slice(0, -2)}99` })),
  },
  { times: 2, trade: 'bonded', happens: listLines(() => ({ gnum: '3' })) },
  { times: 4, happens: listLines(({ gname }) => ({ gname: `${gname}（进口）` })) },
  {
    times: 2,
    trade: 'direct',
    happens: listLines(({ totalPrice }) => ({ totalPrice: money(cents(totalPrice) - 100) })),
  },
  {
    times: 2,
    trade: 'bonded',
    happens: says('list', (said) => ({
      ebcName: said['ebcName']!.replace('国际贸易', '贸易').replace('供应链', '供应链管理'),
    })),
  },
  { times: 2, trade: 'bonded', happens: says('list', () => ({ emsNo: '' })) },
  { times: 2, trade: 'direct', happens: says('list', () => ({ voyageNo: '', billNo: '' })) },
  { times: 1, happens: says('list', () => ({ netWeight: '0', grossWeight: '0' })) },
  {
    times: 2,
    trade: 'export',
    happens: says('list', (said) => ({ netWeight: said['grossWeight']!, grossWeight: said['netWeight']! })),
  },
  { times: 2, trade: 'bonded', happens: says('list', () => ({ packNo: '2' })) },
  { times: 2, trade: 'bonded', happens: dear },
  {
    times: 2,
    trade: 'direct',
    happens: says('order', (said) => ({ acturalPaid: money(cents(said['acturalPaid']) - cents(said['freight'])) })),
  },
  {
    times: 1,
    trade: 'direct',
    happens: says('payment', () => ({ payCode: '41019DEM22', payName: '另一支付（演示）有限公司' })),
  },
  { times: 1, trade: 'direct', happens: says('payment', () => ({ currency: '502' })) },
  { times: 1, trade: 'bonded', happens: listedTwice },
]
