import { BarChart, ScatterChart } from 'echarts/charts'
import { use } from 'echarts/core'

/** What the charts of bulletins need besides the lines of the pages. Loaded only where a bulletin has a chart. */
use([BarChart, ScatterChart])

export { default } from '#web/charts/Drawing.tsx'
