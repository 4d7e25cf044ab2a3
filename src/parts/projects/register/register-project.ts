import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { lockLedger } from '#parts/ledgers/ledger-lock.ts'
import { unitCodes, unitsUnder } from '#parts/org/org.ts'
import { projectMilestones } from '../project-milestones.ledger.ts'
import { projectStages } from '../project-stages.ledger.ts'
import { projects } from '../projects.ledger.ts'
import { addPhotos } from './add-photos.ts'
import { changed, hand } from './changed.ts'
import { enterRow, rowByKey } from './enter-row.ts'
import { outcomeOf } from './milestone-checks.ts'
import type { ContactAsked, MilestoneAsked, PhotosAsked, ProjectAsked, ProjectChange } from './register-shapes.ts'
import { projectOf } from './states.ts'

/**
 * Registers a project and its first stage, a lead unless told. Who keeps the register may do it for any unit. Refuses
 * `projects/code-known` (409), `org/unit-unknown` and a unit outside the caller's.
 */
export async function registerProject(tx: Tx, asked: ProjectAsked, roots: readonly string[]) {
  const { stage, ...values } = asked
  await lockLedger(tx, projects.name)
  if (await rowByKey(tx, projects, { code: values.code })) refuse('projects/code-known', { code: values.code }, 409)
  const [today, unit, inside] = [await zoneToday(tx), await keeperOf(tx), await unitsUnder(tx, roots)]
  if (!(await unitCodes(tx)).includes(values.department)) refuse('org/unit-unknown', { unit: values.department }, 404)
  if (!inside.includes(values.department) && !inside.includes(unit))
    refuse('org/outside-scope', { unit: values.department }, 403)
  await enterRow(tx, projects, { unit, values: { ...plain(values), registeredOn: today } })
  const { kind, programme } = values
  const step = { project: values.code, stage, reachedOn: today, kind, programme, investment: values.investment ?? null }
  await enterRow(tx, projectStages, { unit, values: step })
  await changed(tx, { code: values.code, unit }, { action: 'projects/register', after: { ...plain(values), stage } })
  return { code: values.code }
}

/** Corrects what the register says of a project; the old version stays readable. */
export async function changeProject(
  tx: Tx,
  { code, reason, ...values }: ProjectChange & { code: string },
  roots: readonly string[],
) {
  const project = await projectOf(tx, code, roots)
  await enterRow(tx, projects, { unit: project.unit, values: { code, ...plain(values) }, reason })
  await changed(tx, project, { action: 'projects/change', after: { ...plain(values), reason } })
  return { code }
}

/** Adds a milestone to the plan or gives it another day; what was frozen stays. */
export async function setMilestone(tx: Tx, asked: MilestoneAsked & { code: string }, roots: readonly string[]) {
  const { code, milestone, title, dueOn, stage } = asked
  const project = await projectOf(tx, code, roots)
  const known = await rowByKey(tx, projectMilestones, { project: code, milestone })
  const metOn = known?.['metOn'] ?? null
  const { kind, programme } = project
  const values = { project: code, milestone, title, dueOn, kind, programme, outcome: outcomeOf(dueOn, metOn) }
  await enterRow(tx, projectMilestones, { unit: project.unit, values: stage ? { ...values, stage } : values })
  await changed(tx, project, {
    action: 'projects/set-milestone',
    before: { dueOn: known?.['dueOn'] ?? null },
    after: { milestone, title, dueOn },
  })
  return { code, milestone }
}

/** Notes that a project that is sought was called, met or written to: its stall clock begins again. Refuses `projects/day-ahead`. */
export async function recordContact(tx: Tx, asked: ContactAsked & { code: string }, roots: readonly string[]) {
  const { code, onDay, kind, words } = asked
  const project = await projectOf(tx, code, roots)
  if (onDay > (await zoneToday(tx))) refuse('projects/day-ahead', { day: onDay })
  await tx.client.query(
    'insert into project_contacts (project_code, on_day, kind, words, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [code, onDay, kind, words, ...hand(tx)],
  )
  await changed(tx, project, { action: 'projects/record-contact', after: { onDay, kind, words } })
  return { code }
}

/** Puts photos on the project's time line. */
export async function putPhotos(
  tx: Tx,
  { code, photos, words }: PhotosAsked & { code: string },
  roots: readonly string[],
) {
  const project = await projectOf(tx, code, roots)
  await addPhotos(tx, project, photos, { stage: null, onDay: await zoneToday(tx), words })
  await changed(tx, project, { action: 'projects/add-photos', after: { photos: photos.length } })
  return { code }
}

/** The unit that keeps the register, as the zone says; its root where it says nothing. */
async function keeperOf(tx: Tx): Promise<string> {
  const { rows } = await tx.client.query<{ unit: string }>(
    `select coalesce(settings -> 'keepers' ->> $1, settings ->> 'rootUnit') as unit from zone_settings`,
    [projects.name],
  )
  return rows[0]?.unit ?? 'ZONE'
}

function plain(values: Record<string, string | null | undefined>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
