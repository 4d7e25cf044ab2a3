import type { SyntheticAsked, SyntheticChunk, SyntheticRows } from '#parts/ledgers/synthetic.ts'
import { totalsOf } from './apportion.ts'
import { type DayPlan, hoursSoFar, planDays } from './days.ts'
import { offices, type Slots, slots } from './lanes.ts'
import { Random } from './random.ts'

/** How `jingkai generate parcels` makes its rows. */
export const syntheticParcels: SyntheticRows = {
  columns: [
    'declaration',
    'declaredAt',
    'direction',
    'mode',
    'country',
    'hs',
    'enterprise',
    'platform',
    'value',
    'weight',
    'state',
  ],
  chunks: parcelsOf,
}

/**
 * Single parcels as a customs office exports them, day after day and in the order of the clock, with the source's totals by direction and
 * value scaled to `rows` exactly. The same question makes the same bytes. Numbers are `4605 2018 I 000000001`: office, year, direction and a
 * place that no other day of the year has, so that files of different ranges never share one.
 */
function* parcelsOf(asked: SyntheticAsked): Generator<SyntheticChunk> {
  const writer = new ParcelWriter()
  let done = 0
  for (const plan of planDays(totalsOf(asked.rows), asked)) {
    const rowsOfDay = plan.parcels[0] + plan.parcels[1]
    if (rowsOfDay === 0) continue
    writer.openDay(plan, asked.seed)
    for (let written = 0; written < rowsOfDay; ) {
      const toBreak = asked.breakEvery ? asked.breakEvery - (done % asked.breakEvery) : Number.MAX_SAFE_INTEGER
      const rows = Math.min(chunkRows, rowsOfDay - written, toBreak)
      yield { day: plan.day, rows, bytes: writer.write(rows) }
      written += rows
      done += rows
    }
  }
}

const chunkRows = 8192
/** numbers an office has for one direction on one day; 366 days of them have nine digits */
const numbersADay = 2_700_000
const longestRow = 256

/** What a parcel is worth and weighs against its kind's middle, in thousandths: many small ones, few of several times as much. */
const spread = Uint32Array.from({ length: 1024 }, (_, place) => {
  const rank = (place + 0.5) / 1024
  return Math.min(6500, Math.round(1000 * (rank / (1 - rank)) ** 0.45))
})

const states = Uint8Array.from({ length: 1024 }, (_, place) => (place < 1009 ? 0 : place < 1019 ? 1 : 2))
const stateTexts = ['cleared', 'inspected', 'returned'].map((state) => Buffer.from(`,${state}\n`))

/** Writes a day's rows into one buffer, with no object a row. */
class ParcelWriter {
  readonly #buffer = Buffer.alloc(chunkRows * longestRow)
  readonly #slots: readonly [Slots, Slots] = [slots(0), slots(1)]
  readonly #officeBytes = offices.map((office) => Buffer.from(office))
  #at = 0
  #random = new Random(0)
  /** parcels of each direction still to come today */
  #left: [number, number] = [0, 0]
  #fen: [number, number] = [0, 0]
  /** what all of the day's parcels of a direction weigh in the sharing of its value, and those written so far */
  #whole: [number, number] = [0, 0]
  #shared: [number, number] = [0, 0]
  #given: [number, number] = [0, 0]
  #counters: [Float64Array, Float64Array] = [new Float64Array(offices.length), new Float64Array(offices.length)]
  #day = Buffer.alloc(0)
  #rows = 0
  #row = 0
  #hour = 0

