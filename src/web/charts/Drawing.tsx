import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** Draws one ECharts option as SVG and follows the size of its place. Loaded only where a chart is on the page. */
export default function Drawing({ option }: { option: EChartsCoreOption }) {
  const ground = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chart = init(ground.current!, null, { renderer: 'svg' })
    chart.setOption(option)
    const sizes = new ResizeObserver(() => chart.resize())
    sizes.observe(ground.current!)
    return () => {
      sizes.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={ground} style={{ position: 'absolute', inset: 0 }} />
}
