import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { daysBetween } from '#kernel/period.ts'
import { unitsUnder } from '#parts/org/org.ts'
import type { ConsignmentState } from './consignment-states.ts'
import type { consignmentsShape } from './port-shapes.ts'
import { registerDay } from './zone-day.ts'

type Found = Answer<typeof consignmentsShape>
type Query = Asked<typeof consignmentsShape>['query']
type Row = Found['rows'][number]

/**
 * Where a consignment of the row `c` stands, in SQL: what ended it; else a hold that no pass has lifted; else the last
 * step it came to.
 */
export const stateSql = `case when c.returned_on is not null then 'returned' when c.released_on is not null then 'released'
  when c.held_on is not null and (c.passed_on is null or c.passed_on < c.held_on) then 'held' when c.passed_on is not null then 'passed'
  when c.inspected_on is not null then 'in-inspection' when c.declared_on is not null then 'declared' else 'arrived' end`

/** Those held come first, then what waits, the longest first, then what is done, the newest first. */
const order = `(case s.state when 'held' then 0 when 'released' then 2 when 'returned' then 2 else 1 end),
  (case when s.state in ('released', 'returned') then null else c.arrived_on end), c.arrived_on desc, c.number`

/** A page of consignments by port, state and text (number, goods, carrier, consignee). */
export async function consignments(tx: Tx, query: Query, roots: readonly string[]): Promise<Found> {
  const day = await registerDay(tx, 'port_consignments')
  const { where, values } = conditions(query, await unitsUnder(tx, roots))
  const from = `from ledger_trade_port_consignments c cross join lateral (select ${stateSql} as state) s where ${where}`
  const counted = await tx.client.query<{ n: string }>(`select count(*) as n ${from}`, values)
  const { page, size } = query
  const { rows } = await tx.client.query<Omit<Row, 'since' | 'days' | 'rowId'> & { rowId: string }>(
    `select c.number, c.port, c.goods, coalesce(c.vehicles::text, trim_scale(c.tonnes)::text, '') as quantity, case when c.vehicles is null then '吨' else '辆' end as unit,
       trim_scale(c.value)::text as value, c.origin, c.carrier, c.carrier_number as "carrierNumber", c.consignee,
       (select r.name from ledger_trade_ftz_registrations r where r.uscc = c.consignee) as "consigneeName", s.state, c.row_id as "rowId", ${days}
     ${from} order by ${order} limit ${size} offset ${(page - 1) * size}`,
    values,
  )
  return { total: Number(counted.rows[0]!.n), rows: rows.map((row) => standing(row, day)) }
}

const days = ['arrived', 'declared', 'inspected', 'passed', 'released', 'held', 'returned']
  .map((state) => `to_char(c.${state}_on, 'YYYY-MM-DD') as "${state}On"`)
  .join(', ')

const dayOfState = {
  arrived: 'arrivedOn',
  declared: 'declaredOn',
  'in-inspection': 'inspectedOn',
  passed: 'passedOn',
  released: 'releasedOn',
  held: 'heldOn',
  returned: 'returnedOn',
} as const satisfies Record<ConsignmentState, keyof Row>

/** Days from arrival to its end, or days it has stood where it stands. */
function standing(row: Omit<Row, 'since' | 'days' | 'rowId'> & { rowId: string }, day: string): Row {
  const since = row[dayOfState[row.state]] ?? row.arrivedOn
  const ended = row.state === 'released' || row.state === 'returned'
  const spent = ended ? daysBetween(row.arrivedOn, since) : daysBetween(since, day)
  return { ...row, since, days: Math.max(0, spent), rowId: Number(row.rowId) }
}

function conditions({ port, state, q }: Query, units: readonly string[]) {
  const values: unknown[] = [units]
  const bind = (value: unknown) => `$${values.push(value)}`
  const parts = ['c.unit_code = any($1)']
  if (port) parts.push(`c.port = ${bind(port)}`)
  if (state) parts.push(`s.state = ${bind(state)}`)
  const text = q?.trim()
  if (text) {
    const has = bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`)
    parts.push(
      `(c.number ilike ${has} or c.goods ilike ${has} or c.carrier_number ilike ${has} or c.consignee ilike ${has})`,
    )
  }
  return { where: parts.join(' and '), values }
}
