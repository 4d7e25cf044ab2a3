import { readingOrder, unchecked, wrong } from '../check-desk/verdict-words.ts'
import type { CheckReport, Finding, PaceFinding, Verdict } from '../checking/report.ts'

/** One marked place of a draft: a figure, or words about pace. */
export interface Item {
  /** its place among the marks, in the order of the text */
  mark: number
  start: number
  end: number
  text: string
  verdict: Verdict
  finding: Finding | null
  pace: PaceFinding | null
}

/** Everything the report says of places in the text, in their order. */
export function itemsOf({ findings, paces }: Pick<CheckReport, 'findings' | 'paces'>): Item[] {
  const atStart = new Map(paces.map((pace) => [pace.start, pace]))
  const figures = findings.map((finding) => {
    const { start, text } = finding.claim
    const pace = atStart.get(start)
    const own = pace?.text === text ? pace : null
    if (own) atStart.delete(start)
    return { start, text, verdict: finding.verdict, finding, pace: own }
  })
  const words = [...atStart.values()].map((pace) => {
    return { start: pace.start, text: pace.text, verdict: pace.verdict, finding: null, pace }
  })
  return [...figures, ...words]
    .sort((a, b) => a.start - b.start || b.text.length - a.text.length)
    .map((item, mark) => ({ ...item, mark, end: item.start + item.text.length }))
}

export type Filter = 'open' | 'all' | Verdict

const right: readonly Verdict[] = ['matched', 'matched-by-rounding']

/** What the list shows: `open` is everything that a person still has to look at. */
export function filtered(items: readonly Item[], filter: Filter): Item[] {
  if (filter === 'all') return [...items]
  return items.filter(({ verdict }) => (filter === 'open' ? !right.includes(verdict) : verdict === filter))
}

export type Counts = Record<Verdict, number>

/** Items by verdict: the figures of the report and its words about pace. */
export function countsOf(items: readonly Item[]): Counts {
  const counts = Object.fromEntries(readingOrder.map((verdict) => [verdict, 0])) as Counts
  for (const { verdict } of items) counts[verdict]++
  return counts
}

const sumOf = (counts: Counts, of: readonly Verdict[]) => of.reduce((sum, verdict) => sum + counts[verdict], 0)

/** How many places were not checked, are wrong, are right. */
export function tally(counts: Counts): { all: number; unchecked: number; wrong: number; right: number } {
  const [not, bad, good] = [sumOf(counts, unchecked), sumOf(counts, wrong), sumOf(counts, right)]
  return { all: not + bad + good, unchecked: not, wrong: bad, right: good }
}
