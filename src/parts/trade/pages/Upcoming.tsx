import { Link } from 'react-router'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type BoardRow, dayWords, standingOf, trainPath, weekdayWords } from './board-words.ts'
import { Way } from './Way.tsx'

/** The next departures, as a station shows them: day, number, where to, by which port. */
export function Upcoming({ rows }: { rows: readonly BoardRow[] }) {
  const { locale } = useLocale()
  const t = useWords()
  return (
    <ol className="board-next" aria-label={t({ zh: '即将开行', en: 'Next departures' })}>
      {rows.map((row, place) => {
        const { day, number, borderPort, containers, reason } = row
        const standing = standingOf(row, locale)
        const first = rows[place - 1]?.day !== day
        return (
          <li
            key={`${number} ${day}`}
            data-first={first || undefined}
            data-cancelled={row.state === 'cancelled' || undefined}
          >
            <span className="board-day">
              <time dateTime={day}>{dayWords(day, locale)}</time> <small>{weekdayWords(day, locale)}</small>
            </span>
            <Link className="board-number" to={trainPath(row)}>
              {number}
            </Link>
            <span className="board-way">
              <Way row={row} />
            </span>
            <span className="board-port">{borderPort && t(borderPort)}</span>
            <span className="board-boxes">
              {containers !== null && <T zh="{containers} 箱" en="{containers} boxes" containers={containers} />}
            </span>
            <span className="board-state">
              <StateMark state={standing.state} words={standing.words} />
              {reason && <small lang="zh-CN">{reason}</small>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
