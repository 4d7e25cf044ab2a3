import { Decimal } from 'decimal.js'
import type { CustomsDocument } from './document.ts'
import { amount, amountHint, nameHint, numberHint, same } from './near-miss.ts'
import type { Hint, Mismatch, ReasonCode } from './reasons.ts'

/** The documents of one order of one platform, the newest of each number. */
export interface Gathered {
  order: CustomsDocument | null
  payments: readonly CustomsDocument[]
  waybills: readonly CustomsDocument[]
  lists: readonly CustomsDocument[]
  /** the order under which the payment of this order's transaction was sent instead */
  paidUnder: string | null
  /** lists of the order that customs has cancelled: they take no part */
  cancelled: readonly CustomsDocument[]
  /** the buyer's year, where this order's list goes over its limit */
  yearly: OverYear | null
}

/** What a buyer's lists of a year come to with this one, in yuan. */
export interface OverYear {
  year: string
  limit: string
  spent: string
  value: string
}

/** What came of an order. `waiting`: a document has not come yet, and nothing else is wrong. */
export interface MatchResult {
  state: 'matched' | 'waiting' | 'mismatch'
  mismatches: Mismatch[]
}

/** Renminbi in the customs code of currencies. */
const yuan = '142'

/** Single-order limit of bonded and direct purchase imports in yuan, by the day it holds from. */
const orderLimits = [
  { from: '20160408', yuan: 2000 },
  { from: '20190101', yuan: 5000 },
] as const

/** Reasons that a document yet to come takes away. */
const awaited: ReadonlySet<ReasonCode> = new Set([
  'order-missing',
  'payment-missing',
  'waybill-missing',
  'list-missing',
  'list-cancelled',
])

/**
 * The three-document match (三单对碰): the ten rules read from the specification's notes. Exports (303, 403, 505, 603) are held to
 * those of them whose fields they have.
 */
export function matchOrder(gathered: Gathered): MatchResult {
  const found = [...missing(gathered), ...compared(gathered)]
  const blocking = found.filter(({ warns }) => !warns)
  const waits = blocking.length > 0 && blocking.every(({ code }) => awaited.has(code))
  return { state: blocking.length === 0 ? 'matched' : waits ? 'waiting' : 'mismatch', mismatches: found }
}

function* missing({ order, payments, waybills, lists, paidUnder, cancelled }: Gathered): Generator<Mismatch> {
  if (!order) yield told('M1', 'order-missing')
  if (payments.length === 0 && paidUnder !== null)
    yield told('M1', 'payment-under-other-order', { order: paidUnder }, 'retried')
  else if (payments.length === 0) yield told('M1', 'payment-missing')
  if (waybills.length === 0) yield told('M1', 'waybill-missing')
  if (lists.length === 0 && cancelled.length > 0)
    yield told('M1', 'list-cancelled', { list: cancelled[0]!.listNo || cancelled[0]!.copNo })
  else if (lists.length === 0) yield told('M1', 'list-missing')
  if (lists.length > 1) yield told('M1', 'several-lists', { count: String(lists.length) })
}

function* compared(gathered: Gathered): Generator<Mismatch> {
  const { order, lists } = gathered
  const payment = order && bestPayment(order, gathered.payments)
  const [list] = lists
  const waybill = gathered.waybills.find(({ waybillNo }) => waybillNo === list?.waybillNo) ?? gathered.waybills[0]
  if (order) yield* paidAsSummed(order)
  if (order && payment) yield* paidAsOrdered(order, payment, gathered.payments)
  yield* samePersons(order, payment, list)
  if (order && waybill) yield* sameConsignee(order, waybill)
  if (waybill && list && list.waybillNo !== waybill.waybillNo)
    yield told(
      ...(['M1', 'waybill-number-differs', { list: list.waybillNo, waybill: waybill.waybillNo }] as const),
      numberHint(list.waybillNo, waybill.waybillNo),
    )
  if (order && list) yield* sameGoods(order, list)
  yield* sameNames([order, payment, list])
  if (list) yield* listWhole(list)
  if (list) yield* weights(list)
  if (list) yield* oneParcel(list, gathered.waybills)
  if (order?.flow === 'import' && list) yield* withinLimit(order)
  if (gathered.yearly) yield told('M10', 'person-over-yearly-limit', { ...gathered.yearly })
}

/** Among several payments of one order that which pays it. */
function bestPayment(order: CustomsDocument, payments: readonly CustomsDocument[]): CustomsDocument | undefined {
  return (
    payments.find(({ paid, transactionNo }) => same(paid, order.paid) && transactionNo === order.transactionNo) ??
    payments.find(({ paid }) => same(paid, order.paid)) ??
    payments[0]
  )
}

