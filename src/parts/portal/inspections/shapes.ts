import { z } from 'zod'
import { endpoint } from '#kernel/http/endpoint.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const progress = z.enum(['done', 'staged', 'under-way', 'late'])

export const openInspectionsShape = endpoint({
  method: 'GET',
  path: '/api/open/inspections',
  permission: 'public',
  summary: { zh: '督察交办问题和整改情况', en: 'Issues of inspections and how they were rectified' },
  query: z.object({
    q: z.string().max(100).default(''),
    batch: z.string().max(60).optional(),
    progress: progress.optional().catch(undefined),
    pollution: z.string().max(20).optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(500).default(20),
  }),
  reply: z.object({
    zone: words,
    today: z.string(),
    counts: z.object({ all: z.int(), done: z.int(), staged: z.int(), underWay: z.int(), late: z.int() }),
    batches: z.array(
      z.object({
        ...{ code: z.string(), name: words, level: words, receivedOn: z.string(), dueOn: z.string() },
        ...{ issues: z.int(), rectified: z.int(), staged: z.int(), late: z.int() },
      }),
    ),
    pollutions: z.array(z.object({ code: z.string(), words })),
    total: z.int(),
    issues: z.array(
      z.object({
        ...{ batch: z.string(), nth: z.int(), receipt: z.string(), problem: z.string(), place: z.string() },
        ...{ pollution: words, key: z.boolean(), unit: words.nullable(), deadline: z.string() },
        ...{ progress, progressWords: words, finding: words.nullable(), findingSaid: z.string(), measure: z.string() },
        ...{ rebounds: z.int(), rectifiedOn: z.string().nullable() },
      }),
    ),
  }),
  open: { seconds: 60 },
})

export const openInspectionsCsvShape = endpoint({
  method: 'GET',
  path: '/api/open/inspections.csv',
  permission: 'public',
  summary: { zh: '督察整改公开表（CSV）', en: 'The public table of inspection issues as CSV' },
  reply: 'file',
  open: { seconds: 60 },
})
