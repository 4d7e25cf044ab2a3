import { refuse } from '#kernel/refusal.ts'
import { ended, enter, lastOf, replaced, running } from './passages.ts'
import { standardFor } from './standard-of.ts'
import { verifiedFirst } from './states.ts'
import type { Turns } from './turns.ts'
import { lapsed } from './wish-turns.ts'

type DeskDeed =
  | 'ask-verify'
  | 'verify'
  | 'register'
  | 'decline'
  | 'cancel'
  | 'correct'
  | 'merge'
  | 'dispatch'
  | 'return'
  | 'confirm'
  | 'note'
  | 'promise'

/** Deeds of the two desks, from the report to the dispatch and back. */
export const deskTurns: Turns<DeskDeed> = {
  'ask-verify': (course, { at, by, person }, rules) =>
    enter(ended(course, at, 'done', by), rules, {
      state: 'verifying',
      unit: rules.desks.supervision,
      at,
      person: person ?? null,
    }),
  verify: (course, { at, by, found }, rules) => ({
    ...enter(ended(course, at, 'done', by), rules, { state: 'pending-register', unit: rules.desks.supervision, at }),
    verified: found,
  }),
  register: (course, { at, by, standard }, rules) => {
    if (verifiedFirst.includes(course.inflow) && course.verified !== true) refuse('matters/not-verified')
    const chosen = standardFor(course, standard, rules)
    const next = enter(ended(course, at, 'done', by), rules, {
      state: 'pending-dispatch',
      unit: rules.desks.command,
      at,
    })
    return { ...next, standard: chosen, registeredAt: course.registeredAt ?? at }
  },
  decline: (course, { at, by }) => ({ ...ended(course, at, 'done', by), state: 'not-accepted', aside: null }),
  cancel: (course, { at }) => ({ ...ended(course, at, 'void'), state: 'cancelled', aside: null }),
  correct: (course, { category }) =>
    category === undefined || category === course.category
      ? course
      : { ...course, category, standard: registeredAnew(course.registeredAt) },
  merge: (course, { at, into }) => ({ ...ended(course, at, 'void'), state: 'merged', aside: null, mergedInto: into }),
  dispatch: (course, { at, by, unit }, rules) => {
    const { limit } = (course.standard === null ? undefined : rules.standard(course.standard)) ?? noStandard()
    const next = enter(ended(course, at, 'done', by), rules, { state: 'pending-handle', unit, at, limit })
    return { ...next, dutyUnit: unit, dispatchedAt: at }
  },
  return: (course, { at, by }, rules) => {
    if (course.state === 'handle-finished') {
      const handed = lastOf(course, 'handle', 'follow-up')!
      // The hand-back was not confirmed: the unit's clock has been running all the time.
      const open = replaced(ended(course, at, 'returned', by), { ...handed, doneAt: null, outcome: null })
      const state = handed.stage === 'handle' ? 'handling' : 'staged'
      return { ...open, state, liesWith: handed.unit, aside: 'returned', returned: course.returned + 1 }
    }
    if (course.assignedTo !== null && course.assignedTo !== by) refuse('matters/still-assigned')
    const toRegister = course.state === 'pending-dispatch'
    const next = enter(ended(lapsed(course), at, 'returned', toRegister ? by : undefined), rules, {
      state: toRegister ? 'pending-register' : 'pending-dispatch',
      unit: toRegister ? rules.desks.supervision : rules.desks.command,
      at,
    })
    return { ...next, aside: 'returned', returned: course.returned + 1 }
  },
  confirm: (course, { at, by }, rules) => {
    const handedBackAt = lastOf(course, 'handle', 'follow-up')?.doneAt ?? at
    const next = enter(ended(course, at, 'done', by), rules, {
      state: 'pending-check',
      unit: rules.desks.supervision,
      at,
    })
    return { ...next, handedBackAt, firstHandedBackAt: course.firstHandedBackAt ?? handedBackAt }
  },
  note: (course) => course,
  promise: (course, { at, on }) => {
    const from = running(course)?.startedAt ?? at
    if (new Date(`${on}T23:59:59+08:00`) < at) refuse('matters/promise-past', { on, from: from.toISOString() })
    return { ...course, promisedOn: on }
  },
}

/** A registered matter needs a standard at every moment: its category is corrected before it is registered. */
function registeredAnew(registeredAt: Date | null): null {
  if (registeredAt !== null) refuse('matters/category-registered')
  return null
}

function noStandard(): never {
  return refuse('matters/standard-missing')
}
