import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { changed, hand } from './changed.ts'
import type { ExcuseAsked, JudgementAsked } from './register-shapes.ts'
import { projectOf } from './states.ts'

/** A named person's confidence that the project is delivered, with why: kept beside the computed light, never in its place. */
export async function judge(
  tx: Tx,
  { code, level, narrative }: JudgementAsked & { code: string },
  roots: readonly string[],
) {
  const project = await projectOf(tx, code, roots)
  const onDay = await zoneToday(tx)
  await tx.client.query(
    `insert into project_judgements (project_code, level, narrative, on_day, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [code, level, narrative, onDay, ...hand(tx)],
  )
  await changed(tx, project, { action: 'projects/judge', after: { level, narrative } })
  return { code, level }
}

/** A valid reason for an input of the light, until a day. The rule says which lights it lifts. Refuses `projects/day-past`. */
export async function excuse(tx: Tx, asked: ExcuseAsked & { code: string }, roots: readonly string[]) {
  const { code, input, reason, untilOn } = asked
  const project = await projectOf(tx, code, roots)
  const onDay = await zoneToday(tx)
  if (untilOn && untilOn < onDay) refuse('projects/day-past', { day: untilOn })
  await tx.client.query(
    `insert into project_excuses (project_code, input, reason, from_on, until_on, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [code, input, reason, onDay, untilOn ?? null, ...hand(tx)],
  )
  await changed(tx, project, { action: 'projects/excuse', after: { input, reason, untilOn: untilOn ?? null } })
  return { code, input }
}
