import { hash } from 'node:crypto'
import type { CustomsDocument } from './document.ts'
import { listWhole, paidAsSummed, weights, withinLimit } from './match-rules.ts'
import { amount } from './near-miss.ts'

/** What a document states towards the others of its order; numbers are 64-bit, as text. */
export interface Agreement {
  /** null where the document is wrong by itself, or has nothing to state */
  agree: string | null
  /** of a payment: what takes its payer and transaction out of `agree` */
  agreeUnnamed: string | null
}

/**
 * One number over what a document states towards each other document of its order. Two documents that state the same put the same number in, so over one
 * order, payment, waybill and list that agree in everything the numbers cancel out (exclusive or), and such an order matches without being read.
 * Of exports the waybill states nothing: it is found by the list's number. An order that names no transaction cancels out with `agreeUnnamed` taken in too. The numbers are keyed: nobody can make two statements collide.
 * `matchOrder` decides what matches; a property test holds this to it.
 */
export function agreementOf(document: CustomsDocument, secret: string): Agreement {
  if (!(document.flow === 'import' ? aloneRight(document) : exportRight(document)))
    return { agree: null, agreeUnnamed: null }
  const state = (towards: string, parts: readonly string[]) => numberOf(secret, towards, parts)
  if (document.flow === 'export') return { agree: written(exported(document, state)), agreeUnnamed: null }
  if (document.kind === 'payment') {
    const named = state('payment', payment(document, true))
    return { agree: written(named), agreeUnnamed: written(named ^ state('payment', payment(document, false))) }
  }
  const parts = {
    order: () => [
      state('payment', payment(document, document.payer !== '' || document.transactionNo !== '')),
      state('waybill', consignee(document)),
      state('list', listed(document, document.goodsValue)),
    ],
    waybill: () => [state('waybill', consignee(document)), state('parcel', parcel(document))],
    list: () => [state('list', listed(document, totalOf(document))), state('parcel', parcel(document))],
  }
  return { agree: written(parts[document.kind]().reduce((all, one) => all ^ one, 0n)), agreeUnnamed: null }
}

/** Nothing of the rules speaks against the document alone. */
function aloneRight(document: CustomsDocument): boolean {
  const { kind, currency, idType, orderNo, platform } = document
  if (orderNo === '' || (idType !== '' && idType !== '1')) return false
  if (kind === 'waybill') return true
  if (platform === '' || idType === '') return false
  if (kind === 'payment') return currency === '142' && document.sellerName === ''
  if (kind === 'list') return [...listWhole(document), ...weights(document)].length === 0
  const faults = [...paidAsSummed(document), ...withinLimit(document)]
  return currency === '142' && document.paid !== '' && document.goodsValue !== '' && faults.length === 0
}

/** Exports say less of each other, and their waybill speaks of the list alone. */
function exportRight(document: CustomsDocument): boolean {
  const { kind, orderNo, platform, goodsValue, payer, transactionNo, consigneeMark, telephoneMark, addressMark } =
    document
  if (orderNo === '' || platform === '' || kind === 'waybill') return false
  if (kind === 'payment') return true
  if (kind === 'list')
    return document.waybillNo !== '' && document.carrier !== '' && [...weights(document)].length === 0
  return (
    goodsValue !== '' && [payer, transactionNo, consigneeMark, telephoneMark, addressMark].every((one) => one === '')
  )
}

function exported(document: CustomsDocument, state: (towards: string, parts: readonly string[]) => bigint): bigint {
  const { kind, flow, platform, orderNo, platformName, sellerName } = document
  const paid = () => state('payment', [flow, platform, orderNo, platformName, sellerName])
  const goods = (value: string) => state('list', listed({ ...document, ...nobody }, value))
  if (kind === 'payment') return paid()
  return kind === 'order' ? paid() ^ goods(document.goodsValue) : goods(totalOf(document))
}

const nobody = { buyerMark: '', buyerNameMark: '', idSmall: false }

const persons = ({ buyerMark, buyerNameMark, idSmall }: CustomsDocument) => [buyerMark, buyerNameMark, String(idSmall)]

function payment(document: CustomsDocument, named: boolean): string[] {
  const { flow, platform, orderNo, platformName, paid, payer, transactionNo } = document
  const by = named ? [payer, transactionNo] : []
  return [flow, platform, orderNo, platformName, plainAmount(paid), ...persons(document), ...by]
}

function consignee({ flow, orderNo, consigneeMark, telephoneMark, addressMark }: CustomsDocument): string[] {
  return [flow, orderNo, consigneeMark, telephoneMark, addressMark]
}

function parcel({ flow, orderNo, carrier, waybillNo }: CustomsDocument): string[] {
  return [flow, orderNo, carrier, waybillNo]
}

function listed(document: CustomsDocument, value: string): string[] {
  const { flow, platform, orderNo, platformName, sellerName, goods } = document
  const lines = goods.map(({ number, name }) => `${number}\u0001${name}`).toSorted()
  return [flow, platform, orderNo, platformName, sellerName, plainAmount(value), ...persons(document), ...lines]
}

function totalOf({ goods }: CustomsDocument): string {
  const [first] = goods
  if (goods.length === 1) return first!.total
  return goods.reduce((sum, { total }) => sum.plus(amount(total)), amount('0')).toFixed()
}

/** Equal for equal amounts: 0223.20 is 223.2. */
function plainAmount(text: string): string {
  return /^[1-9]\d*$/.test(text) ? text : amount(text).toFixed()
}

function numberOf(secret: string, towards: string, parts: readonly string[]): bigint {
  return BigInt(`0x${hash('sha256', `${secret} agree ${towards} ${parts.join('\u0000')}`).slice(0, 16)}`)
}

const written = (number: bigint) => BigInt.asIntN(64, number).toString()
