import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import { inArray } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import { linesByBatch, monthsByBatch } from './batches-of-days.ts'
import { withinDays } from './days.ts'
import { type FoundMeasure, type MeasureAsked, measureOf } from './measures.ts'
import { canonicalText, type RowVersion, rowVersion, versionColumns } from './row-values.ts'
import { rowsInWindows } from './row-windows.ts'
import { batches } from './tables.ts'

/** What one batch brought to a figure. */
export interface BatchBehind {
  batch: number
  fileName: string
  unit: string
  enteredAt: Date
  enteredByName: string
  rows: number
  contribution: Decimal
}

/** One row that a figure is made of, with the hash of everything it says. */
export interface RowBehind extends RowVersion {
  sha256: string
}

/**
 * The batches whose rows a figure is made of, with what each contributes; their contributions add up to the figure. From the rows themselves, but
 * for {@link standsByBatch}.
 */
export async function batchesBehind(tx: Tx, asked: MeasureAsked): Promise<BatchBehind[]> {
  const found = await measureOf(asked)
  const { rows } = await tx.client.query<{ batch_id: string; rows: string; total: string | null }>(
    ...(standsByBatch(found, asked) ? byLines(found, asked) : byRows(found, asked)),
  )
  const known =
    rows.length === 0
      ? []
      : await tx.db
          .select()
          .from(batches)
          .where(
            inArray(
              batches.id,
              rows.map((row) => Number(row.batch_id)),
            ),
          )
  const byId = new Map(known.map((batch) => [batch.id, batch]))
  return rows.map((row) => {
    const { fileName, unitCode, enteredAt, enteredByName } = byId.get(Number(row.batch_id))!
    return {
      batch: Number(row.batch_id),
      fileName,
      unit: unitCode,
      enteredAt,
      enteredByName,
      rows: Number(row.rows),
      contribution: new Decimal(row.total ?? 0),
    }
  })
}

/** Whether the sums that each batch left answer: in ledgers of millions of rows, for the present. Those sums are held against the rows by `doctor`. */
export function standsByBatch({ names }: FoundMeasure, asked: Pick<MeasureAsked, 'asOf'>): boolean {
  return names.byBatch !== undefined && !asked.asOf
}

function byLines(found: FoundMeasure, asked: MeasureAsked): [string, unknown[]] {
  const { where, values } = linesByBatch(found, asked)
  return [
    `select batch_id, sum(rows) as rows, sum(${found.measure.sum ?? 'rows'}) as total from ${found.names.byBatch}
     where ${where} group by batch_id having sum(rows) > 0 order by batch_id`,
    values,
  ]
}

function byRows(found: FoundMeasure, asked: MeasureAsked): [string, unknown[]] {
  const { source, values } = rowsOfFigure(found, asked)
  const total = found.measure.of ? `sum(${found.measure.of})` : 'count(*)'
  return [
    `select batch_id, count(*) as rows, ${total} as total from ${source} as f group by batch_id order by batch_id`,
    values,
  ]
}

/** The rows a figure is made of, by number; `after` is the last one of the page above. */
export async function rowsBehind(
  tx: Tx,
  asked: MeasureAsked,
  page: { after?: number; limit: number },
): Promise<RowBehind[]> {
  const found = await measureOf(asked)
  const { source, values, now } = rowsOfFigure(found, asked)
  const { limit, after = 0 } = page
  const select = async (until: number) => {
    const { rows } = await tx.client.query<Record<string, unknown>>(
      `select ${versionColumns(found.names, 'f')} from ${source} as f where f.row_id > $${values.length + 1} and f.row_id <= $${values.length + 2}
       order by f.row_id limit $${values.length + 3}`,
      [...values, after, until, limit],
    )
    return rows
  }
  const months = standsByBatch(found, asked) ? await monthsByBatch(tx, found, asked) : undefined
  if (months?.length === 0) return []
  const windows = { after, limit, where: now.where, values: now.values, ...(months ? { months } : {}) }
  const rows = found.names.leaves
    ? await rowsInWindows(tx.client, found.names, windows, select)
    : await select(Number.MAX_SAFE_INTEGER)
  return rows.map((row) => {
    const version = rowVersion(found.ledger, found.names, row)
    return { ...version, sha256: createHash('sha256').update(canonicalText(found.ledger, version)).digest('hex') }
  })
}

interface Source {
  source: string
  values: unknown[]
  /** the condition on rows that stand */
  now: { where: string; values: unknown[] }
}

/** The versions of rows that stood at the moment, of the period, units and dimensions asked for. */
function rowsOfFigure({ names }: FoundMeasure, asked: MeasureAsked): Source {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const wanted = [withinDays(names, bind(asked.from), bind(asked.to))]
  for (const { dimension, values: any } of asked.filters ?? []) {
    const { column, optional } = names.dimensions.find(({ name }) => name === dimension)!
    wanted.push(`${optional ? `coalesce(${column}, '')` : column} = any(${bind(any)})`)
  }
  if (asked.units) wanted.push(`unit_code = any(${bind(asked.units)})`)
  const where = wanted.join(' and ')
  const now = `select ${versionColumns(names, 't')} from ${names.rows} t where ${where}`
  const standing = { where, values: [...values] }
  if (!asked.asOf) return { source: `(${now})`, values, now: standing }
  const at = bind(asked.asOf)
  const old = `select ${versionColumns(names, 'h')} from ${names.history} h where ${wanted.join(' and ')} and recorded_at <= ${at} and replaced_at > ${at}`
  return { source: `(${now} and recorded_at <= ${at} union all ${old})`, values, now: standing }
}
