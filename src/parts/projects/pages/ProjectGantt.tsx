import { Link } from 'react-router'
import type { Sent } from '#kernel/http/endpoint.ts'
import { usePhone } from '#web/appearance.tsx'
import { type Reply, useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { useWords } from '#web/locale.tsx'
import { scheduleShape } from '../sight/list-shapes.ts'
import { GanttKey } from './GanttKey.tsx'
import { GanttScale } from './GanttScale.tsx'
import { LightMark, Slip } from './Lights.tsx'
import { MilestoneMarks } from './MilestoneMarks.tsx'
import { lightStates, projectPath } from './project-words.ts'
import { type TimeScale, timeScale } from './time-scale.ts'
import './gantt.css'

type Bar = Reply<typeof scheduleShape>['rows'][number]

/** Every project on one scale of days: its baseline as a thin line, what is now expected as a bar, milestones as marks, today as a line. */
export default function ProjectGantt({ narrowing }: { narrowing: NonNullable<Sent<typeof scheduleShape>['query']> }) {
  const t = useWords()
  const phone = usePhone()
  const { data, error, refetch } = useEndpoint(scheduleShape, { query: narrowing })
  if (error) return <ErrorState problem={error} onRetry={() => refetch()} />
  if (!data) return <Loading lines={12} />
  const scale = timeScale([data.day, ...data.rows.flatMap(daysOf)], phone ? 5 : 12)
  if (!scale || data.rows.length === 0)
    return (
      <p className="table-none">
        {t({ zh: '没有符合条件的项目；可放宽条件。', en: 'No project matches; widen the filters.' })}
      </p>
    )
  return (
    <section className="gantt" aria-label={t({ zh: '计划与实际', en: 'Plan and reality' })}>
      <GanttKey />
      <GanttScale scale={scale} day={data.day} />
      <ol>
        {data.rows.map((row) => (
          <li key={row.code} data-state={lightStates[row.light]}>
            <div className="gantt-name">
              <Link to={projectPath(row)}>{row.name}</Link>
              <small>
                <LightMark light={row.light} /> <Slip days={row.slip} />
              </small>
            </div>
            <Track row={row} scale={scale} day={data.day} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Track({ row, scale, day }: { row: Bar; scale: TimeScale; day: string }) {
  return (
    <div className="gantt-track">
      {scale.ticks.map((tick) => (
        <i
          key={tick.day}
          className="gantt-grid"
          data-year={tick.year || undefined}
          style={{ left: `${scale.at(tick.day)}%` }}
        />
      ))}
      {row.baseline && <i className="gantt-baseline" style={stretch(scale, row.baseline)} />}
      {row.expected && <i className="gantt-expected" style={stretch(scale, row.expected)} />}
      {row.expected && row.expected.from < day && (
        <i
          className="gantt-lived"
          style={stretch(scale, { from: row.expected.from, to: day < row.expected.to ? day : row.expected.to })}
        />
      )}
      <MilestoneMarks milestones={row.milestones} scale={scale} />
      <i className="gantt-today" style={{ left: `${scale.at(day)}%` }} />
    </div>
  )
}

function stretch(scale: TimeScale, { from, to }: { from: string; to: string }) {
  const left = scale.at(from)
  return { left: `${left}%`, width: `${Math.max(0.3, scale.at(to) - left)}%` }
}

const daysOf = ({ baseline, expected, milestones }: Bar) => [
  ...[baseline?.from, baseline?.to, expected?.from, expected?.to],
  ...milestones.flatMap((one) => [one.first, one.baseline, one.expected, one.met]),
]
