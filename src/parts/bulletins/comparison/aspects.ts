import type { Words } from '#kernel/i18n/words.ts'

/** What a figure says of its indicator: value and amount are one thing, printed in a sentence and in a table. */
export const aspects = [
  ...(['value', 'change', 'previous', 'through', 'target', 'actual', 'completion', 'calendar'] as const),
  ...(['gap', 'season', 'seasongap', 'needed', 'outlook', 'status', 'count'] as const),
] as const
export type Aspect = (typeof aspects)[number]

export const aspectWords: Record<Aspect, Words> = {
  value: { zh: '数值', en: 'Value' },
  change: { zh: '同比', en: 'On the year' },
  previous: { zh: '环比', en: 'On the period before' },
  through: { zh: '数据截止日', en: 'Last day of data' },
  target: { zh: '目标', en: 'Target' },
  actual: { zh: '已完成', en: 'Done' },
  completion: { zh: '完成率', en: 'Share done' },
  calendar: { zh: '时序进度', en: 'Calendar' },
  gap: { zh: '与时序进度之差', en: 'Gap to the calendar' },
  season: { zh: '往年同期进度', en: 'Usual season' },
  seasongap: { zh: '与往年同期进度之差', en: 'Gap to the season' },
  needed: { zh: '每月所需', en: 'Needed a month' },
  outlook: { zh: '全年预计', en: 'Outlook' },
  status: { zh: '状态', en: 'State' },
  count: { zh: '项数', en: 'Count' },
}
