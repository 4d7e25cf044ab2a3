import { Link } from 'react-router'
import type { Reply } from '#web/client.ts'
import { Part } from '#web/kit/Page.tsx'
import { When } from '#web/kit/When.tsx'
import { useWords } from '#web/locale.tsx'
import type { projectsShape } from '../sight/list-shapes.ts'
import { JudgedMark, LightMark } from './Lights.tsx'
import { projectPath } from './project-words.ts'

type Rows = Reply<typeof projectsShape>['disagreements']

const SHOWN = 3

/** Where the rule says one thing and a person another: both, with their reasons beside each other. Nothing where all agree. */
export function Disagreements({ rows }: { rows: Rows }) {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <Part
      title={t({ zh: '计算与研判不一致', en: 'Where rule and judgement disagree' })}
      note={t({ zh: '先看这里：两个说法至少有一个要改', en: 'look here first: one of the two needs a change' })}
    >
      <Listed rows={rows.slice(0, SHOWN)} />
      {rows.length > SHOWN && (
        <details className="disagreements-more">
          <summary>{t({ zh: '其余 {count} 个', en: 'and {count} more' }, { count: rows.length - SHOWN })}</summary>
          <Listed rows={rows.slice(SHOWN)} />
        </details>
      )}
    </Part>
  )
}

function Listed({ rows }: { rows: Rows }) {
  const t = useWords()
  return (
    <ul className="disagreements">
      {rows.map((row) => (
        <li key={row.code}>
          <Link to={projectPath(row)} className="disagreement-name">
            {row.name}
          </Link>
          <p>
            <LightMark light={row.light} />{' '}
            {t(row.because ?? { zh: '各项都在界限以内', en: 'every input is within its limits' })}
          </p>
          <p>
            <JudgedMark judged={row.judged} /> <span lang="zh-CN">{row.narrative}</span>
            <small>
              {row.judgedBy} <When at={row.judgedOn} short />
            </small>
          </p>
        </li>
      ))}
    </ul>
  )
}
