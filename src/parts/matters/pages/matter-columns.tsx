import type { Column } from '#web/kit/DataTable.tsx'
import { StateMark } from '#web/kit/StateMark.tsx'
import { T, useWords } from '#web/locale.tsx'
import { lights } from '../desk/light.ts'
import type { MatterRow } from '../desk/row-shapes.ts'
import { asideWords, inflows, inflowWords, stateWords } from '../engine/states.ts'
import { MatterClock } from './MatterClock.tsx'
import { Moment } from './Moment.tsx'
import { lightWords } from './matter-words.ts'

/** The columns of every list of matters: the clock first, since that is what one looks for. `narrow`: beside other lists that tell the rest. */
export function matterColumns(now: string, { narrow = false }: { narrow?: boolean } = {}): Column<MatterRow>[] {
  const columns: Column<MatterRow>[] = [
    {
      ...{ key: 'light', title: { zh: '时限', en: 'Limit' }, width: '148px' },
      draw: (row) => <MatterClock {...row} now={now} />,
      filter: lights.map((value) => ({ value, words: lightWords[value] })),
    },
    {
      ...{ key: 'matter', title: { zh: '事项', en: 'Matter' }, phone: 'head' },
      draw: (row) => <MatterName {...row} />,
    },
    {
      ...{ key: 'state', title: { zh: '状态', en: 'State' }, width: '132px' },
      draw: (row) => <MatterState {...row} />,
    },
    {
      ...{ key: 'unit', title: { zh: '在谁手上', en: 'Lies with' }, width: '168px' },
      draw: ({ liesWith }) => <UnitName {...liesWith} />,
    },
    {
      ...{ key: 'inflow', title: { zh: '来源', en: 'Source' }, phone: 'none', width: '96px' },
      draw: ({ inflow }) => <Inflow inflow={inflow} />,
      filter: inflows.map((value) => ({ value, words: inflowWords[value] })),
    },
    {
      ...{ key: 'opened', title: { zh: '上报', en: 'Reported' }, phone: 'none', width: '132px' },
      draw: ({ openedAt }) => <Moment at={openedAt} now={now} />,
    },
  ]
  return narrow ? columns.filter(({ key }) => key !== 'inflow' && key !== 'opened') : columns
}

function MatterName({ number, title, address, categoryName, rework, returned, mine }: MatterRow) {
  const t = useWords()
  return (
    <span className="matter-name">
      <strong lang="zh-CN">{title}</strong>
      {mine && (
        <em>
          <T zh="指定给我" en="Named for me" />
        </em>
      )}
      {rework > 0 && (
        <em data-light="behind">
          <T zh="返工 {count} 次" en="Done again {count}×" count={rework} />
        </em>
      )}
      {returned > 0 && (
        <em data-light="warning">
          <T zh="回退 {count} 次" en="Returned {count}×" count={returned} />
        </em>
      )}
      <small>
        <span className="matter-number">{number}</span> · {t(categoryName)}
        {address && (
          <>
            {' '}
            · <span lang="zh-CN">{address}</span>
          </>
        )}
      </small>
    </span>
  )
}

function MatterState({ state, aside }: MatterRow) {
  const t = useWords()
  return (
    <span className="matter-state">
      {t(stateWords[state])}
      {aside && <small>{t(asideWords[aside])}</small>}
    </span>
  )
}

export function UnitName({ name }: { name: { zh: string; en: string } }) {
  return <>{useWords()(name)}</>
}

function Inflow({ inflow }: Pick<MatterRow, 'inflow'>) {
  return <>{useWords()(inflowWords[inflow])}</>
}

/** ■ 3 ▲ 5 ● 12: how many of each light, those without one left out. */
export function LitMarks({ lit }: { lit: { on: number; warning: number; behind: number; none: number } }) {
  return (
    <span className="matter-lit">
      {lights
        .filter((light) => lit[light] > 0)
        .map((light) => {
          const count = lit[light].toLocaleString('en-US')
          return <StateMark key={light} state={light} words={{ zh: count, en: count }} />
        })}
    </span>
  )
}
