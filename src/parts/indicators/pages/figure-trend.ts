import type { Trend } from '#web/charts/series.ts'
import type { Locale } from '#web/locale.tsx'
import type { PaceTarget, Point } from '../shapes.ts'
import { monthNumber, stepOf } from './reporting-step.ts'
import { unitWords } from './unit-words.ts'

export type View = 'cumulative' | 'month'

interface TrendAsked {
  name: string
  unit: string
  points: readonly Point[]
  /** the year the page is about; earlier ones stand behind it in grey */
  year: number
  view: View
  /** the year's target with its outlook, in the series' unit */
  target: PaceTarget | null
  locale: Locale
}

/** Years one over the other, month by month; with the target's line and the outlook as a fan when the year to date is shown. */
export function trendOf({ name, unit, points, year, view, target, locale }: TrendAsked): Trend {
  const pick = (point: Point) => (view === 'month' ? point.value : point.cumulative)
  const known = points.filter((point) => pick(point) !== null)
  const step = stepOf(known.map(({ month }) => month))
  const months = Array.from({ length: 12 / step }, (_, index) => String((index + 1) * step).padStart(2, '0'))
  const years = [...new Set(known.map(({ month }) => Number(month.slice(0, 4))))].sort((a, b) => b - a)
  const series = years.map((one) => ({
    name: locale === 'zh' ? `${one}年` : String(one),
    main: one === year,
    points: months.map((month) => {
      const found = points.find((point) => point.month === `${one}-${month}`)
      return { period: month, value: found ? pick(found) : null }
    }),
  }))
  const aimed = view === 'cumulative' && target?.unit === unit ? target : null
  return {
    title: name,
    ...{ unit: unitWords(unit)[locale], series, printPeriod: (month) => monthName(month, locale) },
    target: aimed && { name: locale === 'zh' ? `目标 ${aimed.target}` : `Target ${aimed.target}`, value: aimed.target },
    fan: aimed && fanOf({ points, year, months, locale }, aimed),
  }
}

/** From the last known month to December: only the year's end is forecast, the months between are drawn straight to it. */
function fanOf(
  of: { points: readonly Point[]; year: number; months: readonly string[]; locale: Locale },
  { outlook }: PaceTarget,
): NonNullable<Trend['fan']> | null {
  const last = of.points.findLast(({ month, cumulative }) => month.startsWith(String(of.year)) && cumulative !== null)
  if (!outlook || !last?.cumulative) return null
  const from = monthNumber(last.month)
  const start = Number(last.cumulative)
  if (from === 12) return null
  const at = (month: string, end: string) =>
    String(start + ((Number(end) - start) * (Number(month) - from)) / (12 - from))
  const points = of.months
    .filter((month) => Number(month) >= from)
    .map((month) => ({
      period: month,
      value: at(month, outlook.value),
      low: at(month, outlook.low),
      high: at(month, outlook.high),
    }))
  return { name: of.locale === 'zh' ? '预测（80% 区间）' : 'Outlook (80% range)', points }
}

function monthName(month: string, locale: Locale): string {
  if (locale === 'zh') return `${Number(month)}月`
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2018, Number(month) - 1, 1),
  )
}
