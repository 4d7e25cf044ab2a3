import type { Tx } from '#kernel/db/work.ts'
import { csvLine } from '#kernel/files/csv-text.ts'
import type { Answer, Asked, FileAnswer } from '#kernel/http/endpoint.ts'
import { type OpenInspections, type OpenIssue, openInspections } from '#parts/matters/inspections/open.ts'
import { levelWords, type Progress, pollutions, pollutionWords } from '#parts/matters/inspections/words.ts'
import { zoneName } from '../open-figures.ts'
import { publicWords } from '../reports/public-words.ts'
import type { openInspectionsShape } from './shapes.ts'

type Query = Asked<typeof openInspectionsShape>['query']
type Table = Answer<typeof openInspectionsShape>

/** The public table: what inspections found and how it was rectified, late and open issues first, a page of it. */
export async function inspectionTable(tx: Tx, query: Query): Promise<Table> {
  const { today, batches, issues } = await openInspections(tx)
  const found = issues.filter((issue) => isAsked(issue, query)).sort(urgentFirst)
  const count = (progress: Progress) => issues.filter(({ sort }) => sort === progress).length
  return {
    zone: await zoneName(tx),
    today,
    counts: {
      ...{ all: issues.length, done: count('done'), staged: count('staged') },
      ...{ underWay: count('under-way'), late: count('late') },
    },
    batches: batches.map(shownBatch),
    pollutions: pollutions.map((code) => ({ code, words: pollutionWords[code] })),
    total: found.length,
    issues: found.slice((query.page - 1) * query.size, query.page * query.size).map(shown),
  }
}

function isAsked(issue: OpenIssue, { q, batch, progress, pollution }: Query): boolean {
  const sought = q.trim().toLowerCase()
  return (
    (!batch || issue.batch === batch) &&
    (!progress || issue.sort === progress) &&
    (!pollution || issue.pollution === pollution) &&
    (!sought || searched(issue).includes(sought))
  )
}

const searched = ({ receipt, problem, place, unit, measure }: OpenIssue) =>
  [receipt, problem, place, unit?.name.zh, unit?.name.en, measure].join(' ').toLowerCase()

const order: Record<Progress, number> = { late: 0, 'under-way': 1, staged: 2, done: 3 }
const urgentFirst = (a: OpenIssue, b: OpenIssue) =>
  order[a.sort] - order[b.sort] || b.deadline.localeCompare(a.deadline) || a.nth - b.nth

const shownBatch = ({
  code,
  name,
  level,
  receivedOn,
  dueOn,
  issues,
  rectified,
  staged,
  late,
}: OpenInspections['batches'][number]) => ({
  ...{ code, name, level: levelWords[level], receivedOn, dueOn, issues, rectified, staged, late },
})

function shown(issue: OpenIssue): Table['issues'][number] {
  const { batch, nth, receipt, key, deadline, finding, rebounds, rectifiedOn } = issue
  return {
    ...{ batch, nth, receipt, key, deadline, finding, rebounds, rectifiedOn },
    ...{ problem: publicWords(issue.problem), place: publicWords(issue.place), measure: publicWords(issue.measure) },
    ...{ pollution: pollutionWords[issue.pollution], unit: issue.unit?.name ?? null },
    ...{ progress: issue.sort, progressWords: issue.words, findingSaid: publicWords(issue.findingWords) },
  }
}

const headings = [
  ...['batch', 'nth', 'receipt', 'problem', 'place', 'pollution', 'key', 'unit', 'deadline', 'progress', 'finding'],
  ...['finding_words', 'measure', 'rebounds', 'rectified_on'],
]

/** The whole table as CSV (UTF-8, Chinese words). */
export async function inspectionCsv(tx: Tx): Promise<FileAnswer> {
  const { issues } = await openInspections(tx)
  const lines = issues.map((issue) => {
    const one = shown(issue)
    return csvLine([
      ...[one.batch, String(one.nth), one.receipt, one.problem, one.place, one.pollution.zh, one.key ? 'yes' : 'no'],
      ...[one.unit?.zh ?? '', one.deadline, one.progress, one.finding?.zh ?? '', one.findingSaid, one.measure],
      ...[String(one.rebounds), one.rectifiedOn ?? ''],
    ])
  })
  const content = [csvLine(headings), ...lines].join('')
  return { name: 'inspections.csv', type: 'text/csv; charset=utf-8', content: `\ufeff${content}` }
}
