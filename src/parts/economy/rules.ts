import { refuse } from '#kernel/refusal.ts'

/** What happens to a submission, each a row with who and when. */
export const steps = ['submitted', 'returned', 'accepted', 'locked', 'reopened'] as const
export type Step = (typeof steps)[number]

export const submissionStates = ['draft', 'submitted', 'returned', 'accepted', 'locked', 'reopened'] as const
export type SubmissionState = (typeof submissionStates)[number]

const after: Record<SubmissionState, readonly Step[]> = {
  draft: ['submitted'],
  submitted: ['returned', 'accepted'],
  returned: ['submitted'],
  accepted: ['locked', 'reopened'],
  locked: ['reopened'],
  reopened: ['submitted'],
}

/** The state a submission is in after its steps, in their order. */
export function stateOf(taken: readonly { step: Step }[]): SubmissionState {
  return taken.at(-1)?.step ?? 'draft'
}

/** Steps that may follow. */
export function stepsFrom(state: SubmissionState): readonly Step[] {
  return after[state]
}

/** Whether figures may be entered. */
export function isOpen(state: SubmissionState): boolean {
  return state === 'draft' || state === 'returned' || state === 'reopened'
}

/** Refuses `economy/not-open` (409) once a submission is on its way. */
export function checkOpen(state: SubmissionState): void {
  if (!isOpen(state)) refuse('economy/not-open', { state }, 409)
}

/**
 * Whether a step may be taken by somebody. Refuses `economy/step-not-now` (409) out of order, `economy/own-submission` (403) when
 * who submitted also reviews, `economy/words-missing` when a return or reopening says no reason.
 */
export function checkStep(
  taken: readonly { step: Step; byId: string }[],
  next: { step: Step; byId: string; words?: string | undefined },
): void {
  const state = stateOf(taken)
  if (!after[state].includes(next.step)) refuse('economy/step-not-now', { state, step: next.step }, 409)
  const submittedBy = taken.findLast(({ step }) => step === 'submitted')?.byId
  const reviews = next.step === 'accepted' || next.step === 'returned'
  if (reviews && submittedBy === next.byId) refuse('economy/own-submission', {}, 403)
  const asksWords = next.step === 'returned' || next.step === 'reopened'
  if (asksWords && !next.words?.trim()) refuse('economy/words-missing', { step: next.step })
}

/** How far a fact is to be trusted: what was told is provisional until somebody accepted it. */
export type ReportedStatus = 'provisional' | 'accepted' | 'locked'

export function statusIn(state: SubmissionState): ReportedStatus {
  return state === 'accepted' || state === 'locked' ? state : 'provisional'
}
