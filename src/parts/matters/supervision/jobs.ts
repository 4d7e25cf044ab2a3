import { write } from '#kernel/db/work.ts'
import type { Job } from '#kernel/jobs/job.ts'
import type { Listener } from '#kernel/part.ts'
import { escalate } from './escalate.ts'
import { resolveOrdersOf } from './orders.ts'

export const supervisionJobs: readonly Job[] = [
  {
    name: 'matters/escalate',
    words: { zh: '超期事项逐级升级，到级发督办函', en: 'Take late matters up the ladder, and issue orders' },
    schedule: '*/10 * * * *',
    run: async (work) => {
      await escalate(work)
    },
  },
]

/** Orders end with their matter. */
export const ordersEnd: Listener = async (work, payload) => {
  await write(work, (tx) => resolveOrdersOf(tx, Number(payload['matter'])))
}
