import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { unitNamesOn } from '#parts/org/org.ts'
import type { ProblemKind, ProblemState } from '../problems/states.ts'
import { withDepartments } from '../register/departments.ts'
import type { ProjectKind, Stage } from '../register/words.ts'

/** What the register says of one project that is past its signing; money in 万元 as decimal strings. */
export interface OpenProject {
  code: string
  name: string
  kind: ProjectKind
  department: { code: string; name: Words }
  enterprise: string | null
  uscc: string | null
  nationalCode: string | null
  registeredOn: Day
  investment: string | null
  address: string | null
  longitude: string | null
  latitude: string | null
  plannedStart: Day | null
  plannedEnd: Day | null
  summary: string | null
  /** when a row of it last changed */
  changedAt: Date
  stages: { stage: Stage; on: Day }[]
  months: OpenMonth[]
  milestones: { milestone: string; title: string; stage: Stage | null; dueOn: Day; metOn: Day | null }[]
  problems: {
    number: string
    kind: ProblemKind
    state: ProblemState
    raisedOn: Day
    dueOn: Day | null
    settledOn: Day | null
    reopened: number
    unit: string | null
  }[]
}

export interface OpenMonth {
  month: string
  plannedPercent: string | null
  actualPercent: string | null
  planned: string | null
  invested: string | null
}

/** Every project that was signed and not lost, with all that is published of it; in the order of the codes. */
export async function openProjects(tx: Tx): Promise<OpenProject[]> {
  const units = await unitNamesOn(tx, await zoneToday(tx))
  const { rows } = await tx.client.query<Omit<OpenProject, 'department'> & { department: string }>(QUERY)
  return (await withDepartments(tx, rows)).map(({ department, ...row }) => ({
    ...row,
    changedAt: new Date(row.changedAt),
    department: { code: department, name: units.get(department) ?? { zh: department, en: department } },
  }))
}

const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`
const shanghaiDay = (column: string) => `to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
const listOf = (what: string, from: string) => `coalesce((select json_agg(${what}) from ${from}), '[]')`

const QUERY = `
  select p.code, p.name, p.kind, p.department, p.enterprise, p.uscc, p.national_code as "nationalCode",
    ${day('p.registered_on')} as "registeredOn", trim_scale(p.investment)::text as investment, p.address,
    p.longitude::text as longitude, p.latitude::text as latitude, ${day('p.planned_start')} as "plannedStart",
    ${day('p.planned_end')} as "plannedEnd", p.summary,
    greatest(p.recorded_at,
      (select max(recorded_at) from ledger_projects_project_stages where project = p.code),
      (select max(recorded_at) from ledger_projects_project_months where project = p.code),
      (select max(recorded_at) from ledger_projects_project_milestones where project = p.code)) as "changedAt",
    ${listOf(
      `json_build_object('stage', s.stage, 'on', ${day('s.reached_on')}) order by s.reached_on, s.stage`,
      'ledger_projects_project_stages s where s.project = p.code',
    )} as stages,
    ${listOf(
      `json_build_object('month', to_char(m.month, 'YYYY-MM'), 'plannedPercent', m.planned_percent::text,
        'actualPercent', m.actual_percent::text, 'planned', m.planned::text, 'invested', m.invested::text) order by m.month`,
      'ledger_projects_project_months m where m.project = p.code',
    )} as months,
    ${listOf(
      `json_build_object('milestone', m.milestone, 'title', m.title, 'stage', m.stage, 'dueOn', ${day('m.due_on')},
        'metOn', ${day('m.met_on')}) order by m.due_on, m.milestone`,
      'ledger_projects_project_milestones m where m.project = p.code',
    )} as milestones,
    ${listOf(
      `json_build_object('number', w.number, 'kind', w.kind, 'state', w.state, 'raisedOn', ${shanghaiDay('w.raised_at')},
        'dueOn', ${day('w.due_on')}, 'settledOn', ${shanghaiDay('w.settled_at')}, 'reopened', w.reopened, 'unit', w.unit_code)
        order by w.id`,
      "project_problems w where w.project_code = p.code and w.state <> 'withdrawn'",
    )} as problems
  from ledger_projects_projects p
  where exists (select from ledger_projects_project_stages s where s.project = p.code and s.stage = 'signed')
    and not exists (select from ledger_projects_project_stages s where s.project = p.code and s.stage = 'lost')
  order by p.code collate "C"`
