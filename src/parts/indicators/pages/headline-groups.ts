import type { Mark } from '#web/charts/line-path.ts'
import type { Words } from '#web/locale.tsx'
import type { Cockpit, Point } from '../shapes.ts'

type Headline = Cockpit['headline'][number]

/** How the sections of the catalogue stand together on the cockpit and the big screen. */
const groups: readonly { key: string; words: Words; sections: readonly string[] }[] = [
  { key: 'economy', words: { zh: '经济运行', en: 'Economy' }, sections: ['economy'] },
  { key: 'industry', words: { zh: '主导产业', en: 'Industries' }, sections: ['industry'] },
  { key: 'opening', words: { zh: '对外开放', en: 'Opening up' }, sections: ['opening'] },
  { key: 'livelihood', words: { zh: '民生', en: 'Livelihood' }, sections: ['projects', 'homes', 'air'] },
  { key: 'people', words: { zh: '队伍', en: 'People' }, sections: ['people'] },
]

export interface HeadlineGroup {
  key: string
  words: Words
  members: readonly Headline[]
}

/** The headline figures in groups, empty groups left out; a section that no group names stands last under its own code. */
export function grouped(headline: readonly Headline[]): HeadlineGroup[] {
  const named = new Set(groups.flatMap(({ sections }) => sections))
  const others = [...new Set(headline.map(({ fact }) => fact.section))].filter((section) => !named.has(section))
  const all = [
    ...groups,
    ...others.map((section) => ({ key: section, words: { zh: section, en: section }, sections: [section] })),
  ]
  return all
    .map(({ key, words, sections }) => ({
      ...{ key, words },
      members: headline.filter(({ fact }) => sections.includes(fact.section)),
    }))
    .filter(({ members }) => members.length > 0)
}

/**
 * Growth month by month for a small line. What is reported by the quarter or half-year only has no months between to be missing:
 * its line joins quarter to quarter, and a quarter without a report is still a gap.
 */
export function growthMarks(series: readonly Point[]): Mark[] {
  const known = series.filter(({ growth }) => growth !== null)
  const step = [6, 3].find((months) => known.every(({ month }) => Number(month.slice(5)) % months === 0)) ?? 1
  return series.filter(({ month }) => Number(month.slice(5)) % step === 0).map(({ growth }) => ({ value: growth }))
}
