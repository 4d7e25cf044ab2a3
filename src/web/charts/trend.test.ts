import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { describe, expect, test } from 'vitest'
import { sansFamily, tokens } from '../tokens.ts'
import type { Trend } from './series.ts'
import { trendOption } from './trend.ts'

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer])

const trend: Trend = {
  title: '装备制造业产值',
  unit: '亿元',
  series: [
    {
      name: '今年累计',
      main: true,
      points: [
        { period: '2018-04', value: '104' },
        { period: '2018-05', value: null },
        { period: '2018-06', value: '160', provisional: true },
      ],
    },
  ],
  target: { name: '目标 500亿元', value: '500' },
  fan: {
    name: '预测',
    points: [
      { period: '2018-06', value: '160', low: '160', high: '160' },
      { period: '2018-12', value: '370', low: '330', high: '415' },
    ],
  },
}
const paper = { tokens: tokens.light, family: sansFamily, moves: false }

describe('the option of a trend', () => {
  const option = trendOption(trend, paper) as { xAxis: { data: string[] }; series: { name: string; data: unknown[] }[] }

  test('holds every period of series and fan once, in order', () => {
    expect(option.xAxis.data).toEqual(['2018-04', '2018-05', '2018-06', '2018-12'])
  })

  test('draws a missing value as a gap and a provisional one hollow', () => {
    const [known, missing, provisional, after] = option.series[0]!.data
    expect(known).toBe(104)
    expect(missing).toBe('-')
    expect(provisional).toMatchObject({ value: 160, itemStyle: { color: tokens.light.page } })
    expect(after).toBe('-')
  })

  test('stacks the band of the fan on its low edge', () => {
    expect(option.series.slice(1).map((series) => series.data)).toEqual([
      ['-', '-', 160, 330],
      ['-', '-', 0, 85],
      ['-', '-', 160, 370],
    ])
  })

  test('is drawn on the server as it is on the page', () => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 280 })
    chart.setOption(trendOption(trend, paper))
    const svg = chart.renderToSVGString()
    chart.dispose()
    expect(svg).toContain('目标 500亿元')
  })
})
