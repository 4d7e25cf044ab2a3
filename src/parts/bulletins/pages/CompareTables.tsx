import { Link } from 'react-router'
import type { Reply } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import { aspectWords } from '../comparison/aspects.ts'
import type { AloneShown, comparisonShape, MovedShown } from '../comparison/shapes.ts'
import { CauseDrawn } from './ChangesSince.tsx'
import { useMovement } from './compare-words.ts'

type Comparison = Reply<typeof comparisonShape>

/** What moved, the largest first; then what only one of the two has. */
export function CompareTables({ comparison }: { comparison: Comparison }) {
  const { moved, added, dropped, samePeriod, inside } = comparison
  return (
    <>
      {moved.length > 0 && (
        <Part
          title={<T zh="变动的数字" en="Figures that moved" />}
          note={
            <T
              zh="按变动大小排列：总量看百分比，比率看百分点。"
              en="The largest first: amounts by percent, shares by points."
            />
          }
        >
          <DataTable
            caption={{ zh: '变动的数字', en: 'Figures that moved' }}
            columns={movedColumns(samePeriod)}
            rows={moved}
            rowKey={keyOf}
          />
          {!inside && (
            <p className="compare-outside">
              <T
                zh="更正的记录只给有权查看本单位数据的人看。"
                en="Which records were corrected is told to those who may see this unit’s figures."
              />
            </p>
          )}
        </Part>
      )}
      <Alone title={<T zh="后一期新增" en="Only in the later" />} rows={added} />
      <Alone title={<T zh="后一期不再列" en="Only in the earlier" />} rows={dropped} />
    </>
  )
}

const keyOf = ({ indicator, aspect, place, now }: Partial<AloneShown & MovedShown>) =>
  `${indicator ?? 'count'} ${aspect} ${now?.place ?? place}`

const movedColumns = (samePeriod: boolean): Column<MovedShown>[] => [
  { key: 'figure', title: { zh: '指标', en: 'Indicator' }, phone: 'head', draw: (row) => <Subject of={row} /> },
  {
    ...{ key: 'was', title: { zh: '前一期', en: 'Earlier' }, number: true },
    draw: ({ was }) => <Link to={was.door}>{was.text}</Link>,
  },
  {
    ...{ key: 'now', title: { zh: '后一期', en: 'Later' }, number: true },
    draw: ({ now }) => <Link to={now.door}>{now.text}</Link>,
  },
  {
    ...{ key: 'difference', title: { zh: '变动', en: 'Movement' }, number: true },
    draw: (row) => <Movement moved={row} />,
  },
  {
    ...{ key: 'why', title: { zh: '原因', en: 'Why' }, width: '34%' },
    draw: (row) => <Why moved={row} samePeriod={samePeriod} />,
  },
]

function Subject({ of: { name, aspect } }: { of: Pick<AloneShown, 'name' | 'aspect'> }) {
  const t = useWords()
  return (
    <span className="compare-subject">
      {name ? t(name) : '—'} {aspect !== 'count' && <span>{t(aspectWords[aspect])}</span>}
    </span>
  )
}

function Movement({ moved }: { moved: MovedShown }) {
  const { difference, percent } = useMovement()
  const share = percent(moved)
  return (
    <span className="compare-movement">
      {difference(moved)}
      {share !== '' && <span>{share}</span>}
    </span>
  )
}

/** Another period, a correction with its records, or both. */
function Why({ moved: { corrected, causes }, samePeriod }: { moved: MovedShown; samePeriod: boolean }) {
  return (
    <div className="compare-why">
      {!samePeriod && (
        <p>
          <T zh="时期不同" en="Another period" />
        </p>
      )}
      {corrected && !samePeriod && (
        <p>
          <T zh="前一期已更正为 {text}" en="The earlier one was corrected to {text}" text={corrected.text} />
        </p>
      )}
      {causes.map((cause) => (
        <CauseDrawn key={`${cause.path} ${cause.at}`} cause={cause} />
      ))}
    </div>
  )
}

function Alone({ title, rows }: { title: React.ReactNode; rows: readonly AloneShown[] }) {
  if (rows.length === 0) return null
  return (
    <Part title={title}>
      <DataTable
        caption={{ zh: '只在一期中的数字', en: 'Figures of one issue alone' }}
        columns={aloneColumns}
        rows={rows}
        rowKey={keyOf}
      />
    </Part>
  )
}

const aloneColumns: Column<AloneShown>[] = [
  { key: 'figure', title: { zh: '指标', en: 'Indicator' }, phone: 'head', draw: (row) => <Subject of={row} /> },
  {
    ...{ key: 'text', title: { zh: '数字', en: 'Figure' }, number: true },
    draw: ({ text, door }) => <Link to={door}>{text}</Link>,
  },
]
