import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'

const Words = z.object({ zh: z.string(), en: z.string() })

export const FailedJob = z.object({
  id: z.string(),
  queue: z.string(),
  words: Words.nullable(),
  reason: z.string(),
  tries: z.number().int(),
  failedAt: z.string().nullable(),
})

export const listJobs = endpoint({
  method: 'GET',
  path: '/api/jobs',
  permission: 'jobs/read',
  summary: { zh: '后台任务：队列、数量、失败及原因', en: 'Background jobs: queues, counts, failures and why' },
  reply: z.object({
    queues: z.array(
      z.object({
        name: z.string(),
        /** null: nobody in this program works on it */
        words: Words.nullable(),
        watched: z.boolean(),
        schedule: z.string().nullable(),
        waiting: z.number().int(),
        active: z.number().int(),
        failed: z.number().int(),
        completed: z.number().int(),
      }),
    ),
    failed: z.array(FailedJob),
    /** asked for and not handed over yet: none while a server works */
    errands: z.number().int(),
  }),
})

export const retryJob = endpoint({
  method: 'POST',
  path: '/api/jobs/:id/retry',
  permission: 'jobs/retry',
  summary: { zh: '重试失败的任务', en: 'Try a failed job again' },
  params: z.object({ id: z.uuid() }),
  reply: z.object({ done: z.literal(true) }),
})

export const watchProgress = endpoint({
  method: 'GET',
  path: '/api/progress/:id',
  permission: 'signed-in',
  summary: { zh: '长任务的进度（事件流）', en: 'Progress of long work, as events' },
  params: z.object({ id: z.string().min(1).max(100) }),
  reply: 'events',
})
