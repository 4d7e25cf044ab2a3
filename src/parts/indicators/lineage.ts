import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import { roundOnce } from '#kernel/decimal.ts'
import { refuse } from '#kernel/refusal.ts'
import { type RowBehind, standsByBatch } from '#parts/ledgers/behind.ts'
import { measureOf } from '#parts/ledgers/measures.ts'
import type { Lineage, Source } from './fact-shapes.ts'
import type { FactAsked } from './facts.ts'
import { type Figure, resolver } from './figure.ts'
import { evaluate } from './formula.ts'
import { printFormula } from './formula-print.ts'
import type { Leaf } from './leaves.ts'
import { itemWords, type Reckoning } from './reckoning.ts'
import { batchesOf, columnsOf, contributionOf, momentsOf, rowsOf, summed } from './rows-behind.ts'
import { momentsTold, submissionColumns, submissionShares } from './submissions-behind.ts'
import { tracedFact } from './tracing.ts'

const FIRST = 10

/**
 * What a figure is made of: its formula with every node's value, the batches or submissions behind each input with their
 * contributions, the first rows, and the whole computed anew from raw rows instead of the rollup (of ledgers in leaves: from what each batch left).
 */
export async function lineageOf(tx: Tx, asked: Omit<FactAsked, 'unit'>): Promise<Lineage> {
  const { at, fact, figure, tree } = await tracedFact(tx, asked)
  const sources: Source[] = []
  for (const [input, leaf] of figure.leaves.entries()) {
    const source = leaf.reference.to === 'measure' ? measureSource : itemSource
    sources.push(await source(at, figure, { leaf, input }))
  }
  const exact = replayOf(at, figure, sources)
  return {
    ...{ fact, tree, sources, moments: await moments(at, figure) },
    replay: {
      exact: exact?.toFixed() ?? null,
      value: exact && roundOnce(exact, figure.indicator.rounding).toFixed(),
      equal: exact === null ? figure.value === null : figure.value !== null && exact.eq(figure.value),
      from: await replayedFrom(at, figure),
    },
  }
}

async function replayedFrom(at: Reckoning, { leaves }: Figure): Promise<Lineage['replay']['from']> {
  for (const { reference, through } of leaves) {
    if (reference.to !== 'measure' || through === null) continue
    const found = await measureOf({ measure: reference.name })
    if (standsByBatch(found, at.asOf ? { asOf: at.asOf } : {})) return 'batches'
  }
  return 'rows'
}

const MOMENTS_MOST = 100

async function moments(at: Reckoning, figure: Figure): Promise<string[]> {
  const found: Date[] = []
  for (const leaf of figure.leaves) {
    found.push(...(leaf.reference.to === 'measure' ? await momentsOf(at, figure, leaf) : await momentsTold(at, leaf)))
  }
  return [...new Set(found.map((moment) => moment.toISOString()))].sort().slice(-MOMENTS_MOST)
}

export interface RowsAsked extends Omit<FactAsked, 'unit'> {
  /** place among the fact's inputs */
  input: number
  /** the last row of the page above */
  after?: number | undefined
  size: number
}

/** One page of the rows behind one input, in the order they came; refuses `indicators/input-unknown`. */
export async function lineageRows(
  tx: Tx,
  asked: RowsAsked,
): Promise<{ total: number; columns: Source['columns']; rows: Source['first']; next: number | null }> {
  const { at, figure } = await tracedFact(tx, asked)
  const count = figure.leaves.length
  const leaf = figure.leaves[asked.input] ?? refuse('indicators/input-unknown', { input: asked.input + 1, count }, 404)
  if (leaf.reference.to === 'item') {
    const rows = (await submissionShares(at, leaf)).map(({ values }) => values)
    return { total: rows.length, columns: submissionColumns, rows, next: null }
  }
  const batches = await batchesOf(at, figure, leaf)
  const page = asked.after === undefined ? {} : { after: asked.after }
  const rows = await rowsOf(at, figure, leaf, { ...page, limit: asked.size })
  return {
    total: batches.reduce((sum, batch) => sum + batch.rows, 0),
    columns: await columnsOf(leaf),
    rows: await shownRows(leaf, rows),
    next: rows.length < asked.size ? null : (rows.at(-1)?.rowId ?? null),
  }
}

