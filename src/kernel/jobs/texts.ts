import type { RefusalTexts } from '../refusal.ts'

/** What background jobs refuse. */
export const jobRefusals: RefusalTexts = {
  'jobs/unknown': {
    problem: { zh: '没有这个失败的任务：{id}', en: 'There is no failed job {id}.' },
    cure: { zh: '请刷新任务列表；它可能已被重试。', en: 'Reload the list; it may have been retried already.' },
  },
  'jobs/queue-unknown': {
    problem: { zh: '没有名为 {name} 的任务。', en: 'There is no job named {name}.' },
    cure: { zh: '请检查任务名，或升级程序。', en: 'Check its name, or update the program.' },
  },
  'jobs/progress-unknown': {
    problem: { zh: '没有这项进度：{id}', en: 'There is no progress {id}.' },
    cure: { zh: '它可能早已完成，请刷新页面。', en: 'It may have ended long ago; reload the page.' },
  },
}
