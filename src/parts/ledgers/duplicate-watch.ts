/** Beyond this many keys the table is no longer kept, and duplicates are looked for in the database every time. */
const most = 1 << 23

/**
 * Notices when a key comes twice, by 64-bit fingerprints in one flat table: it may suspect in vain, it never misses. Its memory is 16 bytes a key
 * at most, 128 MB in all.
 */
export class DuplicateWatch {
  suspects = false
  #count = 0
  #slots = new Uint32Array(1 << 13)

  /** The same for a key of plain ASCII that stands in bytes, as {@link see} has it with a closing NUL. */
  seeBytes(bytes: Uint8Array, from: number, to: number): void {
    if (this.suspects) return
    if (this.#count * 4 > this.#slots.length) this.#grow()
    if (this.#suspends()) return
    let low = 0x811c9dc5
    let high = 0x9e3779b9
    for (let index = from; index <= to; index++) {
      const code = index < to ? bytes[index]! : 0
      low = Math.imul(low ^ code, 0x01000193)
      high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13)
    }
    this.#put(low >>> 0, (high | 1) >>> 0)
  }

  see(key: string): void {
    if (this.suspects) return
    if (this.#count * 4 > this.#slots.length) this.#grow()
    if (this.#suspends()) return
    let low = 0x811c9dc5
    let high = 0x9e3779b9
    for (let index = 0; index < key.length; index++) {
      const code = key.charCodeAt(index)
      low = Math.imul(low ^ code, 0x01000193)
      high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13)
    }
    this.#put(low >>> 0, (high | 1) >>> 0)
  }

  #suspends(): boolean {
    if (this.#count < most) return false
    this.suspects = true
    this.#slots = new Uint32Array(0)
    return true
  }

  /** The high half is never zero, so that zero means an empty slot. */
  #put(low: number, high: number): void {
    const slots = this.#slots
    const mask = slots.length / 2 - 1
    for (let place = (low ^ (high >>> 7)) & mask; ; place = (place + 1) & mask) {
      if (slots[place * 2 + 1] === 0) {
        slots[place * 2] = low
        slots[place * 2 + 1] = high
        this.#count += 1
        return
      }
      if (slots[place * 2] === low && slots[place * 2 + 1] === high) {
        this.suspects = true
        return
      }
    }
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Uint32Array(before.length * 2)
    this.#count = 0
    for (let place = 0; place < before.length; place += 2)
      if (before[place + 1] !== 0) this.#put(before[place]!, before[place + 1]!)
  }
}