async function measureSource(
  at: Reckoning,
  figure: Figure,
  { leaf, input }: { leaf: Leaf; input: number },
): Promise<Source> {
  const batches = await batchesOf(at, figure, leaf)
  const rows = batches.reduce((sum, batch) => sum + batch.rows, 0)
  return {
    ...headOf(leaf, input),
    ...{ words: at.measures.get(leaf.reference.name)!.words, rows },
    ...equality(leaf, summed(batches.map(({ contribution }) => contribution))),
    parts: batches.map(({ batch, fileName, enteredByName, enteredAt, rows: brought, contribution }) => ({
      ...{ batch, submission: null, title: fileName, by: enteredByName, at: enteredAt.toISOString() },
      ...{ rows: brought, contribution: contribution.toFixed(), path: `/batches/${batch}` },
    })),
    columns: await columnsOf(leaf),
    page: (await measureOf({ measure: leaf.reference.name })).ledger.page ?? null,
    first: await shownRows(leaf, await rowsOf(at, figure, leaf, { limit: FIRST })),
  }
}

async function itemSource(
  at: Reckoning,
  _figure: Figure,
  { leaf, input }: { leaf: Leaf; input: number },
): Promise<Source> {
  const shares = await submissionShares(at, leaf)
  const known = shares.flatMap(({ contribution }) => (contribution === null ? [] : [new Decimal(contribution)]))
  const value = known.length === shares.length ? summed(known) : null
  return {
    ...headOf(leaf, input),
    ...{ words: (await itemWords(at, leaf.reference.name)).words, rows: shares.length },
    ...equality(leaf, value),
    parts: shares.map(({ values: _, ...share }) => ({ batch: null, rows: 1, ...share })),
    columns: submissionColumns,
    page: null,
    first: shares.map(({ values }) => values),
  }
}

function headOf({ reference, value, unit }: Leaf, input: number) {
  const { to, name, where, since } = reference
  const kind: Source['kind'] = to === 'measure' ? 'measure' : 'item'
  return { input, kind, name, where, since, unit, value: value?.toFixed() ?? null }
}

function equality(leaf: Leaf, value: Decimal | null): { replayed: string | null; equal: boolean } {
  // Of no rows the sum is missing; the rollup says 0 where the ledger has rows and none fits.
  const same = value === null || value.isZero() ? (leaf.value?.isZero() ?? true) : leaf.value?.eq(value)
  return { replayed: value?.toFixed() ?? null, equal: same ?? false }
}

function replayOf(at: Reckoning, figure: Figure, sources: readonly Source[]): Decimal | null {
  const { expression, indicator, leaves } = figure
  if (!expression) return null
  const raw = new Map(
    leaves.map((leaf, index) => {
      const text = sources[index]!.replayed ?? (leaf.value?.isZero() ? '0' : null)
      return [printFormula(leaf.reference), text === null ? null : { value: new Decimal(text), unit: leaf.unit }]
    }),
  )
  const resolve = resolver(at, figure.ruledOn, (text) => raw.get(text) ?? null)
  return evaluate(expression, resolve, indicator.unit)
}

async function shownRows(leaf: Leaf, rows: readonly RowBehind[]): Promise<Source['first']> {
  const contribution = await contributionOf(leaf)
  return rows.map((row) => ({
    ...{ $row: String(row.rowId), $batch: String(row.batch), $version: String(row.version), $unit: row.unit },
    ...{ $recordedAt: row.recordedAt.toISOString(), $contribution: contribution(row), ...row.values },
  }))
}