/** M2: paid = goods + freight + tax − discount. */
export function* paidAsSummed(order: CustomsDocument): Generator<Mismatch> {
  if (order.flow === 'export' || order.paid === '') return
  const sum = amount(order.goodsValue).plus(amount(order.freight)).plus(amount(order.tax)).minus(amount(order.discount))
  const paid = amount(order.paid)
  if (sum.eq(paid)) return
  yield told('M2', 'sum-of-paid', { sum: sum.toFixed(), paid: paid.toFixed() }, amountHint(order, paid.minus(sum)))
}

/** M3: what was ordered is what was paid, by the transaction that was named, in yuan. */
function* paidAsOrdered(
  order: CustomsDocument,
  payment: CustomsDocument,
  payments: readonly CustomsDocument[],
): Generator<Mismatch> {
  const wanted = order.flow === 'import' ? order.paid : ''
  if (wanted !== '' && !same(wanted, payment.paid)) {
    const sum = payments.reduce((total, { paid }) => total.plus(amount(paid)), new Decimal(0))
    const split = payments.length > 1 && sum.eq(amount(wanted))
    const details = { order: wanted, payment: payment.paid, ...(split ? { count: String(payments.length) } : {}) }
    yield told('M3', 'paid-differs', details, split ? 'split' : paidHint(order, payment, payments.length))
  }
  if (order.transactionNo !== '' && order.transactionNo !== payment.transactionNo)
    yield told(
      ...(['M3', 'transaction-differs', { order: order.transactionNo, payment: payment.transactionNo }] as const),
      payments.length > 1 ? 'retried' : numberHint(order.transactionNo, payment.transactionNo),
    )
  if (order.payer !== '' && order.payer !== payment.payer)
    yield told('M3', 'payer-differs', { order: order.payer, payment: payment.payer })
  const foreign = [order, payment].some(({ currency }) => currency !== yuan)
  if (order.flow === 'import' && foreign)
    yield told('M3', 'currency-not-yuan', { order: order.currency, payment: payment.currency })
}

function paidHint(order: CustomsDocument, payment: CustomsDocument, times: number): Hint | undefined {
  const difference = amount(payment.paid).minus(amount(order.paid))
  return amountHint(order, difference) ?? (times > 1 ? 'retried' : difference.lt(0) ? 'partial' : undefined)
}

/** M4: one buyer, by card. */
function* samePersons(
  order: CustomsDocument | null,
  payment: CustomsDocument | null | undefined,
  list: CustomsDocument | undefined,
): Generator<Mismatch> {
  const documents = [order, payment, list].filter((one) => one && one.flow === 'import') as CustomsDocument[]
  for (const [field, code] of [
    ['buyerMark', 'buyer-number-differs'],
    ['buyerNameMark', 'buyer-name-differs'],
  ] as const) {
    const marks = new Set(documents.map((document) => document[field]).filter((mark) => mark !== ''))
    if (marks.size > 1) yield differing(documents, field, code)
  }
  const numbered = documents.filter(({ buyerMark }) => buyerMark !== '')
  const small = numbered.filter(({ idSmall }) => idSmall)
  if (small.length > 0 && small.length < numbered.length)
    yield { ...told('M4', 'buyer-number-case', { where: small.map(({ kind }) => kind).join(' ') }), warns: true }
  const other = documents.find(({ idType }) => idType !== '' && idType !== '1')
  if (other) yield told('M4', 'id-type-not-card', { where: other.kind, type: other.idType })
}

/** M5: order and waybill name one consignee. */
function* sameConsignee(order: CustomsDocument, waybill: CustomsDocument): Generator<Mismatch> {
  const pairs = [
    ['consigneeMark', 'consignee-differs'],
    ['telephoneMark', 'telephone-differs'],
    ['addressMark', 'address-differs'],
  ] as const
  for (const [field, code] of pairs)
    if (order[field] !== '' && waybill[field] !== '' && order[field] !== waybill[field]) yield told('M5', code)
}

/** M6: the list has the order's lines; a total that differs is told and does not block. */
function* sameGoods(order: CustomsDocument, list: CustomsDocument): Generator<Mismatch> {
  const numbers = (goods: CustomsDocument['goods']) =>
    goods
      .map(({ number }) => number)
      .toSorted()
      .join(' ')
  if (numbers(order.goods) !== numbers(list.goods))
    yield told('M6', 'lines-differ', { order: String(order.goods.length), list: String(list.goods.length) })
  else {
    const listed = new Map(list.goods.map(({ number, name }) => [number, name]))
    const other = order.goods.find(({ number, name }) => listed.get(number) !== name)
    if (other) {
      const name = listed.get(other.number) ?? ''
      const details = { line: other.number, order: other.name, list: name }
      yield { ...told('M6', 'goods-names-differ', details, nameHint(name, other.name)), warns: true }
    }
  }
  if (order.goodsValue === '') return
  const total = list.goods.reduce((sum, { total: one }) => sum.plus(amount(one)), new Decimal(0))
  if (!total.eq(amount(order.goodsValue)))
    yield { ...told('M6', 'goods-value-differs', { order: order.goodsValue, list: total.toFixed() }), warns: true }
}

