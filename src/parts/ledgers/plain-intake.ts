import type { PlainLines, SheetRow } from '#kernel/files/table.ts'
import type { DuplicateWatch } from './duplicate-watch.ts'
import type { Taken } from './intake.ts'
import type { KeyRanges } from './key-ranges.ts'
import type { Month } from './leaves.ts'
import type { Ledger } from './ledger.ts'
import type { PlainRow } from './plain-checks.ts'
import { mostOfDimension, type PlainColumn } from './plain-columns.ts'
import { PlainRows, type PlainTaker } from './plain-rows.ts'
import { type Group, type RollupDelta, summedOf } from './rollup-delta.ts'
import type { Sink } from './sinks.ts'

/** What an intake shares with its reader of bytes. */
export interface Shared {
  ledger: Ledger
  columns: readonly PlainColumn[]
  width: number
  delimiter: string
  unit: string
  taken: Taken
  sink: Sink
  delta: RollupDelta | undefined
  watch: DuplicateWatch
  rangesOf(month: Month): KeyRanges
  /** a row that is to be read in the ordinary way */
  odd(row: SheetRow): void
  /** what stands before the unit and the values of the row on a line */
  stampOf(line: number): string
  /** whether that is the same for every line */
  isOneStamp: boolean
}

/** Takes rows from the bytes of a file, counts and sums them as they go by. */
export class PlainIntake implements PlainTaker {
  readonly #shared: Shared
  readonly #rows: PlainRows
  readonly #dimensions: number[]
  readonly #sums: { place: number; optional: boolean }[]
  #bytes: Buffer = Buffer.alloc(0)
  #day = ''
  #ranges: KeyRanges | undefined
  readonly #groups = new Map<number, Group>()

  constructor(shared: Shared) {
    const { ledger, columns, width, delimiter } = shared
    this.#shared = shared
    this.#rows = new PlainRows(ledger, columns, width, delimiter)
    this.#dimensions = ledger.dimensions.map((name) => columns.findIndex((column) => column.name === name))
    this.#sums = summedOf(ledger).map(({ place }) => ({ place, optional: columns[place]!.mayBeEmpty }))
  }

  take(plain: PlainLines): void {
    const { stampOf, unit, isOneStamp } = this.#shared
    const one = Buffer.from(stampOf(0) + unit)
    const stamp = isOneStamp ? () => one : (line: number) => Buffer.from(stampOf(line) + unit)
    this.#bytes = plain.bytes
    plain.lines = this.#rows.read(plain.bytes, plain.line, stamp, this)
  }

  odd(line: number, from: number, to: number): void {
    this.#shared.odd({ line, cells: this.#bytes.toString('utf8', from, to).split(this.#shared.delimiter) })
  }

  send(lines: Buffer, month: Month): void {
    this.#shared.sink.put(lines, month)
  }

  good(row: PlainRow, day: string, keyFrom: number, keyTo: number): void {
    const { taken, delta, watch } = this.#shared
    taken.rows += 1
    taken.good += 1
    if (day !== this.#day) this.#turnTo(day)
    this.#ranges!.seeBytes(this.#bytes, keyFrom, keyTo)
    if (delta) this.#add(delta, row)
    else watch.seeBytes(this.#bytes, keyFrom, keyTo)
  }

  #turnTo(day: string): void {
    const { taken, rangesOf } = this.#shared
    this.#day = day
    this.#ranges = rangesOf(day.slice(0, 7))
    this.#groups.clear()
    if (day < taken.from) taken.from = day
    if (day > taken.to) taken.to = day
  }

  #add(delta: RollupDelta, row: PlainRow): void {
    let place = 0
    for (const index of this.#dimensions) place = place * mostOfDimension * 2 + (row.remembered[index]?.id ?? -1) + 1
    let group = this.#groups.get(place)
    if (!group) {
      const dimensions = this.#dimensions.map((index) => row.remembered[index]?.value ?? '')
      group = delta.group(this.#day, this.#shared.unit, dimensions)
      this.#groups.set(place, group)
    }
    group.rows += 1
    for (let index = 0; index < this.#sums.length; index++) {
      const { place: column, optional } = this.#sums[index]!
      if (optional && row.textOf(column) === null) continue
      group.valued[index]! += 1
      const sum = group.sums[index]! + row.numbers[column]!
      if (sum < mostExact) group.sums[index] = sum
      else {
        group.large[index]! += BigInt(sum)
        group.sums[index] = 0
      }
    }
  }
}

/** Whole numbers are exact below; what is added is at most a thousandth of it. */
const mostExact = 2 ** 52
