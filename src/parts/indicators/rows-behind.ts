import { Decimal } from 'decimal.js'
import { momentsByBatch } from '#parts/ledgers/batches-of-days.ts'
import { type BatchBehind, batchesBehind, type RowBehind, rowsBehind } from '#parts/ledgers/behind.ts'
import { withinDays } from '#parts/ledgers/days.ts'
import { type MeasureAsked, measureOf } from '#parts/ledgers/measures.ts'
import type { Source } from './fact-shapes.ts'
import type { Figure } from './figure.ts'
import type { Leaf } from './leaves.ts'
import { type Reckoning, unitsFor } from './reckoning.ts'

/** The batches behind a measure; their contributions add up to it, and never come from the rollup of the figure itself. */
export async function batchesOf(at: Reckoning, figure: Figure, leaf: Leaf): Promise<BatchBehind[]> {
  return leaf.through === null ? [] : batchesBehind(at.tx, await askedOf(at, figure, leaf))
}

/** Raw rows behind a measure, in the order they came; `after` is the last row of the page above. */
export async function rowsOf(
  at: Reckoning,
  figure: Figure,
  leaf: Leaf,
  page: { after?: number; limit: number },
): Promise<RowBehind[]> {
  return leaf.through === null ? [] : rowsBehind(at.tx, await askedOf(at, figure, leaf), page)
}

/** What each row adds to the measure: one to a count, the summed column's digits to a sum. */
export async function contributionOf(leaf: Leaf): Promise<(row: RowBehind) => string | null> {
  const { measure } = (await measureOf({ measure: leaf.reference.name })).measure
  return (row) => (measure.sum === undefined ? '1' : (row.values[measure.sum] ?? null))
}

/** When any row of the measure's days, filters and units came, was corrected or withdrawn; of ledgers in leaves the latest. */
export async function momentsOf(at: Reckoning, figure: Figure, leaf: Leaf): Promise<Date[]> {
  if (leaf.through === null) return []
  const asked = await askedOf(at, figure, leaf)
  const { from, to, filters = [], units } = asked
  const found = await measureOf(asked)
  const { names } = found
  if (names.byBatch) return momentsByBatch(at.tx, found, asked)
  const values: unknown[] = [from, to]
  const fits = [
    withinDays(names, '$1', '$2'),
    ...filters.map(({ dimension, values: any }) => {
      return `${names.dimensions.find(({ name }) => name === dimension)!.column} = any($${values.push(any)})`
    }),
    ...(units ? [`unit_code = any($${values.push(units)})`] : []),
  ].join(' and ')
  const { rows } = await at.tx.client.query<{ at: Date }>(
    `select recorded_at as at from ${names.rows} where ${fits} group by 1
     union select recorded_at from ${names.history} where ${fits} union select replaced_at from ${names.history} where ${fits} order by 1`,
    values,
  )
  return rows.map((row) => row.at)
}

/** The ledger's columns as a page shows them. */
export async function columnsOf(leaf: Leaf): Promise<Source['columns']> {
  const { ledger } = await measureOf({ measure: leaf.reference.name })
  return Object.entries(ledger.columns).map(([name, column]) => {
    const unit = 'unit' in column && typeof column.unit === 'string' ? column.unit : null
    const shown = { name, words: column.words, unit }
    return column.choices ? { ...shown, choices: { ...column.choices } } : shown
  })
}

export function summed(contributions: readonly Decimal[]): Decimal | null {
  return contributions.length === 0 ? null : contributions.reduce((sum, part) => sum.plus(part), new Decimal(0))
}

async function askedOf(
  at: Reckoning,
  { covers, ruledOn }: Figure,
  { reference, through }: Leaf,
): Promise<MeasureAsked> {
  const units = await unitsFor(at, ruledOn)
  return {
    ...{ measure: reference.name, filters: reference.where, from: reference.since ?? covers.start, to: through! },
    ...(units ? { units } : {}),
    ...(at.asOf ? { asOf: at.asOf } : {}),
  }
}
