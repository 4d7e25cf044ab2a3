import { Decimal } from 'decimal.js'
import { addDays, type Day, type Period } from '#kernel/period.ts'
import { type ReportedFact, reportedFact, reportedSeries } from '#parts/economy/reported.ts'
import { type Reckoning, remembered, toldTo, unitsFor } from './reckoning.ts'

type Report = Awaited<ReturnType<typeof reportedSeries>>[number]

export interface ReportAsked {
  item: string
  period: Period
  treeOn: Day
  /** exact: only what covers the whole period; to-date: what there is while it runs; latest: the last report inside it */
  reach: 'exact' | 'to-date' | 'latest'
  /** whether reports of stretches that follow one another may be added up */
  adds: boolean
}

/** What is reported of an item in a period, and through which day; null where nothing is. */
export async function reportIn(
  at: Reckoning,
  asked: ReportAsked,
): Promise<{ fact: ReportedFact; through: Day } | null> {
  const { item, period, treeOn, reach } = asked
  const units = await unitsFor(at, treeOn)
  const whose = { item, units, told: await toldTo(at, item) }
  const fact = await remembered(at, `item ${item} ${period.start} ${period.end} ${treeOn}`, () =>
    reportedFact(at.tx, { ...whose, period }),
  )
  if (fact) return { fact, through: period.end }
  const reports = await remembered(at, `reports ${item} ${period.start} ${treeOn}`, () =>
    reportedSeries(at.tx, { ...whose, from: period.start, to: endOfTime }),
  )
  const chain = chainOf(reports, period).slice(0, asked.adds ? undefined : 1)
  const last = chain.at(-1)
  if (!last) return null
  if (last.end < period.end && (reach === 'exact' || (reach === 'to-date' && isOver(reports, period)))) return null
  return { fact: chain.length === 1 ? last : added(chain), through: last.end }
}

/** Once a later report is in, what is missing of the period is missing. */
function isOver(reports: readonly Report[], period: Period): boolean {
  return reports.some(({ end }) => end >= period.end)
}

/** Reports that follow one another without a gap from the period's first day: two halves of a year. */
function chainOf(reports: readonly Report[], period: Period): Report[] {
  const chain: Report[] = []
  let next = period.start
  for (;;) {
    const link = reports.findLast(({ start, end }) => start === next && end <= period.end)
    if (!link) return chain
    chain.push(link)
    next = addDays(link.end, 1)
  }
}

const leastSettledFirst = ['provisional', 'accepted', 'locked'] as const

/** Levels add up; growths and bases of stretches do not. */
function added(chain: readonly Report[]): ReportedFact {
  const last = chain.at(-1)!
  const values = chain.map(({ value }) => value)
  const known = values.every((value) => value !== null)
  return {
    ...last,
    value: known ? values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed() : null,
    ...{ base: null, growth: null, lack: 'economy/growth-not-given' },
    status: leastSettledFirst.find((status) => chain.some((report) => report.status === status)) ?? last.status,
    recordedAt: new Date(Math.max(...chain.map(({ recordedAt }) => recordedAt.getTime()))),
    parts: chain.flatMap(({ parts }) => parts),
  }
}

const endOfTime: Day = '2199-12-31'
