import { refuse } from '#kernel/refusal.ts'
import { dayAt } from './clock.ts'
import type { Course, Rules } from './course.ts'
import { ended, enter } from './passages.ts'
import { stagedInflows } from './states.ts'
import type { Turns } from './turns.ts'
import { lapsed } from './wish-turns.ts'

type EndDeed = 'close' | 'force-close' | 'stage-end' | 'reopen' | 'rebound'

/** Deeds by which a matter ends, and comes back. */
export const endTurns: Turns<EndDeed> = {
  close: (course, { at, by }) => ({ ...ended(course, at, 'done', by), state: 'closed', aside: null, assignedTo: null }),
  'force-close': (course, { at }) => ({
    ...ended(lapsed(course), at, 'void'),
    ...{ state: 'forced-closed', aside: null, assignedTo: null, resumesTo: null, suspendedUntil: null },
  }),
  'stage-end': (course, { at, by, until }, rules) => {
    if (!stagedInflows.includes(course.inflow)) refuse('matters/not-staged')
    if (until <= dayAt(at.getTime())) refuse('matters/day-past', { day: until })
    const unit = course.dutyUnit ?? course.liesWith
    return enter(ended(course, at, 'done', by), rules, { state: 'staged', unit, at, until })
  },
  // What its reporter calls not fixed was not done: it counts as rework of the unit.
  reopen: (course, { at }, rules) => ({ ...back(course, at, rules), rework: course.rework + 1 }),
  rebound: (course, { at }, rules) => back(course, at, rules),
}

function back(course: Course, at: Date, rules: Rules): Course {
  const next = enter(ended(lapsed(course), at, 'void'), rules, {
    state: 'pending-dispatch',
    unit: rules.desks.command,
    at,
  })
  return { ...next, closedAt: null, reopened: course.reopened + 1 }
}
