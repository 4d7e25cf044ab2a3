import type { Tx } from '#kernel/db/work.ts'
import { refuse } from '#kernel/refusal.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { lockLedger } from '#parts/ledgers/ledger-lock.ts'
import { projectStages } from '../project-stages.ledger.ts'
import { addPhotos } from './add-photos.ts'
import { changed } from './changed.ts'
import { enterRow } from './enter-row.ts'
import type { StageAsked } from './register-shapes.ts'
import { gateOf, gateWords, isEvidence, nextStages, stageWords, standingOf } from './stage-machine.ts'
import { projectState } from './states.ts'
import { stages } from './words.ts'

/**
 * Moves a project into a stage, with the evidence that its gate asks for. Refuses `projects/moved-meanwhile` (409) when it is no longer where the
 * person saw it, `projects/stage-not-next`, `projects/gate-needs-evidence`, `projects/day-ahead`, `projects/day-before-stage` and
 * `projects/loss-needs-reason`.
 */
export async function recordStage(tx: Tx, asked: StageAsked & { code: string }, roots: readonly string[]) {
  const { code, stage, reachedOn, seen } = asked
  await lockLedger(tx, projectStages.name)
  const { project, steps } = await projectState(tx, code, roots)
  const standing = standingOf(steps)
  const stands = standing.aside ?? standing.stage
  if (stands !== seen)
    refuse('projects/moved-meanwhile', { project: project.name, stage: stands ? stages[stands] : none }, 409)
  const next = nextStages(standing, project.kind)
  if (!next.includes(stage))
    refuse('projects/stage-not-next', {
      stage: stages[stage],
      from: stands ? stages[stands] : none,
      next: stageWords(next, stages),
    })
  if (reachedOn > (await zoneToday(tx))) refuse('projects/day-ahead', { day: reachedOn })
  const since = standing.aside ? standing.asideOn : standing.stageOn
  if (since !== null && reachedOn < since) refuse('projects/day-before-stage', { day: reachedOn, since })
  const evidence = asked.evidence?.trim() || (asked.evidenceKind === 'photo' && asked.photo ? asked.photo : null)
  if (
    !isEvidence(stage, asked.evidenceKind ?? null, evidence) ||
    (gateOf(stage).length > 0 && asked.evidenceKind === 'photo' && !asked.photo)
  )
    refuse('projects/gate-needs-evidence', { stage: stages[stage], needs: gateWords(stage) })
  if (stage === 'lost' && !asked.lossReason) refuse('projects/loss-needs-reason', { project: project.name })
  await enterRow(tx, projectStages, {
    unit: project.unit,
    values: {
      ...{ project: code, stage, reachedOn, kind: project.kind, programme: project.programme },
      ...{ evidenceKind: asked.evidenceKind ?? null, evidence, lossReason: asked.lossReason ?? null },
      ...{ investment: project.investment, area: project.area },
    },
  })
  if (asked.photo)
    await addPhotos(tx, project, [asked.photo], {
      stage,
      onDay: reachedOn,
      words: evidence === asked.photo ? '' : (evidence ?? ''),
    })
  await changed(tx, project, {
    action: 'projects/record-stage',
    before: { stage: stands },
    after: { stage, reachedOn },
  })
  return { code, stage }
}

const none = { zh: '未起步', en: 'nowhere yet' }
