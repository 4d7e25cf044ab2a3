import { Decimal } from 'decimal.js'
import type { Locale } from './i18n/words.ts'
import { refuse } from './refusal.ts'

/** A day in Asia/Shanghai, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'day' | 'range'

/** `text` is what was parsed, kept to the letter; `end` is inclusive. */
export interface Period {
  kind: PeriodKind
  text: string
  start: Day
  end: Day
}

/** Reads `2018` `2018-H1` `2018-Q2` `2018-06` `2018-06-28` `2018-01/2018-02` `2018-01-01/2018-06-28`; refuses `period/unreadable`. */
export function parsePeriod(text: string): Period {
  const named = /^(\d{4})(?:-H([12])|-Q([1-4])|-(\d{2})(-\d{2})?)?$/.exec(text)
  if (named) {
    const [, year, half, quarter, month, day] = named
    if (half) return span('half', text, monthAt(year, Number(half) * 6 - 5), 6)
    if (quarter) return span('quarter', text, monthAt(year, Number(quarter) * 3 - 2), 3)
    if (!month) return span('year', text, monthAt(year, 1), 12)
    if (day) return isDay(text) ? { kind: 'day', text, start: text, end: text } : unreadable(text)
    return span('month', text, monthAt(year, Number(month)), 1)
  }
  const [from, to, more] = text.split('/')
  if (!from || !to || more !== undefined || from.length !== to.length || from > to) return unreadable(text)
  if (isDay(from) && isDay(to)) return { kind: 'range', text, start: from, end: to }
  if (/^\d{4}-\d{2}$/.test(from) && /^\d{4}-\d{2}$/.test(to)) {
    return { kind: 'range', text, start: parsePeriod(from).start, end: parsePeriod(to).end }
  }
  return unreadable(text)
}

/** Whether two periods cover the same days, however they are written. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.start === b.start && a.end === b.end
}

/** The named period of that kind which contains the day. */
export function periodOf(kind: Exclude<PeriodKind, 'range'>, day: Day): Period {
  const { year, month } = civil(day)
  if (kind === 'day') return parsePeriod(day)
  if (kind === 'month') return parsePeriod(day.slice(0, 7))
  if (kind === 'quarter') return parsePeriod(`${pad(year, 4)}-Q${Math.ceil(month / 3)}`)
  if (kind === 'half') return parsePeriod(`${pad(year, 4)}-H${Math.ceil(month / 6)}`)
  return parsePeriod(pad(year, 4))
}

/**
 * The same stretch of the year before (同期): 29 February becomes 28 February, and a stretch that ends with its month ends with
 * its month a year earlier too. The way of writing is kept.
 */
export function yearBefore(p: Period): Period {
  const start = sameDayYearBefore(p.start)
  if (p.kind !== 'range') return periodOf(p.kind, start)
  const endsMonth = p.end > p.start && isMonthEnd(p.end)
  const end = sameDayYearBefore(p.end)
  return rangeLike(p, start, endsMonth ? monthEnd(end) : end)
}

/** The period just before (环比): same kind; a range goes back its own number of whole months, else of days. */
export function previousPeriod(p: Period): Period {
  const end = addDays(p.start, -1)
  if (p.kind !== 'range') return periodOf(p.kind, end)
  if (!isMonthAligned(p)) return rangeLike(p, addDays(p.start, -daysIn(p)), end)
  return rangeLike(p, addMonths(p.start, -monthCount(p)), end)
}

/** The part of the period up to and including `through`; refuses `period/not-begun`. */
export function toDate(p: Period, through: Day): Period {
  if (!isDay(through)) return unreadable(through)
  if (through < p.start) return refuse('period/not-begun', { period: p.text, start: p.start, through })
  return through >= p.end ? p : rangeOf(p.start, through)
}

/** 1 January of the day's year to that day. */
export function yearToDate(day: Day): Period {
  return rangeOf(`${day.slice(0, 4)}-01-01`, day)
}

/** 1 January to the end of the period, as published cumulatively (1—5月): `2018-05` gives `2018-01/2018-05`. */
export function cumulativeThrough(month: Period): Period {
  if (!isMonthEnd(month.end)) return yearToDate(month.end)
  return parsePeriod(`${month.end.slice(0, 4)}-01/${month.end.slice(0, 7)}`)
}

/** January-February, the one period forms report at the year's beginning. */
export function isJanuaryFebruary(p: Period): boolean {
  return p.start.endsWith('-01-01') && p.end === monthEnd(`${p.start.slice(0, 4)}-02-01`)
}

export function isMonthAligned(p: Period): boolean {
  return p.start.endsWith('-01') && isMonthEnd(p.end)
}

/** The whole months of the period; refuses `period/not-months`. */
export function monthsOf(p: Period): Period[] {
  if (!isMonthAligned(p)) return refuse('period/not-months', { period: p.text })
  return periodsBetween('month', p.start, p.end)
}

/** Every period of the kind from the one that contains `from` to the one that contains `to`. */
export function periodsBetween(kind: Exclude<PeriodKind, 'range'>, from: Day, to: Day): Period[] {
  const found: Period[] = []
  let next = from
  while (next <= to) {
    const p = periodOf(kind, next)
    found.push(p)
    next = addDays(p.end, 1)
  }
  return found
}

