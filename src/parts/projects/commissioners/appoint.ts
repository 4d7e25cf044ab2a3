import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { personByCode } from '#parts/org/org.ts'
import { doerOf } from '../problems/hand.ts'
import { projectInReach } from '../problems/project-names.ts'

export interface Appointment {
  project: string
  /** code of the person */
  person: string
  /** their first day; the one before ends the day before */
  from: Day
  /** what the one before hands over: needed when there is one */
  handover?: string | undefined
}

/**
 * Seconds a person to a project as its commissioner; whoever served it before hands over. Refuses `projects/unknown` (404),
 * `org/outside-scope` (403), `org/person-unknown` (404), `projects/person-left`, `projects/serves-already`,
 * `projects/appointed-before`, `projects/handover-missing`.
 */
export async function appointCommissioner(tx: Tx, told: Appointment, roots: readonly string[]): Promise<void> {
  const { project, from } = told
  await projectInReach(tx, project, roots)
  await tx.client.query('select pg_advisory_xact_lock(hashtext($1))', [`project commissioner ${project}`])
  const person = (await personByCode(tx, told.person)) ?? refuse('org/person-unknown', { person: told.person }, 404)
  if (person.leftOn !== null && person.leftOn <= from)
    refuse('projects/person-left', { name: person.name, day: person.leftOn })
  const before = await currentCommissioner(tx, project)
  if (before?.person === person.code) refuse('projects/serves-already', { name: person.name })
  if (before && from < before.from) refuse('projects/appointed-before', { name: before.name, day: before.from })
  const handover = told.handover?.trim() ?? ''
  if (before && handover.length < 2) refuse('projects/handover-missing', { name: before.name })
  if (before)
    await tx.client.query('update project_commissioners set to_on = $2, handover = $3 where id = $1', [
      ...[before.id, from, handover],
    ])
  const doer = await doerOf(tx)
  await tx.client.query(
    `insert into project_commissioners (project_code, person_code, person_name, unit_code, from_on, appointed_by, appointed_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [project, person.code, person.name, person.unit.code, from, doer.name, tx.now],
  )
  audit(tx, {
    action: 'projects/appoint',
    subject: `project:${project}`,
    unit: person.unit.code,
    before: before && { commissioner: before.person, from: before.from },
    after: { commissioner: person.code, from, handover },
  })
}

/** Ends a secondment without a successor. Refuses `projects/no-commissioner` and `projects/handover-missing`. */
export async function relieveCommissioner(
  tx: Tx,
  told: { project: string; handover: string },
  roots: readonly string[],
): Promise<void> {
  await projectInReach(tx, told.project, roots)
  const before =
    (await currentCommissioner(tx, told.project)) ?? refuse('projects/no-commissioner', { project: told.project }, 404)
  if (told.handover.trim().length < 2) refuse('projects/handover-missing', { name: before.name })
  const today = await zoneToday(tx)
  const to = [today, before.from].sort().at(-1)!
  await tx.client.query('update project_commissioners set to_on = $2, handover = $3 where id = $1', [
    ...[before.id, to, told.handover.trim()],
  ])
  audit(tx, {
    action: 'projects/relieve',
    subject: `project:${told.project}`,
    before: { commissioner: before.person, from: before.from },
    after: { until: to, handover: told.handover },
  })
}

interface Current {
  id: string
  person: string
  name: string
  from: Day
}

async function currentCommissioner(tx: Tx, project: string): Promise<Current | null> {
  const { rows } = await tx.client.query<Current>(
    `select id, person_code as person, person_name as name, from_on as "from" from project_commissioners
     where project_code = $1 and to_on is null for update`,
    [project],
  )
  return rows[0] ?? null
}
