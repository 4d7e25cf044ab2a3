/** A point of a small drawing: null is a gap. */
export interface Mark {
  value: string | null
  provisional?: boolean
}

export interface Frame {
  width: number
  height: number
  /** the scale; several small drawings share one so that they can be compared */
  low: number
  high: number
}

export interface Place {
  x: number
  y: number
  provisional: boolean
}

/** Where each known value stands; null where there is a gap. Inset by 3 so that end points are not cut. */
export function placesOf(marks: readonly Mark[], frame: Frame): (Place | null)[] {
  const step = marks.length > 1 ? (frame.width - 6) / (marks.length - 1) : 0
  const span = frame.high - frame.low || 1
  return marks.map((mark, index) => {
    if (mark.value === null) return null
    const share = (Number(mark.value) - frame.low) / span
    return {
      x: 3 + index * step,
      y: frame.height - 3 - share * (frame.height - 6),
      provisional: mark.provisional ?? false,
    }
  })
}

/** An SVG path that lifts the pen at gaps. */
export function pathOf(places: readonly (Place | null)[]): string {
  return places
    .map((place, index) =>
      place ? `${index > 0 && places[index - 1] ? 'L' : 'M'}${place.x.toFixed(1)} ${place.y.toFixed(1)}` : '',
    )
    .join('')
}

/** The scale that holds all values of all drawings, and zero when `withZero`. */
export function sharedScale(all: readonly (readonly Mark[])[], withZero: boolean): { low: number; high: number } {
  const values = all.flat().flatMap((mark) => (mark.value === null ? [] : [Number(mark.value)]))
  if (withZero) values.push(0)
  if (values.length === 0) return { low: 0, high: 1 }
  return { low: Math.min(...values), high: Math.max(...values) }
}
