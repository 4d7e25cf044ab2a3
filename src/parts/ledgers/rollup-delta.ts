import type pg from 'pg'
import { addDailyByBatch } from './batch-rollup.ts'
import type { Ledger } from './ledger.ts'
import { addDaily } from './rollup.ts'
import type { SqlNames } from './sql-names.ts'

/** What the rows of one day, unit and dimensions come to. Sums are whole numbers of the last place; what a number cannot hold goes to `large`. */
export interface Group {
  day: string
  unit: string
  dimensions: readonly string[]
  rows: number
  sums: number[]
  large: bigint[]
  valued: number[]
}

/**
 * Sums of new rows, taken while they are read: when every one of them is new, the rollup needs no second look at them. Exact: a sum never
 * leaves the whole numbers.
 */
export class RollupDelta {
  readonly #groups = new Map<string, Group>()
  readonly #names: SqlNames
  readonly #day: number
  readonly #dimensions: number[]
  readonly #sums: { place: number; places: number }[]

  constructor(ledger: Ledger, names: SqlNames) {
    const columns = Object.keys(ledger.columns)
    this.#names = names
    this.#day = columns.indexOf(ledger.day)
    this.#dimensions = ledger.dimensions.map((name) => columns.indexOf(name))
    this.#sums = summedOf(ledger)
  }

  /** Adds a row by its values, in the order of the ledger's columns. */
  add(values: readonly (string | null)[], unit: string): void {
    const day = values[this.#day]!
    const dimensions = this.#dimensions.map((place) => values[place] ?? '')
    const group = this.group(day.length === 7 ? `${day}-01` : day.slice(0, 10), unit, dimensions)
    group.rows += 1
    for (const [index, { place, places }] of this.#sums.entries()) {
      const value = values[place]
      if (value === null || value === undefined) continue
      group.valued[index]! += 1
      group.large[index]! += wholeOf(value, places)
    }
  }

  group(day: string, unit: string, dimensions: readonly string[]): Group {
    const key = JSON.stringify([day, unit, dimensions])
    const known = this.#groups.get(key)
    if (known) return known
    const none = () => this.#sums.map(() => 0)
    const group: Group = {
      day,
      unit,
      dimensions,
      rows: 0,
      sums: none(),
      large: this.#sums.map(() => 0n),
      valued: none(),
    }
    this.#groups.set(key, group)
    return group
  }

  get rows(): number {
    let rows = 0
    for (const group of this.#groups.values()) rows += group.rows
    return rows
  }

  /** Adds all to the rollup, days and months, and to the sums of the batch that brought the rows. */
  async store(client: pg.ClientBase, batch: string): Promise<void> {
    const groups = [...this.#groups.values()]
    if (groups.length === 0) return
    const arrays: unknown[] = [groups.map(({ day }) => day), groups.map(({ unit }) => unit)]
    const types = ['date', 'text']
    const columns = ['day', 'unit_code']
    const take = (column: string, type: string, values: unknown[]) => {
      columns.push(column)
      types.push(type)
      arrays.push(values)
    }
    for (const [place, { rolled }] of this.#names.dimensions.entries())
      take(
        rolled,
        'text',
        groups.map(({ dimensions }) => dimensions[place]!),
      )
    take(
      'rows',
      'bigint',
      groups.map(({ rows }) => rows),
    )
    for (const [index, { sum, valued }] of this.#names.measures.filter((measure) => measure.sum).entries()) {
      const { places } = this.#sums[index]!
      take(
        sum!,
        'numeric',
        groups.map((group) => printed(group.large[index]! + BigInt(group.sums[index]!), places)),
      )
      if (valued)
        take(
          valued,
          'bigint',
          groups.map((group) => group.valued[index]!),
        )
    }
    const source = types.map((type, place) => `$${place + 1}::${type}[]`).join(', ')
    const given = `unnest(${source}) as given (${columns.join(', ')})`
    await client.query(addDaily(this.#names, `select * from ${given}`), arrays)
    await client.query(addDailyByBatch(this.#names, `select ${BigInt(batch)} as batch_id, * from ${given}`), arrays)
  }
}

/** Where each summed column stands among the values, and its digits after the point. */
export function summedOf(ledger: Ledger): { place: number; places: number }[] {
  const columns = Object.keys(ledger.columns)
  return Object.values(ledger.measures).flatMap(({ sum }) =>
    sum === undefined ? [] : [{ place: columns.indexOf(sum), places: ledger.columns[sum]!.places ?? 0 }],
  )
}

function wholeOf(value: string, places: number): bigint {
  const [whole, after = ''] = value.split('.') as [string, string?]
  return BigInt(whole + after.padEnd(places, '0'))
}

function printed(whole: bigint, places: number): string {
  if (places === 0) return String(whole)
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, '0')
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
