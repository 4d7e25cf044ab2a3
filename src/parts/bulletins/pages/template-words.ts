import type { Words } from '#web/locale.tsx'

export const periodKindWords: Record<'year' | 'half' | 'quarter' | 'month' | 'any', Words> = {
  year: { zh: '年', en: 'Year' },
  half: { zh: '半年', en: 'Half-year' },
  quarter: { zh: '季度', en: 'Quarter' },
  month: { zh: '月', en: 'Month' },
  any: { zh: '任意', en: 'Any' },
}

export const languageWords: Record<'zh' | 'en', Words> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
}
