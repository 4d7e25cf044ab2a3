import { useEndpoint } from '#web/client.ts'
import { type Column, DataTable } from '#web/kit/DataTable.tsx'
import { Part } from '#web/kit/Page.tsx'
import { Quantity } from '#web/kit/Quantity.tsx'
import { When } from '#web/kit/When.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import { type Target, targetsShape } from '../shapes.ts'
import { operatorWords } from './pace-words.ts'
import { periodWords } from './which.ts'

/** Every version of the year's targets: what, why, by whom, and what it replaced; nothing is overwritten. */
export function TargetHistory({ year }: { year: number }) {
  const t = useWords()
  const targets = useEndpoint(targetsShape, { query: { year } })
  const rows = targets.data && [...targets.data.targets].sort(newestFirst)
  if (rows?.length === 0) return null
  return (
    <Part
      title={t({ zh: '设定和调整', en: 'Settings and revisions' })}
      note={t({ zh: '旧目标一直可查', en: 'earlier targets stay on record' })}
    >
      <DataTable
        caption={{ zh: '目标的设定和调整', en: 'Settings and revisions of targets' }}
        columns={columns}
        rows={rows}
        rowKey={({ indicator, period, version }) => `${indicator} ${period} ${version}`}
        problem={targets.error}
        onRetry={() => targets.refetch()}
      />
    </Part>
  )
}

const newestFirst = (a: Target, b: Target) =>
  b.setAt.localeCompare(a.setAt) || a.indicator.localeCompare(b.indicator) || b.version - a.version

const columns: Column<Target>[] = [
  { key: 'name', title: { zh: '目标', en: 'Target' }, phone: 'head', draw: ({ name }) => <T {...name} /> },
  { key: 'period', title: { zh: '时期', en: 'Period' }, draw: ({ period }) => <PeriodCell period={period} /> },
  { key: 'value', title: { zh: '目标值', en: 'Value' }, number: true, draw: (target) => <Aim target={target} /> },
  { key: 'reason', title: { zh: '理由', en: 'Reason' }, draw: ({ reason }) => reason },
  {
    key: 'set',
    title: { zh: '设定', en: 'Set' },
    draw: ({ setAt, setBy }) => (
      <>
        <When at={setAt} time={false} /> · {setBy}
      </>
    ),
  },
  {
    key: 'state',
    title: { zh: '状态', en: 'State' },
    draw: ({ replacedAt }) =>
      replacedAt === null ? (
        <T zh="现行" en="in force" />
      ) : (
        <>
          <T zh="已调整 " en="revised " />
          <When at={replacedAt} time={false} />
        </>
      ),
  },
]

function PeriodCell({ period }: { period: string }) {
  const { locale } = useLocale()
  return periodWords(period, locale)
}

function Aim({ target: { operator, value, unit } }: { target: Target }) {
  const t = useWords()
  return (
    <>
      {t(operatorWords[operator])} <Quantity value={value} unit={unit} />
    </>
  )
}
