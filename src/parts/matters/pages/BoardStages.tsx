import type { TableSteering } from '#web/kit/table-address.ts'
import { useWords } from '#web/locale.tsx'
import { lights } from '../desk/light.ts'
import type { Lit } from '../desk/row-shapes.ts'
import { stageWords, stateWords } from '../engine/states.ts'
import type { Board } from './MatterBoardPage.tsx'
import { LitMarks } from './matter-columns.tsx'
import { counted, lightWords, litTotal } from './matter-words.ts'

/** The stages in their order, each as wide as the others: how many stand there, and how their clocks do. */
export function BoardStages({ board, steering }: { board: Board; steering: TableSteering }) {
  const t = useWords()
  const { filters, steer } = steering
  const most = Math.max(1, ...board.stages.map(({ lit }) => litTotal(lit)))
  const choose = (stage: string) => {
    const { stage: now, state: _, kind: __, ...others } = filters
    steer({ filters: now === stage ? others : { ...others, stage } })
  }
  return (
    <ol className="board-stages" aria-label={t({ zh: '各环节在办事项', en: 'Open matters by stage' })}>
      {board.stages.map(({ stage, lit, states }) => (
        <li key={stage}>
          <button type="button" aria-pressed={filters['stage'] === stage} onClick={() => choose(stage)}>
            <span className="board-stage-name">{t(stageWords[stage])}</span>
            <strong>{counted(litTotal(lit))}</strong>
            <LitBar lit={lit} most={most} />
            <LitMarks lit={lit} />
            <small>{states.map(({ state, count }) => `${t(stateWords[state])} ${counted(count)}`).join(' · ')}</small>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** A bar of the lights, red first, on one scale with its neighbours. */
export function LitBar({ lit, most }: { lit: Lit; most: number }) {
  const t = useWords()
  const said = lights.filter((light) => lit[light] > 0).map((light) => `${t(lightWords[light])} ${lit[light]}`)
  return (
    <span className="lit-bar" role="img" aria-label={said.join(', ')}>
      {lights.map((light) => (
        <i key={light} data-state={light} style={{ width: `${(lit[light] / most) * 100}%` }} />
      ))}
    </span>
  )
}
