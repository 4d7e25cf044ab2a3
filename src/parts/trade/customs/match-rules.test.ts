import { describe, expect, test } from 'vitest'
import { blank, type CustomsDocument } from './document.ts'
import { type Gathered, matchOrder } from './match-rules.ts'
import { numberHint } from './near-miss.ts'
import { reasonSaid } from './reason-said.ts'
import { type Hint, type ReasonCode, reasonCodes } from './reasons.ts'

type Change = Partial<CustomsDocument>
interface Changes {
  order?: Change
  payments?: Change[]
  waybills?: Change[]
  list?: Change
  paidUnder?: string
  yearly?: Gathered['yearly']
}

const order: CustomsDocument = {
  ...{ ...blank, kind: 'order', flow: 'import', sentAt: '20180628101500', platform: 'P', orderNo: 'O' },
  ...{
    platformName: '中原示范电子商务有限公司',
    seller: 'S',
    sellerName: '示范商贸',
    payer: 'Y',
    transactionNo: 'ZF20180628001',
  },
  ...{
    goodsValue: '200',
    freight: '10',
    discount: '5',
    tax: '18.2',
    insured: '2',
    paid: '225.2',
    currency: '142',
    idType: '1',
  },
  ...{ buyerMark: 'b', buyerNameMark: 'n', consigneeMark: 'c', telephoneMark: 't', addressMark: 'a' },
  goods: [{ number: '1', name: '奶粉', total: '200' }],
}
const payment: CustomsDocument = { ...order, kind: 'payment', sellerName: '', goods: [] }
const waybill: CustomsDocument = {
  ...{ ...blank, kind: 'waybill', flow: 'import', orderNo: 'O', carrier: 'K', waybillNo: 'YD20180001234', gross: '2' },
  ...{ consigneeMark: 'c', telephoneMark: 't', addressMark: 'a' },
}
const list: CustomsDocument = {
  ...{
    ...order,
    kind: 'list',
    paid: '',
    carrier: 'K',
    waybillNo: 'YD20180001234',
    mode: '1210',
    accountBook: 'E',
    area: 'A',
  },
  ...{ gross: '2', net: '1.8', packs: '1' },
}

/** The order with what differs from the case that agrees; 225.2 = 200 + 10 + 18.2 − 5 + 2 holds with the insurance in the freight. */
const consistent = { ...order, freight: '12' }

function found({ order: ofOrder, payments = [{}], waybills = [{}], list: ofList, paidUnder, yearly }: Changes) {
  return matchOrder({
    order: { ...consistent, ...ofOrder },
    payments: payments.map((change) => ({ ...payment, ...change })),
    waybills: waybills.map((change) => ({ ...waybill, ...change })),
    lists: [{ ...list, ...ofList }],
    ...{ paidUnder: paidUnder ?? null, cancelled: [], yearly: yearly ?? null },
  })
}

test('documents that agree match without a word', () => {
  expect(found({})).toEqual({ state: 'matched', mismatches: [] })
})

