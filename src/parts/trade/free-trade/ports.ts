import type { Tx } from '#kernel/db/work.ts'
import type { Answer } from '#kernel/http/endpoint.ts'
import { addDays } from '#kernel/period.ts'
import { unitsUnder } from '#parts/org/org.ts'
import { type ConsignmentState, consignmentStates } from './consignment-states.ts'
import { stateSql } from './consignments.ts'
import type { portsShape } from './port-shapes.ts'
import { registerDay } from './zone-day.ts'

type Ports = Answer<typeof portsShape>
type PortName = Ports['ports'][number]['port']

const quantities: Record<PortName, { unit: string; measure: string; column: string }> = {
  automobiles: { unit: '辆', measure: 'm_vehicles', column: 'vehicles' },
  grain: { unit: '吨', measure: 'm_tonnes', column: 'tonnes' },
}

/** Each designated port: where its consignments stand, how long each step took in the last year, what arrived by month. */
export async function portsOverview(tx: Tx, roots: readonly string[]): Promise<Ports> {
  const day = await registerDay(tx, 'port_consignments')
  const units = await unitsUnder(tx, roots)
  const from = addDays(day, -364)
  const ports: Ports['ports'] = []
  for (const port of ['automobiles', 'grain'] as const) {
    const asked = { port, units, from, day }
    ports.push({
      ...{ port, unit: quantities[port].unit, states: await statesOf(tx, asked) },
      ...{ steps: await stepsOf(tx, asked), months: await monthsOf(tx, asked) },
    })
  }
  return { day, from, ports }
}

interface Asked {
  port: PortName
  units: readonly string[]
  from: string
  day: string
}

/** Everything that has not ended, and what ended within the year. */
async function statesOf(tx: Tx, { port, units, from }: Asked): Promise<Ports['ports'][number]['states']> {
  const { rows } = await tx.client.query<{ state: ConsignmentState; n: string; quantity: string; value: string }>(
    `select s.state, count(*) as n, trim_scale(coalesce(sum(c.${quantities[port].column}), 0)::numeric)::text as quantity, trim_scale(sum(c.value))::text as value
     from ledger_trade_port_consignments c cross join lateral (select ${stateSql} as state) s
     where c.port = $1 and c.unit_code = any($2) and (s.state not in ('released', 'returned') or coalesce(c.returned_on, c.released_on) >= $3) group by 1`,
    [port, units, from],
  )
  const found = new Map(rows.map((row) => [row.state, row]))
  return (Object.keys(consignmentStates) as ConsignmentState[]).map((state) => {
    const row = found.get(state)
    return { state, consignments: Number(row?.n ?? 0), quantity: row?.quantity ?? '0', value: row?.value ?? '0' }
  })
}

const steps = [
  ['arrived', 'declared', 'arrived_on', 'declared_on'],
  ['declared', 'in-inspection', 'declared_on', 'inspected_on'],
  ['in-inspection', 'passed', 'inspected_on', 'passed_on'],
  ['passed', 'released', 'passed_on', 'released_on'],
  ['arrived', 'released', 'arrived_on', 'released_on'],
] as const

async function stepsOf(tx: Tx, { port, units, from, day }: Asked): Promise<Ports['ports'][number]['steps']> {
  const columns = steps.map(
    ([, , first, last], place) =>
      `count(${last}) as n${place}, trim_scale(round((percentile_cont(0.5) within group (order by ${last} - ${first}))::numeric, 1))::text as m${place}, max(${last} - ${first}) as x${place}`,
  )
  const { rows } = await tx.client.query<Record<string, string | number | null>>(
    `select ${columns.join(', ')} from ledger_trade_port_consignments where port = $1 and unit_code = any($2) and arrived_on between $3 and $4`,
    [port, units, from, day],
  )
  return steps.map(([earlier, later], place) => {
    const [median, longest] = [rows[0]![`m${place}`], rows[0]![`x${place}`]]
    return {
      ...{ from: earlier, to: later, consignments: Number(rows[0]![`n${place}`]) },
      ...{ median: median === null ? null : String(median), longest: longest === null ? null : Number(longest) },
    }
  })
}

async function monthsOf(tx: Tx, { port, units, from }: Asked): Promise<Ports['ports'][number]['months']> {
  const { rows } = await tx.client.query<{ month: string; n: string; quantity: string; value: string }>(
    `select to_char(day, 'YYYY-MM') as month, sum(rows) as n, trim_scale(sum(${quantities[port].measure})::numeric)::text as quantity, trim_scale(sum(m_value))::text as value
     from rollup_trade_port_consignments where level = 'm' and d_port = $1 and unit_code = any($2) and day >= date_trunc('month', $3::date) group by 1 having sum(rows) > 0 order by 1`,
    [port, units, from],
  )
  return rows.map(({ n, ...row }) => ({ ...row, consignments: Number(n) }))
}
