import type { Tx } from '#kernel/db/work.ts'
import type { Answer, Asked } from '#kernel/http/endpoint.ts'
import { zoneNow } from '#kernel/zone-clock.ts'
import { type Inflow, inflows, type State, stageOf, stages, states } from '../engine/states.ts'
import type { matterBoard } from './board-shapes.ts'
import { type Light, lightSql } from './light.ts'
import type { Lit } from './row-shapes.ts'
import { unitOf } from './rows.ts'
import { readScope, type Scope, scopeSql } from './scope.ts'

const WEEK = 7 * 86_400_000
const UNITS = 40

interface Group {
  state: State
  unit: string
  inflow: Inflow
  light: Light
  count: number
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
    `select state, lies_with as unit, inflow, ${lightSql('$1')} as light, count(*)::integer as count
     from matters where ${where.join(' and ')} group by 1, 2, 3, 4`,
    values,
  )
  return rows
}

function lit(groups: readonly Group[]): Lit {
  const counted: Lit = { on: 0, warning: 0, behind: 0, none: 0 }
  for (const { light, count } of groups) counted[light] += count
  return counted
}

function statesOf(groups: readonly Group[]) {
  return states.flatMap((state) => {
    const count = groups.reduce((sum, group) => sum + (group.state === state ? group.count : 0), 0)
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
