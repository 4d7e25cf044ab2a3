import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer])

/** Draws one ECharts option as SVG and follows the size of its place. Loaded only where a chart is on the page. */
export default function Drawing({ option }: { option: EChartsCoreOption }) {
  const ground = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = ground.current!
    let chart: EChartsType | undefined
    // A place that is hidden while its page is made ready has no size yet; the drawing waits for one.
    const sizes = new ResizeObserver(() => {
      if (place.clientWidth === 0 || place.clientHeight === 0) return
      if (chart) {
        chart.resize()
        return
      }
      chart = init(place, null, { renderer: 'svg' })
      chart.setOption(option)
    })
    sizes.observe(place)
    return () => {
      sizes.disconnect()
      chart?.dispose()
    }
  }, [option])
  return <div ref={ground} style={{ position: 'absolute', inset: 0 }} />
}
