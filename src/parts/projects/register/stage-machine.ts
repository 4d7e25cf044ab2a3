import type { Words } from '#kernel/i18n/words.ts'
import type { Day } from '#kernel/period.ts'
import { type EvidenceKind, evidenceKinds, type LineStage, type ProjectKind, type Stage, stageOrder } from './words.ts'

/** What proves that a project passed into a stage; any one of them will do, and a stage without an entry asks for nothing. */
const gates: Partial<Record<Stage, readonly EvidenceKind[]>> = {
  framework: ['agreement'],
  signed: ['agreement'],
  permits: ['permit', 'agreement'],
  started: ['permit', 'photo'],
  structure: ['photo', 'acceptance'],
  'fit-out': ['photo', 'acceptance'],
  trial: ['meter', 'photo', 'acceptance'],
  production: ['invoice', 'acceptance'],
  capacity: ['meter', 'invoice'],
}

/** Kinds of evidence that open the gate of a stage; none when it has no gate. */
export function gateOf(stage: Stage): readonly EvidenceKind[] {
  return gates[stage] ?? []
}

/** The same in words: 许可证号或带日期的照片. */
export function gateWords(stage: Stage): Words {
  const kinds = gateOf(stage).map((kind) => evidenceKinds[kind])
  return { zh: kinds.map(({ zh }) => zh).join('或'), en: kinds.map(({ en }) => en).join(' or ') }
}

/** Whether what was given opens the gate. */
export function isEvidence(stage: Stage, kind: EvidenceKind | null, evidence: string | null): boolean {
  const gate = gateOf(stage)
  return gate.length === 0 || (kind !== null && gate.includes(kind) && Boolean(evidence?.trim()))
}

/** A stage that a project reached. */
export interface Step {
  stage: Stage
  reachedOn: Day
}

/** Where a project stands: the furthest stage of the main line, and whether it is lost or rests. */
export interface Standing {
  stage: LineStage | null
  stageOn: Day | null
  aside: 'lost' | 'suspended' | null
  asideOn: Day | null
  /** before signing */
  before: boolean
}

/** Reads where a project stands from the stages it reached. Taken up again on the day it was set aside or later, it goes on. */
export function standingOf(steps: readonly Step[]): Standing {
  const line = stageOrder.findLast((stage) => steps.some((step) => step.stage === stage)) ?? null
  const day = (stage: Stage) => steps.find((step) => step.stage === stage)?.reachedOn
  const resumed = day('resumed')
  const set = (['lost', 'suspended'] as const)
    .map((aside) => ({ aside, on: day(aside) }))
    .filter(({ on }) => on !== undefined && (resumed === undefined || resumed < on))
    .toSorted((a, b) => (a.on! < b.on! ? 1 : -1))[0]
  return {
    stage: line,
    stageOn: line ? day(line)! : null,
    aside: set?.aside ?? null,
    asideOn: set?.on ?? null,
    before: line === null || isBefore(line),
  }
}

/** Whether a stage comes before signing. */
export function isBefore(stage: LineStage): boolean {
  return stageOrder.indexOf(stage) < stageOrder.indexOf('signed')
}

/** Whether a project has gone as far as a stage. */
export function hasReached(standing: Standing, stage: LineStage): boolean {
  return standing.stage !== null && stageOrder.indexOf(standing.stage) >= stageOrder.indexOf(stage)
}

/** Stages between the start and use that a kind of works may not have: a road has no main structure, a school no trial run; a factory has them all. */
const skippable: Readonly<Record<ProjectKind, readonly LineStage[]>> = {
  ...{ industrial: [], school: ['trial'], hospital: ['trial'], housing: ['trial'] },
  ...{ park: ['structure', 'fit-out', 'trial'], road: ['structure', 'fit-out', 'trial'] },
  ...{ water: ['structure', 'fit-out', 'trial'], other: ['structure', 'fit-out', 'trial'] },
}

/**
 * Stages that a project may be moved to from where it stands: before signing any later one up to signing, after it one by one, passing over only
 * what its kind does not have.
 */
export function nextStages(standing: Standing, kind: ProjectKind): Stage[] {
  if (standing.aside) return ['resumed']
  const place = standing.stage ? stageOrder.indexOf(standing.stage) : -1
  const signed = stageOrder.indexOf('signed')
  const ahead = stageOrder.slice(place + 1)
  const line =
    place < signed ? ahead.filter((stage) => stageOrder.indexOf(stage) <= signed) : uptoFirstNeeded(ahead, kind)
  if (standing.stage === 'capacity') return []
  return [...line, ...(hasReached(standing, 'production') ? [] : (['suspended', 'lost'] as const))]
}

function uptoFirstNeeded(ahead: readonly LineStage[], kind: ProjectKind): LineStage[] {
  const end = ahead.findIndex((stage) => !skippable[kind].includes(stage))
  return ahead.slice(0, end + 1)
}

/** All stages of the main line up to one, in words: for refusals. */
export function stageWords(stages: readonly Stage[], words: Readonly<Record<Stage, Words>>): Words {
  return {
    zh: stages.map((stage) => words[stage].zh).join('、'),
    en: stages.map((stage) => words[stage].en).join(', '),
  }
}
