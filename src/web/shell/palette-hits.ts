import type { SearchHit } from '#kernel/part.ts'
import type { Locale, Words } from '../locale.tsx'
import { pages, sections } from '../pages.ts'

export type Hit = SearchHit

export interface Found {
  kind: Hit['kind'] | 'page'
  title: string
  hint: string
  path: string
}

export const kindWords: Record<Found['kind'], Words> = {
  page: { zh: '页面', en: 'page' },
  figure: { zh: '指标', en: 'indicator' },
  target: { zh: '目标', en: 'target' },
  ledger: { zh: '台账', en: 'ledger' },
  form: { zh: '报表', en: 'form' },
  unit: { zh: '单位', en: 'unit' },
  person: { zh: '人员', en: 'person' },
  bulletin: { zh: '通报', en: 'bulletin' },
  project: { zh: '项目', en: 'project' },
  matter: { zh: '事项', en: 'matter' },
}

/** Pages of the menu whose name in either language holds what was typed; all of them when nothing was. */
export function pagesFound(typed: string, locale: Locale, may: (permission: string | undefined) => boolean): Found[] {
  const sought = typed.toLowerCase()
  return pages
    .filter((page) => !page.path.includes(':') && page.path !== '/sign-in' && may(page.permission))
    .filter((page) => `${page.words.zh} ${page.words.en} ${page.path}`.toLowerCase().includes(sought))
    .map((page) => ({ kind: 'page', title: page.words[locale], hint: sections[page.section][locale], path: page.path }))
}
