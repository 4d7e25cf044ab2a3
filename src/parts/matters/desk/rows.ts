import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import { type Aside, type Inflow, type State, stageOf } from '../engine/states.ts'
import { lightOf } from './light.ts'
import type { MatterRow } from './row-shapes.ts'

export type UnitOf = (code: string) => { code: string; name: Words }

/** Names of units as of the zone's day; a unit that is closed by then is shown by its code. */
export async function unitOf(tx: Tx): Promise<UnitOf> {
  const names = await unitNamesOn(tx, await zoneToday(tx))
  return (code) => ({ code, name: names.get(code) ?? { zh: code, en: code } })
}

interface Line {
  number: string
  version: number
  title: string
  address: string
  category: string
  zh: string
  en: string
  inflow: Inflow
  state: State
  aside: Aside | null
  lies_with: string
  duty_unit: string | null
  assigned_to: string | null
  opened_at: Date
  started_at: Date
  warn_at: Date | null
  due_at: Date | null
  paused_at: Date | null
  closed_at: Date | null
  rework: number
  returned: number
}

/**
 * Rows of matters by a query that yields their ids in order. Everything that a row shows is looked up for those few only.
 */
export async function rowsOf(
  tx: Tx,
  { ids, values }: { ids: string; values: readonly unknown[] },
  now: Date,
): Promise<MatterRow[]> {
  const { rows } = await tx.client.query<Line>(
    `select m.number, m.version, m.title, m.address, m.category, c.name_zh as zh, c.name_en as en, m.inflow, m.state, m.aside, m.lies_with,
       m.duty_unit, m.assigned_to, m.opened_at, m.started_at, m.warn_at, m.due_at, m.paused_at, m.closed_at, m.rework, m.returned
     from (select id, row_number() over () as nth from (${ids}) as sought) as found
     join matters m on m.id = found.id
     join matter_categories c on c.set_id = m.set_id and c.code = m.category
     order by found.nth`,
    [...values],
  )
  const unit = await unitOf(tx)
  return rows.map((line) => rowOf(line, unit, { now, actor: tx.actor.id }))
}

function rowOf(line: Line, unit: UnitOf, { now, actor }: { now: Date; actor: string }): MatterRow {
  const { number, version, title, address, category, inflow, state, aside, rework, returned } = line
  const open = line.closed_at === null
  return {
    ...{ number, version, title, address, category, inflow, state, aside, rework, returned },
    categoryName: { zh: line.zh, en: line.en },
    stage: stageOf[state] ?? null,
    liesWith: unit(line.lies_with),
    dutyUnit: line.duty_unit === null ? null : unit(line.duty_unit),
    openedAt: line.opened_at.toISOString(),
    startedAt: line.started_at.toISOString(),
    dueAt: open ? said(line.due_at) : null,
    pausedAt: said(line.paused_at),
    closedAt: said(line.closed_at),
    light: open && line.paused_at === null ? lightOf({ warnAt: line.warn_at, dueAt: line.due_at }, now) : 'none',
    mine: line.assigned_to === actor,
  }
}

export const said = (moment: Date | null): string | null => moment?.toISOString() ?? null
