import { Decimal } from 'decimal.js'
import type { CustomsDocument } from './document.ts'
import type { ComparedCell, ComparedField, ComparedGoods, ComparedRow } from './order-shapes.ts'
import type { Mismatch, ReasonCode } from './reasons.ts'

interface FieldRule {
  field: ComparedField
  rule: string
  /** kinds that are held against each other by it */
  kinds: readonly CustomsDocument['kind'][]
  text: (document: CustomsDocument) => string
  /** what is compared in place of the text: a person's mark */
  mark?: (document: CustomsDocument) => string
  number?: true
  /** reasons that speak of it */
  codes: readonly ReasonCode[]
}

const all = ['order', 'payment', 'waybill', 'list'] as const
const money = (field: ComparedField, of: (document: CustomsDocument) => string, rule = 'M2'): FieldRule => ({
  ...{ field, rule, text: of, number: true, kinds: ['order'] },
  codes: ['sum-of-paid'],
})
const listed = (
  field: ComparedField,
  of: (document: CustomsDocument) => string,
  ...codes: ReasonCode[]
): FieldRule => ({
  ...{ field, rule: codes[0]!.endsWith('fields-missing') ? 'M8' : 'M9', text: of, kinds: ['list'], codes },
})

const named = (shown: string) => shown.split(' ')[0] ?? ''
const numbered = (shown: string) => shown.split(' ')[1] ?? ''

const fieldRules: readonly FieldRule[] = [
  { field: 'platform', rule: 'M1', kinds: ['order', 'payment', 'list'], text: (d) => d.platform, codes: [] },
  { field: 'orderNo', rule: 'M1', kinds: all, text: (d) => d.orderNo, codes: ['payment-under-other-order'] },
  { field: 'carrier', rule: 'M1', kinds: ['waybill', 'list'], text: (d) => d.carrier, codes: [] },
  {
    field: 'waybillNo',
    rule: 'M1',
    kinds: ['waybill', 'list'],
    text: (d) => d.waybillNo,
    codes: ['waybill-number-differs'],
  },
  money('goodsValue', (d) => d.goodsValue),
  money('freight', (d) => d.freight),
  money('tax', (d) => d.tax),
  money('discount', (d) => d.discount),
  {
    ...{ field: 'paid', rule: 'M3', kinds: ['order', 'payment'], text: (d) => d.paid, number: true },
    codes: ['paid-differs', 'sum-of-paid'],
  },
  {
    field: 'transactionNo',
    rule: 'M3',
    kinds: ['order', 'payment'],
    text: (d) => d.transactionNo,
    codes: ['transaction-differs'],
  },
  { field: 'payer', rule: 'M3', kinds: ['order', 'payment'], text: (d) => d.payer, codes: ['payer-differs'] },
  { field: 'currency', rule: 'M3', kinds: ['order', 'payment'], text: (d) => d.currency, codes: ['currency-not-yuan'] },
  {
    ...{ field: 'buyerName', rule: 'M4', kinds: ['order', 'payment', 'list'], text: (d) => named(d.buyerShown) },
    ...{ mark: (d) => d.buyerNameMark, codes: ['buyer-name-differs'] },
  },
  {
    ...{ field: 'buyerNumber', rule: 'M4', kinds: ['order', 'payment', 'list'], text: (d) => numbered(d.buyerShown) },
    ...{ mark: (d) => d.buyerMark, codes: ['buyer-number-differs', 'buyer-number-case'] },
  },
  {
    field: 'idType',
    rule: 'M4',
    kinds: ['order', 'payment', 'list'],
    text: (d) => d.idType,
    codes: ['id-type-not-card'],
  },
  {
    field: 'consignee',
    rule: 'M5',
    kinds: ['order', 'waybill'],
    text: () => '',
    mark: (d) => d.consigneeMark,
    codes: ['consignee-differs'],
  },
  {
    field: 'telephone',
    rule: 'M5',
    kinds: ['order', 'waybill'],
    text: () => '',
    mark: (d) => d.telephoneMark,
    codes: ['telephone-differs'],
  },
  {
    field: 'address',
    rule: 'M5',
    kinds: ['order', 'waybill'],
    text: () => '',
    mark: (d) => d.addressMark,
    codes: ['address-differs'],
  },
  {
    ...{
      field: 'lines',
      rule: 'M6',
      kinds: ['order', 'list'],
      text: (d) => d.goods.map(({ number }) => number).join(' '),
    },
    codes: ['lines-differ'],
  },
  {
    ...{ field: 'goodsTotal', rule: 'M6', kinds: ['order', 'list'], number: true, codes: ['goods-value-differs'] },
    text: (d) => (d.goods.length === 0 ? '' : totalOf(d)),
  },
  {
    ...{ field: 'platformName', rule: 'M7', kinds: ['order', 'payment', 'list'], text: (d) => d.platformName },
    codes: ['platform-name-differs'],
  },
  {
    field: 'sellerName',
    rule: 'M7',
    kinds: ['order', 'list'],
    text: (d) => d.sellerName,
    codes: ['seller-name-differs'],
  },
  { field: 'mode', rule: 'M8', kinds: ['list'], text: (d) => d.mode, codes: [] },
  listed('accountBook', (d) => d.accountBook, 'bonded-fields-missing'),
  listed('area', (d) => d.area, 'bonded-fields-missing'),
  listed('transport', (d) => d.transport, 'direct-fields-missing'),
  listed('voyage', (d) => d.voyage, 'direct-fields-missing'),
  listed('bill', (d) => d.bill, 'direct-fields-missing'),
  listed('gross', (d) => d.gross, 'weight-not-positive', 'net-over-gross'),
  listed('net', (d) => d.net, 'weight-not-positive', 'net-over-gross'),
  listed('packs', (d) => d.packs, 'packs-not-one'),
]

