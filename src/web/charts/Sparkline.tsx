import { type Mark, pathOf, placesOf, sharedScale } from './line-path.ts'
import './sparkline.css'

interface SparklineProps {
  marks: readonly Mark[]
  /** read to those who do not see it */
  label: string
  width?: number
  height?: number
  /** a scale shared with other drawings; its own unless given */
  scale?: { low: number; high: number }
  /** draws the line of zero, for growth */
  zero?: boolean
}

/** A line the size of a word. Gaps stay gaps; the last known point is marked, hollow when provisional. */
export function Sparkline({ marks, label, width = 96, height = 28, scale, zero }: SparklineProps) {
  const frame = { width, height, ...(scale ?? sharedScale([marks], zero ?? false)) }
  const places = placesOf(marks, frame)
  const last = places.findLast((place) => place !== null)
  const base = zero ? placesOf([{ value: '0' }], frame)[0] : null
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {base && <line className="sparkline-zero" x1={0} x2={width} y1={base.y} y2={base.y} />}
      <path d={pathOf(places)} />
      {last && <circle cx={last.x} cy={last.y} r={2.5} data-hollow={last.provisional || undefined} />}
    </svg>
  )
}
