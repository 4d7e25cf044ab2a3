import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { codesInReach } from '../problems/project-names.ts'
import { withDepartments } from './departments.ts'
import type { LightRule } from './light-rule.ts'
import type { Judgement, MilestoneState, MonthRow, ProjectRow, StageStep } from './project-state.ts'

const money = (column: string) => `trim_scale(${column})::text as "${column}"`
const projectColumns = `code, name, kind, programme, department, unit_code as unit, enterprise, uscc, national_code as "nationalCode",
  registered_on::text as "registeredOn", source, introducer, ${money('promised')}, ${money('verified')}, ${money('investment')}, ${money('area')},
  address, trim_scale(longitude)::text as longitude, trim_scale(latitude)::text as latitude, planned_start::text as "plannedStart",
  planned_end::text as "plannedEnd", command_post as "commandPost", summary`

/** The register's rows that the caller reaches: by the keeper, by the responsible unit, or as the commissioner who serves. */
export async function projectRows(
  tx: Tx,
  roots: readonly string[],
  codes: readonly string[] | null,
): Promise<ProjectRow[]> {
  const reach = [...(await codesInReach(tx, roots))]
  const { rows } = await tx.client.query<ProjectRow>(
    `select ${projectColumns} from ledger_projects_projects where code = any($1) and ($2::text[] is null or code = any($2)) order by code`,
    [reach, codes],
  )
  return withDepartments(tx, rows)
}

/** One project of the register. Refuses `projects/unknown` (404) and `org/outside-scope` (403). */
export async function projectOf(tx: Tx, code: string, roots: readonly string[]): Promise<ProjectRow> {
  const { rows } = await tx.client.query<ProjectRow>(
    `select ${projectColumns} from ledger_projects_projects where code = $1`,
    [code],
  )
  const [project = refuse('projects/unknown', { project: code }, 404)] = await withDepartments(tx, rows)
  if (!(await codesInReach(tx, roots)).has(code)) refuse('org/outside-scope', { unit: project.department }, 403)
  return project
}

type Of<T> = T & { project: string }

/** Rows under the code of their project. */
export type ByProject<T> = ReadonlyMap<string, T[]>

async function grouped<T>(tx: Tx, sql: string, codes: readonly string[]): Promise<ByProject<T>> {
  const { rows } = await tx.client.query<Of<T> & Record<string, unknown>>(sql, [codes])
  const found = new Map<string, T[]>()
  for (const { project, ...row } of rows) {
    const known = found.get(project)
    if (known) known.push(row as T)
    else found.set(project, [row as T])
  }
  return found
}

export const stepsBy = (tx: Tx, codes: readonly string[]) =>
  grouped<StageStep>(
    tx,
    `select project, stage, reached_on::text as "reachedOn", evidence_kind as "evidenceKind", evidence, loss_reason as "lossReason"
     from ledger_projects_project_stages where project = any($1) order by reached_on, row_id`,
    codes,
  )

export const monthsBy = (tx: Tx, codes: readonly string[]) =>
  grouped<MonthRow>(
    tx,
    `select project, to_char(month, 'YYYY-MM') as month, trim_scale(planned_percent)::text as "plannedPercent",
       trim_scale(actual_percent)::text as "actualPercent", ${money('planned')}, ${money('invested')}, ${money('paid')},
       trim_scale(payment_due)::text as "paymentDue", ${money('entered')}, note
     from ledger_projects_project_months where project = any($1) order by month`,
    codes,
  )

export type MilestoneRow = Pick<MilestoneState, 'milestone' | 'title' | 'stage' | 'dueOn' | 'metOn' | 'outcome'>

export const milestonesBy = (tx: Tx, codes: readonly string[]) =>
  grouped<MilestoneRow>(
    tx,
    `select project, milestone, title, stage, due_on::text as "dueOn", met_on::text as "metOn", coalesce(outcome, 'open') as outcome
     from ledger_projects_project_milestones where project = any($1) order by due_on, milestone`,
    codes,
  )

export interface Expectation {
  milestone: string
  month: string
  expectedOn: string
}

export const expectationsBy = (tx: Tx, codes: readonly string[]) =>
  grouped<Expectation>(
    tx,
    `select project_code as project, milestone, to_char(month, 'YYYY-MM') as month, expected_on::text as "expectedOn"
     from project_expectations where project_code = any($1) order by month`,
    codes,
  )

export interface BaselineDay {
  version: number
  milestone: string
  dueOn: string
}

export const baselineDaysBy = (tx: Tx, codes: readonly string[]) =>
  grouped<BaselineDay>(
    tx,
    `select project_code as project, version, milestone, due_on::text as "dueOn"
     from project_baseline_milestones where project_code = any($1) order by version`,
    codes,
  )

export interface BaselineMonth {
  version: number
  month: string
  percent: string | null
}

/** Months of the newest baseline of each project. */
export const baselineMonthsBy = (tx: Tx, codes: readonly string[]) =>
  grouped<BaselineMonth>(
    tx,
    `select project_code as project, version, to_char(month, 'YYYY-MM') as month, trim_scale(planned_percent)::text as percent
     from project_baseline_months m where project_code = any($1)
       and version = (select max(version) from project_baselines b where b.project_code = m.project_code) order by m.month`,
    codes,
  )

export const baselineVersionsBy = (tx: Tx, codes: readonly string[]) =>
  grouped<{ version: number }>(
    tx,
    'select project_code as project, max(version) as version from project_baselines where project_code = any($1) group by 1',
    codes,
  )

/** The newest judgement of each project. */
export const judgementsBy = (tx: Tx, codes: readonly string[]) =>
  grouped<Judgement>(
    tx,
    `select distinct on (project_code) project_code as project, level, narrative, on_day::text as "onDay", by_name as "byName"
     from project_judgements where project_code = any($1) order by project_code, id desc`,
    codes,
  )

export interface ExcuseRow {
  input: 'start' | 'progress' | 'payment' | 'statistics'
  reason: string
  untilOn: string | null
  byName: string | null
}

/** Reasons given, the newest first. */
export const excusesBy = (tx: Tx, codes: readonly string[]) =>
  grouped<ExcuseRow>(
    tx,
    `select project_code as project, input, reason, until_on::text as "untilOn", by_name as "byName"
     from project_excuses where project_code = any($1) order by id desc`,
    codes,
  )

/** The day anything last happened beside the stages. */
export const contactsBy = (tx: Tx, codes: readonly string[]) =>
  grouped<{ lastOn: string }>(
    tx,
    'select project_code as project, max(on_day)::text as "lastOn" from project_contacts where project_code = any($1) group by 1',
    codes,
  )

/** Every version of the light rule. */
export async function lightRules(tx: Tx): Promise<LightRule[]> {
  const { rows } = await tx.client.query<{ rule: LightRule }>(
    'select rule from project_light_rules order by from_on nulls last, version',
  )
  return rows.map(({ rule }) => rule)
}

/** Rows of the register whoever asks: for what the zone keeps of itself. */
export async function allProjects(tx: Tx, codes: readonly string[] | null = null): Promise<ProjectRow[]> {
  const { rows } = await tx.client.query<ProjectRow>(
    `select ${projectColumns} from ledger_projects_projects where $1::text[] is null or code = any($1) order by code`,
    [codes],
  )
  return withDepartments(tx, rows)
}
