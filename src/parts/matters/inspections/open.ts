import type { Tx } from '#kernel/db/work.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { zoneToday } from '#kernel/zone-clock.ts'
import { type BatchRow, batchesOf, type IssueRow, issuesWhere } from './rows.ts'
import { findingWords, type Pollution, type Progress, progressWords } from './words.ts'

export interface OpenIssue {
  batch: string
  nth: number
  receipt: string
  problem: string
  place: string
  pollution: Pollution
  key: boolean
  unit: { code: string; name: Words } | null
  /** the day by which the inspection wants it answered */
  deadline: string
  sort: Progress
  words: Words
  finding: Words | null
  findingWords: string
  measure: string
  /** how many times it came back */
  rebounds: number
  rectifiedOn: string | null
}

export interface OpenInspections {
  today: string
  batches: (BatchRow & { issues: number; rectified: number; staged: number; late: number })[]
  issues: OpenIssue[]
}

/** The public table: issues that were let into the open, with no reporter and no officer in it. */
export async function openInspections(tx: Pick<Tx, 'client' | 'now'>): Promise<OpenInspections> {
  const today = await zoneToday(tx)
  const issues = await issuesWhere(tx, 'i.published_at is not null', [], today)
  const by = Map.groupBy(issues, ({ batch }) => batch)
  const batches = (await batchesOf(tx)).filter(({ code }) => by.has(code))
  const count = (code: string, sort: Progress) => by.get(code)!.filter(({ progress }) => progress === sort).length
  return {
    today,
    batches: batches.map((batch) => ({
      ...batch,
      ...{ issues: by.get(batch.code)!.length, rectified: count(batch.code, 'done') },
      ...{ staged: count(batch.code, 'staged'), late: count(batch.code, 'late') },
    })),
    issues: issues.map(openIssue),
  }
}

function openIssue(issue: IssueRow): OpenIssue {
  const ended = issue.acceptedAt ?? issue.closedAt
  return {
    ...{ batch: issue.batch, nth: issue.nth, receipt: issue.receipt, problem: issue.title, place: issue.address },
    ...{ pollution: issue.pollution, key: issue.key, unit: issue.unit, deadline: issue.dueOn, sort: issue.progress },
    ...{ words: progressWords[issue.progress], finding: issue.finding && findingWords[issue.finding] },
    ...{ findingWords: issue.findingWords, measure: issue.measures, rebounds: issue.rebounds },
    rectifiedOn: ended === null ? null : new Date(ended.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
  }
}
