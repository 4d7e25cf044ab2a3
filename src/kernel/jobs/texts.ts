import type { RefusalTexts } from '../refusal.ts'

/** What background jobs refuse. */
export const jobRefusals: RefusalTexts = {
  'jobs/unknown': {
    problem: { zh: '没有这个失败的任务：{id}', en: 'There is no failed job {id}.' },
    cure: { zh: '请刷新任务列表；它可能已被重试。', en: 'Reload the list; it may have been retried already.' },
  },
}
