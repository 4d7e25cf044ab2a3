import { refuse } from '#kernel/refusal.ts'
import type { Course, Move, Opening, Rules } from './course.ts'
import type { DeedName } from './deed-shapes.ts'
import { deeds, type Stand } from './deeds.ts'
import { deskTurns } from './desk-turns.ts'
import { endTurns } from './end-turns.ts'
import { handlingTurns } from './handling-turns.ts'
import { enter } from './passages.ts'
import { standardFor } from './standard-of.ts'
import { endStates, stateWords, verifiedFirst } from './states.ts'
import type { Turns } from './turns.ts'
import { wishTurns } from './wish-turns.ts'

const turns = { ...deskTurns, ...handlingTurns, ...endTurns, ...wishTurns } as Turns<DeedName>

/** A matter at its first moment. What officers found themselves needs no verification; what others report does. */
export function begin(opening: Opening, rules: Rules): Course {
  const { at, inflow, category } = opening
  const blank: Course = {
    ...{ inflow, category, standard: null, state: 'reported', aside: null, version: 1 },
    ...{ liesWith: rules.desks.supervision, dutyUnit: null, assignedTo: null, resumesTo: null, suspendedUntil: null },
    ...{ promisedOn: opening.promisedOn ?? null, verified: null, openedAt: at, registeredAt: null, dispatchedAt: null },
    ...{ firstHandedBackAt: null, handedBackAt: null, closedAt: null, changedAt: at, rework: 0, returned: 0 },
    ...{ reopened: 0, extended: 0, suspendedMs: 0, suspensions: 0, appeals: 0, overdue: false, timeoutExempt: false },
    ...{ mergedInto: null, handlers: [], wish: null, stages: [] },
  }
  if (opening.standard !== undefined) blank.standard = standardFor(blank, opening.standard, rules)
  const others = verifiedFirst.includes(inflow)
  const start = enter(blank, rules, {
    state: others ? 'reported' : 'pending-register',
    unit: rules.desks.supervision,
    at,
  })
  return { ...start, verified: others ? null : true }
}

/**
 * The course after a move: pure, so that a year can be replayed and every rule be tested. Refuses `matters/not-from-here` (409),
 * `matters/handled-it` (403) and what each deed refuses.
 */
export function advance(course: Course, move: Move, rules: Rules): Course {
  const rule = deeds[move.deed]
  if (!rule.from.includes(course.state)) {
    refuse('matters/not-from-here', { deed: rule.words, state: stateWords[course.state] }, 409)
  }
  if (rule.apart && course.handlers.includes(move.by)) refuse('matters/handled-it', { deed: rule.words }, 403)
  const turn = turns[move.deed] as (course: Course, move: Move, rules: Rules) => Course
  const next = turn(course, move, rules)
  const ends = endStates.includes(next.state)
  return {
    ...next,
    version: course.version + 1,
    changedAt: move.at,
    closedAt: ends ? (course.closedAt ?? move.at) : null,
    overdue: next.overdue || late(next, move.at),
  }
}

/** Which unit a deed has to stand over; of a decision it follows the wish and its level. */
export function standFor(course: Pick<Course, 'wish'>, deed: DeedName): Stand {
  const { wish } = course
  if (deed !== 'decide' || !wish) return deeds[deed].stand
  if (wish.kind === 'appeal') return 'supervision'
  return wish.kind === 'extension' && wish.decisions.length === 0 ? 'duty' : 'command'
}

/** Whoever had it past its limit was late, however the passage ended: an order that closes it does not unmake that. */
function late(course: Course, now: Date): boolean {
  return course.stages.some(
    ({ stage, dueAt, doneAt }) => stage === 'handle' && dueAt !== null && (doneAt ?? now) > dueAt,
  )
}
