import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const placeShape = z.object({ longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) })
const key = z.string().regex(/^[\w-]{16,64}$/)
const photos = z.array(z.uuid()).max(4).default([])
const optional = (most: number) => z.string().trim().max(most).optional()
const code = z.string().min(8).max(24)

export const reportFrameShape = endpoint({
  method: 'GET',
  path: '/api/open/reports',
  permission: 'public',
  summary: { zh: '反映问题：可选的类别', en: 'Reporting a problem: the kinds to choose from' },
  reply: z.object({
    zone: words,
    urgent: words,
    kinds: z.array(z.object({ category: z.string(), words })),
    categories: z.array(
      z.object({ code: z.string(), major: words, name: words, keywords: z.array(z.string()), limit: words.nullable() }),
    ),
  }),
})

export const sendReportShape = endpoint({
  method: 'POST',
  path: '/api/open/reports',
  permission: 'public',
  summary: {
    zh: '反映一个问题（不用账号；同一 key 重传无害）',
    en: 'Report a problem, without an account (again with the same key does no harm)',
  },
  body: z.object({
    key,
    category: z.string().regex(/^[CE]\d{4}$/),
    description: z.string().trim().min(5).max(2000),
    place: placeShape.optional(),
    address: optional(200),
    photos,
    enterprise: z.boolean().default(false),
    name: optional(60),
    phone: optional(30),
    email: z.union([z.literal(''), z.email()]).optional(),
  }),
  reply: z.object({ code: z.string(), number: z.string() }),
  perMinute: 600,
})

export const nearbyShape = endpoint({
  method: 'GET',
  path: '/api/open/reports/nearby',
  permission: 'public',
  summary: { zh: '附近是否有人反映过同样的问题', en: 'Whether the same was reported nearby of late' },
  query: z.object({
    category: z.string().regex(/^[CE]\d{4}$/),
    longitude: z.coerce.number().min(-180).max(180),
    latitude: z.coerce.number().min(-90).max(90),
  }),
  reply: z.object({ found: z.array(z.object({ metres: z.int(), at: z.string(), state: words })) }),
  perMinute: 600,
})

const ShownPhoto = z.object({ id: z.string(), words })

export const TrackShape = z.object({
  zone: words,
  code: z.string(),
  number: z.string(),
  category: words,
  reportedAt: z.string(),
  /** 1 received, 2 verified and registered, 3 handled, 4 checked, 5 ended */
  phase: z.int(),
  ended: z.boolean(),
  title: words,
  words,
  /** the moment or day that is promised */
  by: z.string().nullable(),
  promise: z.enum(['word', 'done', 'check', 'again', 'rest']),
  late: z.boolean(),
  version: z.int(),
  own: z.object({ description: z.string(), address: z.string(), placed: z.boolean() }),
  line: z.array(z.object({ at: z.string(), words, told: z.string(), photos: z.array(ShownPhoto) })),
  /** what the reporter may do now */
  may: z.object({ answer: z.boolean(), add: z.boolean() }),
  answered: z.enum(['fixed', 'not-fixed']).nullable(),
  answerUntil: z.string().nullable(),
})

export const trackShape = endpoint({
  method: 'GET',
  path: '/api/open/reports/:code',
  permission: 'public',
  summary: { zh: '凭查询码看办理进度', en: 'How a report stands, by its code' },
  params: z.object({ code }),
  reply: TrackShape,
  perMinute: 600,
})

export const answerReportShape = endpoint({
  method: 'POST',
  path: '/api/open/reports/:code/answer',
  permission: 'public',
  summary: {
    zh: '反映人确认已解决，或说没有解决（重新办理）',
    en: 'The reporter says that it is fixed, or that it is not, which reopens it',
  },
  params: z.object({ code }),
  body: z.object({ key, seen: z.int().positive(), fixed: z.boolean(), words: optional(1000), photos }),
  reply: TrackShape,
  perMinute: 60,
})

export const addToReportShape = endpoint({
  method: 'POST',
  path: '/api/open/reports/:code/addition',
  permission: 'public',
  summary: { zh: '反映人补充说明', en: 'The reporter adds to the report' },
  params: z.object({ code }),
  body: z.object({ key, seen: z.int().positive(), words: z.string().trim().min(2).max(1000), photos }),
  reply: TrackShape,
  perMinute: 60,
})

export const reportPhotoShape = endpoint({
  method: 'GET',
  path: '/api/open/reports/:code/photos/:photo/:file',
  permission: 'public',
  summary: { zh: '凭查询码看照片', en: 'A photo of a report, by its code' },
  params: z.object({ code, photo: z.uuid(), file: z.enum(['thumb.jpg', 'screen.jpg']) }),
  reply: 'file',
  perMinute: 1200,
})
