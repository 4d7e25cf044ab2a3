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

  get list(): KeyRange[] {
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

function stemLength(key: string): number {
  let length = key.length
  while (length > 0 && isDigit(key.charCodeAt(length - 1))) length -= 1
  return length
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
