import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Agreement, agreementOf } from './agreement.ts'
import { blank, type CustomsDocument } from './document.ts'
import { matchOrder } from './match-rules.ts'

const secret = 'a secret of thirty-two bytes or more'
const order: CustomsDocument = {
  ...blank,
  ...{ kind: 'order', flow: 'import', sentAt: '20180628101500', platform: 'P', platformName: '平台', orderNo: 'O' },
  ...{ seller: 'S', sellerName: '商家', payer: 'Y', transactionNo: 'T' },
  ...{ goodsValue: '200', freight: '10', discount: '5', tax: '18.2', paid: '223.2', currency: '142', idType: '1' },
  ...{ buyerMark: 'b', buyerNameMark: 'n', consigneeMark: 'c', telephoneMark: 't', addressMark: 'a' },
  goods: [{ number: '1', name: '奶粉', total: '200' }],
}
const payment: CustomsDocument = { ...order, kind: 'payment', sellerName: '', goods: [] }
const waybill: CustomsDocument = {
  ...{ ...blank, kind: 'waybill', flow: 'import', orderNo: 'O', carrier: 'K', waybillNo: 'W', gross: '2', packs: '1' },
  ...{ consigneeMark: 'c', telephoneMark: 't', addressMark: 'a' },
}
const list: CustomsDocument = {
  ...{ ...order, kind: 'list', paid: '', carrier: 'K', waybillNo: 'W', mode: '1210', accountBook: 'E', area: 'A' },
  ...{ gross: '2', net: '1.8', packs: '1', copNo: 'C' },
}

const cancelsOut = (agreements: readonly Agreement[]) => {
  if (agreements.some(({ agree }) => agree === null)) return false
  const all = agreements.reduce((sum, { agree }) => sum ^ BigInt(agree!), 0n)
  return all === 0n || agreements.some(({ agreeUnnamed }) => agreeUnnamed !== null && BigInt(agreeUnnamed) === all)
}
const clean = (documents: readonly CustomsDocument[]) =>
  cancelsOut(documents.map((document) => agreementOf(document, secret)))

const matched = (o: CustomsDocument, p: CustomsDocument, w: CustomsDocument, l: CustomsDocument) =>
  matchOrder({ order: o, payments: [p], waybills: [w], lists: [l], paidUnder: null, cancelled: [], yearly: null })

test('documents that agree cancel out, however amounts are written, and where the order names no transaction', () => {
  expect(matched(order, payment, waybill, list)).toEqual({ state: 'matched', mismatches: [] })
  expect(clean([order, payment, waybill, list])).toBe(true)
  expect(clean([order, { ...payment, paid: '223.20' }, waybill, list])).toBe(true)
  expect(clean([{ ...order, payer: '', transactionNo: '' }, payment, waybill, list])).toBe(true)
  expect(clean([order, { ...payment, transactionNo: 'other' }, waybill, list])).toBe(false)
})

/** One document with up to three fields changed to something that others may say too. */
const changed = (document: CustomsDocument) => {
  const values: Partial<Record<keyof CustomsDocument, readonly unknown[]>> = {
    ...{ platformName: ['', '平台 '], sellerName: ['', '商'], payer: ['', 'Z'], transactionNo: ['', 'U'] },
    ...{ goodsValue: ['200.00', '', '6000'], freight: ['0', ''], paid: ['223.20', '', '213.2', '6023.2'] },
    ...{ currency: ['', '502'], idType: ['', '2'], buyerMark: ['', 'd'], buyerNameMark: ['', 'm'], idSmall: [true] },
    ...{ consigneeMark: ['', 'e'], telephoneMark: ['', 'u'], addressMark: ['', 'f'], carrier: ['', 'L'] },
    ...{ waybillNo: ['', 'V'], mode: ['9610', ''], accountBook: [''], recordsMissing: [true] },
    ...{ packs: ['', '2', '1.0'], gross: ['0', '1', '2.0'], net: ['3', '2'], platform: ['', 'Q'], orderNo: ['', 'N'] },
    goods: [
      [],
      [{ number: '2', name: '奶粉', total: '200' }],
      [{ number: '1', name: '奶粉 ', total: '200' }],
      [
        { number: '1', name: '奶粉', total: '6000' },
        { number: '2', name: '奶', total: '0' },
      ],
    ],
  }
  const change = fc
    .constantFrom(...(Object.keys(values) as (keyof CustomsDocument)[]))
    .chain((field) => fc.constantFrom(...values[field]!).map((value) => ({ [field]: value })))
  return fc
    .array(change, { maxLength: 3 })
    .map((changes) => Object.assign({ ...document }, ...changes) as CustomsDocument)
}

test('what cancels out is what the rules hold for matched, without a word to tell', () => {
  let times = 0
  fc.assert(
    fc.property(fc.tuple(changed(order), changed(payment), changed(waybill), changed(list)), ([o, p, w, l]) => {
      // Only documents under one order number are ever put together.
      const [orderNo] = [o.orderNo]
      if ([p, w, l].some((one) => one.orderNo !== orderNo)) return
      if (!clean([o, p, w, l])) return
      times += 1
      expect(matched(o, p, w, l)).toEqual({ state: 'matched', mismatches: [] })
    }),
    { numRuns: 4000, seed: 2018 },
  )
  expect(times).toBeGreaterThan(50)
})

const exported = { flow: 'export' as const, ...{ buyerMark: '', buyerNameMark: '', idType: '' } }
const soldOrder = {
  ...order,
  ...exported,
  payer: '',
  transactionNo: '',
  consigneeMark: '',
  telephoneMark: '',
  addressMark: '',
  paid: '',
}
const soldReceipt = { ...payment, ...exported, sellerName: '商家' }
const soldWaybill = { ...waybill, ...exported, orderNo: '' }
const soldList = { ...list, ...exported, mode: '9610', accountBook: '' }

test('exports that agree cancel out, and only they', () => {
  expect(clean([soldOrder, soldReceipt, soldList])).toBe(true)
  expect(matched(soldOrder, soldReceipt, soldWaybill, soldList)).toEqual({ state: 'matched', mismatches: [] })
  let times = 0
  fc.assert(
    fc.property(fc.tuple(changed(soldOrder), changed(soldReceipt), changed(soldList)), ([o, p, l]) => {
      if (p.orderNo !== o.orderNo || l.orderNo !== o.orderNo || !clean([o, p, l])) return
      times += 1
      // The waybill that the list names, whatever else it says.
      const found = { ...soldWaybill, carrier: l.carrier, waybillNo: l.waybillNo }
      expect(matched(o, p, found, l)).toEqual({ state: 'matched', mismatches: [] })
    }),
    { numRuns: 4000, seed: 2018 },
  )
  expect(times).toBeGreaterThan(50)
})

test('one change in one document that the rules tell never cancels out', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom(0, 1, 2, 3)
        .chain((place) => changed([order, payment, waybill, list][place]!).map((one) => [place, one] as const)),
      ([place, one]) => {
        const four = [order, payment, waybill, list].with(place, one) as [
          CustomsDocument,
          CustomsDocument,
          CustomsDocument,
          CustomsDocument,
        ]
        if (matched(...four).mismatches.length > 0) expect(clean(four)).toBe(false)
      },
    ),
    { numRuns: 2000, seed: 2018 },
  )
})
