import { Link } from 'react-router'
import { printWhen } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { MatchOverview, MatchState } from '../customs/match-shapes.ts'
import { searchWith } from './match-address.ts'
import { grouped, ordersIn, rateOf, stateMarks } from './match-words.ts'

export interface MatchPartProps {
  overview: MatchOverview
  flow: 'import' | 'export' | undefined
  /** the reader chose some of the orders: show them */
  onPick: () => void
}

const states: readonly MatchState[] = ['matched', 'mismatch', 'waiting']

/** The rate, the three states on one bar, and the rate by the day on which orders were sent. */
export function MatchSummary({ overview, flow, onPick }: MatchPartProps) {
  const { counts, days, today } = overview
  const ofToday = days.find(({ day }) => day === today)
  return (
    <section className="match-summary">
      <div className="match-rate">
        <p className="match-rate-value">{rateOf(counts) ?? '—'}</p>
        <p className="match-rate-note">
          <T zh="对碰率" en="match rate" />
          {ofToday && (
            <>
              {' · '}
              <T
                zh="今天发来的 {orders} 单：{rate}"
                en="of today’s {orders}: {rate}"
                orders={grouped(ordersIn(ofToday.counts))}
                rate={rateOf(ofToday.counts) ?? '—'}
              />
            </>
          )}
        </p>
        <StateBar overview={overview} />
        <ul className="match-states">
          {states.map((state) => (
            <li key={state} data-state={stateMarks[state].state}>
              <Link to={searchWith({ flow, state })} onClick={onPick}>
                <StateKey state={state} />
                <strong>{grouped(counts[state])}</strong>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <MatchDays overview={overview} />
    </section>
  )
}

function StateKey({ state }: { state: MatchState }) {
  const t = useWords()
  return (
    <span className="match-key">
      <i data-of={state} aria-hidden />
      {t(stateMarks[state].words)}
    </span>
  )
}

function StateBar({ overview: { counts } }: { overview: MatchOverview }) {
  const all = Math.max(1, ordersIn(counts))
  return (
    <div className="match-bar" aria-hidden>
      {states.map(
        (state) => counts[state] > 0 && <i key={state} data-of={state} style={{ flexGrow: counts[state] / all }} />,
      )}
    </div>
  )
}

const height = 120

/** Each day a column: what agrees at the bottom, what does not above it; the table beside is for those who hear the page. */
function MatchDays({ overview: { days, today } }: { overview: MatchOverview }) {
  const t = useWords()
  const { locale } = useLocale()
  if (days.length < 2) return null
  const most = Math.max(...days.map(({ counts }) => ordersIn(counts)))
  const share = (orders: number) => `${(orders / most) * 100}%`
  const first = days[0]!.day
  return (
    <figure className="match-days">
      <figcaption>
        <T zh="按发出日期，现在的状态" en="By the day orders were sent, as they stand now" />
        <span>
          <T zh="最高一天 {most} 单" en="busiest day: {most}" most={grouped(most)} />
        </span>
      </figcaption>
      <div className="match-columns" style={{ height }} aria-hidden>
        {days.map(({ day, counts }) => (
          <div
            key={day}
            title={`${printWhen(day, locale, { short: true })} · ${rateOf(counts)} · ${states.map((state) => `${t(stateMarks[state].words)} ${counts[state]}`).join(' · ')}`}
          >
            <i data-of="waiting" style={{ height: share(counts.waiting) }} />
            <i data-of="mismatch" style={{ height: share(counts.mismatch) }} />
            <i data-of="matched" style={{ height: share(counts.matched) }} />
          </div>
        ))}
      </div>
      <p className="match-axis" aria-hidden>
        <span>{printWhen(first, locale, { short: true })}</span>
        <span>{printWhen(today, locale, { short: true })}</span>
      </p>
      <table className="for-readers">
        <caption>{t({ zh: '每天的对碰率', en: 'Match rate by day' })}</caption>
        <tbody>
          {days.map(({ day, counts }) => (
            <tr key={day}>
              <th scope="row">{printWhen(day, locale)}</th>
              <td>{rateOf(counts)}</td>
              <td>{ordersIn(counts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
