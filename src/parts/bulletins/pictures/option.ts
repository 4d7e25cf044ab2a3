import type { EChartsCoreOption } from 'echarts/core'
import type { Ink } from '#web/charts/series.ts'
import { trendOption } from '#web/charts/trend.ts'
import { completionOption, rowHeight } from './completion-option.ts'
import type { Picture } from './picture.ts'

/** How a picture is drawn: one definition for the page, the web file and Word; `width` is the room it has, in pixels. */
export function optionOf(picture: Picture, ink: Ink, width = pictureWidth): EChartsCoreOption {
  return picture.form === 'completion' ? completionOption(picture, ink, width) : trendPictureOption(picture, ink)
}

/** The height of a picture in the room it has, in the same pixels. */
export function heightOf({ form, rows }: Picture, width = pictureWidth): number {
  return form === 'trend' ? 260 : 52 + rows.length * rowHeight(rows, width)
}

/** Pixels across the 156 mm of the sheet, so that type of 12 px stands at 9 pt. */
export const pictureWidth = 590

/** The chart of the pages, on paper: from zero, with the target as a line of its own that the scale reaches. */
function trendPictureOption({ title, unit, rows, series, target }: Picture, ink: Ink): EChartsCoreOption {
  const drawn = trendOption(
    {
      ...{ title, unit },
      // Two digits keep the months in order.
      series: series.map(({ name, role, points }) => ({
        ...{ name, main: role === 'main' },
        points: points.map((point, place) => ({
          ...{ period: keyOf(place), value: point.value },
          ...(point.provisional ? { provisional: true } : {}),
        })),
      })),
      printPeriod: (period) => rows[Number(period)] ?? period,
    },
    ink,
  ) as { grid: object; yAxis: object; series: { lineStyle?: object }[]; legend: object }
  const { tokens } = ink
  const aim = target && {
    ...{ type: 'line', name: target.name, symbol: 'none', silent: true, emphasis: { disabled: true } },
    ...{ data: rows.map(() => Number(target.value)), itemStyle: { color: tokens.ink } },
    lineStyle: { color: tokens.ink, width: 1, type: 'dotted' },
  }
  const names = [...series.map(({ name }) => ({ name })), ...(target ? [{ name: target.name, icon: dottedLine }] : [])]
  return {
    ...drawn,
    grid: { ...drawn.grid, top: 32 },
    yAxis: { ...drawn.yAxis, scale: false, name: '' },
    // The caption has the unit. From the left, no width that was guessed too small is cut.
    legend: { ...drawn.legend, show: names.length > 1, data: names, itemWidth: 24, left: 0, right: 'auto' },
    series: [...drawn.series.map((line, place) => (place === 0 ? line : dashed(line))), ...(aim ? [aim] : [])],
  }
}

const dottedLine = 'path://M0,4h3v1.5h-3zM6,4h3v1.5h-3zM12,4h3v1.5h-3zM18,4h3v1.5h-3z'
const keyOf = (place: number) => String(place).padStart(2, '0')
/** The year before is told from this year on a grey print too. */
const dashed = <T extends { lineStyle?: object }>(line: T) => ({
  ...line,
  lineStyle: { ...line.lineStyle, type: 'dashed' },
})
