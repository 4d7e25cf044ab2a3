/**
 * Stops of the as-of slider over the moments at which a record came or changed: 0 is before the first, n is just after the n-th, and
 * the last stop is now.
 */
export function placeOf(asOf: string | undefined, moments: readonly string[]): number {
  if (!asOf) return moments.length
  const at = Date.parse(asOf)
  return moments.filter((moment) => Date.parse(moment) <= at).length
}

/** What a stop asks for; undefined is now. */
export function momentAt(stop: number, moments: readonly string[]): string | undefined {
  if (stop >= moments.length) return undefined
  const moment = moments[stop - 1]
  if (moment) return moment
  const [first] = moments
  return first && new Date(Date.parse(first) - 1000).toISOString()
}
