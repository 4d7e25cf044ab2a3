import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#kernel/db/work.ts'
import type { Period } from '#kernel/period.ts'
import { itemsOf, readRule } from './audit-rule.ts'
import { type Cell, type Past, rangeOfPrinted } from './audit-subject.ts'
import { type AuditAsked, auditOf, type Finding } from './audits.ts'
import { itemCatalogue } from './forms.ts'
import { spanOf } from './periods.ts'
import { reportedFact } from './reported.ts'
import type { Submission } from './submission.ts'
import { explanations } from './tables.ts'

export interface Explanation {
  words: string
  at: Date
  byName: string
}

/** What the audit says of a submission with these cells, against everything its unit told before. */
export async function findingsOf(tx: Tx, submission: Submission, cells: ReadonlyMap<string, Cell>): Promise<Finding[]> {
  const past = await pastOf(tx, submission)
  return auditOf({
    ...{ form: submission.form, period: submission.period, cells, past },
    elsewhere: await elsewhere(tx, submission),
  })
}

/** What the unit told of each item of the form for earlier spans, earliest first. */
export async function pastOf(tx: Tx, { form, unit, period }: Submission): Promise<Map<string, Past[]>> {
  const { rows } = await tx.client.query<Past & { item: string }>(
    `select v.item, s.period, s.start_on::text as start, s.end_on::text as "end", v.value::text, v.base::text, v.growth::text
     from submission_values v join submissions s on s.id = v.submission_id
     where s.form_code = $1 and s.unit_code = $2 and s.end_on < $3 and v.reported_at is not null and v.superseded_at is null
     order by s.end_on, s.start_on`,
    [form.code, unit, period.end],
  )
  return Map.groupBy(rows, ({ item }) => item)
}

/** The newest reason given for each finding. */
export async function explanationsOf(tx: Tx, id: number | null): Promise<Map<string, Explanation>> {
  if (id === null) return new Map()
  const rows = await tx.db
    .select()
    .from(explanations)
    .where(eq(explanations.submissionId, id))
    .orderBy(asc(explanations.id))
  return new Map(rows.map(({ finding, words, at, byName }) => [finding, { words, at, byName }]))
}

/** What other forms told of the items that the form's rules name, for the same days. */
async function elsewhere(tx: Tx, { form, period }: Submission): Promise<AuditAsked['elsewhere']> {
  const own = new Set(form.items.map(({ code }) => code))
  const named = form.audits.flatMap((audit) => itemsOf(readRule(audit.rule))).filter((code) => !own.has(code))
  if (named.length === 0) return new Map()
  const catalogue = await itemCatalogue(tx)
  const span: Period = { kind: 'range', text: period.text, ...spanOf(form, period) }
  const found = new Map<string, { value: ReturnType<typeof rangeOfPrinted> | null; base: null; digits: string }>()
  for (const code of new Set(named)) {
    const item = catalogue.get(code)
    const fact = item && (await reportedFact(tx, { item: code, period: span }))
    if (fact?.value != null)
      found.set(code, { value: rangeOfPrinted(fact.value, item!), base: null, digits: fact.value })
  }
  return found
}
