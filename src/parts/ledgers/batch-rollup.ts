import type pg from 'pg'
import { dayOfRow } from './days.ts'
import { addDaily, addToRollup, dimensionsOf, sumsOf } from './rollup.ts'
import type { SqlNames } from './sql-names.ts'

/**
 * Sums of a ledger in leaves by batch, day, unit and dimensions: what each batch brought to a figure, without reading rows. A batch that changed
 * rows has its line wherever they were or are, if only with nothing, so that the lines of some days also name every batch that ever touched them.
 */
export function createByBatch(names: SqlNames): string {
  const dimensions = names.dimensions.map((dimension) => `${dimension.rolled} text collate "C" not null`)
  const sums = names.measures.flatMap((measure) => [
    ...(measure.sum ? [`${measure.sum} numeric not null`] : []),
    ...(measure.valued ? [`${measure.valued} bigint not null`] : []),
  ])
  const columns = [
    'batch_id bigint not null',
    'day date not null',
    'unit_code text collate "C" not null',
    ...dimensions,
  ]
  return `create table ${names.byBatch} (${[...columns, 'rows bigint not null', ...sums, `primary key (${keyOf(names).join(', ')})`].join(', ')}) with (fillfactor = 80)`
}

/** The statement that adds signed rows by their `batch_id`, as `addToRollup` does without it. */
export function addByBatch(names: SqlNames, signed: string): string {
  return addDailyByBatch(names, grouped(names, signed))
}

/** The statement that adds sums by batch, day, unit and dimensions: `daily` selects the columns. */
export function addDailyByBatch(names: SqlNames, daily: string): string {
  const key = keyOf(names)
  const sums = sumsOf(names, 'signed').map(({ column }) => column)
  const columns = [...key, ...sums].join(', ')
  return `insert into ${names.byBatch} as rolled (${columns}) select ${columns} from (${daily}) as daily order by ${key.join(', ')}
    on conflict (${key.join(', ')}) do update set ${sums.map((sum) => `${sum} = rolled.${sum} + excluded.${sum}`).join(', ')}`
}

/** Adds signed rows to the rollup and, in a ledger in leaves, to the sums by batch, grouping them once. */
export async function rollUpWithBatches(client: pg.ClientBase, names: SqlNames, signed: string): Promise<void> {
  if (!names.byBatch) {
    await client.query(addToRollup(names, signed))
    return
  }
  const groups = keyOf(names).filter((column) => column !== 'batch_id')
  const sums = sumsOf(names, 'signed').map(({ column }) => `sum(${column}) as ${column}`)
  await client.query(`create temp table summed on commit drop as ${grouped(names, signed)}`)
  await client.query(
    addDaily(names, `select ${[...groups, ...sums].join(', ')} from summed group by ${groups.join(', ')}`),
  )
  await client.query(addDailyByBatch(names, 'select * from summed'))
  await client.query('drop table summed')
}

/** Fills empty sums by batch from the rows; old versions name the batches that came and went. */
export async function rebuildByBatch(client: pg.ClientBase, names: SqlNames): Promise<void> {
  const stored = names.stored.map((column) => column.sql)
  const of = (alias: string) => ['unit_code', ...stored].map((column) => `${alias}.${column}`).join(', ')
  await client.query(addByBatch(names, `select 1 as sign, t.batch_id, ${of('t')} from ${names.rows} t`))
  for (const batch of ['h.batch_id', 'h.replaced_by'])
    await client.query(addByBatch(names, `select 0 as sign, ${batch} as batch_id, ${of('h')} from ${names.history} h`))
  await client.query(
    addByBatch(
      names,
      `select 0 as sign, w.replaced_by as batch_id, ${of('h')} from ${names.history} w
       join ${names.history} h on h.row_id = w.row_id where w.replaced_why = 'withdrawn'`,
    ),
  )
}

function grouped(names: SqlNames, signed: string): string {
  const places = keyOf(names).map((_, index) => index + 1)
  return `select ${dayOfRow(names)} as day, batch_id, unit_code, ${dimensionsOf(names)} ${sumsOf(names, 'signed')
    .map((sum) => `${sum.from} as ${sum.column}`)
    .join(', ')} from (${signed}) as signed group by ${places.join(', ')}`
}

function keyOf(names: SqlNames): string[] {
  return ['day', 'batch_id', 'unit_code', ...names.dimensions.map((dimension) => dimension.rolled)]
}
