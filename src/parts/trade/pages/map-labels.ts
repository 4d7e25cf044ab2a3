/** A place that wants a label, in pixels; earlier ones choose first. */
export interface Wanted {
  key: string
  text: string
  x: number
  y: number
}

export interface Label extends Wanted {
  /** where the text begins and its middle line */
  left: number
  middle: number
  width: number
}

interface Spot {
  x: number
  y: number
}

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const HEIGHT = 17
const GAP = 8

/**
 * Labels beside their places so that none lies over another, over a place, or over the edge: right, left, above, below, then the corners
 * and a step further out; clear of the lines where that can be. One that finds no room is left out; the table beside has it.
 */
export function labelsFor(
  wanted: readonly Wanted[],
  frame: { width: number; height: number },
  dots: readonly Spot[],
  lines: readonly Spot[] = [],
): Label[] {
  const taken: Box[] = dots.map((dot) => around(dot, 5))
  const crossed = lines.map((point) => around(point, 3))
  const labels: Label[] = []
  for (const place of wanted) {
    const width = widthOf(place.text)
    const free = spotsAround(place, width).filter(
      (box) => inside(box, frame) && !taken.some((other) => overlap(box, other)),
    )
    const spot = free.find((box) => !crossed.some((other) => overlap(box, other))) ?? free[0]
    if (!spot) continue
    taken.push(spot)
    labels.push({ ...place, left: spot.left, middle: (spot.top + spot.bottom) / 2, width })
  }
  return labels
}

/** Chinese characters are as wide as they are high, Latin letters about half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 13.5 : 7.2), 0)
}

function spotsAround({ x, y }: Wanted, width: number): Box[] {
  const box = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + HEIGHT })
  const ring = (gap: number) => [
    box(x + gap, y - HEIGHT / 2),
    box(x - gap - width, y - HEIGHT / 2),
    box(x - width / 2, y - gap - HEIGHT),
    box(x - width / 2, y + gap),
    box(x + gap * 0.7, y - gap * 0.7 - HEIGHT),
    box(x + gap * 0.7, y + gap * 0.7),
    box(x - gap * 0.7 - width, y - gap * 0.7 - HEIGHT),
    box(x - gap * 0.7 - width, y + gap * 0.7),
  ]
  return [...ring(GAP), ...ring(GAP * 2), ...ring(GAP * 3.5)]
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const around = ({ x, y }: Spot, by: number): Box => ({ left: x - by, right: x + by, top: y - by, bottom: y + by })

const inside = (box: Box, { width, height }: { width: number; height: number }): boolean =>
  box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2
