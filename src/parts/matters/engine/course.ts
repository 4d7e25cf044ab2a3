import type { Day } from '#kernel/period.ts'
import type { Limit, WorkingTime } from './clock.ts'
import type { Said } from './deed-shapes.ts'
import type { Aside, Inflow, Stage, State } from './states.ts'

/** One passage through a stage, with its clock. */
export interface Passage {
  nth: number
  stage: Stage
  unit: string
  /** the account that did it, or is named to */
  person: string | null
  limit: Limit | null
  /** number of the time rules and name of the calendar it was computed by */
  rules: number
  calendar: string
  startedAt: Date
  pauses: [Date, Date | null][]
  extensions: number
  warnAt: Date | null
  dueAt: Date | null
  doneAt: Date | null
  outcome: 'done' | 'returned' | 'void' | null
}

/** A wish that others decide; `id` is none before it is kept. */
export interface Wish {
  id: number | null
  kind: 'extension' | 'suspension' | 'appeal'
  nth: number
  reason: string
  until: Day | null
  askedAt: Date
  askedBy: string
  state: 'asked' | 'granted' | 'refused' | 'lapsed'
  decisions: { by: string; granted: boolean; words: string; at: Date }[]
}

/** Everything of a matter that moves change. */
export interface Course {
  inflow: Inflow
  category: string
  standard: number | null
  state: State
  aside: Aside | null
  version: number
  liesWith: string
  dutyUnit: string | null
  assignedTo: string | null
  resumesTo: State | null
  suspendedUntil: Day | null
  promisedOn: Day | null
  verified: boolean | null
  openedAt: Date
  registeredAt: Date | null
  dispatchedAt: Date | null
  firstHandedBackAt: Date | null
  /** the unit's last confirmed hand-back: lateness is judged by it */
  handedBackAt: Date | null
  closedAt: Date | null
  changedAt: Date
  rework: number
  returned: number
  reopened: number
  extended: number
  suspendedMs: number
  suspensions: number
  appeals: number
  overdue: boolean
  timeoutExempt: boolean
  mergedInto: string | null
  /** accounts that accepted it or handed it back: none of them checks or closes it */
  handlers: string[]
  wish: Wish | null
  stages: Passage[]
}

export interface Standard {
  id: number
  category: string
  limit: Limit
}

/** What a move is judged by: data of the zone, as it stands at the moment of the move. */
export interface Rules {
  id: number
  time: WorkingTime
  desks: { supervision: string; command: string }
  limits: Partial<Record<Stage, Limit>>
  standard(id: number): Standard | undefined
}

export interface Opening {
  inflow: Inflow
  category: string
  standard?: number | undefined
  promisedOn?: Day | undefined
  at: Date
  by: string
}

/** A deed with what it says, by whom and when by the zone's clock. */
export type Move = Said & { at: Date; by: string }