describe('near misses that people lose days on are told for what they are', () => {
  test.each<[string, Changes, ReasonCode, Hint | undefined, RegExp]>([
    [
      'a payment retried under another order',
      { payments: [], paidUnder: 'O-1' },
      'payment-under-other-order',
      'retried',
      /O-1/,
    ],
    [
      'a payment retried within the order',
      {
        payments: [
          { transactionNo: 'A', paid: '1' },
          { transactionNo: 'B', paid: '7' },
        ],
      },
      'transaction-differs',
      'retried',
      /重试/,
    ],
    [
      'a payment in two parts',
      { payments: [{ paid: '200' }, { paid: '25.2', transactionNo: 'second' }] },
      'paid-differs',
      'split',
      /加起来正好/,
    ],
    ['a part of the payment', { payments: [{ paid: '100' }] }, 'paid-differs', 'partial', /一部分/],
    ['the tax left out', { payments: [{ paid: '207' }] }, 'paid-differs', 'tax', /税款/],
    ['the discount left out', { payments: [{ paid: '230.2' }] }, 'paid-differs', 'discount', /优惠/],
    ['the freight left out', { payments: [{ paid: '213.2' }] }, 'paid-differs', 'freight', /运/],
    ['the insurance left out', { payments: [{ paid: '223.2' }] }, 'paid-differs', 'insurance', /保费/],
    ['one fen', { payments: [{ paid: '225.21' }] }, 'paid-differs', 'rounding', /一分/],
    [
      'a sum that forgets the tax',
      { order: { paid: '207' }, payments: [{ paid: '207' }] },
      'sum-of-paid',
      'tax',
      /税款/,
    ],
    [
      'a platform with a blank',
      { payments: [{ platformName: '中原示范电子商务 有限公司' }] },
      'platform-name-differs',
      'spelling',
      /空格/,
    ],
    [
      'a platform in full width',
      { order: { platformName: 'ＡＢ平台' }, payments: [{ platformName: 'AB平台' }], list: { platformName: 'AB平台' } },
      'platform-name-differs',
      'spelling',
      /全角/,
    ],
    [
      'another form of company',
      { list: { platformName: '中原示范电子商务有限责任公司' } },
      'platform-name-differs',
      'company-form',
      /有限责任公司/,
    ],
    [
      'traditional characters',
      { list: { platformName: '中原示範電子商務有限公司' } },
      'platform-name-differs',
      'traditional',
      /繁体/,
    ],
    ['another platform', { list: { platformName: '江南示范平台' } }, 'platform-name-differs', undefined, /江南/],
    [
      'two digits of the waybill swapped',
      { list: { waybillNo: 'YD20180001243' } },
      'waybill-number-differs',
      'digits-swapped',
      /颠倒/,
    ],
    [
      'one digit of the waybill',
      { list: { waybillNo: 'YD20180001235' } },
      'waybill-number-differs',
      'one-digit',
      /一位/,
    ],
    [
      'one digit of the transaction',
      { payments: [{ transactionNo: 'ZF2018062800' }] },
      'transaction-differs',
      'one-digit',
      /一位/,
    ],
    [
      'a mistyped identity number',
      { payments: [{ buyerMark: 'other', idFault: 'check' }] },
      'buyer-number-differs',
      'check-digit',
      /校验/,
    ],
    ['the x of an identity number', { list: { idSmall: true } }, 'buyer-number-case', undefined, /大小写|小写/],
    [
      'an order in two parcels',
      { waybills: [{ gross: '1.2' }, { gross: '0.8', waybillNo: 'W2' }] },
      'packs-not-one',
      'split',
      /加起来/,
    ],
    [
      'goods in full width',
      { list: { goods: [{ number: '1', name: '奶 粉', total: '200' }] } },
      'goods-names-differ',
      'spelling',
      /空格/,
    ],
    [
      'a year over its limit',
      { yearly: { year: '2018', limit: '20000', spent: '20100', value: '212' } },
      'person-over-yearly-limit',
      undefined,
      /20100|20000/,
    ],
  ])('%s', (_, changes, code, hint, words) => {
    const mismatch = found(changes).mismatches.find((one) => one.code === code)
    expect(mismatch, `${code} among ${JSON.stringify(found(changes))}`).toBeDefined()
    expect(mismatch!.hint).toBe(hint)
    const said = reasonSaid(mismatch!, 'zh')
    expect(`${said.told} ${said.hint}`).toMatch(words)
    expect(said.cure).not.toBe('')
    expect(reasonSaid(mismatch!, 'en').cure).not.toBe('')
    expect(Object.values(reasonSaid(mismatch!, 'zh')).join()).not.toMatch(/\{\w+\}/)
  })

  test('a mistyped number names the document, and never the number', () => {
    const [mismatch] = found({
      payments: [{ buyerMark: 'other', idFault: 'check', buyerShown: '示* 4101**********0018' }],
    }).mismatches
    expect(mismatch).toEqual({
      code: 'buyer-number-differs',
      rule: 'M4',
      details: { where: 'payment' },
      hint: 'check-digit',
    })
  })
})

test('the numbers of two parcels that merely look alike are no near miss', () => {
  expect(numberHint('YD1234', 'YD4321')).toBeUndefined()
  expect(numberHint('YD1234', 'YD123456')).toBeUndefined()
  expect(numberHint('', 'YD1')).toBeUndefined()
})

test('every reason has words', () => {
  for (const code of reasonCodes) {
    const said = reasonSaid({ code, rule: 'M1', details: {} }, 'zh')
    expect([said.short, said.told, said.cure].every((text) => text.length > 1)).toBe(true)
  }
})
