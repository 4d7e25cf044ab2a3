import { Link } from 'react-router'
import { useWords } from '#web/locale.tsx'
import { stageOrder, stages } from '../register/words.ts'
import { LightMark, Slip } from './Lights.tsx'
import { oneDecimal, type ProjectRow, projectPath } from './project-words.ts'
import './project-board.css'

/** A column a stage, in the order they are passed; within a column the most pressing first. Stages that nobody stands at are left out. */
export function ProjectBoard({ rows }: { rows: readonly ProjectRow[] }) {
  const t = useWords()
  const columns = boardStages.filter((stage) => rows.some((row) => placeOf(row) === stage))
  return (
    <section className="project-board" aria-label={t({ zh: '按阶段', en: 'By stage' })}>
      {columns.map((stage) => {
        const here = rows.filter((row) => placeOf(row) === stage)
        return (
          <section key={stage}>
            <h3>
              {t(stages[stage])} <small>{here.length}</small>
            </h3>
            <ul>
              {here.map((row) => (
                <Standing key={row.code} row={row} />
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

const boardStages = [...stageOrder, 'suspended', 'lost'] as const
const placeOf = ({ aside, stage }: ProjectRow) => aside ?? stage

function Standing({ row }: { row: ProjectRow }) {
  const t = useWords()
  return (
    <li>
      <Link to={projectPath(row)}>{row.name}</Link>
      <p>
        <LightMark light={row.light} />
        {row.actual !== null && (
          <span>{t({ zh: '完成 {share}%', en: '{share}% done' }, { share: oneDecimal(row.actual) ?? '—' })}</span>
        )}
      </p>
      {row.next && (
        <p>
          {row.next.title} <Slip days={row.next.slip.current} />
        </p>
      )}
    </li>
  )
}