export function daysIn(p: Period): number {
  return daysBetween(p.start, p.end) + 1
}

export function containsDay(p: Period, day: Day): boolean {
  return p.start <= day && day <= p.end
}

/** 时序进度: the share of the period's days gone by, the day included; 0 before it, 1 after it. */
export function calendarShare(p: Period, on: Day): Decimal {
  if (on < p.start) return new Decimal(0)
  if (on >= p.end) return new Decimal(1)
  return new Decimal(daysBetween(p.start, on) + 1).div(daysIn(p))
}

/** Whether the text is a day that exists, of the years 1900 to 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = civil(text)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function addDays(day: Day, n: number): Day {
  return new Date(instantOf(day) + n * dayLength).toISOString().slice(0, 10)
}

/** Days from `a` to `b`: 0 for the same day, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return (instantOf(b) - instantOf(a)) / dayLength
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** The period as a reader says it: 2018年上半年, 2018年1—2月; `first half of 2018`, `January–February 2018`. */
export function printPeriod(p: Period, locale: Locale): string {
  const { year, month, day } = civil(p.start)
  const zh = locale === 'zh'
  if (p.kind === 'year') return zh ? `${year}年` : `${year}`
  if (p.kind === 'half') {
    return zh ? `${year}年${month === 1 ? '上' : '下'}半年` : `${month === 1 ? 'first' : 'second'} half of ${year}`
  }
  if (p.kind === 'quarter') {
    const quarter = Math.ceil(month / 3)
    return zh ? `${year}年第${'一二三四'[quarter - 1]}季度` : `Q${quarter} ${year}`
  }
  if (p.kind === 'month') return zh ? `${year}年${month}月` : `${monthNames[month - 1]} ${year}`
  if (p.kind === 'day') return zh ? `${year}年${month}月${day}日` : `${day} ${monthNames[month - 1]} ${year}`
  return isMonthText(p) ? printMonths(p, zh) : printDays(p, zh)
}

function printMonths(p: Period, zh: boolean): string {
  const [from, to] = [civil(p.start), civil(p.end)]
  const [first, last] = [monthNames[from.month - 1], monthNames[to.month - 1]]
  if (from.year !== to.year) {
    return zh ? `${from.year}年${from.month}月—${to.year}年${to.month}月` : `${first} ${from.year}–${last} ${to.year}`
  }
  if (from.month === to.month) return zh ? `${from.year}年${from.month}月` : `${first} ${from.year}`
  return zh ? `${from.year}年${from.month}—${to.month}月` : `${first}–${last} ${from.year}`
}

function printDays(p: Period, zh: boolean): string {
  const [from, to] = [civil(p.start), civil(p.end)]
  const [sameYear, sameMonth] = [from.year === to.year, p.start.slice(0, 7) === p.end.slice(0, 7)]
  if (zh) {
    const head = `${from.year}年${from.month}月${from.day}日`
    if (p.start === p.end) return head
    return `${head}至${sameYear ? '' : `${to.year}年`}${sameMonth ? '' : `${to.month}月`}${to.day}日`
  }
  const tail = `${to.day} ${monthNames[to.month - 1]} ${to.year}`
  if (p.start === p.end) return tail
  const month = sameMonth ? '' : ` ${monthNames[from.month - 1]}`
  return `${from.day}${month}${sameYear ? '' : ` ${from.year}`} to ${tail}`
}

const dayLength = 86_400_000

function instantOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function civil(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function monthEnd(day: Day): Day {
  const { year, month } = civil(day)
  return `${day.slice(0, 8)}${pad(daysInMonth(year, month), 2)}`
}

function isMonthEnd(day: Day): boolean {
  return monthEnd(day) === day
}

function sameDayYearBefore(day: Day): Day {
  const before = `${pad(civil(day).year - 1, 4)}${day.slice(4)}`
  return day.endsWith('-02-29') ? `${before.slice(0, 8)}28` : before
}

/** First day of a month, moved by whole months. */
function addMonths(first: Day, n: number): Day {
  const { year, month } = civil(first)
  const count = year * 12 + (month - 1) + n
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-01`
}

function monthCount(p: Period): number {
  const [from, to] = [civil(p.start), civil(p.end)]
  return (to.year - from.year) * 12 + to.month - from.month + 1
}

function isMonthText(p: Period): boolean {
  return p.text.length === '2018-01/2018-02'.length
}

function rangeOf(start: Day, end: Day): Period {
  return parsePeriod(`${start}/${end}`)
}

function rangeLike(p: Period, start: Day, end: Day): Period {
  return isMonthText(p) ? parsePeriod(`${start.slice(0, 7)}/${end.slice(0, 7)}`) : rangeOf(start, end)
}

function monthAt(year: string | undefined, month: number): Day {
  return `${year}-${pad(month, 2)}-01`
}

function span(kind: PeriodKind, text: string, start: Day, months: number): Period {
  if (!isDay(start)) return unreadable(text)
  return { kind, text, start, end: addDays(addMonths(start, months), -1) }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

function unreadable(text: string): never {
  return refuse('period/unreadable', { text: text.slice(0, 60) })
}
