import type { Tx } from '#kernel/db/work.ts'
import type { Day } from '#kernel/period.ts'
import type { Step } from './rules.ts'

/** One cell as it was told to the zone at a moment. */
export interface Told {
  item: string
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
 * What was told of the items by the moment (now unless told), all spans and units of each item in the order of spans and units.
 * Drafts are not told, and neither are changes of a returned or reopened submission until it is handed in again.
 */
export async function toldOf(
  tx: Tx,
  asked: { items: readonly string[]; asOf?: Date | undefined },
): Promise<Map<string, Told[]>> {
  const { rows } = await tx.client.query<Told>(QUERY, [asked.items, asked.asOf ?? 'infinity'])
  const byItem = Map.groupBy(rows, ({ item }) => item)
  return new Map(asked.items.map((item) => [item, byItem.get(item) ?? []]))
}

const QUERY = `
  select v.item, s.id::int as submission, s.form_code as form, s.unit_code as "unitCode", s.period,
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
    where submission_id = s.id and step = 'submitted' and at <= $2::timestamptz
  ) handed_in
  cross join lateral (
    select step from submission_steps where submission_id = s.id and at <= $2::timestamptz order by id desc limit 1
  ) last
  where v.item = any ($1) and v.reported_at <= $2::timestamptz and (v.superseded_at is null or v.superseded_at > $2::timestamptz)
  order by s.end_on, s.start_on, s.unit_code`
