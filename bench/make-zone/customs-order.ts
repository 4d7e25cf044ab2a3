import { carriers, type Goods, goodsIn, goodsOut, type Platform, payer } from './customs-platforms.ts'
import { guidOf, type Said } from './customs-writing.ts'
import type { Random } from './random.ts'

export const kinds = ['order', 'payment', 'waybill', 'list'] as const
export type Kind = (typeof kinds)[number]

/** One order of the demonstration with the documents that were sent for it; a fault takes some away or changes what they say. */
export interface OrderSent {
  no: string
  day: string
  platform: Platform
  documents: Record<Kind, Said[]>
  /** goods lines of the order and of the list */
  orderLines: Said[]
  listLines: Said[]
}

/** An order whose documents agree. */
export function orderSent(platform: Platform, day: string, number: number, random: Random): OrderSent {
  const no = `${platform.prefix}${day.replaceAll('-', '').slice(2)}${String(number).padStart(5, '0')}`
  const goods = goodsOf(platform, random)
  const said = saidOf(platform, no, day, goods, random)
  return {
    ...{ no, day, platform },
    documents: {
      order: [{ ...said, guid: guidOf(`${no} order`), appTime: timeOf(day, 9 * 60 + random.below(600)) }],
      payment: [{ ...said, guid: guidOf(`${no} payment`), appTime: timeOf(day, 9 * 60 + random.below(600) + 4) }],
      waybill: [{ ...said, guid: guidOf(`${no} waybill`), appTime: timeOf(day, 19 * 60 + random.below(90)) }],
      list: [{ ...said, guid: guidOf(`${no} list`), appTime: timeOf(day, 20 * 60 + 40 + random.below(150)) }],
    },
    orderLines: goods.map((one, place) => lineOf(one, place, platform)),
    listLines: goods.map((one, place) => lineOf(one, place, platform)),
  }
}

