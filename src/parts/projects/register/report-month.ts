import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { projectMilestones } from '../project-milestones.ledger.ts'
import { projectMonths } from '../project-months.ledger.ts'
import { addPhotos } from './add-photos.ts'
import { changed, hand } from './changed.ts'
import { enterRow, rowByKey } from './enter-row.ts'
import { outcomeOf } from './milestone-checks.ts'
import type { ProjectRow } from './project-state.ts'
import type { MonthAsked } from './register-shapes.ts'
import { projectOf } from './states.ts'

/**
 * Tells of a project's month: progress, money, milestones met or expected another day, photos. What is not told stays as it was. Refuses
 * `projects/month-ahead`, `projects/milestone-unknown`, `projects/day-ahead`, and what the ledger refuses of the numbers.
 */
export async function reportMonth(tx: Tx, asked: MonthAsked & { code: string }, roots: readonly string[]) {
  const { code, month, photos, milestones } = asked
  const project = await projectOf(tx, code, roots)
  const today = await zoneToday(tx)
  if (month > today.slice(0, 7)) refuse('projects/month-ahead', { month, today: today.slice(0, 7) })
  const { actualPercent, invested, paid, paymentDue, entered, note } = asked
  const told = Object.entries({ actualPercent, invested, paid, paymentDue, entered, note }).filter(
    ([, value]) => value !== undefined,
  )
  const values = { project: code, month, kind: project.kind, programme: project.programme, ...Object.fromEntries(told) }
  if (told.length > 0) await enterRow(tx, projectMonths, { unit: project.unit, values })
  for (const one of milestones) await tellMilestone(tx, project, { ...one, today })
  if (photos.length > 0) await addPhotos(tx, project, photos, { stage: null, onDay: today, words: note ?? '' })
  const after = { month, ...Object.fromEntries(told), milestones: milestones.length, photos: photos.length }
  await changed(tx, project, { action: 'projects/report-month', after })
  return { code, month }
}

interface MilestoneTold {
  milestone: string
  expectedOn?: string | null | undefined
  metOn?: string | null | undefined
  today: string
}

async function tellMilestone(tx: Tx, { code, unit, ...project }: ProjectRow, told: MilestoneTold): Promise<void> {
  const { milestone, expectedOn, metOn, today } = told
  const known =
    (await rowByKey(tx, projectMilestones, { project: code, milestone })) ??
    refuse('projects/milestone-unknown', { milestone, project: project.name }, 404)
  if (metOn && metOn > today) refuse('projects/day-ahead', { day: metOn })
  if (metOn)
    await enterRow(tx, projectMilestones, {
      unit,
      values: { project: code, milestone, metOn, outcome: outcomeOf(known['dueOn']!, metOn) },
    })
  if (expectedOn)
    await tx.client.query(
      `insert into project_expectations (project_code, milestone, month, expected_on, by_id, by_name, at)
       values ($1, $2, date_trunc('month', $3::date), $4, $5, $6, $7)
       on conflict (project_code, milestone, month) do update set expected_on = excluded.expected_on, by_id = excluded.by_id,
         by_name = excluded.by_name, at = excluded.at`,
      [code, milestone, today, expectedOn, ...hand(tx)],
    )
}
