import type { Course } from './course.ts'
import type { DeedName } from './deed-shapes.ts'
import { deeds } from './deeds.ts'
import { running } from './passages.ts'
import { stagedInflows, verifiedFirst } from './states.ts'
import { mostExtensions } from './wish-turns.ts'

/** Whether a deed would be taken from a person now: what its turn refuses whatever it says. Buttons follow it. */
export function isPossible(course: Course, deed: DeedName, by: string): boolean {
  const rule = deeds[deed]
  if (!rule.from.includes(course.state)) return false
  if (rule.apart && course.handlers.includes(by)) return false
  const more = further[deed]
  return more === undefined || more(course, by)
}

const waits = (course: Course) => course.wish?.state === 'asked'

const further: Partial<Record<DeedName, (course: Course, by: string) => boolean>> = {
  register: ({ inflow, verified }) => !verifiedFirst.includes(inflow) || verified === true,
  return: ({ state, assignedTo }, by) =>
    state === 'handle-finished' || state === 'pending-dispatch' || assignedTo === null || assignedTo === by,
  'stage-end': ({ inflow }) => stagedInflows.includes(inflow),
  'ask-extension': (course) => !waits(course) && (running(course)?.extensions ?? 0) < mostExtensions,
  'ask-suspension': (course) => !waits(course) && course.suspensions === 0,
  'ask-appeal': (course) => !waits(course) && course.overdue && course.appeals === 0,
  decide: ({ wish }, by) =>
    wish?.state === 'asked' && wish.askedBy !== by && wish.decisions.every((decision) => decision.by !== by),
}
