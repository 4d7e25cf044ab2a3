import { Decimal } from 'decimal.js'
import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { containersOf, groupedBy, sumsOf } from './train-containers-of.ts'
import { legsOf } from './train-legs-of.ts'
import { trainNames } from './train-names.ts'
import type { trainShape } from './train-shapes.ts'
import { trainsDay } from './trains-day.ts'

export type TrainShown = Answer<typeof trainShape>

interface Asked {
  number: string
  day: Day
}

/** One train whole, or the plan that no train ran. Refuses `trade/train-unknown` (404). */
export async function trainOn(tx: Tx, asked: Asked, roots: readonly string[]): Promise<TrainShown> {
  const units = await unitsUnder(tx, roots)
  const train = await registered(tx, asked, units)
  const plan = await planned(tx, asked, units, train !== null)
  const head = train ?? plan ?? refuse('trade/train-unknown', { number: asked.number, day: asked.day }, 404)
  const names = await trainNames(tx)
  const containers = train ? await containersOf(tx, asked) : []
  const sums = sumsOf(containers)
  return {
    ...{ today: await trainsDay(tx), ...asked, direction: head.direction, scope: head.scope },
    route: head.route === null ? null : names.route(head.route),
    way: head.route === null ? null : names.way(head.route, head.direction),
    borderPort: head.port === null ? null : names.place(head.port),
    train: train?.shown ?? null,
    plan: plan?.shown ?? null,
    legs: train ? await legsOf(tx, asked, names) : [],
    containers,
    sums,
    ...groupedBy(containers),
    differences: train && sums ? differencesOf(train.shown, sums) : [],
    previous: await neighbour(tx, asked, units, '<'),
    next: await neighbour(tx, asked, units, '>'),
  }
}

interface Head {
  direction: TrainShown['direction']
  scope: TrainShown['scope']
  route: string | null
  port: string | null
}

async function registered(tx: Tx, { number, day }: Asked, units: readonly string[]) {
  const { rows } = await tx.client.query<Head & Record<string, string | null>>(
    `select t.row_id as row, direction, scope, route, border_port as port, to_char(arrived_on, 'YYYY-MM-DD') as "arrivedOn", containers, teu,
       trim_scale(weight)::text as weight, trim_scale(value)::text as value, b.id as batch, b.file_name as file, b.entered_at::text as entered
     from ledger_trade_trains t join batches b on b.id = t.batch_id
     where departed_on = $1 and train_number = $2 and t.unit_code = any($3)`,
    [day, number, units],
  )
  const found = rows[0]
  if (!found) return null
  const whole = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))
  const shown: TrainShown['train'] & object = {
    ...{ row: Number(found['row']), arrivedOn: found['arrivedOn'] ?? null },
    ...{ containers: whole(found['containers']), teu: whole(found['teu']) },
    ...{ weight: found['weight']!, value: found['value']! },
    batch: {
      ...{ id: Number(found['batch']), file: found['file'] ?? null },
      enteredAt: new Date(found['entered']!).toISOString(),
    },
  }
  return { ...found, shown }
}

/** The plan that this train ran, or, where there is no train, the plan of that day. */
async function planned(tx: Tx, { number, day }: Asked, units: readonly string[], ran: boolean) {
  const { rows } = await tx.client.query<
    Head & {
      plannedOn: string
      outcome: 'planned'
      ranOn: string | null
      containers: string | null
      reason: string | null
    }
  >(
    `select direction, scope, route, border_port as port, to_char(planned_on, 'YYYY-MM-DD') as "plannedOn", outcome, to_char(ran_on, 'YYYY-MM-DD') as "ranOn",
       containers, reason
     from ledger_trade_train_plans where train_number = $2 and unit_code = any($3)
       and ${ran ? 'ran_on = $1::date and planned_on between $1::date - 90 and $1::date + 30' : 'planned_on = $1'}
     order by planned_on desc limit 1`,
    [day, number, units],
  )
  const found = rows[0]
  if (!found) return null
  const { plannedOn, outcome, ranOn, containers, reason } = found
  const shown = { plannedOn, outcome, ranOn, containers: containers === null ? null : Number(containers), reason }
  return { ...found, shown }
}

/** The train before or after in the order of the board: by day, then by number. */
async function neighbour(tx: Tx, { number, day }: Asked, units: readonly string[], side: '<' | '>') {
  const order = side === '<' ? 'desc' : 'asc'
  const { rows } = await tx.client.query<Asked>(
    `select train_number as number, to_char(departed_on, 'YYYY-MM-DD') as day from ledger_trade_trains
     where (departed_on, train_number) ${side} ($1::date, $2) and unit_code = any($3)
     order by departed_on ${order}, train_number ${order} limit 1`,
    [day, number, units],
  )
  return rows[0] ?? null
}

function differencesOf(train: NonNullable<TrainShown['train']>, sums: NonNullable<TrainShown['sums']>) {
  const pairs = [
    ['containers', train.containers, sums.containers],
    ['teu', train.teu, sums.withoutTeu > 0 ? null : sums.teu],
    ['weight', train.weight, sums.weight],
    ['value', train.value, sums.value],
  ] as const
  return pairs.flatMap(([what, register, list]) => {
    if (register === null || list === null || new Decimal(register).eq(list)) return []
    return [{ what, register: String(register), list: String(list) }]
  })
}