  openDay(plan: DayPlan, seed: number): void {
    const [year, month, day] = plan.day.split('-').map(Number) as [number, number, number]
    const ofYear = (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000
    for (const counters of this.#counters) counters.fill(ofYear * numbersADay)
    this.#day = Buffer.from(plan.day)
    this.#rows = plan.parcels[0] + plan.parcels[1]
    this.#row = 0
    this.#hour = 0
    this.#fen = [...plan.fen]
    this.#whole = this.#weigh(plan, new Random(seed, year, ofYear))
    this.#shared = [0, 0]
    this.#given = [0, 0]
    this.#left = [...plan.parcels]
    this.#random = new Random(seed, year, ofYear)
  }

  write(rows: number): Uint8Array {
    this.#at = 0
    for (let row = 0; row < rows; row++) this.#writeRow()
    return this.#buffer.subarray(0, this.#at)
  }

  /** Goes through the day once without writing: its value is shared by what the parcels weigh together. */
  #weigh(plan: DayPlan, random: Random): [number, number] {
    const left: [number, number] = [...plan.parcels]
    const whole: [number, number] = [0, 0]
    while (left[0] + left[1] > 0) {
      const drawn = random.next()
      const direction = directionOf(drawn, left)
      left[direction] -= 1
      whole[direction] += shareOf(this.#slots[direction], drawn)
    }
    return whole
  }

  #writeRow(): void {
    const drawn = this.#random.next()
    const direction = directionOf(drawn, this.#left)
    this.#left[direction] -= 1
    const kinds = this.#slots[direction]
    const slot = drawn >>> 20
    const buffer = this.#buffer
    const office = kinds.office[slot]!
    this.#copy(this.#officeBytes[office]!)
    for (let place = 0; place < 4; place++) buffer[this.#at++] = this.#day[place]!
    buffer[this.#at++] = direction === 0 ? 73 : 69
    this.#counters[direction][office]! += 1
    this.#digits(this.#counters[direction][office]!, 9)
    buffer[this.#at++] = 44
    this.#copy(this.#day)
    this.#writeClock()
    for (let place = kinds.starts[slot]!; place < kinds.starts[slot + 1]!; place++)
      buffer[this.#at++] = kinds.middles[place]!
    this.#point(this.#nextFen(direction, shareOf(kinds, drawn)), 2)
    buffer[this.#at++] = 44
    const mixed = Math.imul(drawn ^ (drawn >>> 11), 0x9e3779b1) >>> 0
    this.#point(20 + Math.floor((kinds.grams[slot]! * (600 + (mixed >>> 22))) / 1112), 3)
    this.#copy(stateTexts[states[(mixed >>> 8) & 1023]!]!)
  }

  /** The step between two rounded running shares, so that a day's values add up to its total to the 分. */
  #nextFen(direction: 0 | 1, share: number): number {
    this.#shared[direction] += share
    const upToHere = Math.floor(this.#fen[direction] * (this.#shared[direction] / this.#whole[direction]))
    const fen = upToHere - this.#given[direction]
    this.#given[direction] = upToHere
    return fen
  }

  #writeClock(): void {
    const passed = (this.#row + 0.5) / this.#rows
    this.#row += 1
    while (passed >= hoursSoFar[this.#hour]! && this.#hour < 23) this.#hour += 1
    const from = this.#hour === 0 ? 0 : hoursSoFar[this.#hour - 1]!
    const second = Math.min(3599, Math.floor(((passed - from) / (hoursSoFar[this.#hour]! - from)) * 3600))
    this.#buffer[this.#at++] = 32
    this.#digits(this.#hour, 2)
    this.#buffer[this.#at++] = 58
    this.#digits(Math.floor(second / 60), 2)
    this.#buffer[this.#at++] = 58
    this.#digits(second % 60, 2)
  }

  #copy(bytes: Uint8Array): void {
    for (let place = 0; place < bytes.length; place++) this.#buffer[this.#at++] = bytes[place]!
  }

  #digits(number: number, count: number): void {
    let rest = number
    for (let place = this.#at + count - 1; place >= this.#at; place--) {
      const higher = Math.floor(rest / 10)
      this.#buffer[place] = 48 + (rest - higher * 10)
      rest = higher
    }
    this.#at += count
  }

  /** A whole number of hundredths or thousandths as `158.20`. */
  #point(number: number, places: 2 | 3): void {
    const one = places === 2 ? 100 : 1000
    const whole = Math.floor(number / one)
    let count = 1
    for (let limit = 10; whole >= limit; limit *= 10) count += 1
    this.#digits(whole, count)
    this.#buffer[this.#at++] = 46
    this.#digits(number - whole * one, places)
  }
}

/** By what is left of each, so that a day ends with exactly its imports and exports, well mixed. */
function directionOf(drawn: number, left: readonly [number, number]): 0 | 1 {
  return (drawn & 1023) * (left[0] + left[1]) < left[0] * 1024 ? 0 : 1
}

function shareOf(kinds: Slots, drawn: number): number {
  return kinds.price[drawn >>> 20]! * spread[(drawn >>> 10) & 1023]!
}
