import type pg from 'pg'
import type { SqlNames } from '#parts/ledgers/sql-names.ts'

/** The sums by batch of a ledger in leaves as they are kept, in order. */
export async function byBatch(pool: pg.Pool, names: SqlNames): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select * from ${names.byBatch} where rows <> 0 order by ${keyOf(names).join(', ')}`,
  )
  return rows
}

/** The same sums taken from the rows that stand. */
export async function byBatchOfRows(pool: pg.Pool, names: SqlNames): Promise<unknown[]> {
  const dimensions = names.dimensions.map(({ column, rolled }) => `coalesce(${column}, '') as ${rolled}`)
  const sums = names.measures.flatMap(({ sum, of, valued }) => [
    ...(sum ? [`coalesce(sum(${of}), 0) as ${sum}`] : []),
    ...(valued ? [`count(${of}) as ${valued}`] : []),
  ])
  const places = keyOf(names).map((_, index) => index + 1)
  const { rows } = await pool.query(
    `select ${[`${names.day}::date as day`, 'batch_id', 'unit_code', ...dimensions, 'count(*) as rows', ...sums].join(', ')}
     from ${names.rows} group by ${places.join(', ')} order by ${places.join(', ')}`,
  )
  return rows
}

const keyOf = (names: SqlNames) => ['day', 'batch_id', 'unit_code', ...names.dimensions.map(({ rolled }) => rolled)]
