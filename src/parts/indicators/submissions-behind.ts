import { Decimal } from 'decimal.js'
import { unitNamesOn } from '#parts/org/org.ts'
import type { Source } from './fact-shapes.ts'
import type { Leaf } from './leaves.ts'
import { type Reckoning, remembered } from './reckoning.ts'

/** One submission behind a reported item, with what it contributes (taken off where it is an earlier cumulative). */
export interface SubmissionShare {
  submission: number
  title: string
  by: string
  at: string
  contribution: string | null
  path: string
  values: Record<string, string | null>
}

export const submissionColumns: Source['columns'] = [
  { name: 'unit', words: { zh: '填报单位', en: 'Reporting unit' }, unit: null },
  { name: 'period', words: { zh: '报告期', en: 'Period' }, unit: null },
  { name: 'value', words: { zh: '填报值', en: 'Value reported' }, unit: null },
  { name: 'base', words: { zh: '同期数', en: 'Base supplied' }, unit: null },
  { name: 'growth', words: { zh: '增速', en: 'Growth published' }, unit: null },
]

export async function submissionShares(at: Reckoning, { reported, unit, through }: Leaf): Promise<SubmissionShare[]> {
  if (!reported || !through) return []
  const handedIn = await submitters(
    at,
    reported.parts.map(({ submission }) => submission),
  )
  const names = await remembered(at, `names ${through}`, () => unitNamesOn(at.tx, through))
  return reported.parts.map(({ submission, unitCode, period, value, sign }) => {
    const { by = '', moment = reported.recordedAt } = handedIn.get(submission) ?? {}
    const name = names.get(unitCode)?.zh ?? unitCode
    const contribution = value === null ? null : new Decimal(value).times(sign).toFixed()
    const alone = reported.parts.length === 1
    return {
      ...{ submission, title: `${name} ${period}`, by, at: moment.toISOString(), contribution },
      path: `/forms/${reported.form}/${unitCode}/${period}`,
      values: {
        ...{ $row: String(submission), $unit: unitCode, $contribution: contribution, unit: name, period },
        value: value === null ? null : `${value} ${unit}`,
        ...{ base: alone ? reported.base : null, growth: alone ? reported.growth : null },
      },
    }
  })
}

/** When the item was told or told anew in any submission behind the leaf. */
export async function momentsTold(at: Reckoning, { reported, reference }: Leaf): Promise<Date[]> {
  const submissions = reported?.parts.map(({ submission }) => submission) ?? []
  const { rows } = await at.tx.client.query<{ at: Date }>(
    `select distinct reported_at as at from submission_values
     where submission_id = any($1) and item = $2 and reported_at is not null order by 1`,
    [submissions, reference.name],
  )
  return rows.map((row) => row.at)
}

async function submitters(
  at: Reckoning,
  submissions: readonly number[],
): Promise<Map<number, { by: string; moment: Date }>> {
  const { rows } = await at.tx.client.query<{ id: number; by: string; moment: Date }>(
    `select distinct on (submission_id) submission_id::int as id, by_name as by, at as moment from submission_steps
     where submission_id = any($1) and step = 'submitted' and ($2::timestamptz is null or at <= $2) order by submission_id, submission_steps.id desc`,
    [submissions, at.asOf ?? null],
  )
  return new Map(rows.map(({ id, by, moment }) => [id, { by, moment }]))
}
