import { audit } from '#kernel/audit/chain.ts'
import type { Tx } from '#kernel/db/work.ts'
import { announce } from '#kernel/jobs/errands.ts'
import { refuse } from '#kernel/refusal.ts'
import { explanationsOf, findingsOf } from './audit-reading.ts'
import { isReasonEnough } from './audits.ts'
import { checkOpen, checkStep, type Step } from './rules.ts'
import { cellsOf, heldSubmission, type Submission, type SubmissionKey, subjectOf } from './submission.ts'
import { auditFindings, explanations, submissionSteps } from './tables.ts'
import { raiseVersion } from './version.ts'

/**
 * Hands a submission in: from now on its figures are told, as provisional. Refuses `economy/step-not-now`, `economy/nothing-entered`,
 * `economy/must-fix` with the findings of class A, `economy/reason-missing` with those of B and C that nobody explained.
 */
export async function submitForm(tx: Tx, key: SubmissionKey): Promise<void> {
  const submission = await heldSubmission(tx, key)
  checkStep(submission.steps, { step: 'submitted', byId: tx.actor.id })
  const cells = await cellsOf(tx, submission.id)
  const findings = await findingsOf(tx, submission, cells)
  const said = await explanationsOf(tx, submission.id)
  const blocking = findings.filter((finding) => finding.class === 'A')
  if (blocking.length > 0)
    refuse('economy/must-fix', { count: blocking.length, items: blocking.map(({ item }) => item) })
  const unexplained = findings.filter(
    (finding) => finding.class !== 'D' && !isReasonEnough(finding.class, said.get(finding.key)?.words ?? ''),
  )
  if (unexplained.length > 0)
    refuse('economy/reason-missing', { count: unexplained.length, items: unexplained.map(({ item }) => item) })
  const step = await recordStep(tx, submission, { step: 'submitted' })
  if (findings.length > 0) {
    const found = findings.map(({ key: finding, class: weight, item, problem }) => ({
      finding,
      class: weight,
      item,
      words: problem,
    }))
    await tx.db
      .insert(auditFindings)
      .values(found.map((row) => ({ submissionId: submission.id, stepId: step, ...row })))
  }
  await tell(tx, submission.id)
  await announce(tx, 'economy/reported', { ...key, items: [...cells.keys()] })
}

/** Gives the reason for a finding of B or C. Refuses `economy/finding-gone` and `economy/reason-short`. */
export async function explainFinding(
  tx: Tx,
  key: SubmissionKey,
  said: { finding: string; words: string },
): Promise<void> {
  const submission = await heldSubmission(tx, key)
  checkOpen(submission.state)
  const findings = await findingsOf(tx, submission, await cellsOf(tx, submission.id))
  const finding = findings.find((one) => one.key === said.finding) ?? refuse('economy/finding-gone', {}, 409)
  if (!isReasonEnough(finding.class, said.words))
    refuse('economy/reason-short', { least: finding.class === 'C' ? 6 : 1 })
  await tx.db.insert(explanations).values({
    ...{ submissionId: submission.id, finding: finding.key, words: said.words.trim() },
    ...{ at: tx.now, byId: tx.actor.id, byName: tx.actor.name },
  })
  await raiseVersion(tx)
  audit(tx, { action: 'economy/explain', subject: subjectOf(submission), unit: key.unit, after: said })
}

/** Records a step with who and when; answers its id. */
export async function recordStep(
  tx: Tx,
  submission: Submission & { id: number },
  { step, words }: { step: Step; words?: string | undefined },
): Promise<number> {
  const [row] = await tx.db
    .insert(submissionSteps)
    .values({
      ...{ submissionId: submission.id, step, words: words?.trim() || null },
      ...{ at: tx.now, byId: tx.actor.id, byName: tx.actor.name },
    })
    .returning({ id: submissionSteps.id })
  await raiseVersion(tx)
  audit(tx, {
    ...{ action: `economy/${deeds[step]}`, subject: subjectOf(submission), unit: submission.unit },
    ...{ before: submission.state, after: words ? { step, words } : step },
  })
  return row!.id
}

const deeds: Record<Step, string> = {
  ...{ submitted: 'submit', returned: 'return', accepted: 'accept', locked: 'lock', reopened: 'reopen' },
}

/** What stands in the form is told from now on; what was told otherwise before is superseded. */
async function tell(tx: Tx, id: number): Promise<void> {
  await tx.client.query(
    `update submission_values set superseded_at = $2
     where submission_id = $1 and reported_at is not null and superseded_at is null and replaced_at is not null`,
    [id, tx.now],
  )
  await tx.client.query(
    'update submission_values set reported_at = $2 where submission_id = $1 and reported_at is null and replaced_at is null',
    [id, tx.now],
  )
}