/** `YYYYMMDDhhmmss`, minutes after midnight. */
export function timeOf(day: string, minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${day.replaceAll('-', '')}${two(Math.floor(minutes / 60))}${two(minutes % 60)}${two((minutes * 7) % 60)}`
}

type Bought = Goods & { pieces: number }

function goodsOf(platform: Platform, random: Random): Bought[] {
  const shelf = platform.trade === 'export' ? goodsOut : goodsIn
  const first = random.below(shelf.length)
  const lines = 1 + (random.below(5) === 0 ? 1 : 0)
  return Array.from({ length: lines }, (_, place) => ({
    ...shelf[(first + place) % shelf.length]!,
    pieces: 1 + random.below(2),
  }))
}

export const money = (cents: number) => (cents / 100).toFixed(2)
const kilos = (grams: number) => (grams / 1000).toFixed(3)

function saidOf(platform: Platform, no: string, day: string, goods: readonly Bought[], random: Random): Said {
  const value = goods.reduce((sum, { price, pieces }) => sum + price * pieces, 0)
  const [freight, discount] = [800 + random.below(5) * 100, random.below(3) === 0 ? 500 + random.below(6) * 100 : 0]
  const tax = Math.round(value * 0.112)
  const net = goods.reduce((sum, { grams, pieces }) => sum + grams * pieces, 0)
  const carrier = carriers[random.below(carriers.length)]!
  const bought = { value, freight, discount, tax, net, gross: net + 120 + random.below(80) }
  return {
    ...{ appType: '1', appStatus: '2', orderNo: no, ebpCode: platform.code, ebpName: platform.name },
    ...{ ebcCode: platform.seller.code, ebcName: platform.seller.name },
    ...{ payCode: payer.code, payName: payer.name, payTransactionId: `P${no}`, payNo: `P${no}` },
    ...{ logisticsCode: carrier.code, logisticsName: carrier.name, logisticsNo: `${carrier.prefix}${no}` },
    ...personOf(random),
    ...(platform.trade === 'export' ? exportHead(no, day, bought) : importHead(platform, no, day, bought)),
    ...{ grossWeight: kilos(bought.gross), weight: kilos(bought.gross), netWeight: kilos(net), packNo: '1' },
    goodsInfo: goods.map(({ name }) => name).join('、'),
  }
}

interface Amounts {
  value: number
  freight: number
  discount: number
  tax: number
}

function importHead(platform: Platform, no: string, day: string, { value, freight, discount, tax }: Amounts): Said {
  const paid = money(value + freight + tax - discount)
  const bonded = {
    tradeMode: '1210',
    trafMode: 'Y',
    country: '142',
    emsNo: 'H46DEM000001',
    areaCode: '41019DEM41',
    areaName: '演示综合保税区',
  }
  const direct = {
    tradeMode: '9610',
    trafMode: '5',
    country: '502',
    trafNo: 'CZ3083',
    voyageNo: `CZ3083${day.slice(5).replace('-', '')}`,
    billNo: `784-${no.slice(-8)}`,
  }
  return {
    ...{
      orderType: 'I',
      goodsValue: money(value),
      freight: money(freight),
      discount: money(discount),
      taxTotal: money(tax),
    },
    ...{ acturalPaid: paid, amountPaid: paid, currency: '142', payTime: timeOf(day, 18 * 60), insuredFee: '0' },
    ...{ copNo: `C${no}`, ieFlag: 'I', declTime: day.replaceAll('-', ''), customsCode: '4604', portCode: '4604' },
    ...{ assureCode: platform.seller.code, agentCode: '41019DEM51', agentName: '演示报关有限公司' },
    ...(platform.trade === 'bonded' ? bonded : direct),
  }
}

function exportHead(no: string, day: string, { value, freight }: Amounts): Said {
  return {
    ...{
      orderType: 'E',
      goodsValue: money(value),
      freight: money(freight),
      charge: money(value + freight),
      currency: '142',
    },
    ...{
      accountingDate: timeOf(day, 18 * 60),
      insuredFee: '0',
      copNo: `C${no}`,
      ieFlag: 'E',
      ieDate: day.replaceAll('-', ''),
    },
    ...{
      customsCode: '4604',
      portCode: '4604',
      statisticsFlag: 'A',
      agentCode: '41019DEM51',
      agentName: '演示报关有限公司',
    },
    ...{
      ownerCode: '41019DEM14',
      ownerName: '中原工贸出口（演示）有限公司',
      tradeMode: '9610',
      trafMode: '5',
      trafName: 'CZ3084',
    },
    ...{ voyageNo: 'CZ3084', billNo: `784-${no.slice(-8)}`, country: '502', POD: '502', fCurrency: '142', fFlag: '3' },
    ...{ iCurrency: '142', iFlag: '3', wrapType: '2' },
  }
}

/** Nobody: names are counting words, and the identity number's last character is never the right one. */
function personOf(random: Random): Said {
  const name = `${'甲乙丙丁戊己庚辛壬癸'[random.below(10)]}${'一二三四五六七八九'[random.below(9)]}`
  const number = wrongCard(
    `41010119${70 + random.below(30)}0${1 + random.below(9)}${10 + random.below(18)}${100 + random.below(900)}`,
  )
  const telephone = `1990000${String(random.below(10_000)).padStart(4, '0')}`
  const address = `河南省郑州市演示路${1 + random.below(200)}号`
  return {
    ...{
      buyerName: name,
      buyerTelephone: telephone,
      buyerIdType: '1',
      buyerIdNumber: number,
      buyerRegNo: `U${number.slice(-7)}`,
    },
    ...{ payerName: name, payerIdType: '1', payerIdNumber: number },
    ...{ consignee: name, consigneeTelephone: telephone, consigneeAddress: address },
  }
}

/** Seventeen digits with a check character that GB 11643 does not give them. */
function wrongCard(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return digits + '10X98765432'[(sum + 5) % 11]!
}

function lineOf(
  { name, model, code, price, pieces, country, grams }: Bought,
  place: number,
  { trade }: Platform,
): Said {
  return {
    ...{
      gnum: String(place + 1),
      itemNo: `G${code.slice(0, 6)}`,
      itemName: name,
      gname: name,
      gmodel: model,
      gcode: code,
    },
    ...{
      unit: '011',
      qty: String(pieces),
      price: money(price),
      totalPrice: money(price * pieces),
      currency: '142',
      country,
    },
    ...{ qty1: kilos(grams * pieces), unit1: '035', barCode: '无' },
    ...(trade === 'bonded' ? { itemRecordNo: `R${code}` } : {}),
  }
}
