import { hash } from 'node:crypto'
import { childrenOf, type Element, textIn } from '../ceb/element.ts'
import type { CebDocument } from '../ceb/message-reader.ts'
import type { MessageType } from '../ceb/schema.ts'
import type { CustomsDocument, DocumentKind, GoodsLine } from './document.ts'

const kindOf: Record<string, DocumentKind> = {
  ...{ '303': 'order', '311': 'order', '403': 'payment', '411': 'payment' },
  ...{ '505': 'waybill', '511': 'waybill', '603': 'list', '621': 'list' },
}

/** Whether messages of the type take part in the three-document match. */
export function isMatched({ number }: MessageType): boolean {
  return number in kindOf
}

/**
 * The document of a message as the match reads it. Element names are those of the specification, both editions and flows; a head
 * may stand in an element of its own (311) or directly in the document (505).
 */
export function documentOf(type: MessageType, { element }: CebDocument, secret: string): CustomsDocument {
  const head = element.children.find(({ name }) => name.endsWith('Head')) ?? element
  // Of an element that stands twice the first counts.
  const texts = new Map(head.children.toReversed().map((child) => [child.name, child]))
  const text = (name: string) => texts.get(name)?.text.trim() ?? ''
  const mark = (kind: string, value: string) => markOf(secret, kind, value)
  const kind = kindOf[type.number]!
  const name = text('buyerName') || text('payerName')
  const number = text('buyerIdNumber') || text('payerIdNumber')
  const goods = goodsOf(element)
  return {
    ...{ kind, flow: type.flow, deed: text('appType'), sentAt: text('appTime') },
    ...{ platform: text('ebpCode'), platformName: text('ebpName'), orderNo: text('orderNo') },
    ...{ seller: text('ebcCode'), sellerName: text('ebcName') },
    ...{ carrier: text('logisticsCode'), waybillNo: text('logisticsNo') },
    ...{ payer: text('payCode'), transactionNo: text('payTransactionId') || text('payNo') },
    ...{ goodsValue: text('goodsValue'), freight: text('freight'), discount: text('discount'), tax: text('taxTotal') },
    insured: text('insuredFee'),
    paid: text('acturalPaid') || text('amountPaid') || text('charge'),
    ...{ currency: text('currency'), idType: text('buyerIdType') || text('payerIdType') },
    ...identityFaults(text('buyerIdType') || text('payerIdType'), number),
    ...{ buyerMark: mark('id', number), buyerNameMark: mark('name', name), buyerShown: masked(name, number) },
    ...{ consigneeMark: mark('name', text('consignee')), addressMark: mark('address', text('consigneeAddress')) },
    telephoneMark: mark('telephone', text('consigneeTelephone')),
    ...{ copNo: text('copNo'), listNo: text('invtNo') },
    ...{ mode: text('tradeMode'), accountBook: text('emsNo'), area: text('areaCode') },
    ...{ transport: text('trafNo') || text('trafName'), voyage: text('voyageNo'), bill: text('billNo') },
    ...{ packs: text('packNo'), gross: text('grossWeight') || text('weight'), net: text('netWeight') },
    recordsMissing: kind === 'list' && goods.some(({ record }) => record === ''),
    goods: goods.map(({ record: _, ...line }) => line),
  }
}

function goodsOf(element: Element): (GoodsLine & { record: string })[] {
  const lines = [...childrenOf(element, 'OrderList'), ...childrenOf(element, 'InventoryList')]
  return lines.map((line) => ({
    number: textIn(line, 'gnum'),
    name: textIn(line, 'itemName') || textIn(line, 'gname'),
    total: textIn(line, 'totalPrice'),
    ...(textIn(line, 'gcode') === '' ? {} : { code: textIn(line, 'gcode') }),
    record: textIn(line, 'itemRecordNo'),
  }))
}

/** Of an identity card's number: whether its check digit (GB 11643, mod 11-2) and its form are right. */
export function identityFaults(
  type: string,
  number: string,
): { idFault: CustomsDocument['idFault']; idSmall: boolean } {
  if (type !== '1' || number === '') return { idFault: '', idSmall: false }
  const idSmall = number.endsWith('x')
  if (!/^\d{17}[\dXx]$/.test(number)) return { idFault: 'form', idSmall }
  const sum = [...number.slice(0, 17)].reduce(
    (total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11),
    0,
  )
  return { idFault: '10X98765432'[sum % 11] === number[17]!.toUpperCase() ? '' : 'check', idSmall }
}

/** Equal for equal words and only then; nothing of the words can be had back from it. */
export function markOf(secret: string, kind: string, value: string): string {
  const plain = value.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  if (plain === '') return ''
  return hmac(secret, `customs ${kind} ${plain}`).toString('base64url').slice(0, 22)
}

/** HMAC-SHA256 (RFC 2104) by two hashes at once: several times as fast as an object for each. */
function hmac(secret: string, text: string): Buffer {
  if (pads?.secret !== secret) pads = { secret, ...padsOf(secret) }
  const inner = hash('sha256', Buffer.concat([pads.inner, Buffer.from(text)]), 'buffer')
  return hash('sha256', Buffer.concat([pads.outer, inner]), 'buffer')
}

let pads: { secret: string; inner: Buffer; outer: Buffer } | undefined

function padsOf(secret: string): { inner: Buffer; outer: Buffer } {
  const long = Buffer.from(secret)
  const key = Buffer.alloc(64)
  const short = long.length > 64 ? hash('sha256', long, 'buffer') : long
  short.copy(key)
  return { inner: Buffer.from(key.map((byte) => byte ^ 0x36)), outer: Buffer.from(key.map((byte) => byte ^ 0x5c)) }
}

/** 王小明 41010119900101001X → 王** 4101**********001X. */
export function masked(name: string, number: string): string {
  const first = [...name][0]
  const shownName = first ? first + '*'.repeat(Math.min(3, [...name].length - 1)) : ''
  const shownNumber =
    number.length >= 12
      ? `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}`
      : '*'.repeat(number.length)
  return [shownName, shownNumber].filter((part) => part !== '').join(' ')
}
