export interface Scale {
  low: number
  high: number
  ticks: { value: number; text: string }[]
}

/** A scale with round ticks that holds all values; it begins at zero unless they lie close together far from it. */
export function scaleOf(values: readonly number[]): Scale {
  if (values.length === 0) return { low: 0, high: 1, ticks: [] }
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const far = least > 0 && (most - least) / most < 0.25
  const from = far ? least : Math.min(0, least)
  const step = roundStep((most - from) / 3 || Math.abs(most) || 1)
  const low = Math.floor(from / step) * step
  const high = Math.max(Math.ceil(most / step) * step, low + step)
  const places = Math.max(0, -Math.floor(Math.log10(step)))
  const count = Math.round((high - low) / step)
  const ticks = Array.from({ length: count + 1 }, (_, index) => low + index * step)
  return { low, high, ticks: ticks.map((value) => ({ value, text: textOf(value, places) })) }
}

/** 1, 2 or 5 times a power of ten. */
function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  return ([1, 2, 5, 10].find((times) => times * power >= raw) ?? 10) * power
}

const textOf = (value: number, places: number) => value.toFixed(places).replace('-', '−')
