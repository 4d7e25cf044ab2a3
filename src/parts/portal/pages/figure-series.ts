import { parsePeriod, periodsBetween } from '#kernel/period.ts'
import { stepOf } from '#parts/indicators/pages/reporting-step.ts'
import type { Words } from '#web/locale.tsx'
import type { OpenObservation } from '../shapes.ts'

/** One way of looking at a figure: its periods of one length, each by itself or from January on. */
export interface SeriesChoice {
  key: string
  words: Words
}

/** A period with its level and its growth. */
export interface PeriodRow {
  period: string
  /** what the figure covers: 2018-01/2018-06 for the year to June */
  covers: string
  level: OpenObservation | undefined
  growth: OpenObservation | undefined
}

const choices: readonly SeriesChoice[] = [
  { key: 'M-YTD', words: { zh: '按月累计', en: 'Year to month' } },
  { key: 'M', words: { zh: '按月', en: 'By month' } },
  { key: 'Q', words: { zh: '按季', en: 'By quarter' } },
  { key: 'S', words: { zh: '按半年', en: 'By half-year' } },
  { key: 'A', words: { zh: '按年', en: 'By year' } },
]

const keyOf = ({ freq, measure }: OpenObservation) => (measure.endsWith('YTD') ? `${freq}-YTD` : freq)

/** The ways there are values for. */
export function choicesOf(observations: readonly OpenObservation[]): SeriesChoice[] {
  const there = new Set(observations.map(keyOf))
  return choices.filter(({ key }) => there.has(key))
}

/** The periods of one way, the last first. */
export function rowsOf(observations: readonly OpenObservation[], key: string): PeriodRow[] {
  const own = observations.filter((one) => keyOf(one) === key)
  const periods = [...new Set(own.map(({ period }) => period))].sort().reverse()
  return periods.map((period) => {
    const at = (measure: string) => own.find((one) => one.period === period && one.measure.startsWith(measure))
    const toDate = key === 'M-YTD' && !period.endsWith('-01')
    const covers = toDate ? `${period.slice(0, 4)}-01/${period}` : period
    return { period, covers, level: at('LEVEL'), growth: at('GROWTH') }
  })
}

/** Every period from the first to the last at which something is reported; undefined where a report did not come. */
export function withGaps(rows: readonly PeriodRow[]): { period: string; row: PeriodRow | undefined }[] {
  const [last, first] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const { kind, start } = parsePeriod(first.period)
  if (kind === 'range') return []
  const known = new Map(rows.map((row) => [row.period, row]))
  const step = kind === 'month' ? stepOf(rows.map(({ period }) => period)) : 1
  return periodsBetween(kind, start, parsePeriod(last.period).end)
    .filter(({ text }) => step === 1 || Number(text.slice(5, 7)) % step === 0)
    .map(({ text }) => ({ period: text, row: known.get(text) }))
}
