import type { RefusalTexts } from '#kernel/refusal.ts'

export const openTexts: RefusalTexts = {
  'projects/not-published': {
    problem: { zh: '本区没有公开项目数据', en: 'This zone publishes no data of projects' },
    cure: {
      zh: '公开时请在 projects/care.yaml 写明发布者，并至少有一个已签约的项目',
      en: 'To publish, name the publisher in projects/care.yaml and have at least one signed project',
    },
  },
  'projects/calendar-unknown': {
    problem: { zh: '这个日历地址不对，或者已经作废', en: 'This calendar address is wrong, or has ended' },
    cure: { zh: '请在“我的项目”页重新生成', en: 'Make a new one on the page My projects' },
  },
}
