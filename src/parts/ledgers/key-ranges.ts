/** First and last of the keys that share all but their last digits, in the order of bytes. */
export interface KeyRange {
  first: string
  last: string
}

/** Beyond this many kinds of keys one range holds all of them. */
const mostStems = 256

/**
 * Notes between which keys those of a file lie, by what stands before their last digits: numbers that an office gives out in order make narrow
 * ranges, so that two months overlap only where they meet.
 */
export class KeyRanges {
  #ranges = new Map<string, KeyRange>()
  #all: KeyRange | undefined
  readonly #bytes = new Map<number, { first: Uint8Array; last: Uint8Array }>()

  see(key: string): void {
    if (this.#all) {
      widen(this.#all, key)
      return
    }
    const stem = key.slice(0, stemLength(key))
    const range = this.#ranges.get(stem)
    if (range) widen(range, key)
    else if (this.#ranges.size < mostStems) this.#ranges.set(stem, { first: key, last: key })
    else this.#join(key)
  }

  /** The same for a key of plain ASCII that stands in bytes. */
  seeBytes(bytes: Uint8Array, from: number, to: number): void {
    let end = to
    while (end > from && isDigit(bytes[end - 1]!)) end -= 1
    let hash = 0x811c9dc5 | 0
    for (let place = from; place < end; place++) hash = Math.imul(hash ^ bytes[place]!, 0x01000193)
    const known = this.#bytes.get(hash)
    // Two stems of one hash share a range: wider than it must be, never too narrow.
    if (!known) {
      if (this.#bytes.size >= mostStems) this.see(Buffer.from(bytes.subarray(from, to)).toString('latin1'))
      else this.#bytes.set(hash, { first: bytes.slice(from, to), last: bytes.slice(from, to) })
    } else if (order(bytes, from, to, known.last) > 0) known.last = replaced(known.last, bytes, from, to)
    else if (order(bytes, from, to, known.first) < 0) known.first = replaced(known.first, bytes, from, to)
  }

  get list(): KeyRange[] {
    for (const { first, last } of this.#bytes.values())
      for (const key of [first, last]) this.see(Buffer.from(key).toString('latin1'))
    this.#bytes.clear()
    return this.#all ? [this.#all] : [...this.#ranges.values()]
  }

  #join(key: string): void {
    const all = { first: key, last: key }
    for (const { first, last } of this.#ranges.values()) {
      widen(all, first)
      widen(all, last)
    }
    this.#all = all
    this.#ranges.clear()
  }
}

function widen(range: KeyRange, key: string): void {
  if (isBefore(key, range.first)) range.first = key
  else if (isBefore(range.last, key)) range.last = key
}

/** As PostgreSQL's collation "C" has it: UTF-16 differs from the order of UTF-8 bytes only beyond the basic plane. */
function isBefore(a: string, b: string): boolean {
  if (ascii.test(a) && ascii.test(b)) return a < b
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0
}

const ascii = /^[\x20-\x7e]*$/

/** In the order of bytes; a key that begins another stands before it. */
function order(bytes: Uint8Array, from: number, to: number, other: Uint8Array): number {
  const length = Math.min(to - from, other.length)
  for (let place = 0; place < length; place++) {
    const difference = bytes[from + place]! - other[place]!
    if (difference !== 0) return difference
  }
  return to - from - other.length
}

function replaced(kept: Uint8Array, bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (kept.length !== to - from) return bytes.slice(from, to)
  for (let place = 0; place < kept.length; place++) kept[place] = bytes[from + place]!
  return kept
}

function stemLength(key: string): number {
  let length = key.length
  while (length > 0 && isDigit(key.charCodeAt(length - 1))) length -= 1
  return length
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
