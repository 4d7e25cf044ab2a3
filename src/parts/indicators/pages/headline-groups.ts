import type { Mark } from '#web/charts/line-path.ts'
import type { Words } from '#web/locale.tsx'
import type { Cockpit, Point } from '../shapes.ts'
import { monthNumber, stepOf } from './reporting-step.ts'

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

/** Growth month by month for a small line, at the step in which it is reported. */
export function growthMarks(series: readonly Point[]): Mark[] {
  const step = stepOf(series.flatMap(({ month, growth }) => (growth === null ? [] : [month])))
  return series.filter(({ month }) => monthNumber(month) % step === 0).map(({ growth }) => ({ value: growth }))
}
