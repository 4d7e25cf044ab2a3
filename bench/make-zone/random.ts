/** A stream of pseudo-random integers, the same on every machine (mulberry32 on a hash of the seed's letters). */
export interface Random {
  /** 0 ≤ n < limit */
  below(limit: number): number
  /** an integer weight of 1000 give or take `percent` of it */
  around(percent: number): bigint
  /** one of the items, each as likely as its weight */
  pick<T extends { weight: number }>(items: readonly T[]): T
}

export function seeded(seed: string): Random {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  return {
    below,
    around: (percent) => BigInt(1000 - percent * 10 + below(percent * 20 + 1)),
    pick: (items) => {
      let left = below(items.reduce((sum, item) => sum + item.weight, 0))
      for (const item of items) {
        left -= item.weight
        if (left < 0) return item
      }
      throw new Error('nothing to pick from')
    },
  }
}
