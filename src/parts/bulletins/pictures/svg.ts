import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { tokens } from '#web/tokens.ts'
import { heightOf, optionOf, pictureWidth } from './option.ts'
import { paperFamily } from './paper-family.ts'
import { altOf, captionOf, type Picture } from './picture.ts'

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, AriaComponent, SVGRenderer])

export interface DrawnPicture {
  svg: string
  /** pixels, at 96 to the inch of the sheet */
  width: number
  height: number
}

/** Draws a picture in the light ink of paper. The same picture gives the same characters; ids are its own, so that several stand in one page. */
export function svgOf(picture: Picture): DrawnPicture {
  const [width, height] = [pictureWidth, heightOf(picture)]
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    const paper = { ...tokens.light, page: tokens.light.surface }
    chart.setOption(optionOf(picture, { tokens: paper, family: paperFamily, moves: false }))
    return { svg: told(chart.renderToSVGString(), picture), width, height }
  } finally {
    chart.dispose()
  }
}

/** With a name and a description; without ids that count the drawings of this process. */
function told(svg: string, picture: Picture): string {
  const id = `picture-${picture.number.replaceAll(/\D/g, '')}`
  const words = `<title id="${id}-title">${escaped(captionOf(picture))}</title><desc id="${id}-desc">${escaped(altOf(picture))}</desc>`
  const clips = new Map<string, string>()
  const clipOf = (name: string) => {
    if (!clips.has(name)) clips.set(name, `${id}-clip-${clips.size + 1}`)
    return clips.get(name)!
  }
  return svg
    .replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-c\d+\b/g, clipOf)
    .replace(/^<svg ([^>]*)>/, `<svg $1 role="img" aria-labelledby="${id}-title ${id}-desc">${words}`)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => entities[character]!)
