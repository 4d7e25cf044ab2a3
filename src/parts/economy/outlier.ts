/** Fewer periods than this are no history. */
const fewest = 8
const usual = 3.5

/** What is usual in a history, and how far a value lies from it. */
export interface Judged {
  low: number
  high: number
  periods: number
  isOutside: boolean
}

/**
 * Whether a value lies outside what its own history makes usual: more than a threshold of robust deviations (median, MAD × 1.4826,
 * at least `floor`) from the median. The threshold is 3.5, or a quarter more than 98 of 100 periods of the history itself reach,
 * or what the item declares. Null with fewer than eight periods. Binary floating point is fine here: nothing of it is published.
 */
export function judge(
  value: number,
  history: readonly number[],
  by: { floor: number; threshold?: number | undefined },
): Judged | null {
  if (history.length < fewest) return null
  const center = quantile(history, 0.5)
  const away = (one: number) => Math.abs(one - center)
  const scale = Math.max(1.4826 * quantile(history.map(away), 0.5), by.floor)
  const seen = quantile(
    history.map((one) => away(one) / scale),
    0.98,
  )
  const threshold = by.threshold ?? Math.max(usual, 1.25 * seen)
  const reach = threshold * scale
  return { low: center - reach, high: center + reach, periods: history.length, isOutside: away(value) > reach }
}

/** Linear between the two nearest of the ordered values. */
export function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b)
  const place = (ordered.length - 1) * share
  const below = ordered[Math.floor(place)]!
  const above = ordered[Math.ceil(place)]!
  return below + (above - below) * (place - Math.floor(place))
}
