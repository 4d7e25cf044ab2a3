import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import type { TrainShown } from './train-queries.ts'

type Container = TrainShown['containers'][number]

/** The boxes of one train in the order of its wagons; each with the other trains that claim it the same day. */
export async function containersOf(tx: Tx, { number, day }: { number: string; day: Day }): Promise<Container[]> {
  const { rows } = await tx.client.query<Omit<Container, 'row'> & { row: string }>(
    `select c.row_id as row, c.container, c.wagon, c.wagon_country as "wagonCountry", c.size, trim_scale(c.teu)::text as teu, c.load, c.consignor,
       e.name as "consignorName", c.hs, c.goods, trim_scale(c.weight)::text as weight, trim_scale(c.amount)::text as amount, c.currency,
       trim_scale(c.rate)::text as rate, trim_scale(c.value)::text as value,
       coalesce((select array_agg(distinct o.train_number) from ledger_trade_train_containers o
         where o.departed_on = c.departed_on and o.container = c.container and o.train_number <> c.train_number), '{}') as "alsoOn"
     from ledger_trade_train_containers c left join ledger_economy_enterprises e on e.uscc = c.consignor
     where c.departed_on = $1 and c.train_number = $2 order by c.row_id`,
    [day, number],
  )
  return rows.map((row) => ({ ...row, row: Number(row.row) }))
}

/** What the list sums up to; nothing without a list. */
export function sumsOf(containers: readonly Container[]): TrainShown['sums'] {
  if (containers.length === 0) return null
  return {
    containers: containers.length,
    loaded: containers.filter(({ load }) => load === 'loaded').length,
    empty: containers.filter(({ load }) => load === 'empty').length,
    teu: add(containers.flatMap(({ teu }) => teu ?? [])),
    withoutTeu: containers.filter(({ teu }) => teu === null).length,
    ...amountsOf(containers),
  }
}

/** By HS chapter and by consignor, the most valuable first; empty boxes are in neither. */
export function groupedBy(containers: readonly Container[]): Pick<TrainShown, 'chapters' | 'consignors'> {
  const loaded = containers.filter(({ load }) => load === 'loaded')
  const chapters = [...Map.groupBy(loaded, ({ hs }) => hs)].map(([hs, boxes]) => ({ hs, ...counted(boxes) }))
  const consignors = [...Map.groupBy(loaded, ({ consignor }) => consignor)].flatMap(([code, boxes]) =>
    code === null ? [] : [{ code, name: boxes[0]!.consignorName, ...counted(boxes) }],
  )
  return { chapters: chapters.toSorted(byValue), consignors: consignors.toSorted(byValue) }
}

const counted = (boxes: readonly Container[]) => ({ containers: boxes.length, ...amountsOf(boxes) })
const amountsOf = (boxes: readonly Container[]) => ({
  weight: add(boxes.map(({ weight }) => weight)),
  value: add(boxes.map(({ value }) => value)),
})
const byValue = (a: { value: string }, b: { value: string }) => new Decimal(b.value).cmp(a.value)
const add = (values: readonly string[]): string =>
  values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed()
