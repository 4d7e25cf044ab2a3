import { useWords } from '../locale.tsx'
import { barOf, type Pace, printShare } from './pace-scale.ts'
import type { State } from './StateMark.tsx'
import './pace-bar.css'

interface PaceBarProps extends Pace {
  state: State
  /** what the bar is of, for screen readers */
  name: string
  /** without the words of the marks: for rows that have no room */
  quiet?: boolean
  /** the percent at the right edge, where several bars share one scale */
  end?: number
}

/**
 * One bar with two marks, all in percent of the target: done (solid), where the calendar stands (above) and where
 * the season stands (below), and the outlook for the end of the period (hollow) with its 80% range.
 */
export function PaceBar({ state, name, quiet, end, ...pace }: PaceBarProps) {
  const t = useWords()
  const bar = barOf(pace, end)
  const label = [
    name,
    pace.completion === null
      ? t({ zh: '尚无数据', en: 'no data yet' })
      : t({ zh: '完成 {done}', en: '{done} done' }, { done: printShare(pace.completion) }),
    pace.calendar && t({ zh: '时序进度 {share}', en: 'calendar {share}' }, { share: printShare(pace.calendar) }),
    pace.seasonal && t({ zh: '季节进度 {share}', en: 'season {share}' }, { share: printShare(pace.seasonal) }),
    pace.outlook &&
      t(
        { zh: '预计期末 {value}，80% 区间 {low} 至 {high}', en: 'outlook {value}, 80% range {low} to {high}' },
        {
          value: printShare(pace.outlook.value),
          low: printShare(pace.outlook.low),
          high: printShare(pace.outlook.high),
        },
      ),
  ]
    .filter(Boolean)
    .join(t({ zh: '，', en: ', ' }))

  return (
    <div className="pace-bar" data-state={state} data-quiet={quiet || undefined} role="img" aria-label={label}>
      <div className="pace-track">
        <i className="pace-whole" style={bar.whole} />
        {bar.outlook && <i className="pace-outlook" style={bar.outlook} />}
        {bar.done && <i className="pace-done" style={bar.done} />}
        {bar.range && <i className="pace-range" style={bar.range} />}
        <i className="pace-target" style={bar.target} />
        {bar.calendar && (
          <i className="pace-calendar" style={bar.calendar}>
            <span>{t({ zh: '时序 {share}', en: 'calendar {share}' }, { share: printShare(pace.calendar) })}</span>
          </i>
        )}
        {bar.seasonal && (
          <i className="pace-seasonal" style={bar.seasonal}>
            <span>{t({ zh: '季节 {share}', en: 'season {share}' }, { share: printShare(pace.seasonal) })}</span>
          </i>
        )}
      </div>
    </div>
  )
}
