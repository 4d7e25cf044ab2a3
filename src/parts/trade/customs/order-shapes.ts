import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { MismatchShape } from './match-shapes.ts'

const Flow = z.enum(['import', 'export'])
const Kind = z.enum(['order', 'payment', 'waybill', 'list'])

/** Fields of the comparison, in the order of the rules that they serve. */
export const comparedFields = [
  ...(['platform', 'orderNo', 'carrier', 'waybillNo'] as const),
  ...(['goodsValue', 'freight', 'tax', 'discount', 'paid'] as const),
  ...(['transactionNo', 'payer', 'currency'] as const),
  ...(['buyerName', 'buyerNumber', 'idType'] as const),
  ...(['consignee', 'telephone', 'address'] as const),
  ...(['lines', 'goodsTotal'] as const),
  ...(['platformName', 'sellerName'] as const),
  ...(['mode', 'accountBook', 'area', 'transport', 'voyage', 'bill'] as const),
  ...(['gross', 'net', 'packs'] as const),
] as const
export type ComparedField = (typeof comparedFields)[number]

const Cell = z.object({
  /** as written; of persons masked, or empty where nothing of the words is kept */
  text: z.string(),
  /** cells of a row with one number say the same; from 1 */
  same: z.number(),
  /** nothing but the likeness is kept */
  hidden: z.boolean(),
})
export type ComparedCell = z.output<typeof Cell>

const Row = z.object({
  field: z.enum(comparedFields),
  rule: z.string(),
  state: z.enum(['equal', 'differs', 'hint', 'alone']),
  /** one a column; null where the document has no such field */
  cells: z.array(Cell.nullable()),
})
export type ComparedRow = z.output<typeof Row>

const Column = z.object({
  kind: Kind,
  /** what it is known by: order, transaction, waybill or the sender's own list number */
  number: z.string(),
  /** the number that customs gave a list */
  listNo: z.string(),
  /** of a payment of this order's transaction that names another order */
  elsewhere: z.string().nullable(),
  /** customs cancelled it: it takes no part in the match */
  cancelled: z.boolean(),
  sentAt: z.string(),
  receivedAt: z.string(),
  file: z.object({ id: z.number(), name: z.string() }),
  message: z.string(),
  ordinal: z.number(),
})
export type ComparedColumn = z.output<typeof Column>

const GoodsRow = z.object({
  line: z.string(),
  order: z.object({ name: z.string(), total: z.string() }).nullable(),
  list: z.object({ name: z.string(), total: z.string() }).nullable(),
})
export type ComparedGoods = z.output<typeof GoodsRow>

const Version = z.object({
  kind: Kind,
  number: z.string(),
  deed: z.enum(['new', 'change', 'delete', 'refused', 'cancelled']),
  /** of a refused document: why */
  refusal: z.enum(['number-taken', 'nothing-to-delete']).nullable(),
  sentAt: z.string(),
  receivedAt: z.string(),
  file: z.object({ id: z.number(), name: z.string() }),
  message: z.string(),
  ordinal: z.number(),
  /** what it changed of the version before; values of persons are not told */
  changed: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type DocumentVersion = z.output<typeof Version>

const FollowUp = z.object({
  kind: z.string(),
  number: z.string(),
  about: z.string(),
  status: z.string(),
  code: z.string(),
  codeWords: z.object({ zh: z.string(), en: z.string() }).nullable(),
  codeCure: z.object({ zh: z.string(), en: z.string() }).nullable(),
  info: z.string(),
  /** what in it does not fit the documents it speaks of */
  faults: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.string()) })),
  saidAt: z.string(),
  file: z.object({ id: z.number(), name: z.string() }),
})
export type FollowUpShown = z.output<typeof FollowUp>

const Order = z.object({
  flow: Flow,
  platform: z.string(),
  platformName: z.string(),
  orderNo: z.string(),
  state: z.enum(['matched', 'waiting', 'mismatch']),
  value: z.string().nullable(),
  sentOn: z.string(),
  days: z.number(),
  /** when the match last said otherwise than before */
  changedAt: z.string(),
  mismatches: z.array(MismatchShape),
  columns: z.array(Column),
  rows: z.array(Row),
  goods: z.array(GoodsRow),
  /** orders that name the transaction of this order's payment, which was sent under this number instead */
  claimedBy: z.array(z.object({ platform: z.string(), orderNo: z.string() })),
  /** newest first */
  versions: z.array(Version),
  /** what customs and others said afterwards, oldest first */
  followUps: z.array(FollowUp),
})
export type OrderShown = z.output<typeof Order>

export const showMatchedOrder = endpoint({
  method: 'GET',
  path: '/api/trade/customs/orders/:flow/:platform/:order',
  permission: 'trade/read',
  summary: { zh: '一个订单的单证，逐项并列', en: 'The documents of one order, field by field' },
  params: z.object({ flow: Flow, platform: z.string().min(1).max(80), order: z.string().min(1).max(120) }),
  reply: Order,
})
