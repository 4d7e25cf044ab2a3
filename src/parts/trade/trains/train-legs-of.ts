import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import type { TrainNames } from './train-names.ts'
import type { TrainShown } from './train-queries.ts'

type Leg = TrainShown['legs'][number]

/** The legs of one train in their order, planned and run. */
export async function legsOf(tx: Tx, { number, day }: { number: string; day: Day }, names: TrainNames): Promise<Leg[]> {
  const text = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`
  const { rows } = await tx.client.query<
    Omit<Leg, 'leg' | 'from' | 'to' | 'distance'> & Record<'leg' | 'from' | 'to', string> & { distance: string | null }
  >(
    `select leg, from_place as from, to_place as to, carrier_number as "carrierNumber", distance, ${text('planned_departure')} as "plannedDeparture",
       ${text('planned_arrival')} as "plannedArrival", ${text('departure')} as departure, ${text('arrival')} as arrival
     from ledger_trade_train_legs where departed_on = $1 and train_number = $2 order by leg`,
    [day, number],
  )
  const place = (code: string) => ({ code, name: names.place(code), kind: names.kind(code) })
  return rows.map(({ leg, from, to, distance, ...days }) => ({
    ...{ leg: Number(leg), from: place(from), to: place(to), distance: distance === null ? null : Number(distance) },
    ...days,
  }))
}
