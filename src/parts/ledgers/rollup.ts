import type pg from 'pg'
import { dayOfRow } from './days.ts'
import type { SqlNames } from './sql-names.ts'

/**
 * The statement that adds signed rows to a rollup. `signed` selects `sign` (1 or -1; not for `new` rows only), `unit_code` and the stored columns. Rows are added in
 * the order of the rollup's key, so that two writers cannot deadlock. Days and months are two levels of one table.
 */
export function addToRollup(names: SqlNames, signed: string, which: 'signed' | 'new' = 'signed'): string {
  const groups = groupsOf(names)
  const sums = sumsOf(names, which)
  const places = groups.slice(1).map((_, index) => index + 1)
  return addDaily(
    names,
    `select ${dayOfRow(names)} as day, unit_code, ${dimensionsOf(names)} ${sums.map((sum) => `${sum.from} as ${sum.column}`).join(', ')}
      from (${signed}) as signed group by ${places.join(', ')}`,
  )
}

/** The statement that adds sums by day, unit and dimensions to a rollup: `daily` selects its columns but for the level. */
export function addDaily(names: SqlNames, daily: string): string {
  const groups = groupsOf(names)
  const sums = sumsOf(names, 'signed').map(({ column }) => column)
  const changed = sums.map((sum) => `${sum} <> 0`).join(' or ')
  const columns = [...groups, ...sums].join(', ')
  return `with daily as materialized (${daily}),
    levels as (${names.grain === 'day' ? `select 'd'::"char" as level, ${[...groups.slice(1), ...sums].join(', ')} from daily union all` : ''}
      select 'm'::"char" as level, date_trunc('month', day)::date as day, ${[...groups.slice(2), ...sums.map((sum) => `sum(${sum}) as ${sum}`)].join(', ')}
      from daily group by date_trunc('month', day)::date, ${groups.slice(2).join(', ')})
    insert into ${names.rollup} as rolled (${columns})
    select ${columns} from levels where ${changed} order by ${groups.join(', ')}
    on conflict (${groups.join(', ')}) do update set ${sums.map((sum) => `${sum} = rolled.${sum} + excluded.${sum}`).join(', ')}`
}

function groupsOf(names: SqlNames): string[] {
  return ['level', 'day', 'unit_code', ...names.dimensions.map((dimension) => dimension.rolled)]
}

/** Fills an empty rollup from the rows. */
export async function rebuildRollup(client: pg.ClientBase, names: SqlNames): Promise<void> {
  await client.query(addToRollup(names, `select * from ${names.rows}`, 'new'))
}

export function dimensionsOf(names: SqlNames): string {
  return names.dimensions
    .map(({ column, rolled, optional }) => `${optional ? `coalesce(${column}, '')` : column} as ${rolled}, `)
    .join('')
}

export function sumsOf(names: SqlNames, which: 'signed' | 'new'): { column: string; from: string }[] {
  const isNew = which === 'new'
  return [
    { column: 'rows', from: isNew ? 'count(*)' : 'sum(sign)' },
    ...names.measures.flatMap(({ sum, of, valued }) => [
      ...(sum ? [{ column: sum, from: `coalesce(sum(${isNew ? of : `sign * ${of}`}), 0)` }] : []),
      ...(valued
        ? [{ column: valued, from: isNew ? `count(${of})` : `coalesce(sum(sign) filter (where ${of} is not null), 0)` }]
        : []),
    ]),
  ]
}
