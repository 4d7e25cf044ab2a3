import type { Day } from '#kernel/period.ts'
import type { CurveAlarm, CurveMonth, CurvePoint } from './curves.ts'
import type { ComputedLight } from './light-rule.ts'
import type { Slip } from './slips.ts'
import type {
  EvidenceKind,
  LineStage,
  LossReason,
  leadSources,
  MilestoneOutcome,
  Programme,
  ProjectKind,
  Stage,
} from './words.ts'

/** A project as the register has it. Money in 万元, area in square metres, all as decimal strings; places in WGS-84. */
export interface ProjectRow {
  code: string
  name: string
  kind: ProjectKind
  programme: Programme
  /** the responsible unit */
  department: string
  /** the unit that keeps the register */
  unit: string
  enterprise: string | null
  uscc: string | null
  nationalCode: string | null
  registeredOn: Day
  source: keyof typeof leadSources | null
  introducer: string | null
  promised: string | null
  verified: string | null
  investment: string | null
  area: string | null
  address: string | null
  longitude: string | null
  latitude: string | null
  plannedStart: Day | null
  plannedEnd: Day | null
  commandPost: string | null
  summary: string | null
}

/** A stage that a project reached, with what proves it. */
export interface StageStep {
  stage: Stage
  reachedOn: Day
  evidenceKind: EvidenceKind | null
  evidence: string | null
  lossReason: LossReason | null
}

/** One month of a project. Percent is cumulative, money is of the month. */
export interface MonthRow extends CurveMonth {
  paymentDue: string | null
  note: string | null
}

export interface MilestoneState {
  milestone: string
  title: string
  stage: LineStage | null
  dueOn: Day
  metOn: Day | null
  outcome: MilestoneOutcome
  /** as told last; null when nobody said otherwise than the plan */
  expectedOn: Day | null
  baseline: { first: Day | null; current: Day | null }
  /** the day expected by the end of last month */
  lastMonth: Day | null
  slip: Slip
}

export type Confidence = 'green' | 'amber' | 'red'

export interface Judgement {
  level: Confidence
  narrative: string
  onDay: Day
  byName: string
}

/** How long a project that is sought has not moved. */
export interface Stall {
  days: number
  /** days that its stage may take; null when there is no limit */
  limit: number | null
  lastOn: Day
  stalled: boolean
}

/** All of a project that the rules say on a day. */
export interface ProjectState {
  project: ProjectRow
  stage: LineStage | null
  stageOn: Day | null
  aside: 'lost' | 'suspended' | null
  asideOn: Day | null
  /** before signing */
  before: boolean
  steps: StageStep[]
  nextStages: Stage[]
  months: MonthRow[]
  milestones: MilestoneState[]
  baselineVersion: number | null
  curve: CurvePoint[]
  alarms: CurveAlarm[]
  light: ComputedLight
  judgement: Judgement | null
  disagrees: boolean
  stall: Stall | null
  /** the last month that somebody reported */
  lastReport: string | null
}
