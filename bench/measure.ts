/** Milliseconds that a deed took, with what it answered. */
export async function timed<T>(deed: () => Promise<T> | T): Promise<{ ms: number; answer: T }> {
  const started = performance.now()
  const answer = await deed()
  return { ms: performance.now() - started, answer }
}

/** Milliseconds of each repetition in order of size, after `warmUp` repetitions that do not count. */
export async function repeated(
  times: number,
  deed: (repetition: number) => Promise<unknown> | unknown,
  { warmUp = 0 }: { warmUp?: number } = {},
): Promise<number[]> {
  const all: number[] = []
  for (let repetition = 0; repetition < warmUp + times; repetition++) {
    const { ms } = await timed(() => deed(repetition))
    if (repetition >= warmUp) all.push(ms)
  }
  return all.sort((a, b) => a - b)
}

/** The value below which a share of the measurements lies: 0.5 is the median, 0.95 what one in twenty exceeds. */
export function quantile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) throw new Error('nothing was measured')
  return below + (above - below) * (place - Math.floor(place))
}

export function median(measured: readonly number[]): number {
  return quantile(measured, 0.5)
}
