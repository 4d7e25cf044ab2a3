import type { Words } from '#web/locale.tsx'
import type { ComparedColumn, ComparedField, DocumentVersion } from '../customs/order-shapes.ts'

/** What each rule of the match asks for. */
export const ruleWords: Record<string, Words> = {
  M1: { zh: '同一个订单、同一个包裹', en: 'One order, one parcel' },
  M2: { zh: '实付＝商品＋运杂费＋税款－优惠', en: 'Paid = goods + freight + tax − discount' },
  M3: { zh: '订的和付的一致', en: 'What was ordered is what was paid' },
  M4: { zh: '订购人就是支付人', en: 'The buyer is the payer' },
  M5: { zh: '收货人一致', en: 'One consignee' },
  M6: { zh: '商品逐行一致', en: 'The same goods, line by line' },
  M7: { zh: '企业名称一字不差', en: 'Names spelled alike' },
  M8: { zh: '清单要件齐全', en: 'The list is complete' },
  M9: { zh: '重量和件数合理', en: 'Weights and parcels make sense' },
  M10: { zh: '限值和税款', en: 'Limits and tax' },
}

export const comparedWords: Record<ComparedField, Words> = {
  platform: { zh: '平台代码', en: 'Platform code' },
  orderNo: { zh: '订单编号', en: 'Order number' },
  carrier: { zh: '物流企业代码', en: 'Carrier code' },
  waybillNo: { zh: '运单编号', en: 'Waybill number' },
  goodsValue: { zh: '商品金额', en: 'Goods' },
  freight: { zh: '运杂费', en: 'Freight' },
  tax: { zh: '税款', en: 'Tax' },
  discount: { zh: '优惠', en: 'Discount' },
  paid: { zh: '实付', en: 'Paid' },
  transactionNo: { zh: '支付流水号', en: 'Transaction' },
  payer: { zh: '支付企业代码', en: 'Payment company' },
  currency: { zh: '币制', en: 'Currency' },
  buyerName: { zh: '订购人姓名', en: 'Buyer’s name' },
  buyerNumber: { zh: '订购人证件号', en: 'Buyer’s number' },
  idType: { zh: '证件类型', en: 'Type of document' },
  consignee: { zh: '收货人', en: 'Consignee' },
  telephone: { zh: '收货电话', en: 'Telephone' },
  address: { zh: '收货地址', en: 'Address' },
  lines: { zh: '商品行序号', en: 'Line numbers' },
  goodsTotal: { zh: '各行合计', en: 'Sum of the lines' },
  platformName: { zh: '平台名称', en: 'Platform’s name' },
  sellerName: { zh: '电商企业名称', en: 'Seller’s name' },
  mode: { zh: '监管方式', en: 'Customs mode' },
  accountBook: { zh: '账册编号', en: 'Account book' },
  area: { zh: '区内企业代码', en: 'Area code' },
  transport: { zh: '运输工具', en: 'Transport' },
  voyage: { zh: '航班航次号', en: 'Voyage' },
  bill: { zh: '提运单号', en: 'Bill' },
  gross: { zh: '毛重（千克）', en: 'Gross weight (kg)' },
  net: { zh: '净重（千克）', en: 'Net weight (kg)' },
  packs: { zh: '件数', en: 'Parcels' },
}

/** Fields of a document that stand in no row of the comparison. */
const otherFields: Record<string, Words> = {
  kind: { zh: '单证类型', en: 'Kind' },
  flow: { zh: '进出口', en: 'Flow' },
  seller: { zh: '电商企业代码', en: 'Seller’s code' },
  insured: { zh: '保费', en: 'Insurance' },
  buyerMark: { zh: '订购人证件号', en: 'Buyer’s number' },
  buyerNameMark: { zh: '订购人姓名', en: 'Buyer’s name' },
  consigneeMark: { zh: '收货人', en: 'Consignee' },
  telephoneMark: { zh: '收货电话', en: 'Telephone' },
  addressMark: { zh: '收货地址', en: 'Address' },
  copNo: { zh: '企业内部编号', en: 'Own number' },
  listNo: { zh: '清单编号', en: 'List number' },
  goods: { zh: '商品', en: 'Goods' },
  recordsMissing: { zh: '备案料号', en: 'Record numbers' },
}

export const fieldWords = (field: string): Words =>
  comparedWords[field as ComparedField] ?? otherFields[field] ?? { zh: '其他内容', en: 'other content' }

type Kind = ComparedColumn['kind']
type Flow = 'import' | 'export'

export const kindTitles: Record<Kind, Record<Flow, Words>> = {
  order: { import: { zh: '订单', en: 'Order' }, export: { zh: '订单', en: 'Order' } },
  payment: { import: { zh: '支付单', en: 'Payment' }, export: { zh: '收款单', en: 'Receipt of payment' } },
  waybill: { import: { zh: '运单', en: 'Waybill' }, export: { zh: '运单', en: 'Waybill' } },
  list: { import: { zh: '清单', en: 'List' }, export: { zh: '清单', en: 'List' } },
}

/** Who sends a document that has not come, and in which message. */
export const awaited: Record<Kind, Record<Flow, Words>> = {
  order: {
    import: { zh: '等电商平台报送 CEB311', en: 'awaiting CEB311 from the platform' },
    export: { zh: '等电商平台报送 CEB303', en: 'awaiting CEB303 from the platform' },
  },
  payment: {
    import: { zh: '等支付企业报送 CEB411', en: 'awaiting CEB411 from the payment company' },
    export: { zh: '等收款方报送 CEB403', en: 'awaiting CEB403 from the payee' },
  },
  waybill: {
    import: { zh: '等物流企业报送 CEB511', en: 'awaiting CEB511 from the carrier' },
    export: { zh: '等物流企业报送 CEB505', en: 'awaiting CEB505 from the carrier' },
  },
  list: {
    import: { zh: '等申报企业报送 CEB621', en: 'awaiting CEB621 from the declarant' },
    export: { zh: '等申报企业报送 CEB603', en: 'awaiting CEB603 from the declarant' },
  },
}

export const deedWords: Record<DocumentVersion['deed'], Words> = {
  new: { zh: '新增', en: 'New' },
  change: { zh: '变更', en: 'Changed' },
  delete: { zh: '删除', en: 'Deleted' },
  cancelled: { zh: '撤销', en: 'Cancelled' },
  refused: { zh: '未接收', en: 'Not taken' },
}

export const refusalWords = {
  'number-taken': {
    zh: '编号已被另一份内容不同的单证占用；要改内容请用变更报文（appType=2）',
    en: 'The number is taken by another document; send a change (appType 2) to alter that one',
  },
  'nothing-to-delete': { zh: '要删除的单证不存在', en: 'There is no such document to delete' },
} as const

/** `20180628101500` as people write a moment; what is no such number stands as it came. */
export function senderTime(text: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text) ?? []
  return year ? `${year}-${month}-${day} ${hour}:${minute}` : text
}
