import { isDay } from '#kernel/period.ts'
import { longestValue, type Remembered } from './cell-memo.ts'
import type { Month } from './leaves.ts'
import type { Ledger } from './ledger.ts'
import { type PlainRow, plainChecks } from './plain-checks.ts'
import type { PlainColumn } from './plain-columns.ts'

/** Whoever takes what was read. */
export interface PlainTaker {
  /** a line that is not plain, to be read in the ordinary way */
  odd(line: number, from: number, to: number): void
  /** a row that is in `out`; its key stands between the places of the piece */
  good(row: PlainRow, day: string, keyFrom: number, keyTo: number): void
  /** lines of a month, to be sent */
  send(lines: Buffer, month: Month): void
}

const newline = 10
const carriage = 13
const tab = 9
const blank = 32
const dash = 45
const point = 46
const zero = 48
const nine = 57
const colon = 58

/**
 * Reads rows from the bytes of a file and writes them as COPY takes them, when every cell stands as it will be stored or stood for the same before.
 * It never rejects: a line with anything else is handed back, and the ledger's own reader says what it is.
 */
export class PlainRows implements PlainRow {
  readonly remembered: (Remembered | undefined)[]
  readonly numbers: Float64Array
  readonly #columns: readonly PlainColumn[]
  readonly #passes: (row: PlainRow) => boolean
  readonly #width: number
  readonly #delimiter: number
  readonly #others: readonly number[]
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #key: number
  readonly #rowMost: number
  #bytes: Buffer = Buffer.alloc(0)
  #out: Buffer = Buffer.alloc(0)
  #at = 0
  #day = ''
  #month = ''
  #dayBytes = new Uint8Array(10)

  constructor(ledger: Ledger, columns: readonly PlainColumn[], width: number, delimiter: string) {
    this.#columns = columns
    this.#width = width
    this.#delimiter = delimiter.charCodeAt(0)
    this.remembered = columns.map(() => undefined)
    this.numbers = new Float64Array(columns.length)
    this.#starts = new Int32Array(width + 1)
    this.#ends = new Int32Array(width + 1)
    const taken = new Set(columns.map(({ place }) => place))
    this.#others = Array.from({ length: width }, (_, place) => place).filter((place) => !taken.has(place))
    this.#key = columns.findIndex(({ name }) => name === ledger.key[0])
    this.#rowMost = 64 + columns.reduce((sum, { longest }) => sum + Math.max(longestValue, longest) + 8, 0)
    this.#passes = plainChecks(ledger, columns, this)
  }

