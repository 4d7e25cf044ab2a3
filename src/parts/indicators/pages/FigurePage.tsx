import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { useEndpoint } from '#web/client.ts'
import { ErrorState } from '#web/kit/ErrorState.tsx'
import { Loading } from '#web/kit/Loading.tsx'
import { Page, Part } from '#web/kit/Page.tsx'
import { T, useWords } from '#web/locale.tsx'
import {
  factShape,
  indicatorShape,
  type PaceTarget,
  type Point,
  paceShape,
  ranksShape,
  seriesShape,
} from '../shapes.ts'
import { figureAddress, lineageAddress } from './addresses.ts'
import { Definition } from './Definition.tsx'
import { FactHead } from './FactHead.tsx'
import { FactSentence } from './FactSentence.tsx'
import { FigureTrend } from './FigureTrend.tsx'
import { MonthTable } from './MonthTable.tsx'
import { PeerRanks } from './PeerRanks.tsx'
import { monthNumber, stepOf } from './reporting-step.ts'
import { TargetRows } from './TargetRows.tsx'
import { AsOfField, PastNotice, WhichBar } from './WhichBar.tsx'
import { useWhich, type Which } from './which.ts'
import './figure-page.css'

/** One indicator: its value large, its changes with their base, the trend with target and outlook, and what it means. */
export default function FigurePage() {
  const t = useWords()
  const { code = '' } = useParams()
  const which = useWhich()
  const read = useFigure(code, which)
  const { fact, pace } = read
  const target = pace.data?.targets.find(({ indicator }) => indicator === code) ?? null
  const name = fact.data?.name ?? read.declared.data?.name
  const problem = fact.error ?? read.declared.error
  return (
    <Page
      title={name ? t(name) : code}
      trail={[{ title: t({ zh: '指标', en: 'Indicators' }), to: '/figures' }]}
      sentence={fact.data && <FactSentence fact={fact.data} target={target} />}
      deeds={<Deeds code={code} which={which} />}
      help="leader/figure"
    >
      <PastNotice which={which} />
      {problem && <ErrorState problem={problem} onRetry={() => fact.refetch()} />}
      {!fact.data && !problem && <Loading lines={10} />}
      {fact.data && !problem && <Body code={code} which={which} read={read} target={target} />}
    </Page>
  )
}

function Body({
  code,
  which,
  read,
  target,
}: {
  code: string
  which: Which
  read: ReturnType<typeof useFigure>
  target: PaceTarget | null
}) {
  const t = useWords()
  const fact = read.fact.data
  const points = read.series.data?.points
  const rank = read.ranks.data?.rank
  if (!fact) return null
  return (
    <div className="figure-page" aria-busy={read.fact.isPlaceholderData}>
      <div className="figure-main">
        <FactHead fact={fact} />
        {target && (
          <Part title={t({ zh: '全年目标', en: 'Target of the year' })}>
            <TargetRows targets={[target]} />
          </Part>
        )}
        {read.series.error && <ErrorState problem={read.series.error} onRetry={() => read.series.refetch()} />}
        {!points && !read.series.error && <Loading shape="chart" height={320} />}
        {points && <FigureTrend fact={fact} year={yearOf(which.period)} points={points} target={target} />}
        {points && reported(points).length > 0 && (
          <Part title={t({ zh: '逐月', en: 'Month by month' })}>
            <MonthTable fact={fact} points={reported(points)} asked={{ area: which.area, asOf: which.asOf }} />
          </Part>
        )}
      </div>
      <div className="figure-side">
        {rank && (
          <Part title={t({ zh: '位次', en: 'Among peers' })}>
            <PeerRanks rank={rank} />
          </Part>
        )}
        {read.declared.data && <Definition declared={read.declared.data} />}
        <p className="figure-code">
          <Link to={figureAddress(code)}>
            <T zh="回到今年至今、全区" en="The zone, this year to date" />
          </Link>
        </p>
      </div>
    </div>
  )
}

function Deeds({ code, which }: { code: string; which: Which }) {
  return (
    <>
      <WhichBar which={which} />
      <AsOfField which={which} />
      <Link to={lineageAddress(code, which)}>
        <Button type="primary" tabIndex={-1}>
          <T zh="数据来历" en="Lineage" />
        </Button>
      </Link>
    </>
  )
}

/** Everything the page reads; what was read stays while the next period is on its way. */
function useFigure(code: string, { period, area, asOf }: Which) {
  const kept = { placeholderData: <T,>(before: T | undefined) => before }
  const params = { code }
  const query = { period, area, asOf }
  const year = yearOf(period)
  return {
    declared: useEndpoint(indicatorShape, { params }),
    fact: useEndpoint(factShape, { params, query }, kept),
    series: useEndpoint(
      seriesShape,
      { params, query: { from: `${year - 2}-01-01`, to: `${year}-12-31`, area, asOf } },
      kept,
    ),
    ranks: useEndpoint(ranksShape, { params, query }, kept),
    pace: useEndpoint(paceShape, { query: { year, asOf } }, { ...kept, enabled: !area }),
  }
}

const yearOf = (period: string): number => Number(period.slice(0, 4))

/** Months at which something is reported at all; within them a missing value is drawn as missing. */
function reported(points: readonly Point[]): Point[] {
  const known = points.filter(({ value, cumulative }) => value !== null || cumulative !== null)
  const step = stepOf(known.map(({ month }) => month))
  const first = known[0]?.month
  if (first === undefined) return []
  return points.filter(({ month }) => month >= first && monthNumber(month) % step === 0)
}