/** M7: platform and seller are spelled alike everywhere. */
function* sameNames(all: readonly (CustomsDocument | null | undefined)[]): Generator<Mismatch> {
  for (const [field, code] of [
    ['platformName', 'platform-name-differs'],
    ['sellerName', 'seller-name-differs'],
  ] as const) {
    const named = (all.filter((one) => one && one[field] !== '') as CustomsDocument[]).map((one) => ({
      kind: one.kind,
      name: one[field],
    }))
    const other = named.find(({ name }) => name !== named[0]!.name)
    if (!other) continue
    const details = { here: named[0]!.name, where: other.kind, there: other.name }
    yield told('M7', code, details, nameHint(other.name, named[0]!.name))
  }
}

/** M8: bonded lists (1210) name account book, area and records; direct ones (9610) transport, voyage and bill. */
export function* listWhole(list: CustomsDocument): Generator<Mismatch> {
  if (list.flow === 'export') return
  if (list.mode === '1210') {
    const lacking = [
      list.accountBook === '' && 'emsNo',
      list.area === '' && 'areaCode',
      list.recordsMissing && 'itemRecordNo',
    ]
    const fields = lacking.filter((field) => field !== false)
    if (fields.length > 0) yield told('M8', 'bonded-fields-missing', { fields: fields.join(' ') })
  }
  if (list.mode === '9610') {
    const lacking = [list.transport === '' && 'trafNo', list.voyage === '' && 'voyageNo', list.bill === '' && 'billNo']
    const fields = lacking.filter((field) => field !== false)
    if (fields.length > 0) yield told('M8', 'direct-fields-missing', { fields: fields.join(' ') })
  }
}

/** M9: weights above nothing, net within gross, one parcel. */
export function* weights(list: CustomsDocument): Generator<Mismatch> {
  const [gross, net] = [amount(list.gross), amount(list.net)]
  if (gross.lte(0) || net.lte(0)) yield told('M9', 'weight-not-positive', { gross: list.gross, net: list.net })
  else if (net.gt(gross)) yield told('M9', 'net-over-gross', { gross: list.gross, net: list.net })
  if (list.flow === 'import' && list.packs !== '' && !same(list.packs, '1'))
    yield told('M9', 'packs-not-one', { packs: list.packs })
}

/** M9: an order that went out in several parcels, whose weights sum to the list's: a list covers one. */
function* oneParcel(list: CustomsDocument, waybills: readonly CustomsDocument[]): Generator<Mismatch> {
  if (list.flow === 'export' || waybills.length < 2) return
  const sum = waybills.reduce((total, { gross }) => total.plus(amount(gross)), new Decimal(0))
  if (sum.isZero() || !sum.eq(amount(list.gross))) return
  yield { ...told('M9', 'packs-not-one', { packs: String(waybills.length) }, 'split'), warns: true }
}

/** M10: an order of more than one piece of goods stays under the limit of its day. */
export function* withinLimit(order: CustomsDocument): Generator<Mismatch> {
  const limit = orderLimits.findLast(({ from }) => from <= order.sentAt.slice(0, 8))
  if (!limit || order.goods.length <= 1 || amount(order.goodsValue).lte(limit.yuan)) return
  yield told('M10', 'order-over-limit', { value: order.goodsValue, limit: String(limit.yuan) })
}

/** Persons differ; where one document's number fails its own check digit, that one is named. */
function differing(
  documents: readonly CustomsDocument[],
  field: 'buyerMark' | 'buyerNameMark',
  code: ReasonCode,
): Mismatch {
  const failing = field === 'buyerMark' ? documents.filter(({ idFault }) => idFault === 'check') : []
  if (failing.length > 0 && failing.length < documents.length)
    return told('M4', code, { where: failing.map(({ kind }) => kind).join(' ') }, 'check-digit')
  return told('M4', code, { where: oddOne(documents, field) })
}

/** The kind whose mark stands alone against the others; of two, both. */
function oddOne(documents: readonly CustomsDocument[], field: 'buyerMark' | 'buyerNameMark'): string {
  const having = documents.filter((document) => document[field] !== '')
  const alone = having.filter((one) => having.filter((other) => other[field] === one[field]).length === 1)
  return alone.length === 1 ? alone[0]!.kind : having.map(({ kind }) => kind).join(' ')
}

function told(rule: string, code: ReasonCode, details: Record<string, string> = {}, hint?: Hint): Mismatch {
  return { code, rule, details, ...(hint ? { hint } : {}) }
}
