import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { T, useWords } from '../locale.tsx'
import { PaceBar } from './PaceBar.tsx'
import { endOf, type Pace } from './pace-scale.ts'
import { type State, StateMark } from './StateMark.tsx'
import './pace-rows.css'

export interface PaceRow extends Pace {
  key: string
  name: string
  /** the target's page */
  to?: string
  /** done and aim as drawn: `<><Figure …/> / <Quantity …/></>` */
  amounts: ReactNode
  state: State
  /** how far from the calendar, in words: 落后时序 17.6 个百分点 */
  gap: ReactNode
  /** the run rate needed, the season's gap, or why there is no outlook */
  note?: ReactNode
}

/** Targets one under the other on one scale, so that the eye runs down the line of the target and of the calendar. */
export function PaceRows({ rows }: { rows: readonly PaceRow[] }) {
  const t = useWords()
  const end = Math.max(100, ...rows.map(endOf))
  return (
    <div className="pace-rows">
      <PaceKey />
      <ul aria-label={t({ zh: '目标进度', en: 'Progress of targets' })}>
        {rows.map(({ key, name, to, amounts, gap, note, state, ...pace }) => (
          <li key={key}>
            <div className="pace-name">
              {to ? <Link to={to}>{name}</Link> : name}
              <small>{amounts}</small>
            </div>
            <PaceBar name={name} state={state} end={end} quiet {...pace} />
            <div className="pace-words">
              <StateMark state={state} /> <span>{gap}</span>
              {note && <small>{note}</small>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the parts of a bar mean. */
export function PaceKey() {
  return (
    <p className="pace-key" aria-hidden>
      <span>
        <i data-part="done" />
        <T zh="已完成" en="Done" />
      </span>
      <span>
        <i data-part="outlook" />
        <T zh="预计期末" en="Outlook" />
      </span>
      <span>
        <i data-part="range" />
        <T zh="80% 区间" en="80% range" />
      </span>
      <span>
        <i data-part="calendar" />
        <T zh="时序（上）" en="Calendar (above)" />
      </span>
      <span>
        <i data-part="seasonal" />
        <T zh="季节（下）" en="Season (below)" />
      </span>
      <span>
        <i data-part="target" />
        <T zh="目标" en="Target" />
      </span>
    </p>
  )
}
