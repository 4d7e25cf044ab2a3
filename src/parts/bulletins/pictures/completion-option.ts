import type { EChartsCoreOption } from 'echarts/core'
import type { Ink } from '#web/charts/series.ts'
import type { Picture } from './picture.ts'

/** A bar for what is done of each target; a stroke where the calendar stands, a diamond where the season does. */
export function completionOption({ title, rows, series }: Picture, ink: Ink): EChartsCoreOption {
  const { tokens, family, moves } = ink
  const text = { color: tokens.second, fontFamily: family, fontSize: 12 }
  const most = Math.max(100, ...series.flatMap(({ points }) => points.map(({ value }) => Number(value ?? 0))))
  return {
    animation: moves,
    animationDuration: 150,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: family, color: tokens.second, fontSize: 12 },
    grid: { left: 4, right: 16, top: 32, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { right: 0, top: 0, itemWidth: 14, itemHeight: 10, textStyle: text, data: series.map(({ name }) => name) },
    tooltip: { show: false },
    xAxis: {
      ...{ type: 'value', min: 0, max: Math.ceil(most / 20) * 20, interval: 20 },
      axisLabel: { ...text, formatter: '{value}%' },
      splitLine: { lineStyle: { color: tokens.rule } },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: rows },
      axisLine: { lineStyle: { color: tokens.edge } },
      axisTick: { show: false },
      axisLabel: { ...text, color: tokens.ink, width: 190, overflow: 'break' },
    },
    series: series.map((one) => drawingOf(one, ink)),
  }
}

function drawingOf({ name, role, points }: Picture['series'][number], { tokens }: Ink) {
  const data = points.map(({ value }) => (value === null ? '-' : Number(value)))
  const silent = { name, data, silent: true, emphasis: { disabled: true } }
  if (role === 'main') {
    // The number stands at the foot of its bar, where no mark of calendar or season can cross it.
    const label = { show: true, position: 'insideLeft', distance: 6, fontSize: 12, color: tokens.onAccent }
    const said = { ...label, formatter: ({ dataIndex }: { dataIndex: number }) => points[dataIndex]?.text ?? '' }
    return { ...silent, type: 'bar', barWidth: 16, itemStyle: { color: tokens.accent }, label: said }
  }
  const stroke = {
    ...{ symbol: 'rect', symbolSize: [5, 26] },
    itemStyle: { color: tokens.ink, borderColor: tokens.surface, borderWidth: 1, opacity: 1 },
  }
  const diamond = {
    ...{ symbol: 'diamond', symbolSize: 12 },
    itemStyle: { color: tokens.surface, borderColor: tokens.ink, borderWidth: 1.5, opacity: 1 },
  }
  return { ...silent, type: 'scatter', z: 5, ...(role === 'calendar' ? stroke : diamond) }
}
