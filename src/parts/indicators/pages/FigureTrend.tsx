import { Segmented } from 'antd'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Series } from '#web/charts/series.ts'
import { TrendChart } from '#web/charts/TrendChart.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Part } from '#web/kit/Page.tsx'
import { T, useLocale, useWords } from '#web/locale.tsx'
import type { Fact, PaceTarget, Point } from '../shapes.ts'
import { trendOf, type View } from './figure-trend.ts'

interface FigureTrendProps {
  fact: Fact
  year: number
  points: readonly Point[]
  target: PaceTarget | null
}

/** The figure's years one over the other, cumulative or month by month. */
export function FigureTrend({ fact, year, points, target }: FigureTrendProps) {
  const t = useWords()
  const { locale } = useLocale()
  const [search, setSearch] = useSearchParams()
  const monthly = points.some(({ value }) => value !== null)
  const view: View = search.get('view') === 'month' && monthly ? 'month' : 'cumulative'
  const name = t(fact.name)
  const trend = useMemo(
    () => trendOf({ ...{ name, unit: fact.unit, points, year }, view, target, locale }),
    [name, fact.unit, points, year, view, target, locale],
  )
  const choose = (next: View) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        next === 'month' ? after.set('view', next) : after.delete('view')
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  if (trend.series.length > 0 && !trend.series.some(isLine)) return null
  return (
    <Part
      title={t({ zh: '走势', en: 'Trend' })}
      note={trend.fan ? t({ zh: '只预测年末，中间月份为连线', en: 'only the end of the year is forecast' }) : undefined}
      deeds={
        monthly && (
          <Segmented<View>
            value={view}
            onChange={choose}
            aria-label={t({ zh: '累计还是当月', en: 'Cumulative or monthly' })}
            options={[
              { value: 'cumulative', label: t({ zh: '累计', en: 'Cumulative' }) },
              { value: 'month', label: t({ zh: '当月', en: 'Month' }) },
            ]}
          />
        )
      }
    >
      {trend.series.length > 0 ? <TrendChart trend={trend} height={320} /> : <NoTrend />}
    </Part>
  )
}

/** One point a year is no line: the table says it better. */
const isLine = ({ points }: Series) => points.filter(({ value }) => value !== null).length > 1

function NoTrend() {
  return (
    <Empty title={<T zh="没有逐月数据" en="Nothing month by month" />}>
      <T
        zh="所选单位和时点没有逐月记录，或者这个指标只按整个时期报送。"
        en="This unit has no months on record at this moment, or the figure is reported for the whole period only."
      />
    </Empty>
  )
}
