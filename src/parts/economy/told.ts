import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import type { Step } from './rules.ts'

/** One cell as it was told to the zone at a moment. */
export interface Told {
  submission: number
  form: string
  unitCode: string
  period: string
  start: Day
  end: Day
  /** plain digits */
  value: string | null
  base: string | null
  growth: string | null
  /** when this state of the cell was first told */
  reportedAt: Date
  /** when the submission was last handed in */
  submittedAt: Date
  /** how often it was handed in */
  version: number
  lastStep: Step
  /** whether the cell was told differently before */
  revised: boolean
}

/**
 * What was told of an item: in the units, for spans that end within the days, at the moment. Drafts are not told, and neither are
 * changes of a returned or reopened submission until it is handed in again. In the order of spans and units.
 */
export async function told(
  tx: Tx,
  asked: { item: string; from: Day; to: Day; units?: readonly string[] | undefined; asOf?: Date | undefined },
): Promise<Told[]> {
  const at = asked.asOf ?? 'infinity'
  const { rows } = await tx.client.query<Told>(QUERY, [asked.item, asked.from, asked.to, at, asked.units ?? null])
  return rows
}

const QUERY = `
  select s.id::int as submission, s.form_code as form, s.unit_code as "unitCode", s.period,
    s.start_on::text as start, s.end_on::text as "end",
    v.value::text, v.base::text, v.growth::text, v.reported_at as "reportedAt",
    handed_in.at as "submittedAt", handed_in.times::int as version, last.step as "lastStep",
    exists (
      select from submission_values earlier
      where earlier.submission_id = s.id and earlier.item = v.item and earlier.reported_at is not null and earlier.id < v.id
    ) as revised
  from submission_values v
  join submissions s on s.id = v.submission_id
  cross join lateral (
    select max(at) as at, count(*) as times from submission_steps
    where submission_id = s.id and step = 'submitted' and at <= $4::timestamptz
  ) handed_in
  cross join lateral (
    select step from submission_steps where submission_id = s.id and at <= $4::timestamptz order by id desc limit 1
  ) last
  where v.item = $1 and s.end_on between $2 and $3
    and v.reported_at <= $4::timestamptz and (v.superseded_at is null or v.superseded_at > $4::timestamptz)
    and ($5::text[] is null or s.unit_code = any ($5))
  order by s.end_on, s.start_on, s.unit_code`
