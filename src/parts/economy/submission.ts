import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Period } from '#kernel/period.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Cell } from './audit-subject.ts'
import type { FormDeclaration } from './declaration.ts'
import { currentForm, formInVersion } from './forms.ts'
import { periodFor, spanOf } from './periods.ts'
import { type Step, type SubmissionState, stateOf } from './rules.ts'
import { submissionSteps, submissions, submissionValues } from './tables.ts'

/** Which submission is meant. */
export interface SubmissionKey {
  form: string
  unit: string
  /** as people write it: 2018-06 */
  period: string
}

export interface StepTaken {
  id: number
  step: Step
  words: string | null
  at: Date
  byId: string
  byName: string
}

/** A submission as it stands; `id` is null before the first figure is entered. */
export interface Submission {
  id: number | null
  form: FormDeclaration
  version: number
  unit: string
  period: Period
  steps: StepTaken[]
  state: SubmissionState
}

/**
 * The submission of a unit for a period. Refuses `economy/form-unknown`, `economy/unit-not-reporting`, `economy/period-unfit`.
 */
export async function submissionAt(tx: Tx, key: SubmissionKey, lock: 'lock' | 'read' = 'read'): Promise<Submission> {
  const { declaration, version } = await currentForm(tx, key.form)
  if (!declaration.units.includes(key.unit)) {
    refuse('economy/unit-not-reporting', { form: key.form, unit: key.unit, units: declaration.units })
  }
  const period = periodFor(declaration, key.period, 'history')
  const span = spanOf(declaration, period)
  const query = tx.db
    .select()
    .from(submissions)
    .where(
      and(
        ...[eq(submissions.formCode, key.form), eq(submissions.unitCode, key.unit)],
        ...[eq(submissions.startOn, span.start), eq(submissions.endOn, span.end)],
      ),
    )
  const [row] = lock === 'lock' ? await query.for('update') : await query
  if (!row) {
    periodFor(declaration, key.period)
    return { id: null, form: declaration, version, unit: key.unit, period, steps: [], state: 'draft' }
  }
  const form = row.formVersion === version ? declaration : await formInVersion(tx, key.form, row.formVersion)
  const steps = await stepsOf(tx, row.id)
  return { id: row.id, form, version: row.formVersion, unit: key.unit, period, steps, state: stateOf(steps) }
}

/** The same, held until commit; refuses `economy/nothing-entered` (404) when there is none yet. */
export async function heldSubmission(tx: Tx, key: SubmissionKey): Promise<Submission & { id: number }> {
  const found = await submissionAt(tx, key, 'lock')
  return found.id === null
    ? refuse('economy/nothing-entered', { form: key.form, period: key.period }, 404)
    : { ...found, id: found.id }
}

/** The same, opened when there is none yet. */
export async function openedSubmission(tx: Tx, key: SubmissionKey): Promise<Submission & { id: number }> {
  const found = await submissionAt(tx, key, 'lock')
  if (found.id !== null) return { ...found, id: found.id }
  const { start, end } = spanOf(found.form, found.period)
  await tx.db
    .insert(submissions)
    .values({
      ...{ formCode: key.form, formVersion: found.version, unitCode: key.unit, period: found.period.text },
      ...{ startOn: start, endOn: end, openedAt: tx.now },
    })
    .onConflictDoNothing()
  return heldSubmission(tx, key)
}

/** What stands in a submission now. */
export async function cellsOf(tx: Tx, id: number | null): Promise<Map<string, Cell>> {
  if (id === null) return new Map()
  const rows = await tx.db
    .select()
    .from(submissionValues)
    .where(and(eq(submissionValues.submissionId, id), isNull(submissionValues.replacedAt)))
  return new Map(rows.map(({ item, value, base, growth }) => [item, { value, base, growth }]))
}

/** A submission as the audit chain names it. */
export function subjectOf({ form, unit, period }: Submission): string {
  return `submission:${form.code}/${unit}/${period.text}`
}

async function stepsOf(tx: Tx, id: number): Promise<StepTaken[]> {
  return tx.db
    .select()
    .from(submissionSteps)
    .where(eq(submissionSteps.submissionId, id))
    .orderBy(asc(submissionSteps.id))
}
