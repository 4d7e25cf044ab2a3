import type { Flow } from '../ceb/schema.ts'

export const documentKinds = ['order', 'payment', 'waybill', 'list'] as const
/** The documents of the three-document match: order, payment, waybill, and the list that customs compares with them. */
export type DocumentKind = (typeof documentKinds)[number]

/** One line of goods, as far as order and list are compared by it. */
export interface GoodsLine {
  number: string
  name: string
  total: string
  /** ten digits, of a list's line */
  code?: string
}

/**
 * What a customs document says, in the fields that the match reads; empty where the kind or the document has none. Persons appear
 * as marks (keyed digests, equal for equal persons) and as a masked text for the eye; what was written of them is not kept.
 */
export interface CustomsDocument {
  kind: DocumentKind
  flow: Flow
  /** 1 new, 2 change, 3 delete */
  deed: string
  /** `YYYYMMDDhhmmss` as the sender wrote it */
  sentAt: string
  /** the platform and its order: what joins the documents */
  platform: string
  platformName: string
  orderNo: string
  seller: string
  sellerName: string
  carrier: string
  waybillNo: string
  payer: string
  transactionNo: string
  /** decimals as written; empty where the document has none */
  goodsValue: string
  freight: string
  discount: string
  tax: string
  insured: string
  paid: string
  currency: string
  idType: string
  /** what is wrong of the buyer's identity number by itself: its check digit, or its form; and whether its x is a small one */
  idFault: '' | 'check' | 'form'
  idSmall: boolean
  buyerMark: string
  buyerNameMark: string
  buyerShown: string
  consigneeMark: string
  telephoneMark: string
  addressMark: string
  /** of a list: the sender's own number, and the one that customs gave */
  copNo: string
  listNo: string
  mode: string
  accountBook: string
  area: string
  transport: string
  voyage: string
  bill: string
  packs: string
  gross: string
  net: string
  recordsMissing: boolean
  goods: GoodsLine[]
}

/** A document that says nothing: what is not kept of one reads as empty. */
export const blank: CustomsDocument = {
  ...{ kind: 'order', flow: 'import', deed: '', sentAt: '' },
  ...{ platform: '', platformName: '', orderNo: '', seller: '', sellerName: '' },
  ...{ carrier: '', waybillNo: '', payer: '', transactionNo: '' },
  ...{ goodsValue: '', freight: '', discount: '', tax: '', insured: '', paid: '', currency: '' },
  ...{ idType: '', idFault: '', idSmall: false, buyerMark: '', buyerNameMark: '', buyerShown: '' },
  ...{ consigneeMark: '', telephoneMark: '', addressMark: '' },
  ...{ copNo: '', listNo: '', mode: '', accountBook: '', area: '', transport: '', voyage: '', bill: '' },
  ...{ packs: '', gross: '', net: '', recordsMissing: false, goods: [] },
}
