import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })
const Unit = z.object({ code: z.string(), name: Words })
const Day = z.iso.date()
export const orderKinds = ['timeout', 'leader', 'important'] as const

const Order = z.object({
  id: z.int(),
  year: z.int(),
  nth: z.int(),
  kind: z.enum(orderKinds),
  level: z.int(),
  matter: z.object({ number: z.string(), title: z.string(), state: z.string() }),
  to: Unit,
  from: Unit,
  requirement: z.string(),
  replyBy: Day,
  issuedAt: z.string(),
  issuedBy: z.string(),
  reply: z.string().nullable(),
  repliedAt: z.string().nullable(),
  repliedBy: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  /** the day to reply by has passed without a reply */
  late: z.boolean(),
  mayReply: z.boolean(),
  mayResolve: z.boolean(),
})

export const ordersShape = endpoint({
  method: 'GET',
  path: '/api/matters/orders',
  permission: 'matters/read',
  summary: { zh: '督办函：未办结的在前', en: 'Supervision orders, open ones first' },
  query: z.object({
    /** orders of one matter */
    matter: z.string().max(40).optional(),
    page: z.coerce.number().int().min(1).max(1000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({ orders: z.array(Order), total: z.int(), open: z.int(), late: z.int() }),
})

export const issueOrderShape = endpoint({
  method: 'POST',
  path: '/api/matters/orders',
  permission: 'matters/supervise',
  summary: { zh: '发督办函', en: 'Issue a supervision order' },
  body: z.object({
    number: z.string().min(5).max(40),
    kind: z.enum(orderKinds),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    requirement: z.string().trim().min(2).max(2000),
    replyBy: Day,
  }),
  reply: z.object({ id: z.int() }),
})

const Id = z.object({ id: z.coerce.number().int().positive() })

export const replyShape = endpoint({
  method: 'POST',
  path: '/api/matters/orders/:id/reply',
  permission: 'matters/work',
  summary: { zh: '回复督办函', en: 'Answer a supervision order' },
  params: Id,
  body: z.object({ words: z.string().trim().min(2).max(2000) }),
  reply: Id,
})

export const resolveShape = endpoint({
  method: 'POST',
  path: '/api/matters/orders/:id/resolution',
  permission: 'matters/supervise',
  summary: { zh: '办结督办函', en: 'End a supervision order' },
  params: Id,
  body: z.object({}),
  reply: Id,
})

export const orderDocxShape = endpoint({
  method: 'GET',
  path: '/api/matters/orders/:id/order.docx',
  permission: 'matters/read',
  summary: { zh: '督办函（Word）', en: 'The supervision order as a Word file' },
  params: Id,
  /** language of the letter; an office writes in Chinese */
  query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
  reply: 'file',
})

const Escalation = z.object({
  number: z.string(),
  title: z.string(),
  unit: Unit,
  rung: z.int(),
  words: Words,
  reachedAt: z.string(),
  order: z.object({ year: z.int(), nth: z.int(), id: z.int() }).nullable(),
})

export const escalationsShape = endpoint({
  method: 'GET',
  path: '/api/matters/escalations',
  permission: 'matters/read',
  summary: { zh: '超期升级：每件到了哪一级', en: 'Escalation: how far up the ladder each late matter is' },
  reply: z.object({
    rungs: z.array(z.object({ rung: z.int(), percent: z.int(), words: Words, matters: z.int() })),
    rows: z.array(Escalation),
  }),
})
