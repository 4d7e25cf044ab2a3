import type { Course } from './course.ts'
import { ended, enter, running } from './passages.ts'
import type { Turns } from './turns.ts'
import { lapsed } from './wish-turns.ts'

type HandlingDeed = 'accept' | 'assign' | 'hand-back' | 'take-check' | 'check'

/** Deeds of the unit that handles it, and of the inspector who looks at the result. */
export const handlingTurns: Turns<HandlingDeed> = {
  accept: (course, { by }) => withHandler({ ...course, state: 'handling', aside: null }, by),
  assign: (course, { person }) => ({ ...course, assignedTo: person }),
  'hand-back': (course, { at, by }, rules) =>
    withHandler(
      enter(ended(lapsed(course), at, 'done'), rules, { state: 'handle-finished', unit: rules.desks.command, at }),
      by,
    ),
  'take-check': (course, { by }) => ({ ...course, state: 'checking', assignedTo: by }),
  check: (course, { at, by, passed }, rules) => {
    const done = ended(course, at, 'done', by)
    if (passed) return enter(done, rules, { state: 'pending-close', unit: rules.desks.supervision, at })
    const limit = (course.standard === null ? undefined : rules.standard(course.standard))?.limit
    const unit = course.dutyUnit ?? course.liesWith
    const again = enter(done, rules, { state: 'handling', unit, at, limit })
    return { ...again, aside: 'returned', rework: course.rework + 1 }
  },
}

function withHandler(course: Course, by: string): Course {
  const next = course.handlers.includes(by) ? course : { ...course, handlers: [...course.handlers, by] }
  const now = running(next)
  return now?.stage === 'handle' && now.person === null
    ? { ...next, stages: next.stages.map((one) => (one === now ? { ...one, person: by } : one)) }
    : next
}
