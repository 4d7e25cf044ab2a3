import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { type Inflow, inflows, type State, stageOf, stages, states } from '../engine/states.ts'
import type { matterBoard } from './board-shapes.ts'
import { litColumns } from './light.ts'
import type { Lit } from './row-shapes.ts'
import { unitOf } from './rows.ts'
import { readScope, type Scope, scopeSql } from './scope.ts'

const WEEK = 7 * 86_400_000
const UNITS = 40

interface Group extends Lit {
  state: State
  unit: string
  inflow: Inflow
}

/** One index-only pass over the open matters that the reader sees, cut four ways. */
export async function boardOf(
  tx: Tx,
  { inflow }: Asked<typeof matterBoard>['query'],
  roots: readonly string[],
): Promise<Answer<typeof matterBoard>> {
  const now = await zoneNow(tx)
  const scope = await readScope(tx, roots)
  const all = await openGroups(tx, scope, now)
  const groups = inflow ? all.filter((group) => group.inflow === inflow) : all
  const unit = await unitOf(tx)
  const units = [...new Set(groups.map((group) => group.unit))].map((code) => ({
    unit: unit(code),
    lit: lit(groups.filter((group) => group.unit === code)),
  }))
  const weight = ({ lit: { behind, warning, on } }: { lit: Lit }) => behind * 1e12 + warning * 1e6 + on
  return {
    now: now.toISOString(),
    counts: lit(groups),
    stages: stages.flatMap((stage) => {
      const there = groups.filter(({ state }) => stageOf[state] === stage)
      return there.length > 0 ? [{ stage, lit: lit(there), states: statesOf(there) }] : []
    }),
    units: units.toSorted((a, b) => weight(b) - weight(a)).slice(0, UNITS),
    inflows: inflows.flatMap((one) => {
      const there = all.filter((group) => group.inflow === one)
      return there.length > 0 ? [{ inflow: one, lit: lit(there) }] : []
    }),
    week: await lastDays(tx, scope, now),
  }
}

async function openGroups(tx: Tx, scope: Scope, now: Date): Promise<Group[]> {
  const values: unknown[] = [now]
  const where = ['closed_at is null', ...scopeSql(scope, (value) => `$${values.push(value)}`)]
  const { rows } = await tx.client.query<Group>(
    `select state, lies_with as unit, inflow, ${litColumns('$1::timestamptz')}
     from matters where ${where.join(' and ')} group by 1, 2, 3`,
    values,
  )
  return rows
}

function lit(groups: readonly Lit[]): Lit {
  const sum = (light: keyof Lit) => groups.reduce((total, group) => total + group[light], 0)
  return { on: sum('on'), warning: sum('warning'), behind: sum('behind'), none: sum('none') }
}

function statesOf(groups: readonly Group[]) {
  return states.flatMap((state) => {
    const { on, warning, behind, none } = lit(groups.filter((group) => group.state === state))
    const count = on + warning + behind + none
    return count > 0 ? [{ state, count }] : []
  })
}

async function lastDays(tx: Tx, scope: Scope, now: Date) {
  const values: unknown[] = [new Date(now.getTime() - WEEK), now]
  const inside = scopeSql(scope, (value) => `$${values.push(value)}`)
  const counted = (column: string) =>
    `(select count(*) from matters where ${[`${column} > $1 and ${column} <= $2`, ...inside].join(' and ')})::integer`
  const { rows } = await tx.client.query<{ opened: number; closed: number }>(
    `select ${counted('opened_at')} as opened, ${counted('closed_at')} as closed`,
    values,
  )
  return rows[0]!
}
