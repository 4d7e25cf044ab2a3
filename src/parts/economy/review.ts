import type { Tx } from '#kernel/db/work.ts'
import { recordStep } from './handing-in.ts'
import { checkStep, type Step } from './rules.ts'
import { heldSubmission, type SubmissionKey } from './submission.ts'

/** Sends a submission back to its unit with words. Refuses `economy/own-submission`, `economy/words-missing`, `economy/step-not-now`. */
export function returnForm(tx: Tx, key: SubmissionKey, words: string): Promise<void> {
  return take(tx, key, { step: 'returned', words })
}

/** Accepts what somebody else handed in. Refuses `economy/own-submission` and `economy/step-not-now`. */
export function acceptForm(tx: Tx, key: SubmissionKey): Promise<void> {
  return take(tx, key, { step: 'accepted' })
}

/** Closes an accepted submission for good, until somebody says why it must be opened again. */
export function lockForm(tx: Tx, key: SubmissionKey): Promise<void> {
  return take(tx, key, { step: 'locked' })
}

/** Opens an accepted or locked submission again, with the reason; its figures stay told until it is handed in once more. */
export function reopenForm(tx: Tx, key: SubmissionKey, words: string): Promise<void> {
  return take(tx, key, { step: 'reopened', words })
}

async function take(tx: Tx, key: SubmissionKey, next: { step: Step; words?: string }): Promise<void> {
  const submission = await heldSubmission(tx, key)
  checkStep(submission.steps, { ...next, byId: tx.actor.id })
  await recordStep(tx, submission, next)
}
