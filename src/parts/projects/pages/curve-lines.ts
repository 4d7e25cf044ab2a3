/** One line of a chart over months: decimal strings, null where nothing is known. */
export interface CurveLine {
  key: string
  values: readonly (string | null)[]
}

export interface CurveFrame {
  width: number
  height: number
  /** what the upper edge stands for */
  top: number
  months: number
}

/** A round upper edge that holds every value: 1, 2, 2.5 or 5 times a power of ten, cut into four even parts. */
export function topOf(lines: readonly CurveLine[]): number {
  const highest = Math.max(0, ...lines.flatMap(({ values }) => values.map(Number)))
  if (highest === 0) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  const times = [1, 2, 4, 5, 8, 10].find((one) => one * power >= highest) ?? 10
  return times * power
}

export const xOf = (place: number, { width, months }: CurveFrame) =>
  months < 2 ? width : (place / (months - 1)) * width
export const yOf = (value: string, { height, top }: CurveFrame) => height - (Number(value) / top) * height

/** The path of a line; the pen is lifted where a month is missing. */
export function pathOf({ values }: CurveLine, frame: CurveFrame): string {
  let drawing = false
  return values
    .map((value, place) => {
      if (value === null) {
        drawing = false
        return ''
      }
      const step = `${drawing ? 'L' : 'M'}${xOf(place, frame).toFixed(1)} ${yOf(value, frame).toFixed(1)}`
      drawing = true
      return step
    })
    .join('')
}

/** The last known place of a line; null where nothing is known. */
export function endOf({ values }: CurveLine): number | null {
  const place = values.findLastIndex((value) => value !== null)
  return place < 0 ? null : place
}

/** Heights for names at the ends of lines: as near to where they belong as they can stand without touching each other. */
export function apart(wanted: readonly number[], room: number, height: number): number[] {
  const order = wanted.map((y, place) => ({ y, place })).sort((a, b) => a.y - b.y)
  for (let at = 1; at < order.length; at++) {
    const [above, below] = [order[at - 1]!, order[at]!]
    below.y = Math.max(below.y, above.y + room)
  }
  for (let at = order.length - 1, floor = height; at >= 0; at--, floor -= room) {
    const one = order[at]!
    one.y = Math.min(one.y, floor)
    floor = Math.min(floor, one.y)
  }
  return order.sort((a, b) => a.place - b.place).map(({ y }) => y)
}
