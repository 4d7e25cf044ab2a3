import { Link } from 'react-router'
import { T, useLocale, useWords, type Words } from '#web/locale.tsx'
import type { Cockpit, PaceTarget } from '../shapes.ts'
import { figureAddress } from './addresses.ts'
import { gapWords } from './pace-words.ts'
import { Told } from './Told.tsx'
import './year-sentence.css'

type Counts = Pick<Cockpit['sentence'], 'total' | 'met' | 'ahead' | 'on' | 'behind' | 'unknown'>

interface YearSentenceProps {
  year: number
  counts: Counts
  /** most behind first */
  targets: readonly PaceTarget[]
  slowest: { indicator: string; name: Words; gap: string } | null
}

/** The year in one sentence that could be read aloud: how many targets are where, which is slowest, and which only seems late. */
export function YearSentence({ year, counts, targets, slowest }: YearSentenceProps) {
  const t = useWords()
  const { locale } = useLocale()
  if (counts.total === 0)
    return t({ zh: '{year} 年还没有设定目标。', en: 'No targets have been set for {year}.' }, { year })
  const seeming = targets.filter(({ status, seasonalStatus }) => status === 'behind' && notLate.has(seasonalStatus))
  const names = seeming.map(({ name }) => t(name)).join(locale === 'zh' ? '、' : ', ')
  return (
    <>
      {countWords(counts, locale)}
      {slowest && (
        <Told
          words={{ zh: '，最慢的是{name}，{gap}', en: '; the slowest is {name}, {gap}' }}
          slots={{
            name: (
              <Link className="sentence-door" to={figureAddress(slowest.indicator)}>
                {lowered(t(slowest.name), locale)}
              </Link>
            ),
            gap: <strong>{gapWords(slowest.gap, 'calendar', locale)}</strong>,
          }}
        />
      )}
      {names && (
        <T
          zh="；{names}对照往年季节并不落后"
          en="; by the season of earlier years, {names} is not behind"
          names={lowered(names, locale)}
        />
      )}
      {t({ zh: '。', en: '.' })}
    </>
  )
}

const notLate = new Set<PaceTarget['status']>(['met', 'ahead', 'on'])

const states: readonly [keyof Counts, Words][] = [
  ['met', { zh: '{n} 个已达成', en: '{n} met' }],
  ['ahead', { zh: '{n} 个超前', en: '{n} ahead' }],
  ['on', { zh: '{n} 个正常', en: '{n} on pace' }],
  ['behind', { zh: '{n} 个滞后', en: '{n} behind' }],
  ['unknown', { zh: '{n} 个无数据', en: '{n} without data' }],
]

/** 6 个目标中 1 个超前、5 个滞后; `Of 6 targets, 1 is ahead and 5 are behind`. */
function countWords(counts: Counts, locale: 'zh' | 'en'): string {
  const said = states.flatMap(([state, words]) => {
    const n = counts[state]
    if (n === 0) return []
    const text = words[locale].replace('{n}', String(n))
    return [locale === 'en' ? text.replace(' ', n === 1 ? ' is ' : ' are ') : text]
  })
  if (locale === 'zh') return `${counts.total} 个目标中 ${said.join('、')}`
  return `Of ${counts.total} targets, ${said.join(', ').replace(/, ([^,]*)$/, ' and $1')}`
}

/** Within an English sentence a name begins small, unless it is itself a name. */
function lowered(name: string, locale: 'zh' | 'en'): string {
  return locale === 'en' && /^[A-Z][a-z]+ [a-z]/.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name
}
