import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { daysBetween, parsePeriod } from '#kernel/period.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { boardShape } from './board-shapes.ts'
import { linesThere } from './board-total.ts'
import { type TrainNames, trainNames } from './train-names.ts'
import { trainsDay } from './trains-day.ts'

export type Query = Asked<typeof boardShape>['query']
export type Board = Answer<typeof boardShape>
type Row = Board['rows'][number]

const NEXT = 8

/** A page of the board: trains that left and plans that nothing ran, the newest day first. Two index ranges merged, so a page costs the same early and late. */
export async function board(tx: Tx, query: Query, roots: readonly string[]): Promise<Board> {
  const day = await trainsDay(tx)
  const names = await trainNames(tx)
  const units = await unitsUnder(tx, roots)
  const { page, size } = query
  const found = conditions(query, units, day)
  const rows = await linesOf(tx, found.lines, found.values, size, (page - 1) * size)
  const total = await linesThere(tx, query, { units, day, counted: found })
  const upcoming = page === 1 ? await plansAhead(tx, { query, units, day }) : []
  const draw = (line: Line) => rowOf(line, day, names)
  return { day, upcoming: upcoming.map(draw), rows: rows.map(draw), total }
}

interface Line {
  kind: 'train' | 'plan'
  number: string
  day: string
  direction: Row['direction']
  scope: Row['scope']
  route: string | null
  port: string | null
  containers: string | null
  teu: string | null
  weight: string | null
  value: string | null
  arrivedOn: string | null
  outcome: string | null
  plannedOn: string | null
  reason: string | null
  loaded: string | null
  empty: string | null
}

const trainLine = `select 'train' as kind, train_number as number, departed_on as day, direction, scope, route, border_port as port, containers, teu::numeric as teu,
  weight, value, arrived_on, null as outcome, null as reason from ledger_trade_trains t`
const planLine = `select 'plan' as kind, train_number as number, planned_on as day, direction, scope, route, border_port as port, containers, null::numeric as teu,
  null::numeric as weight, null::numeric as value, null::date as arrived_on, outcome, reason from ledger_trade_train_plans p`

/** What the plan and the loading list say of a page's lines is looked up for those lines only. */
async function linesOf(tx: Tx, lines: string, values: unknown[], size: number, offset: number): Promise<Line[]> {
  const { rows } = await tx.client.query<Line>(
    `select l.kind, l.number, to_char(l.day, 'YYYY-MM-DD') as day, l.direction, l.scope, l.route, l.port, l.containers, l.teu::text as teu,
       l.weight::text as weight, l.value::text as value, to_char(l.arrived_on, 'YYYY-MM-DD') as "arrivedOn", l.outcome,
       to_char(case when l.kind = 'plan' then l.day else ran.planned_on end, 'YYYY-MM-DD') as "plannedOn", coalesce(l.reason, ran.reason) as reason,
       boxes.loaded, boxes.empty
     from (${lines} limit ${Math.trunc(size)} offset ${Math.trunc(offset)}) as l
     left join lateral (select planned_on, reason from ledger_trade_train_plans
       where l.kind = 'train' and train_number = l.number and ran_on = l.day and planned_on between l.day - 90 and l.day + 30
       order by planned_on desc limit 1) as ran on true
     left join lateral (select count(*) filter (where load = 'loaded') as loaded, count(*) filter (where load = 'empty') as empty
       from ledger_trade_train_containers where l.kind = 'train' and departed_on = l.day and train_number = l.number having count(*) > 0) as boxes on true
     order by l.day desc, l.number desc`,
    values,
  )
  return rows
}

type Bind = (value: unknown) => string

/** The lines that fit and how many there are; each value is bound once, and only where it is used. */
function conditions(query: Query, units: readonly string[], day: string) {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const parts = [
    ...(query.state === 'cancelled' ? [] : [{ line: trainLine, where: trainsThat(query, units, bind) }]),
    ...(query.state === 'late' || query.state === 'empty'
      ? []
      : [{ line: planLine, where: plansThat(query, units, bind, day) }]),
  ].map(({ line, where }) => `${line} where ${where}`)
  const counted = parts.map((part) => `(select count(*) ${part.slice(part.indexOf(' from '))})`)
  // Each part is cut before they are put together, so that each is read backwards along its own index.
  const first = parts.map((part) => `(${part} order by day desc, number desc limit ${query.page * query.size})`)
  const lines = `select * from (${first.join(' union all ')}) as first_lines order by day desc, number desc`
  return { values, lines, count: `select ${counted.join(' + ')} as total` }
}

