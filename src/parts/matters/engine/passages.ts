import type { Day } from '#kernel/period.ts'
import { Refusal } from '#kernel/refusal.ts'
import { dayMs, deadline, type Limit, midnight } from './clock.ts'
import type { Course, Passage, Rules } from './course.ts'
import { type Stage, type State, stageOf } from './states.ts'

export const running = (course: Course): Passage | undefined => course.stages.find(({ doneAt }) => doneAt === null)

export const lastOf = (course: Course, ...stages: Stage[]): Passage | undefined =>
  course.stages.findLast(({ stage }) => stages.includes(stage))

interface Entry {
  state: State
  unit: string
  at: Date
  limit?: Limit | undefined
  person?: string | null
  /** a stage that ends with a day named instead of a limit */
  until?: Day
}

/** The course in a new state, with the passage that begins there; in the same stage the passage goes on. */
export function enter(course: Course, rules: Rules, entry: Entry): Course {
  const stage = stageOf[entry.state]
  const next = { ...course, state: entry.state, liesWith: entry.unit, aside: null, assignedTo: entry.person ?? null }
  if (stage === undefined || running(course)?.stage === stage) return next
  const passage: Passage = {
    nth: course.stages.length + 1,
    stage,
    unit: entry.unit,
    person: entry.person ?? null,
    limit: entry.until ? null : (entry.limit ?? rules.limits[stage] ?? null),
    rules: rules.id,
    calendar: rules.time.calendar.version,
    startedAt: entry.at,
    pauses: [],
    extensions: 0,
    warnAt: null,
    dueAt: null,
    doneAt: null,
    outcome: null,
  }
  const ready = entry.until ? { ...passage, ...untilDay(entry.at, entry.until) } : timed(passage, rules)
  return { ...next, stages: [...course.stages, ready] }
}

/** The course with its running passage ended. */
export function ended(course: Course, at: Date, outcome: Passage['outcome'], person?: string): Course {
  const now = running(course)
  if (!now) return course
  const done = { ...now, doneAt: at, outcome, person: person ?? now.person, pauses: closed(now.pauses, at) }
  return replaced(course, done)
}

/**
 * A passage with its deadline by the rules. A limit of a unit needs a calendar (`calendar/year-unknown` goes on); a desk's own stage stays
 * without a deadline until the year has one, so that nothing that comes in is lost.
 */
export function timed(passage: Passage, rules: Rules): Passage {
  if (!passage.limit) return passage
  try {
    const due = deadline({ ...passage, limit: passage.limit }, rules.time)
    const by = { rules: rules.id, calendar: rules.time.calendar.version }
    return { ...passage, ...by, warnAt: due?.warnAt ?? null, dueAt: due?.dueAt ?? null }
  } catch (problem) {
    const unknown = problem instanceof Refusal && problem.code === 'calendar/year-unknown'
    if (!unknown || passage.stage === 'handle') throw problem
    return { ...passage, warnAt: null, dueAt: null }
  }
}

export const replaced = (course: Course, passage: Passage): Course => ({
  ...course,
  stages: course.stages.map((one) => (one.nth === passage.nth ? passage : one)),
})

function closed(pauses: Passage['pauses'], at: Date): Passage['pauses'] {
  return pauses.map(([from, to]): [Date, Date] => [from, to ?? at])
}

function untilDay(from: Date, until: Day): Pick<Passage, 'warnAt' | 'dueAt'> {
  const due = midnight(until) + dayMs
  return { warnAt: new Date(from.getTime() + Math.round((due - from.getTime()) * 0.8)), dueAt: new Date(due) }
}