/** Names by which a rule calls the field that a list lacks. */
const specified: Partial<Record<ComparedField, string>> = {
  ...{ accountBook: 'emsNo', area: 'areaCode', transport: 'trafNo', voyage: 'voyageNo', bill: 'billNo' },
}

/**
 * The documents of an order field by field, under the rule that each field serves. What the rules found wrong is marked; what no document
 * has is left out.
 */
export function comparedRows(documents: readonly CustomsDocument[], mismatches: readonly Mismatch[]): ComparedRow[] {
  return fieldRules
    .map((rule) => rowOf(rule, documents, mismatches))
    .filter(({ cells, state }) => state !== 'alone' || cells.some((cell) => cell && (cell.text !== '' || cell.hidden)))
}

function rowOf(rule: FieldRule, documents: readonly CustomsDocument[], mismatches: readonly Mismatch[]): ComparedRow {
  const groups: string[] = []
  const cells = documents.map((document): ComparedCell | null => {
    if (!rule.kinds.includes(document.kind)) return null
    const [text, mark] = [rule.text(document), rule.mark?.(document)]
    const key = mark ?? (rule.number ? plainNumber(text) : text)
    if (key === '') return { text: '', same: 0, hidden: false }
    if (!groups.includes(key)) groups.push(key)
    return { text, same: groups.indexOf(key) + 1, hidden: text === '' }
  })
  return { field: rule.field, rule: rule.rule, state: stateOf(rule, cells, mismatches), cells }
}

function stateOf(
  rule: FieldRule,
  cells: readonly (ComparedCell | null)[],
  mismatches: readonly Mismatch[],
): ComparedRow['state'] {
  const found = mismatches.filter(
    ({ code, details }) => rule.codes.includes(code) && speaksOf(rule.field, code, details),
  )
  if (found.some(({ warns }) => !warns)) return 'differs'
  if (found.length > 0) return 'hint'
  return cells.filter((cell) => cell && cell.same > 0).length > 1 ? 'equal' : 'alone'
}

function speaksOf(field: ComparedField, code: ReasonCode, details: Record<string, string>): boolean {
  if (!code.endsWith('fields-missing')) return true
  return (details['fields'] ?? '').split(' ').includes(specified[field] ?? '')
}

/** Goods of order and list by their line numbers. */
export function comparedGoods(order: CustomsDocument | undefined, list: CustomsDocument | undefined): ComparedGoods[] {
  const side = (document: CustomsDocument | undefined) =>
    new Map(document?.goods.map(({ number, name, total }) => [number, { name, total }]))
  const [ordered, listedGoods] = [side(order), side(list)]
  const numbers = [...new Set([...ordered.keys(), ...listedGoods.keys()])]
  return numbers
    .toSorted((a, b) => Number(a) - Number(b))
    .map((line) => ({ line, order: ordered.get(line) ?? null, list: listedGoods.get(line) ?? null }))
}

function totalOf({ goods }: CustomsDocument): string {
  return goods.reduce((sum, { total }) => sum.plus(isNumber(total) ? total : 0), new Decimal(0)).toFixed()
}

const isNumber = (text: string) => /^[+-]?\d*\.?\d+$/.test(text)
const plainNumber = (text: string) => (isNumber(text) ? new Decimal(text).toFixed() : text)
