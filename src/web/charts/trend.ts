import type { LineSeriesOption } from 'echarts/charts'
import type { EChartsCoreOption } from 'echarts/core'
import type { Fan, Ink, Point, Series, Trend } from './series.ts'

type Option = EChartsCoreOption

/** A trend by period: the main series in the accent, others in grey, the target as a line, the outlook as a fan. */
export function trendOption(trend: Trend, ink: Ink): Option {
  const periods = periodsOf(trend)
  const { tokens } = ink
  return {
    animation: ink.moves,
    animationDuration: 150,
    aria: { enabled: true, label: { description: inWords(trend) } },
    textStyle: { fontFamily: ink.family, color: tokens.second, fontSize: 12 },
    color: [tokens.accent, tokens.second, tokens.faint, tokens.edge],
    grid: { left: 4, right: 12, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: legendOf(trend, ink),
    tooltip: ink.moves ? tipOf(trend, ink) : { show: false },
    xAxis: {
      type: 'category',
      data: periods,
      boundaryGap: false,
      axisLine: { lineStyle: { color: tokens.edge } },
      axisTick: { show: false },
      axisLabel: {
        color: tokens.second,
        hideOverlap: true,
        formatter: (period: string) => trend.printPeriod?.(period) ?? period,
      },
    },
    yAxis: {
      type: 'value',
      name: trend.unit,
      nameTextStyle: { color: tokens.second, align: 'left' },
      scale: true,
      splitNumber: 4,
      splitLine: { lineStyle: { color: tokens.rule } },
      axisLabel: { color: tokens.second },
    },
    series: [
      ...trend.series.map((series) => lineOf(series, periods, trend, ink)),
      ...(trend.fan ? fanOf(trend.fan, periods, ink) : []),
    ],
  }
}

function periodsOf(trend: Trend): string[] {
  const all = new Set(
    [...trend.series.flatMap((series) => series.points), ...(trend.fan?.points ?? [])].map((point) => point.period),
  )
  return [...all].sort()
}

function lineOf(series: Series, periods: readonly string[], trend: Trend, { tokens }: Ink): LineSeriesOption {
  const color = series.main ? tokens.accent : tokens.faint
  const found = new Map(series.points.map((point) => [point.period, point]))
  return {
    type: 'line',
    name: series.name,
    data: periods.map((period) => pointOf(found.get(period), color, tokens.page)),
    connectNulls: false,
    showSymbol: true,
    symbol: 'circle',
    symbolSize: series.main ? 6 : 4,
    itemStyle: { color },
    lineStyle: { color, width: series.main ? 2 : 1.25 },
    emphasis: { disabled: true },
    z: series.main ? 4 : 3,
    ...(series.main && trend.target ? { markLine: targetLine(trend.target, tokens.ink) } : {}),
  }
}

/** A final value is a full point, a provisional one hollow, a missing one a gap. */
function pointOf(point: Point | undefined, color: string, ground: string) {
  if (!point || point.value === null) return '-'
  const hollow = { color: ground, borderColor: color, borderWidth: 2 }
  return point.provisional ? { value: Number(point.value), symbolSize: 8, itemStyle: hollow } : Number(point.value)
}

function targetLine(target: { name: string; value: string }, color: string) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color, width: 1, type: 'solid' as const },
    label: { formatter: target.name, position: 'insideStartBottom' as const, color },
    data: [{ yAxis: Number(target.value) }],
  }
}

/** Low edge unseen, the band stacked on it, the middle dashed. */
function fanOf(fan: Fan, periods: readonly string[], { tokens }: Ink): LineSeriesOption[] {
  const found = new Map(fan.points.map((point) => [point.period, point]))
  const column = (pick: (point: Fan['points'][number]) => number) =>
    periods.map((period) => {
      const point = found.get(period)
      return point ? pick(point) : '-'
    })
  const unseen = {
    type: 'line' as const,
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    stack: 'fan',
    stackStrategy: 'all' as const,
    tooltip: { show: false },
  }
  return [
    { ...unseen, name: `${fan.name} low`, data: column((point) => Number(point.low)) },
    {
      ...unseen,
      name: `${fan.name} band`,
      data: column((point) => Number(point.high) - Number(point.low)),
      areaStyle: { color: tokens.accent, opacity: 0.14 },
    },
    {
      type: 'line',
      name: fan.name,
      data: column((point) => Number(point.value)),
      symbol: 'none',
      itemStyle: { color: tokens.accent },
      lineStyle: { color: tokens.accent, width: 1.5, type: 'dashed' },
      emphasis: { disabled: true },
    },
  ]
}

function legendOf(trend: Trend, { tokens }: Ink) {
  const names = [...trend.series.map((series) => series.name), ...(trend.fan ? [trend.fan.name] : [])]
  return {
    show: names.length > 1,
    data: names,
    right: 0,
    top: 0,
    itemWidth: 16,
    itemHeight: 8,
    textStyle: { color: tokens.second },
    inactiveColor: tokens.rule,
  }
}

function tipOf(trend: Trend, { tokens, family }: Ink) {
  return {
    trigger: 'axis',
    confine: true,
    backgroundColor: tokens.surface,
    borderColor: tokens.edge,
    borderWidth: 1,
    padding: [8, 12],
    shadowBlur: 0,
    extraCssText: 'box-shadow:none;border-radius:4px',
    textStyle: { color: tokens.ink, fontFamily: family, fontSize: 13 },
    axisPointer: { type: 'line', lineStyle: { color: tokens.edge, type: 'solid' } },
    valueFormatter: (value: unknown) =>
      typeof value === 'number' ? `${trend.printValue?.(String(value)) ?? value} ${trend.unit}` : '—',
  }
}

function inWords(trend: Trend): string {
  const main = trend.series.find((series) => series.main) ?? trend.series[0]
  const known = main?.points.filter((point) => point.value !== null) ?? []
  const ends = [known[0], known.at(-1)].map((point) =>
    point ? `${trend.printPeriod?.(point.period) ?? point.period} ${point.value}` : '—',
  )
  return `${trend.title} (${trend.unit}): ${ends.join(' → ')}`
}
