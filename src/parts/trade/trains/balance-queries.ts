import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { balanceShape } from './balance-shapes.ts'
import { trainsDay } from './trains-day.ts'

type Month = Answer<typeof balanceShape>['months'][number]
type Direction = 'outbound' | 'return'

/** Months of a year from the three rollups, China–Europe trains only: a few hundred rows, whatever the number of boxes. */
export async function trainBalance(tx: Tx, asked: { year?: number | undefined }, roots: readonly string[]) {
  const day = await trainsDay(tx)
  const year = asked.year ?? Number(day.slice(0, 4))
  const bound = [await unitsUnder(tx, roots), `${year}-01-01`, `${year}-12-31`]
  const months = new Map<string, Month>()
  const at = (month: string) => {
    const found = months.get(month) ?? emptyMonth(month)
    months.set(month, found)
    return found
  }
  for (const row of await rolled<{ direction: Direction; trains: string; weight: string; value: string }>(
    tx,
    `d_direction as direction, sum(rows) as trains, trim_scale(sum(m_weight))::text as weight, trim_scale(sum(m_value))::text as value
     from rollup_trade_trains`,
    bound,
  ))
    Object.assign(at(row.month)[row.direction], { trains: Number(row.trains), weight: row.weight, value: row.value })
  for (const row of await rolled<{ direction: Direction; load: 'loaded' | 'empty'; boxes: string; teu: string }>(
    tx,
    `d_direction as direction, d_load as load, sum(rows) as boxes, trim_scale(sum(m_teu))::text as teu from rollup_trade_train_containers`,
    bound,
    ', d_load',
  )) {
    const way = at(row.month)[row.direction]
    way.loaded ??= 0
    way.empty ??= 0
    way[row.load] = Number(row.boxes)
    if (row.load === 'loaded') way.loadedTeu = row.teu
  }
  for (const row of await rolled<{ outcome: keyof typeof outcomes; plans: string }>(
    tx,
    'd_outcome as outcome, sum(rows) as plans from rollup_trade_train_plans',
    bound,
    '',
    'd_outcome',
  ))
    at(row.month).plans[outcomes[row.outcome]] += Number(row.plans)
  return { year, day, months: [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1)) }
}

const outcomes = { planned: 'planned', 'on-day': 'onDay', late: 'late', cancelled: 'cancelled' } as const

async function rolled<Row>(
  tx: Tx,
  what: string,
  bound: unknown[],
  more = '',
  by = 'd_direction',
): Promise<(Row & { month: string })[]> {
  const { rows } = await tx.client.query<Row & { month: string } & Record<string, unknown>>(
    `select to_char(day, 'YYYY-MM') as month, ${what}
     where level = 'm' and d_scope = 'europe' and unit_code = any($1) and day between $2 and $3
     group by 1, ${by}${more} having sum(rows) > 0`,
    bound,
  )
  return rows
}

function emptyMonth(month: string): Month {
  const way = () => ({ trains: 0, weight: '0', value: '0', loadedTeu: null, loaded: null, empty: null })
  return { month, outbound: way(), return: way(), plans: { planned: 0, onDay: 0, late: 0, cancelled: 0 } }
}
