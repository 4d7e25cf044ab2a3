import type { EChartsCoreOption } from 'echarts/core'
import type { Ink } from '#web/charts/series.ts'
import type { Picture } from './picture.ts'

/** A bar for what is done of each target; a stroke where the calendar stands, a diamond where the season does. */
export function completionOption({ title, rows, series }: Picture, ink: Ink, width: number): EChartsCoreOption {
  const { tokens, family, moves } = ink
  const text = { color: tokens.second, fontFamily: family, fontSize: 12 }
  const most = Math.max(...series.flatMap(({ points }) => points.map(({ value }) => Number(value ?? 0))))
  const left = Math.min(labelsMost(width), Math.max(...rows.map(breadth)))
  return {
    animation: moves,
    animationDuration: 150,
    aria: { enabled: true, label: { description: title } },
    textStyle: { fontFamily: family, color: tokens.second, fontSize: 12 },
    grid: { left: left + 12, right: 16, top: 32, bottom: 22, outerBoundsMode: 'none' },
    legend: { left: 0, top: 0, itemWidth: 14, itemHeight: 10, textStyle: text, data: series.map(({ name }) => name) },
    tooltip: { show: false },
    xAxis: {
      ...{ type: 'value', min: 0, ...scaleFor(most) },
      axisLabel: { ...text, formatter: '{value}%', hideOverlap: true },
      splitLine: { lineStyle: { color: tokens.rule } },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: rows },
      axisLine: { lineStyle: { color: tokens.edge } },
      axisTick: { show: false },
      axisLabel: { ...text, color: tokens.ink, width: left, overflow: 'break', lineHeight: 13, interval: 0 },
    },
    series: series.map((one) => drawingOf(one, ink)),
  }
}

/** The whole year from mid-year on; before it, a scale on which a small share is still a bar. */
function scaleFor(most: number) {
  const [max, interval] = [
    [10, 2],
    [20, 5],
    [50, 10],
    [100, 20],
  ].find(([end = 0]) => most * 1.15 <= end) ?? [Math.ceil(most / 50) * 50, 50]
  return { max, interval }
}

/** A row for each target; where a label takes two lines, a higher one. */
export function rowHeight(rows: readonly string[], width: number): number {
  return rows.some((row) => breadth(row) > labelsMost(width)) ? 32 : 22
}

const labelsMost = (width: number) => Math.round(width * 0.4)

/** Pixels of a label at 12 px. */
const breadth = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 12 : 6.6), 6)

function drawingOf({ name, role, points }: Picture['series'][number], { tokens }: Ink) {
  const data = points.map(({ value }) => (value === null ? '-' : Number(value)))
  const silent = { name, data, silent: true, emphasis: { disabled: true } }
  if (role === 'main') {
    // The number stands at the foot of its bar, where no mark of calendar or season can cross it.
    const label = { show: true, position: 'insideLeft', distance: 6, fontSize: 12, color: tokens.onAccent }
    const said = { ...label, formatter: ({ dataIndex }: { dataIndex: number }) => points[dataIndex]?.text ?? '' }
    return { ...silent, type: 'bar', barWidth: 14, itemStyle: { color: tokens.accent }, label: said }
  }
  const stroke = {
    ...{ symbol: 'rect', symbolSize: [5, 19] },
    itemStyle: { color: tokens.ink, borderColor: tokens.surface, borderWidth: 1, opacity: 1 },
  }
  const diamond = {
    ...{ symbol: 'diamond', symbolSize: 11 },
    itemStyle: { color: tokens.surface, borderColor: tokens.ink, borderWidth: 1.5, opacity: 1 },
  }
  return { ...silent, type: 'scatter', z: 5, ...(role === 'calendar' ? stroke : diamond) }
}
