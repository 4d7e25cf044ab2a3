import { blank, type CustomsDocument } from '#parts/trade/customs/document.ts'

/** One invented order in twenty does not match, each in one of the ways that the rules tell. */
const everyOdd = 20

/** The order, payment, waybill and list of the order with this number, as the register takes them in. Equal numbers make equal documents. */
export function documentsOf(number: number): CustomsDocument[] {
  const day = String((number % 28) + 1).padStart(2, '0')
  const sentAt = `201806${day}101500`
  const platform = `41019600${String(number % 30).padStart(2, '0')}`
  const platformName = `示范平台${number % 30}有限公司`
  const orderNo = `DD2018${String(number).padStart(12, '0')}`
  const goodsValue = (100 + (number % 400)).toString()
  const tax = ((100 + (number % 400)) * 0.112).toFixed(2)
  const paid = (Number(goodsValue) + 10 + Number(tax)).toFixed(2)
  const joined = { flow: 'import' as const, deed: '1', sentAt, orderNo, currency: '142' }
  const person = markOf(number % 400_000)
  const buyer = { idType: '1', buyerMark: person, buyerNameMark: person, buyerShown: '示** 4101**********001X' }
  const consignee = { consigneeMark: person, telephoneMark: person, addressMark: person }
  const goods = [{ number: '1', name: '婴儿配方奶粉', total: goodsValue }]
  const named = { platform, platformName, seller: '4101960002', sellerName: '示范电商有限公司' }
  const carried = { carrier: '4101960004', waybillNo: `YD${String(number).padStart(13, '0')}` }
  const pays = { payer: '4101960003', transactionNo: `ZF2018${String(number).padStart(16, '0')}` }
  const { paid: odd, ...oddList } = oddOf(number)
  return [
    {
      ...blank,
      ...joined,
      ...named,
      ...pays,
      ...buyer,
      ...consignee,
      kind: 'order',
      goodsValue,
      freight: '10',
      discount: '0',
      tax,
      paid,
      goods,
    },
    { ...blank, ...joined, platform, platformName, ...pays, ...buyer, kind: 'payment', paid: odd ?? paid },
    {
      ...blank,
      ...joined,
      ...carried,
      ...consignee,
      kind: 'waybill',
      freight: '10',
      insured: '0',
      packs: '1',
      gross: '2.1',
    },
    {
      ...{ ...blank, ...joined, ...named, ...carried, ...buyer, kind: 'list', copNo: `QD${number}`, mode: '1210' },
      ...{
        accountBook: 'H46010000001',
        area: '4101960006',
        freight: '10',
        insured: '0',
        packs: '1',
        gross: '2.1',
        net: '1.8',
        goods,
      },
      ...oddList,
    },
  ]
}

function oddOf(number: number): Partial<CustomsDocument> {
  if (number % everyOdd !== 0) return {}
  const odd: Partial<CustomsDocument>[] = [
    { paid: '100.00' },
    { platformName: '示范平台有限责任公司' },
    { buyerMark: markOf(number + 1) },
    { net: '9' },
    { goods: [{ number: '2', name: '婴儿配方奶粉', total: '100' }] },
  ]
  return odd[(number / everyOdd) % odd.length]!
}

/** As long and as various as a real mark. */
function markOf(person: number): string {
  return Buffer.from(`person-${String(person).padStart(8, '0')}`)
    .toString('base64url')
    .slice(0, 22)
}
