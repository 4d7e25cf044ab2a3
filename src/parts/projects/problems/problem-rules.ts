import { addDays, type Day } from '#kernel/period.ts'
import type { ProblemDeed, ProblemState } from './states.ts'

/** What somebody holds towards one problem. */
export interface Hand {
  /** may deal with problems in the unit that dispatches */
  desk: boolean
  /** may deal with problems in the unit that this one lies with */
  holder: boolean
  /** has a post in the unit that this one lies or lay with, or replied to it: never settles it, never gets the enterprise's link */
  party: boolean
  /** raised it, or serves its project */
  voice: boolean
}

/** What may be done from here by whom; the enterprise's own deeds come through its link, see {@link enterpriseDeeds}. */
export function deedsAllowed(state: ProblemState, hand: Hand, escalated: boolean): ProblemDeed[] {
  const deeds: ProblemDeed[] = []
  const open = state === 'raised' || state === 'dispatched' || state === 'replied'
  if (hand.desk && state === 'raised') deeds.push('dispatch')
  if (hand.holder && state === 'dispatched') deeds.push('reply', 'return')
  if (hand.desk && state === 'dispatched' && !hand.holder) deeds.push('return')
  if (state === 'solved' && (hand.voice || hand.desk)) deeds.push('reopen')
  if (hand.desk && (state === 'raised' || state === 'dispatched') && !escalated) deeds.push('escalate')
  if (open && state !== 'replied' && !hand.party && (hand.desk || (hand.voice && state === 'raised')))
    deeds.push('withdraw')
  return deeds
}

/** What the enterprise may say through its link; after it confirmed, it may reopen for so many days. */
export function enterpriseDeeds(state: ProblemState, settledOn: Day | null, today: Day, days: number): ProblemDeed[] {
  if (state === 'replied') return ['confirm', 'refuse']
  if (state === 'solved' && settledOn !== null && today <= addDays(settledOn, days)) return ['reopen']
  return []
}

/** The state after a deed. */
export function stateAfter(state: ProblemState, deed: ProblemDeed): ProblemState {
  switch (deed) {
    case 'raise':
    case 'return':
      return 'raised'
    case 'dispatch':
    case 'refuse':
    case 'reopen':
      return 'dispatched'
    case 'reply':
      return 'replied'
    case 'confirm':
      return 'solved'
    case 'withdraw':
      return 'withdrawn'
    case 'escalate':
      return state
  }
}

/** A problem's stay with one department. Days of Asia/Shanghai. */
export interface Passage {
  unit: string
  dueOn: Day
  repliedOn: Day | null
  returned: boolean
  verdict: 'solved' | 'not-solved' | null
}

export interface Rates {
  unit: string
  /** stays that were answered or have fallen due */
  due: number
  onTime: number
  late: number
  /** replies that the enterprise has judged */
  judged: number
  reopened: number
  /** stays that lie there and are not due yet */
  waiting: number
}

/**
 * On-time and reopen counts of each department. A stay counts once it was answered or its day has passed; it is on time when it
 * was answered on its day or before. What was sent back as somebody else's counts for nobody; a reply that the enterprise did
 * not accept counts as reopened however early it came.
 */
export function ratesOf(passages: readonly Passage[], today: Day): Rates[] {
  const byUnit = Map.groupBy(
    passages.filter(({ returned }) => !returned),
    ({ unit }) => unit,
  )
  return [...byUnit].map(([unit, own]) => {
    const due = own.filter(({ repliedOn, dueOn }) => repliedOn !== null || dueOn < today)
    const onTime = due.filter(({ repliedOn, dueOn }) => repliedOn !== null && repliedOn <= dueOn).length
    const judged = own.filter(({ verdict }) => verdict !== null)
    return {
      ...{ unit, due: due.length, onTime, late: due.length - onTime, judged: judged.length },
      ...{
        reopened: judged.filter(({ verdict }) => verdict === 'not-solved').length,
        waiting: own.length - due.length,
      },
    }
  })
}
