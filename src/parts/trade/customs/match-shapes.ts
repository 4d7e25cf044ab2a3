import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'
import { hints, reasonCodes } from './reasons.ts'

const Day = z.string()
const Flow = z.enum(['import', 'export'])
const State = z.enum(['matched', 'waiting', 'mismatch'])
export type MatchState = z.output<typeof State>
const Reason = z.enum(reasonCodes)

/** How long an order has waited or not matched, in days before the zone's own day. */
export const ages = ['0', '1-3', '4-7', '8-14', '15'] as const
export type Age = (typeof ages)[number]

const Counts = z.object({ matched: z.number(), waiting: z.number(), mismatch: z.number() })
export type MatchCounts = z.output<typeof Counts>

export const MismatchShape = z.object({
  code: Reason,
  rule: z.string(),
  details: z.record(z.string(), z.string()),
  hint: z.enum(hints).optional(),
  warns: z.literal(true).optional(),
})

const PlatformShape = z.object({
  flow: Flow,
  platform: z.string(),
  /** as its documents spell it most lately */
  name: z.string(),
  counts: Counts,
  top: z.object({ reason: Reason, orders: z.number() }).nullable(),
  /** day of the oldest order that does not match yet */
  oldest: Day.nullable(),
})
export type PlatformMatched = z.output<typeof PlatformShape>

const Overview = z.object({
  /** the zone's day, from which ages are counted */
  today: Day,
  counts: Counts,
  /** by the day on which the first document of an order was sent, oldest first; as the orders stand now */
  days: z.array(z.object({ day: Day, counts: Counts })),
  reasons: z.array(z.object({ reason: Reason, orders: z.number(), oldest: Day })),
  ages: z.array(z.object({ age: z.enum(ages), waiting: z.number(), mismatch: z.number() })),
  platforms: z.array(PlatformShape),
})
export type MatchOverview = z.output<typeof Overview>

export const matchOverview = endpoint({
  method: 'GET',
  path: '/api/trade/customs/match',
  permission: 'trade/read',
  summary: {
    zh: '三单对碰：对碰率、原因、滞留时间、各平台',
    en: 'The three-document match: its rate, reasons, ages and platforms',
  },
  query: z.object({ flow: Flow.optional() }),
  reply: Overview,
})

/** What narrows the list of orders, and its export. `open`: waiting or mismatched; the state of a search is `all` unless told. */
const Filter = z.object({
  flow: Flow.optional(),
  state: z.enum(['open', 'mismatch', 'waiting', 'matched', 'all']).optional(),
  reason: Reason.optional(),
  platform: z.string().max(60).optional(),
  age: z.enum(ages).optional(),
  /** the beginning of an order, waybill or list number, or of the sender's own list number */
  q: z.string().trim().max(80).optional(),
})
export type OrderFilter = z.output<typeof Filter>

const OrderShape = z.object({
  flow: Flow,
  platform: z.string(),
  platformName: z.string(),
  orderNo: z.string(),
  state: State,
  mismatches: z.array(MismatchShape),
  /** yuan, as the order says */
  value: z.string().nullable(),
  sentOn: Day,
  /** days from then to the zone's day */
  days: z.number(),
})
export type OrderMatched = z.output<typeof OrderShape>

export const matchedOrders = endpoint({
  method: 'GET',
  path: '/api/trade/customs/orders',
  permission: 'trade/read',
  summary: { zh: '三单对碰的订单', en: 'Orders of the three-document match' },
  query: Filter.extend({
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ orders: z.array(OrderShape), total: z.number(), more: z.boolean() }),
})

export const matchExport = endpoint({
  method: 'GET',
  path: '/api/trade/customs/orders-export',
  permission: 'trade/read',
  summary: { zh: '导出退回平台核对的清单', en: 'The list of orders to send back to a platform' },
  query: Filter.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  reply: 'file',
})
