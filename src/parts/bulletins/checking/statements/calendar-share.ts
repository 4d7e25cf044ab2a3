import { Decimal } from 'decimal.js'
import type { Interval } from '../interval.ts'

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
const monthEnd = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * The share of the year that has gone at the end of a period as a claim writes it (2018年上半年, 截至2018年6月28日), in percent:
 * from the days gone to the months gone or the other way, since offices use both (m/12 is the custom, figures.md 5.5). Null
 * where the words name no such moment or are not said to be of one year.
 */
export function calendarShare(period: string): Interval | null {
  const words = period.replace(/（文中未写明）$/, '')
  const year = Number(/^(?:截至)?((?:19|20)[0-9]{2})年/.exec(words)?.[1] ?? '0')
  const gone = goneIn(words)
  if (!gone) return null
  const leap = year % 4 === 0 && year % 100 !== 0 ? 1 : 0
  const byDays = new Decimal(daysBefore[gone.month - 1] ?? 0)
    .plus(gone.day)
    .plus(gone.month > 2 || (gone.month === 2 && gone.day === 28) ? leap : 0)
    .div(365 + leap)
    .times(100)
  if (gone.exact) return { low: byDays, high: byDays }
  const byMonths = new Decimal(gone.month).div(12).times(100)
  return { low: Decimal.min(byDays, byMonths), high: Decimal.max(byDays, byMonths) }
}

function goneIn(words: string): { month: number; day: number; exact: boolean } | null {
  const day = /([0-9]{1,2})月([0-9]{1,2})日$/.exec(words)
  if (day) return moment(Number(day[1]), Number(day[2]), true)
  const months = /(?:^|[^0-9])1-([0-9]{1,2})月$/.exec(words) ?? /^截至[^-]*?([0-9]{1,2})月(?:末|底)?$/.exec(words)
  if (months) return atEndOf(Number(months[1]))
  if (/上半年$/.test(words)) return atEndOf(6)
  if (/一季度末?$/.test(words)) return atEndOf(3)
  const quarters = /前([二两三])季度$/.exec(words)?.[1]
  if (quarters) return atEndOf(quarters === '三' ? 9 : 6)
  return null
}

function atEndOf(month: number) {
  return moment(month, monthEnd[month - 1] ?? 0, false)
}

function moment(month: number, day: number, exact: boolean) {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day, exact } : null
}
