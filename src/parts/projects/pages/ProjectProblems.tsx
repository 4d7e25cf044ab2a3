import { Link } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useWords } from '#web/locale.tsx'
import { problemsShape } from '../problems/shapes.ts'
import { type ProblemRow, problemMark, problemPath } from './problem-words.ts'
import './people.css'

/** Problems of one project, open ones first. */
export function ProjectProblems({ code }: { code: string }) {
  const list = useEndpoint(problemsShape, { query: { project: code, size: 50 } })
  if (list.error) return <ErrorState problem={list.error} onRetry={() => list.refetch()} />
  if (!list.data) return null
  if (list.data.rows.length === 0)
    return (
      <p className="people-note">
        <T zh="没有登记过问题。" en="No problem has been raised." />
      </p>
    )
  return <ProblemList rows={list.data.rows} />
}

export function ProblemList({ rows }: { rows: readonly ProblemRow[] }) {
  const t = useWords()
  return (
    <ul className="people-rows">
      {rows.map((row) => {
        const mark = problemMark(row)
        return (
          <li key={row.number}>
            <p className="people-line">
              <StateMark state={mark.state} words={mark.words} />
              <Link to={problemPath(row)} lang="zh-CN">
                {row.title}
              </Link>
              <small>
                {row.unit && t(row.unit.name)} {row.state === 'dispatched' && <When at={row.dueOn} short />}
              </small>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
