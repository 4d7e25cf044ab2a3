/** Longest cell that is remembered, in bytes, and the longest value. */
const longestCell = 120
export const longestValue = 200

/** What a cell's bytes stand for, as the ledger's own reader said once. */
export interface Remembered {
  /** the order in which they were learned */
  id: number
  value: string
  /** the value as COPY reads it */
  copied: Uint8Array
}

/**
 * What the cells of a column stood for, by their bytes. Columns of few different values are read once a value; how a value is read is never
 * written twice, so what is remembered is what the reader says.
 */
export class CellMemo {
  readonly #most: number
  #entries: (Remembered & { cell: Uint8Array; hash: number })[] = []
  #slots = new Int32Array(256)

  constructor(most: number) {
    this.#most = most
  }

  /** What the bytes from `from` to `to` stand for, when that is known. */
  find(bytes: Uint8Array, from: number, to: number): Remembered | undefined {
    const hash = hashOf(bytes, from, to)
    const mask = this.#slots.length - 1
    for (let place = spread(hash) & mask; ; place = (place + 1) & mask) {
      const number = this.#slots[place]!
      if (number === 0) return undefined
      const entry = this.#entries[number - 1]!
      if (entry.hash === hash && isSame(entry.cell, bytes, from, to)) return entry
    }
  }

  learn(cell: string, value: string, copied: string): void {
    const bytes = Buffer.from(cell)
    const out = Buffer.from(copied)
    if (this.#entries.length >= this.#most || bytes.length > longestCell || out.length > longestValue) return
    if (this.find(bytes, 0, bytes.length)) return
    const hash = hashOf(bytes, 0, bytes.length)
    this.#entries.push({ id: this.#entries.length, value, copied: out, cell: bytes, hash })
    if (this.#entries.length * 2 > this.#slots.length) this.#grow()
    else this.#place(this.#entries.length)
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4)
    for (let number = 1; number <= this.#entries.length; number++) this.#place(number)
  }

  #place(number: number): void {
    const mask = this.#slots.length - 1
    let place = spread(this.#entries[number - 1]!.hash) & mask
    while (this.#slots[place] !== 0) place = (place + 1) & mask
    this.#slots[place] = number
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0
  for (let place = from; place < to; place++) hash = Math.imul(hash ^ bytes[place]!, 0x01000193)
  return hash
}

const spread = (hash: number): number => hash ^ (hash >>> 15)

function isSame(cell: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (cell.length !== to - from) return false
  for (let place = 0; place < cell.length; place++) if (cell[place] !== bytes[from + place]) return false
  return true
}
