import { Part } from '#web/kit/Page.tsx'
import type { TableSteering } from '#web/kit/table-address.ts'
import { useWords } from '#web/locale.tsx'
import { inflowWords } from '../engine/states.ts'
import { LitBar } from './BoardStages.tsx'
import type { Board } from './MatterBoardPage.tsx'
import { LitMarks } from './matter-columns.tsx'
import { litTotal } from './matter-words.ts'

/** Who has them, the latest first, and how they came in; each line narrows the list. */
export function BoardUnits({ board, steering }: { board: Board; steering: TableSteering }) {
  const t = useWords()
  const lines = (rows: readonly { key: string; name: string; lit: Board['counts'] }[], filter: 'unit' | 'inflow') => (
    <Lines rows={rows} filter={filter} steering={steering} />
  )
  return (
    <div className="board-side">
      <Part title={t({ zh: '在谁手上', en: 'Who has them' })}>
        {lines(
          board.units.map(({ unit, lit }) => ({ key: unit.code, name: t(unit.name), lit })),
          'unit',
        )}
      </Part>
      <Part title={t({ zh: '从哪里来', en: 'How they came in' })}>
        {lines(
          board.inflows.map(({ inflow, lit }) => ({ key: inflow, name: t(inflowWords[inflow]), lit })),
          'inflow',
        )}
      </Part>
    </div>
  )
}

interface LinesProps {
  rows: readonly { key: string; name: string; lit: Board['counts'] }[]
  filter: 'unit' | 'inflow'
  steering: TableSteering
}

function Lines({ rows, filter, steering: { filters, steer } }: LinesProps) {
  const most = Math.max(1, ...rows.map(({ lit }) => litTotal(lit)))
  const choose = (key: string) => {
    const { [filter]: now, ...others } = filters
    steer({ filters: now === key ? others : { ...others, [filter]: key } })
  }
  return (
    <ul className="board-lines">
      {rows.map(({ key, name, lit }) => (
        <li key={key}>
          <button type="button" aria-pressed={filters[filter] === key} onClick={() => choose(key)}>
            <span>{name}</span>
            <LitBar lit={lit} most={most} />
            <LitMarks lit={lit} />
          </button>
        </li>
      ))}
    </ul>
  )
}
