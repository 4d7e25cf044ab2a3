import { BarChart, ScatterChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import Drawing from '#web/charts/Drawing.tsx'

use([BarChart, ScatterChart])

/** A drawing with what the charts of bulletins need besides the lines of the pages. Loaded only where a bulletin has a chart. */
export default function PictureDrawing({ option }: { option: EChartsCoreOption }) {
  return <Drawing option={option} />
}