function trainsThat(query: Query, units: readonly string[], bind: Bind): string {
  const ran = `from ledger_trade_train_plans q where q.train_number = t.train_number and q.ran_on = t.departed_on`
  const boxes = `from ledger_trade_train_containers c where c.departed_on = t.departed_on and c.train_number = t.train_number`
  return [
    ...shared(query, units, bind),
    ...(query.month ? [inMonth('departed_on', query.month, bind)] : []),
    ...(query.state === 'late'
      ? [`exists (select ${ran} and q.planned_on < t.departed_on and q.planned_on >= t.departed_on - 90)`]
      : []),
    ...(query.state === 'empty' ? [`exists (select ${boxes} and c.load = 'empty')`] : []),
  ].join(' and ')
}

function plansThat(query: Query, units: readonly string[], bind: Bind, day: string): string {
  const outcomes = query.state === 'cancelled' ? `outcome = 'cancelled'` : `outcome in ('planned', 'cancelled')`
  return [
    ...shared(query, units, bind),
    ...(query.month ? [inMonth('planned_on', query.month, bind)] : []),
    `planned_on <= ${bind(day)}::date`,
    outcomes,
  ].join(' and ')
}

function shared({ direction, scope, route, port, q }: Query, units: readonly string[], bind: Bind): string[] {
  return [
    `unit_code = any(${bind(units)})`,
    ...(direction ? [`direction = ${bind(direction)}`] : []),
    ...(scope ? [`scope = ${bind(scope)}`] : []),
    ...(route ? [`route = ${bind(route)}`] : []),
    ...(port ? [`border_port = ${bind(port)}`] : []),
    ...(q ? [`train_number ilike ${bind(`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`)}`] : []),
  ]
}

function inMonth(column: string, month: string, bind: Bind): string {
  const { start, end } = parsePeriod(month)
  return `${column} between ${bind(start)}::date and ${bind(end)}::date`
}

/** Plans after the day that nothing has run yet, the nearest first; the month and state of the list below do not narrow them. */
async function plansAhead(
  tx: Tx,
  { query, units, day }: { query: Query; units: readonly string[]; day: string },
): Promise<Line[]> {
  const values: unknown[] = []
  const bind: Bind = (value) => `$${values.push(value)}`
  const where = [
    ...shared(query, units, bind),
    `planned_on > ${bind(day)}::date`,
    `outcome in ('planned', 'cancelled')`,
  ]
  const lines = await linesOf(
    tx,
    `${planLine} where ${where.join(' and ')} order by planned_on, train_number`,
    values,
    NEXT,
    0,
  )
  return lines.reverse()
}

function rowOf(line: Line, today: string, names: TrainNames): Row {
  const whole = (text: string | null) => (text === null ? null : Number(text))
  const { number, day, direction, scope, plannedOn, arrivedOn, reason, teu, weight, value } = line
  return {
    ...{ number, day, direction, scope, plannedOn, arrivedOn, reason, teu, weight, value },
    state: stateOf(line, today),
    late: line.kind === 'train' && plannedOn !== null ? Math.max(0, daysBetween(plannedOn, day)) : null,
    route: line.route === null ? null : names.route(line.route),
    way: line.route === null ? null : names.way(line.route, direction),
    borderPort: line.port === null ? null : names.place(line.port),
    containers: whole(line.containers),
    ...{ loaded: whole(line.loaded), empty: whole(line.empty) },
  }
}

function stateOf({ kind, outcome, arrivedOn, day }: Line, today: string): Row['state'] {
  if (kind === 'train') return arrivedOn !== null && arrivedOn <= today ? 'arrived' : 'left'
  if (outcome === 'cancelled') return 'cancelled'
  return day <= today ? 'overdue' : 'planned'
}
