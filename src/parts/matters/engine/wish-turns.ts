import { addDays, type Day } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import { dayAt } from './clock.ts'
import type { Course, Move, Rules, Wish } from './course.ts'
import { replaced, running, timed } from './passages.ts'
import type { Aside } from './states.ts'
import type { Turns } from './turns.ts'

type WishDeed = 'ask-extension' | 'ask-suspension' | 'ask-appeal' | 'decide' | 'resume'

export const mostExtensions = 2
const longestSuspension = 366

/** Wishes that others decide: more time, a standstill, a mark taken away. */
export const wishTurns: Turns<WishDeed> = {
  'ask-extension': (course, move) => {
    const now = running(course)
    if (now?.dueAt && move.at > now.dueAt) refuse('matters/overdue-already', { due: now.dueAt.toISOString() })
    if ((now?.extensions ?? 0) >= mostExtensions) refuse('matters/extended-twice')
    return asked(course, move, 'extension', 'extension-asked')
  },
  'ask-suspension': (course, move) => {
    const today = dayAt(move.at.getTime())
    if (course.suspensions > 0) refuse('matters/suspended-once')
    if (move.until <= today) refuse('matters/day-past', { day: move.until })
    if (move.until > addDays(today, longestSuspension)) refuse('matters/suspension-too-long', { until: move.until })
    return asked(course, move, 'suspension', 'suspension-asked', move.until)
  },
  'ask-appeal': (course, move) => {
    if (!course.overdue) refuse('matters/not-overdue')
    if (course.appeals > 0) refuse('matters/appealed-once')
    return { ...asked(course, move, 'appeal', 'appealing'), appeals: course.appeals + 1 }
  },
  decide: (course, move, rules) => {
    const wish = openWish(course)
    if (wish.askedBy === move.by) refuse('matters/own-wish', {}, 403)
    if (wish.decisions.some(({ by }) => by === move.by)) refuse('matters/decided-already', {}, 403)
    const { at, by, granted, words } = move
    const decisions = [...wish.decisions, { by, granted, words, at }]
    if (!granted) return { ...course, aside: null, wish: { ...wish, decisions, state: 'refused' } }
    const last = wish.kind === 'suspension' || decisions.length === 2
    if (!last) return { ...course, wish: { ...wish, decisions } }
    return effect({ ...course, aside: null, wish: { ...wish, decisions, state: 'granted' } }, at, rules)
  },
  resume: (course, { at }, rules) => {
    const now = running(course)!
    const pauses = now.pauses.map(([from, to]): [Date, Date] => [from, to ?? at])
    const still = pauses.at(-1)!
    const next = replaced(course, timed({ ...now, pauses }, rules))
    const suspendedMs = course.suspendedMs + still[1].getTime() - still[0].getTime()
    return { ...next, state: course.resumesTo ?? 'handling', resumesTo: null, suspendedUntil: null, suspendedMs }
  },
}

/** A wish that nobody decided falls away when the matter goes on. */
export function lapsed(course: Course): Course {
  if (course.wish?.state !== 'asked') return course
  return { ...course, aside: null, wish: { ...course.wish, state: 'lapsed' } }
}

function asked(
  course: Course,
  move: Extract<Move, { deed: `ask-${string}`; reason: string }>,
  kind: Wish['kind'],
  aside: Aside,
  until: Day | null = null,
): Course {
  if (course.wish?.state === 'asked') refuse('matters/wish-open', {}, 409)
  const nth = (running(course) ?? course.stages.at(-1))?.nth ?? 1
  const { at: askedAt, by: askedBy, reason } = move
  return {
    ...course,
    aside,
    wish: { id: null, kind, nth, reason, until, askedAt, askedBy, state: 'asked', decisions: [] },
  }
}

function openWish({ wish }: Course): Wish {
  return wish?.state === 'asked' ? wish : refuse('matters/no-wish', {}, 409)
}

function effect(course: Course, at: Date, rules: Rules): Course {
  const wish = course.wish!
  if (wish.kind === 'appeal') return { ...course, timeoutExempt: true }
  const now = running(course)!
  if (wish.kind === 'extension') {
    const longer = timed({ ...now, extensions: now.extensions + 1 }, rules)
    return { ...replaced(course, longer), extended: course.extended + 1 }
  }
  const stopped = { ...now, pauses: [...now.pauses, [at, null] as [Date, null]], warnAt: null, dueAt: null }
  return {
    ...replaced(course, stopped),
    ...{ state: 'suspended' as const, resumesTo: course.state, suspendedUntil: wish.until, suspensions: 1 },
  }
}
