import type { Tx } from '#kernel/db/work.ts'
import type { Month } from './leaves.ts'
import type { FoundMeasure, MeasureAsked } from './measures.ts'

/** Lines of the sums by batch that a figure's days, units and dimensions meet; for a ledger in leaves. */
export function linesByBatch({ names }: FoundMeasure, asked: MeasureAsked): { where: string; values: unknown[] } {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const wanted = [`day between ${bind(asked.from)} and ${bind(asked.to)}`]
  for (const { dimension, values: any } of asked.filters ?? [])
    wanted.push(`${names.dimensions.find(({ name }) => name === dimension)!.rolled} = any(${bind(any)})`)
  if (asked.units) wanted.push(`unit_code = any(${bind(asked.units)})`)
  return { where: wanted.join(' and '), values }
}

/** The months in which the figure has rows now. */
export async function monthsByBatch(tx: Tx, found: FoundMeasure, asked: MeasureAsked): Promise<Month[]> {
  const { where, values } = linesByBatch(found, asked)
  const { rows } = await tx.client.query<{ month: Month }>(
    `select distinct to_char(day, 'YYYY-MM') as month from ${found.names.byBatch} where rows > 0 and ${where} order by 1`,
    values,
  )
  return rows.map(({ month }) => month)
}

const mostMoments = 100

/**
 * The latest moments, a hundred or more where there are as many, at which rows of the measure came, were corrected or withdrawn: when the batches
 * that ever touched its days were entered and withdrawn. What came singly has moments of its own within a batch; those are read from the latest
 * such batches. A withdrawal counts for all days that its batch had touched.
 */
export async function momentsByBatch(tx: Tx, found: FoundMeasure, asked: MeasureAsked): Promise<Date[]> {
  const { where, values } = linesByBatch(found, asked)
  const { rows } = await tx.client.query<{ id: string; origin: string; entered: Date; withdrawn: Date | null }>(
    `select id, origin, entered_at as entered, withdrawn_at as withdrawn from batches
     where id in (select batch_id from ${found.names.byBatch} where ${where}) order by id desc`,
    values,
  )
  const moments = rows.flatMap(({ entered, withdrawn }) => (withdrawn ? [entered, withdrawn] : [entered]))
  const single = rows.filter(({ origin }) => origin === 'door')
  return [...moments, ...(await momentsWithin(tx, found, single))]
}

async function momentsWithin(
  tx: Tx,
  { names }: FoundMeasure,
  single: readonly { id: string; entered: Date }[],
): Promise<Date[]> {
  const moments = new Map<number, Date>()
  for (let [from, many] = [0, 1]; from < single.length && moments.size < mostMoments; from += many, many *= 2) {
    const some = single.slice(from, from + many)
    const { rows } = await tx.client.query<{ at: Date }>(
      `select recorded_at as at from ${names.rows} where batch_id = any($1) group by 1
       union select recorded_at from ${names.history} where batch_id = any($1) and replaced_at >= $2
       union select replaced_at from ${names.history} where replaced_by = any($1)`,
      [some.map(({ id }) => id), some.at(-1)!.entered],
    )
    for (const { at } of rows) moments.set(at.getTime(), at)
  }
  return [...moments.values()]
}
