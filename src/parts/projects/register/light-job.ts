import { type Work, write } from '#kernel/db/work.ts'
import type { Job } from '#kernel/jobs/job.ts'
import type { Listener } from '#kernel/part.ts'
import { keepLights } from './keep-lights.ts'

const light = (work: Work) => write(work, (tx) => keepLights(tx))

/** Days pass without anybody's doing: every morning the lights that they change are noted. */
export const lightJob: Job = {
  name: 'projects/light-projects',
  words: { zh: '计算项目红黄绿灯', en: 'Compute the lights of projects' },
  schedule: '20 0 * * *',
  run: async (work) => {
    await light(work)
  },
}

/** An import of projects, stages, months or milestones may turn a light. */
export const relight: Listener = async (work, { ledger }) => {
  if (String(ledger).startsWith('projects/')) await light(work)
}
