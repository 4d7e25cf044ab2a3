/** Messages of our own making for tests and load: one order of an invented platform with the documents that belong to it. */

const guid = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94'

type Fields = Record<string, string>

const written = (fields: Fields) =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')

const envelope = `<BaseTransfer>${written({ copCode: '4101980001', copName: '示范传输企业', dxpMode: 'DXP', dxpId: 'DXPENT0000000001' })}</BaseTransfer>`

const signature =
  '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>c2lnbmVk</SignatureValue></Signature>'

function message(number: string, documents: readonly string[], behind = ''): string {
  const root = `CEB${number}Message`
  return `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="http://www.chinaport.gov.cn/ceb" guid="${guid}" version="1.0">${documents.join('')}${envelope}${behind}</${root}>`
}

const sent = { guid, appType: '1', appTime: '20180628101500', appStatus: '2' }
const platform = { ebpCode: '4101960001', ebpName: '中原示范平台有限公司' }
const seller = { ebcCode: '4101960002', ebcName: '中原示范电商有限公司' }
const buyer = { buyerIdType: '1', buyerIdNumber: '41010119900101001X', buyerName: '示范甲' }
const consignee = { consignee: '示范甲', consigneeTelephone: '13800000000', consigneeAddress: '示范市示范路1号' }

/** The four import documents of an order, each with what differs from the consistent case. */
export interface OrderMade {
  no: string
  order?: Fields
  orderLine?: Fields
  payment?: Fields
  waybill?: Fields
  list?: Fields
  listLine?: Fields
}

export const orderMessage = (orders: readonly OrderMade[]) => message('311', orders.map(orderOf))
export const paymentMessage = (orders: readonly OrderMade[]) => message('411', orders.map(paymentOf))
export const waybillMessage = (orders: readonly OrderMade[]) => message('511', orders.map(waybillOf))
export const listMessage = (orders: readonly OrderMade[]) => message('621', orders.map(listOf), signature)

function orderOf({ no, order, orderLine }: OrderMade): string {
  const head = {
    ...{ ...sent, orderType: 'I', orderNo: no, ...platform, ...seller },
    ...{ goodsValue: '200', freight: '10', discount: '5', taxTotal: '18.2', acturalPaid: '223.2', currency: '142' },
    ...{ buyerRegNo: 'R1', buyerName: buyer.buyerName, buyerTelephone: '13800000000' },
    ...{ buyerIdType: '1', buyerIdNumber: buyer.buyerIdNumber },
    ...{ payCode: '4101960003', payName: '示范支付', payTransactionId: `T-${no}`, ...consignee, ...order },
  }
  const line = {
    ...{ gnum: '1', itemNo: 'A1', itemName: '奶粉', gmodel: '900g', unit: '011', qty: '2', price: '100' },
    ...{ totalPrice: '200', currency: '142', country: '601', ...orderLine },
  }
  return `<Order><OrderHead>${written(head)}</OrderHead><OrderList>${written(line)}</OrderList></Order>`
}

function paymentOf({ no, payment }: OrderMade): string {
  const head = {
    ...{ ...sent, payCode: '4101960003', payName: '示范支付', payTransactionId: `T-${no}`, orderNo: no, ...platform },
    ...{ payerIdType: '1', payerIdNumber: buyer.buyerIdNumber, payerName: buyer.buyerName, telephone: '13800000000' },
    ...{ amountPaid: '223.2', currency: '142', payTime: '20180628101455', ...payment },
  }
  return `<Payment><PaymentHead>${written(head)}</PaymentHead></Payment>`
}

function waybillOf({ no, waybill }: OrderMade): string {
  const head = {
    ...{ ...sent, logisticsCode: '4101960004', logisticsName: '示范物流', logisticsNo: `W-${no}`, orderNo: no },
    ...{ freight: '10', insuredFee: '0', currency: '142', weight: '2.1', packNo: '1', goodsInfo: '奶粉' },
    ...{ ...consignee, ...waybill },
  }
  const { consigneeAddress, consigneeTelephone, ...rest } = head
  return `<Logistics><LogisticsHead>${written({ ...rest, consigneeAddress, consigneeTelephone })}</LogisticsHead></Logistics>`
}

function listOf({ no, list, listLine }: OrderMade): string {
  const head = {
    ...{ ...sent, orderNo: no, ...platform, ...seller, logisticsNo: `W-${no}`, logisticsCode: '4101960004' },
    ...{ logisticsName: '示范物流', copNo: `C-${no}`, assureCode: '4101960002', emsNo: 'H46010000001', ieFlag: 'I' },
    ...{ declTime: '20180628', customsCode: '4604', portCode: '4604', ...buyer, buyerTelephone: '13800000000' },
    ...{ consigneeAddress: consignee.consigneeAddress, agentCode: '4101960005', agentName: '示范报关' },
    ...{
      areaCode: '4101960006',
      areaName: '示范综保区',
      tradeMode: '1210',
      trafMode: 'Y',
      country: '142',
      freight: '10',
    },
    ...{ insuredFee: '0', currency: '142', packNo: '1', grossWeight: '2.1', netWeight: '1.8', ...list },
  }
  const line = {
    ...{
      gnum: '1',
      itemRecordNo: 'B1',
      itemNo: 'A1',
      itemName: '奶粉',
      gcode: '1901101000',
      gname: '奶粉',
      gmodel: '900g',
    },
    ...{ country: '601', currency: '142', qty: '2', unit: '011', qty1: '1.8', unit1: '035', price: '100' },
    ...{ totalPrice: '200', ...listLine },
  }
  return `<Inventory><InventoryHead>${written(head)}</InventoryHead><InventoryList>${written(line)}</InventoryList></Inventory>`
}
