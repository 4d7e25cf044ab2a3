import type { Decimal } from 'decimal.js'

/** Which way is good: more output, less PM2.5. */
export type BetterWhen = 'higher' | 'lower'

/** Part of a whole in percent, both in one unit; null when either is missing or the whole is not above zero. */
export function shareOf(part: Decimal | null, whole: Decimal | null): Decimal | null {
  if (part === null || whole === null || whole.lte(0)) return null
  return part.div(whole).times(100)
}

export interface Entrant {
  name: string
  value: Decimal | null
}

/** `rank` is null for an entrant without a value; `tied` counts the others on the same rank. */
export interface Ranked extends Entrant {
  rank: number | null
  tied: number
}

/** Competition ranking (1, 2, 2, 4), best first; entrants without a value come last, unranked. Order among ties is as supplied. */
export function ranksOf(entrants: readonly Entrant[], better: BetterWhen): Ranked[] {
  const placed = entrants
    .flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
    .sort((a, b) => (better === 'higher' ? b.value.cmp(a.value) : a.value.cmp(b.value)))
  const ranked = placed.map((entrant) => ({
    ...entrant,
    rank: placed.findIndex(({ value }) => value.eq(entrant.value)) + 1,
    tied: placed.filter(({ value }) => value.eq(entrant.value)).length - 1,
  }))
  const absent = entrants.filter(({ value }) => value === null).map((entrant) => ({ ...entrant, rank: null, tied: 0 }))
  return [...ranked, ...absent]
}

/** One entrant's rank among those with a value (itself included); null when it has none. */
export function rankOf(
  name: string,
  entrants: readonly Entrant[],
  better: BetterWhen,
): { rank: number; of: number } | null {
  const ranked = ranksOf(entrants, better)
  const rank = ranked.find((entrant) => entrant.name === name)?.rank ?? null
  return rank === null ? null : { rank, of: ranked.filter((entrant) => entrant.rank !== null).length }
}
