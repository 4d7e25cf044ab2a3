import { StateMark } from '#web/kit/StateMark.tsx'
import { useLocale, useWords } from '#web/locale.tsx'
import { officialOfDeparture } from '../ceb/departure.ts'
import type { DepartureGroup } from '../customs/message-shapes.ts'
import { departureSaid, fieldPath } from './departure-said.ts'
import { grouped } from './match-words.ts'

/** Departures alike in kind and place, most frequent first: what is wrong, how to mend it, where the first one stands. */
export function DepartureGroups({ groups }: { groups: readonly DepartureGroup[] }) {
  const t = useWords()
  const { locale } = useLocale()
  if (groups.length === 0) return null
  return (
    <ul className="departure-groups">
      {groups.map(({ times, first, message }) => {
        const { problem, cure } = departureSaid(first, locale)
        return (
          <li key={`${first.code} ${fieldPath(first.path)}`}>
            <p className="departure-head">
              <StateMark
                state={first.against === 'schema' ? 'behind' : 'warning'}
                words={
                  first.against === 'schema'
                    ? { zh: '不合结构', en: 'schema' }
                    : { zh: '不合说明', en: 'documentation' }
                }
              />
              <span>{problem}</span>
              <small>
                {t({ zh: '{times} 处', en: '×{times}' }, { times: grouped(times) })}
                {officialOfDeparture[first.code] &&
                  t(
                    { zh: ' · 海关代码 {code}', en: ' · customs code {code}' },
                    { code: officialOfDeparture[first.code] },
                  )}
              </small>
            </p>
            <p className="departure-cure">
              <span aria-hidden>→ </span>
              {cure}
            </p>
            <p className="departure-place">
              <code>{first.path}</code>
              {t(
                { zh: ' · 第 {line} 行第 {column} 列 · {message}', en: ' · line {line}, column {column} · {message}' },
                { line: first.line, column: first.column, message },
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
