import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { changed, hand } from './changed.ts'
import { projectOf } from './states.ts'

/**
 * Freezes the plan as it stands (the days of milestones, the curve of months) as the next version; versions before it stay as they were. Refuses
 * `projects/nothing-to-freeze` for a project without milestones and `projects/baseline-same` when nothing changed since the last version.
 */
export async function freezeBaseline(
  tx: Tx,
  { code, reason }: { code: string; reason: string },
  roots: readonly string[],
) {
  const project = await projectOf(tx, code, roots)
  const version = await freeze(tx, { code, reason, onDay: await zoneToday(tx) })
  if (version === null) refuse('projects/baseline-same', { project: project.name })
  await changed(tx, project, { action: 'projects/freeze-baseline', after: { version, reason } })
  return { code, version }
}

/** The next version of a project's baseline; null when it would say what the last one says. */
export async function freeze(
  tx: Tx,
  { code, reason, onDay }: { code: string; reason: string; onDay: string },
): Promise<number | null> {
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('project-baselines', 0))")
  const plan = await tx.client.query<{ milestones: number; same: boolean; last: number }>(planSql, [code])
  const { milestones, same, last } = plan.rows[0]!
  if (milestones === 0) refuse('projects/nothing-to-freeze', { project: code })
  if (same) return null
  const version = last + 1
  await tx.client.query(
    `insert into project_baselines (project_code, version, frozen_on, reason, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [code, version, onDay, reason, ...hand(tx)],
  )
  await tx.client.query(
    `insert into project_baseline_milestones (project_code, version, milestone, due_on)
     select project, $2, milestone, due_on from ledger_projects_project_milestones where project = $1`,
    [code, version],
  )
  await tx.client.query(
    `insert into project_baseline_months (project_code, version, month, planned_percent, planned)
     select project, $2, month, planned_percent, planned from ledger_projects_project_months
     where project = $1 and (planned_percent is not null or planned is not null)`,
    [code, version],
  )
  return version
}

const planSql = `
  with last as (select coalesce(max(version), 0)::int as version from project_baselines where project_code = $1),
    days as (select milestone, due_on from ledger_projects_project_milestones where project = $1),
    frozen as (select milestone, due_on from project_baseline_milestones b, last where project_code = $1 and b.version = last.version),
    months as (select month, planned_percent, planned from ledger_projects_project_months
      where project = $1 and (planned_percent is not null or planned is not null)),
    frozen_months as (select month, planned_percent, planned from project_baseline_months b, last where project_code = $1 and b.version = last.version)
  select (select count(*)::int from days) as milestones, last.version as last,
    last.version > 0
      and not exists ((select * from days except select * from frozen) union all (select * from frozen except select * from days))
      and not exists ((select * from months except select * from frozen_months) union all (select * from frozen_months except select * from months)) as same
  from last`