  textOf(column: number): string | null {
    const { place } = this.#columns[column]!
    if (place < 0 || this.#starts[place] === this.#ends[place]) return null
    return this.#bytes.toString('utf8', this.#starts[place], this.#ends[place])
  }

  /** Reads whole lines, the first of which is `line`; answers how many they were. `stamp` makes what stands before a row's values. */
  read(bytes: Buffer, line: number, stamp: (line: number) => Buffer, taker: PlainTaker): number {
    this.#bytes = bytes
    let month = ''
    let lines = 0
    this.#open(bytes.length)
    for (let start = 0; start < bytes.length; lines++) {
      const end = this.#cut(start)
      const from = start
      start = end + 1
      const stop = end > from && bytes[end - 1] === carriage ? end - 1 : end
      if (stop === from) continue
      if (this.#at + this.#rowMost > this.#out.length) this.#hand(taker, month, bytes.length - from)
      const before = this.#at
      if (this.#fits() && this.#write(stamp(line + lines)) && this.#passes(this)) {
        if (this.#month !== month) month = this.#turn(taker, month, before, bytes.length - from)
        const { place } = this.#columns[this.#key]!
        taker.good(this, this.#day, this.#starts[place]!, this.#ends[place]!)
      } else {
        this.#at = before
        taker.odd(line + lines, from, stop)
      }
    }
    if (this.#at > 0) taker.send(this.#out.subarray(0, this.#at), month)
    return lines
  }

  #open(bytes: number): void {
    this.#out = Buffer.allocUnsafeSlow(Math.max(bytes * 2, this.#rowMost * 4))
    this.#at = 0
  }

  #hand(taker: PlainTaker, month: Month, left: number): void {
    if (this.#at > 0) taker.send(this.#out.subarray(0, this.#at), month)
    this.#open(left)
  }

  /** The last row is of another month than those before it: they go first. */
  #turn(taker: PlainTaker, month: Month, before: number, left: number): Month {
    if (before === 0) return this.#month
    const row = Buffer.from(this.#out.subarray(before, this.#at))
    this.#at = before
    this.#hand(taker, month, left)
    row.copy(this.#out)
    this.#at = row.length
    return this.#month
  }

  #cells = 0

  /** Cuts the line into cells; answers where it ends. */
  #cut(start: number): number {
    const bytes = this.#bytes
    const starts = this.#starts
    const ends = this.#ends
    const width = this.#width
    const delimiter = this.#delimiter
    let cell = 0
    let place = start
    starts[0] = start
    for (; ; place++) {
      const byte = bytes[place]
      if (byte === delimiter) {
        if (cell < width) ends[cell] = place
        cell += 1
        if (cell < width) starts[cell] = place + 1
      } else if (byte === newline) break
    }
    if (cell < width) ends[cell] = place > start && bytes[place - 1] === carriage ? place - 1 : place
    this.#cells = cell + 1
    return place
  }

  /** As many cells as headings, and nothing that looks like a formula in those that fill no column. */
  #fits(): boolean {
    if (this.#cells !== this.#width) return false
    for (const place of this.#others) {
      const first = this.#starts[place]! < this.#ends[place]! ? this.#bytes[this.#starts[place]!] : 0
      if (first === 61 || first === blank || first === 39) return false
    }
    return true
  }

  #write(stamp: Buffer): boolean {
    this.#out.set(stamp, this.#at)
    this.#at += stamp.length
    for (let index = 0; index < this.#columns.length; index++) {
      const column = this.#columns[index]!
      this.#out[this.#at++] = tab
      const from = column.place < 0 ? 0 : this.#starts[column.place]!
      const to = column.place < 0 ? 0 : this.#ends[column.place]!
      if (from === to) {
        if (!column.mayBeEmpty) return false
        this.remembered[index] = undefined
        this.#out[this.#at++] = 92
        this.#out[this.#at++] = 78
      } else if (!this.#writeCell(column, index, from, to)) return false
    }
    this.#out[this.#at++] = newline
    return true
  }

  #writeCell(column: PlainColumn, index: number, from: number, to: number): boolean {
    if (column.kind === 'memo') return this.#writeRemembered(column, index, from, to)
    if (column.kind === 'number') return this.#writeNumber(column, index, from, to)
    return column.kind === 'moment' ? this.#writeMoment(from, to) : this.#writeToken(column, from, to)
  }

  #writeRemembered(column: PlainColumn, index: number, from: number, to: number): boolean {
    const found = column.memo.find(this.#bytes, from, to)
    if (!found) return false
    this.remembered[index] = found
    const { copied } = found
    const out = this.#out
    let at = this.#at
    for (let place = 0; place < copied.length; place++) out[at++] = copied[place]!
    this.#at = at
    return true
  }

  /** Letters and digits that no rule of a text has anything to say about. */
  #writeToken(column: PlainColumn, from: number, to: number): boolean {
    if (to - from > column.longest) return false
    const bytes = this.#bytes
    const out = this.#out
    let at = this.#at
    for (let place = from; place < to; place++) {
      const byte = bytes[place]!
      if (isToken[byte] === 0) return false
      out[at++] = byte
    }
    this.#at = at
    return true
  }

  /** Digits without a sign or idle zeros before them, at most eleven before the point. */
  #writeNumber(column: PlainColumn, index: number, from: number, to: number): boolean {
    const bytes = this.#bytes
    const out = this.#out
    let at = this.#at
    let value = 0
    let after = -1
    for (let place = from; place < to; place++) {
      const byte = bytes[place]!
      out[at++] = byte
      if (byte === point && after < 0 && place > from) after = 0
      else if (byte < zero || byte > nine) return false
      else {
        value = value * 10 + byte - zero
        if (after >= 0) after += 1
      }
    }
    const whole = to - from - (after < 0 ? 0 : after + 1)
    if (whole > 11 || after === 0 || after > column.places || (whole > 1 && bytes[from] === zero)) return false
    for (let place = Math.max(0, after); place < column.places; place++) value *= 10
    const number = value / column.scale
    if (number < column.min || number > column.max) return false
    this.numbers[index] = value
    this.#at = at
    return true
  }

  #writeMoment(from: number, to: number): boolean {
    const bytes = this.#bytes
    if (to - from !== 19 || !this.#isDayAt(from)) return false
    if (bytes[from + 10] !== blank || bytes[from + 13] !== colon || bytes[from + 16] !== colon) return false
    const isTwo = (place: number, most: number) => twoDigits(bytes, place) <= most
    if (!isTwo(from + 11, 23) || !isTwo(from + 14, 59) || !isTwo(from + 17, 59)) return false
    const out = this.#out
    let at = this.#at
    for (let place = from; place < to; place++) out[at++] = bytes[place]!
    this.#at = at
    return true
  }

  /** Most rows are of the day of the row before. */
  #isDayAt(from: number): boolean {
    const bytes = this.#bytes
    const known = this.#dayBytes
    let place = 9
    while (place >= 0 && bytes[from + place] === known[place]) place -= 1
    if (place < 0) return true
    if (bytes[from + 4] !== dash || bytes[from + 7] !== dash) return false
    const day = bytes.toString('latin1', from, from + 10)
    if (!isDay(day)) return false
    this.#day = day
    this.#month = day.slice(0, 7)
    known.set(bytes.subarray(from, from + 10))
    return true
  }
}

/** 0 to 99, or more when they are no digits. */
function twoDigits(bytes: Uint8Array, place: number): number {
  const tens = bytes[place]! - zero
  const ones = bytes[place + 1]! - zero
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1000
}

const isToken = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(byte)) && byte < 128 ? 1 : 0,
)
