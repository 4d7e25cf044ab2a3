import { Decimal } from 'decimal.js'
import type { Remembered } from './cell-memo.ts'
import type { Check, Ledger } from './ledger.ts'
import type { PlainColumn } from './plain-columns.ts'

/** The row that is being read, as far as checks may ask. */
export interface PlainRow {
  /** what each column's cell stood for; nothing for an empty one and for columns that are not remembered */
  remembered: (Remembered | undefined)[]
  /** numbers by column, in units of the last place */
  numbers: Float64Array
  /** the text of a column's cell; nothing when it is empty */
  textOf(column: number): string | null
}

type Passes = (row: PlainRow) => boolean

/**
 * The ledger's own checks over rows read from bytes. One that says which columns it looks at, all of few values, is asked once for like values; any
 * other is asked for every row.
 */
export function plainChecks(ledger: Ledger, columns: readonly PlainColumn[], row: PlainRow): Passes {
  const seen = seenRow(ledger, columns, row)
  const passes = ledger.checks.map((check) => passesOf(check, columns, seen))
  return (read) => {
    for (let index = 0; index < passes.length; index++) if (!passes[index]!(read)) return false
    return true
  }
}

function passesOf(check: Ledger['checks'][number], columns: readonly PlainColumn[], seen: Seen): Passes {
  const of = check.of?.map((name) => columns.findIndex((column) => column.name === name))
  const isRemembered = of?.every((index) => columns[index]?.kind === 'memo')
  if (!of || !isRemembered || of.length > 2) return () => check.passes(seen)
  const [first, second = -1] = of as [number, number?]
  return remembering(check, seen, first, second)
}

function remembering(check: Check<Seen>, seen: Seen, first: number, second: number): Passes {
  const known = new Map<number, boolean>()
  return ({ remembered }) => {
    const place = (remembered[first]?.id ?? -1) + 1 + ((second < 0 ? -1 : (remembered[second]?.id ?? -1)) + 1) * 0x20000
    const before = known.get(place)
    if (before !== undefined) return before
    const passes = check.passes(seen)
    known.set(place, passes)
    return passes
  }
}

type Seen = Readonly<Record<string, unknown>>

/** What checks see: made only when one looks, like the values of a row that is read in the ordinary way. */
function seenRow(ledger: Ledger, columns: readonly PlainColumn[], row: PlainRow): Seen {
  const seen = {}
  for (const [index, { name, kind, scale }] of columns.entries()) {
    const column = ledger.columns[name]!
    const isNumber = column.kind === 'whole' || column.seenAs === 'number'
    const get = () => {
      if (kind === 'memo') return row.remembered[index]?.value ?? null
      if (kind === 'number' && isNumber) return row.textOf(index) === null ? null : row.numbers[index]! / scale
      const text = row.textOf(index)
      return kind === 'number' && text !== null ? new Decimal(text) : text
    }
    Object.defineProperty(seen, name, { get, enumerable: true })
  }
  return seen
}
