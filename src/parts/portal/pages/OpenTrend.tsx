import { useMedia } from '#web/appearance.tsx'
import { pathOf, placesOf } from '#web/charts/line-path.ts'
import { scaleOf } from './trend-scale.ts'

export interface TrendPoint {
  /** as read: 2018年6月 */
  period: string
  /** as on the axis: 2018-06 */
  at: string
  value: string | null
  /** with its unit, as read */
  said: string
  provisional: boolean
  /** it counts from nothing again, as the year to date does in January: no line leads to it */
  anew: boolean
}

const LEFT = 52
const TOP = 8
const BOTTOM = 24

/** A line over time that needs no chart library: it is on the screen with the text. Gaps stay gaps, provisional values are hollow. */
export function OpenTrend({ points, label }: { points: readonly TrendPoint[]; label: string }) {
  const phone = useMedia('(max-width: 767.98px)')
  const [width, height] = phone ? [360, 200] : [760, 260]
  const scale = scaleOf(points.flatMap(({ value }) => (value === null ? [] : [Number(value)])))
  const frame = { width: width - LEFT - 4, height: height - BOTTOM - TOP, low: scale.low, high: scale.high }
  const places = placesOf(points, frame)
  const yOf = (value: number) => TOP + placesOf([{ value: String(value) }], frame)[0]!.y
  return (
    <figure className="open-trend">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {scale.ticks.map(({ value, text }) => (
          <g key={text}>
            <line x1={LEFT} x2={width} y1={yOf(value)} y2={yOf(value)} className="open-trend-rule" />
            <text x={LEFT - 8} y={yOf(value) + 4} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {ticksOf(points, phone ? 4 : 8).map(({ at, place }) => (
          <text
            key={at}
            x={LEFT + 3 + (place * (frame.width - 6)) / Math.max(1, points.length - 1)}
            y={height - 6}
            textAnchor={anchorOf(place, points.length)}
          >
            {at}
          </text>
        ))}
        <g transform={`translate(${LEFT} ${TOP})`}>
          <path d={lineOf(places, points)} />
          {places.map(
            (place, index) =>
              place && (
                <circle
                  key={points[index]!.at}
                  cx={place.x}
                  cy={place.y}
                  r={3}
                  data-hollow={place.provisional || undefined}
                >
                  <title>{`${points[index]!.period}：${points[index]!.said}`}</title>
                </circle>
              ),
          )}
        </g>
      </svg>
    </figure>
  )
}

/** One stroke for each stretch that counts on. */
function lineOf(places: ReturnType<typeof placesOf>, points: readonly TrendPoint[]): string {
  const starts = [0, ...points.flatMap(({ anew }, place) => (anew && place > 0 ? [place] : []))]
  return starts.map((start, at) => pathOf(places.slice(start, starts[at + 1]))).join('')
}

/** So many periods named along the axis, first and last among them. */
function ticksOf(points: readonly TrendPoint[], most: number): { at: string; place: number }[] {
  const step = Math.max(1, Math.ceil((points.length - 1) / (most - 1)))
  return points.flatMap(({ at }, place) => {
    const last = points.length - 1
    const named = place === last || (place % step === 0 && last - place >= step / 2)
    return named ? [{ at, place }] : []
  })
}

function anchorOf(place: number, count: number): 'start' | 'middle' | 'end' {
  if (place === 0 && count > 1) return 'start'
  return place === count - 1 && count > 1 ? 'end' : 'middle'
}
