import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { projects } from '../projects.ledger.ts'
import { changed, hand } from './changed.ts'
import { enterRow } from './enter-row.ts'
import type { CodeAsked } from './register-shapes.ts'
import { projectOf } from './states.ts'

/**
 * Gives a project another code of a scheme. The code it had is ended with the reason and never overwritten; the project stays the same one under
 * its own code. Refuses `projects/code-taken` when another project bears it and `projects/code-same`.
 */
export async function addCode(tx: Tx, asked: CodeAsked & { code: string }, roots: readonly string[]) {
  const { code, scheme, value, reason } = asked
  const project = await projectOf(tx, code, roots)
  const onDay = await zoneToday(tx)
  await tx.client.query("select pg_advisory_xact_lock(hashtextextended('project-codes', 0))")
  const { rows } = await tx.client.query<{ project: string; name: string }>(
    `select project_code as project, (select name from ledger_projects_projects where code = project_code) as name from project_codes
       where scheme = $1 and code = $2 and until_on is null
     union select code, name from ledger_projects_projects where $1 = 'national' and national_code = $2`,
    [scheme, value],
  )
  if (rows.some((one) => one.project === code)) refuse('projects/code-same', { code: value })
  if (rows[0]) refuse('projects/code-taken', { code: value, project: rows[0].name ?? rows[0].project }, 409)
  await keepFormer(tx, project, scheme, onDay)
  await tx.client.query(
    'update project_codes set until_on = $3 where project_code = $1 and scheme = $2 and until_on is null',
    [code, scheme, onDay],
  )
  await tx.client.query(
    `insert into project_codes (project_code, scheme, code, from_on, reason, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [code, scheme, value, onDay, reason, ...hand(tx)],
  )
  if (scheme === 'national')
    await enterRow(tx, projects, { unit: project.unit, values: { code, nationalCode: value }, reason })
  await changed(tx, project, {
    action: 'projects/add-code',
    before: { nationalCode: project.nationalCode },
    after: { scheme, value, reason },
  })
  return { code, value }
}

/** A national code that came with a file has no line of its own yet: it gets one before it is replaced. */
async function keepFormer(
  tx: Tx,
  project: { code: string; nationalCode: string | null; registeredOn: string },
  scheme: string,
  onDay: string,
): Promise<void> {
  if (scheme !== 'national' || project.nationalCode === null) return
  await tx.client.query(
    `insert into project_codes (project_code, scheme, code, from_on, reason, by_id, by_name, at)
     select $1, 'national', $2, least($3::date, $4::date), '入库时登记', $5, $6, $7
     where not exists (select from project_codes where project_code = $1 and scheme = 'national' and code = $2)`,
    [project.code, project.nationalCode, project.registeredOn, onDay, ...hand(tx)],
  )
}
