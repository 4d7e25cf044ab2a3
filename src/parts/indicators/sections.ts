import type { Words } from '#kernel/i18n/words.ts'

/** Sections of the catalogue in the order of the bulletin. */
export const sections = {
  economy: { zh: '经济运行', en: 'Economy' },
  industry: { zh: '主导产业', en: 'Leading industries' },
  opening: { zh: '对外开放', en: 'Opening up' },
  projects: { zh: '项目建设', en: 'Projects' },
  homes: { zh: '安置房', en: 'Resettlement homes' },
  air: { zh: '大气环境', en: 'Air' },
  people: { zh: '队伍建设', en: 'People' },
} as const satisfies Record<string, Words>

/** What a level and its growth are measured at (口径). */
export const bases = {
  'current-prices': { zh: '现价', en: 'current prices' },
  'comparable-prices': { zh: '总量按现价，增速按可比价', en: 'level at current prices, growth at comparable prices' },
  'comparable-scope': { zh: '总量按现价，增速按可比口径', en: 'level at current prices, growth at comparable scope' },
  count: { zh: '实物量', en: 'count' },
  measurement: { zh: '监测值', en: 'measurement' },
} as const satisfies Record<string, Words>
