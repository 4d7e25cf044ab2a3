/** Counts by the second of the last minute. */
export class LastMinute {
  readonly #seconds = new Float64Array(60)
  readonly #counts = new Float64Array(60)

  count(rows: number, now = Date.now()): void {
    const second = Math.floor(now / 1000)
    const place = second % 60
    if (this.#seconds[place] !== second) {
      this.#seconds[place] = second
      this.#counts[place] = 0
    }
    this.#counts[place]! += rows
  }

  /** Rows of the sixty seconds up to now. */
  total(now = Date.now()): number {
    const second = Math.floor(now / 1000)
    return this.#counts.reduce((sum, count, place) => (second - this.#seconds[place]! < 60 ? sum + count : sum), 0)
  }

  /** Rows a second over the last ten. */
  perSecond(now = Date.now()): number {
    const second = Math.floor(now / 1000)
    return this.#counts.reduce((sum, count, place) => (second - this.#seconds[place]! < 10 ? sum + count : sum), 0) / 10
  }
}
