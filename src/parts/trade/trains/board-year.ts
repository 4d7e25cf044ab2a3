import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { measureValue } from '#parts/ledgers/measures.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { boardYearShape } from './board-shapes.ts'
import { trainNames } from './train-names.ts'
import { trainsDay } from './trains-day.ts'

/** The year so far from the rollups: China–Europe trains only, those to Central Asia apart; and what the board may be narrowed to. */
export async function boardYear(tx: Tx, roots: readonly string[]): Promise<Answer<typeof boardYearShape>> {
  const day = await trainsDay(tx)
  const units = await unitsUnder(tx, roots)
  const year = Number(day.slice(0, 4))
  const sum = async (measure: string, narrowed: Record<string, string>) => {
    const filters = Object.entries(narrowed).map(([dimension, value]) => ({ dimension, values: [value] }))
    const value = await measureValue(tx, {
      measure: `trade/trains.${measure}`,
      from: `${year}-01-01`,
      to: day,
      units,
      filters,
    })
    return value?.toFixed() ?? null
  }
  const europe = { scope: 'europe' }
  return {
    ...{ year, day },
    through: await lastDay(tx, units, day),
    trains: await sum('departures', europe),
    outbound: await sum('departures', { ...europe, direction: 'outbound' }),
    return: await sum('departures', { ...europe, direction: 'return' }),
    value: await sum('value', europe),
    weight: await sum('weight', europe),
    asia: await sum('departures', { scope: 'asia' }),
    ...(await choicesOf(tx, units)),
  }
}

async function lastDay(tx: Tx, units: readonly string[], day: string): Promise<string | null> {
  const { rows } = await tx.client.query<{ day: string | null }>(
    `select to_char(max(day), 'YYYY-MM-DD') as day from rollup_trade_trains where level = 'd' and rows > 0 and day <= $1 and unit_code = any($2)`,
    [day, units],
  )
  return rows[0]!.day
}

async function choicesOf(tx: Tx, units: readonly string[]) {
  const { rows } = await tx.client.query<{ route: string; port: string; month: string }>(
    `select distinct d_route as route, d_border_port as port, to_char(day, 'YYYY-MM') as month from rollup_trade_trains
     where level = 'm' and rows > 0 and unit_code = any($1)`,
    [units],
  )
  const names = await trainNames(tx)
  const distinct = (values: string[]) => [...new Set(values)].filter((value) => value !== '').sort()
  return {
    routes: distinct(rows.map(({ route }) => route)).map((value) => ({ value, words: names.route(value) })),
    ports: distinct(rows.map(({ port }) => port)).map((value) => ({ value, words: names.place(value) })),
    months: distinct(rows.map(({ month }) => month)).reverse(),
  }
}
