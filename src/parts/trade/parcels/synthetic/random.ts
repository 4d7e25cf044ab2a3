/** mulberry32, the same everywhere for one seed; answers whole numbers of 32 bits, never negative. */
export class Random {
  #state: number

  constructor(...seeds: readonly number[]) {
    let state = 0x811c9dc5
    for (const seed of seeds) state = Math.imul(state ^ (seed >>> 0), 0x01000193) ^ (state >>> 15)
    this.#state = state
    this.next()
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    const state = this.#state
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** a whole number around 1000, give or take `percent` of it */
  around(percent: number): number {
    return 1000 - percent * 10 + (this.next() % (percent * 20 + 1))
  }
}
