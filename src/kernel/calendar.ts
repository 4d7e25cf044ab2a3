import days from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type Day, daysBetween, isDay } from './period.ts'
import { refuse } from './refusal.ts'

/** Which days are worked. Every question about a year without data is refused `calendar/year-unknown`, never guessed. */
export interface Calendar {
  /** Changes whenever any day of the calendar does, so that a deadline can name the calendar it was computed with. */
  version: string
  /** The years it has data for, ascending. */
  years: number[]
  isWorkday(day: Day): boolean
  /** The holiday's name (春节), 春节调休上班 for a make-up working day, null for any other day. */
  nameOf(day: Day): string | null
  /** The n-th working day after the day (before it when n is negative); n = 0 gives the day itself, or the next working day. */
  addWorkdays(day: Day, n: number): Day
  /** The n for which `addWorkdays(a, n)` arrives at `b`: working days after `a` up to and including `b`; negative backwards. */
  workdaysBetween(a: Day, b: Day): number
}

/** A row of a zone package's calendar: a day off, or a make-up working day. */
export interface CalendarRow {
  day: Day
  kind: 'off' | 'work'
  name: string
}

/** The State Council's yearly arrangements (国务院办公厅关于部分节假日安排的通知), as published by the `chinese-days` package. */
export function officialCalendar(): Calendar {
  return official
}

/**
 * The base calendar with rows laid over it. A year the base does not know becomes known when its rows hold at least New Year's
 * Day, Spring Festival and National Day. Refuses `calendar/day-unreadable`, `calendar/day-twice`, `calendar/year-incomplete`.
 */
export function calendarFrom(rows: readonly CalendarRow[], base: Calendar): Calendar {
  if (rows.length === 0) return base
  const marks = new Map<Day, CalendarRow>()
  for (const row of rows) {
    if (!isDay(row.day)) refuse('calendar/day-unreadable', { day: row.day })
    if (marks.has(row.day)) refuse('calendar/day-twice', { day: row.day })
    marks.set(row.day, row)
  }
  const added = [...new Set(rows.map((row) => yearOf(row.day)))].filter((year) => !base.years.includes(year))
  for (const year of added) holdsItsFestivals(year, marks)
  const years = [...base.years, ...added].sort((a, b) => a - b)
  return calendar(`${base.version}+${fingerprint(marks)}`, years, {
    isWorkday: (day) => {
      const mark = marks.get(day)
      if (mark) return mark.kind === 'work'
      return base.years.includes(yearOf(day)) ? base.isWorkday(day) : isWeekday(day)
    },
    nameOf: (day) => marks.get(day)?.name ?? (base.years.includes(yearOf(day)) ? base.nameOf(day) : null),
  })
}

// Month and day of the first day of the lunar year, 1990 to 2050, by GB/T 33661-2017 (Beijing time). ICU's Chinese calendar is a
// day off in 2027 and 2030, which is why this is a table.
const firstYear = 1990
const festivals =
  '0127 0215 0204 0123 0210 0131 0219 0207 0128 0216 0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 ' +
  '0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 ' +
  '0204 0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123'

/** Day of the Spring Festival, 1990 to 2050; refuses `calendar/spring-festival-unknown` outside. */
export function springFestival(year: number): Day {
  const found = festivals.split(' ')[year - firstYear]
  if (!found) return refuse('calendar/spring-festival-unknown', { year })
  return `${year}-${found.slice(0, 2)}-${found.slice(2)}`
}

type DayFacts = Pick<Calendar, 'isWorkday' | 'nameOf'>

function calendar(version: string, years: number[], facts: DayFacts): Calendar {
  const known = new Set(years)
  const isWorkday = (day: Day): boolean => facts.isWorkday(knownDay(day, known, years))
  return {
    version,
    years,
    isWorkday,
    nameOf: (day) => facts.nameOf(knownDay(day, known, years)),
    addWorkdays: (day, n) => walk(isWorkday, day, n),
    workdaysBetween: (a, b) => countWorkdays(isWorkday, a, b),
  }
}

function walk(isWorkday: (day: Day) => boolean, from: Day, n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`working days come whole, not ${n}`)
  const step = n < 0 ? -1 : 1
  let day = from
  if (n === 0) {
    while (!isWorkday(day)) day = addDays(day, 1)
    return day
  }
  isWorkday(from) // refuses a start in a year without data
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    if (isWorkday(day)) left -= 1
  }
  return day
}

function countWorkdays(isWorkday: (day: Day) => boolean, a: Day, b: Day): number {
  const step = b < a ? -1 : 1
  isWorkday(a) // refuses a start in a year without data
  let count = 0
  for (let day = a; day !== b; ) {
    day = addDays(day, step)
    if (isWorkday(day)) count += step
  }
  return count
}

function knownDay(day: Day, known: Set<number>, years: number[]): Day {
  if (!isDay(day)) return refuse('calendar/day-unreadable', { day })
  if (!known.has(yearOf(day))) {
    return refuse('calendar/year-unknown', { year: yearOf(day), first: years[0], last: years.at(-1) })
  }
  return day
}

function holdsItsFestivals(year: number, marks: Map<Day, CalendarRow>): void {
  const missing = [`${year}-01-01`, springFestival(year), `${year}-10-01`].filter(
    (day) => marks.get(day)?.kind !== 'off',
  )
  if (missing.length > 0) refuse('calendar/year-incomplete', { year, missing })
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

function isWeekday(day: Day): boolean {
  // 1 January 1900 was a Monday.
  return daysBetween('1900-01-01', day) % 7 < 5
}

/** FNV-1a over the sorted rows: the same rows in any order give the same version. */
function fingerprint(marks: Map<Day, CalendarRow>): string {
  const text = [...marks.values()]
    .map((row) => `${row.day} ${row.kind} ${row.name}`)
    .sort()
    .join('\n')
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

// The package's data are read, not its functions: those answer for any year as if it had no holidays, and depend on the local
// time zone (STACK 11). An entry is "English name,中文名,days".
const off: Partial<Record<Day, string>> = days.holidays
const work: Partial<Record<Day, string>> = days.workdays
const officialYears = [...new Set(Object.keys(days.holidays).map(yearOf))].sort((a, b) => a - b)
const official = calendar(`cn-${officialYears[0]}-${officialYears.at(-1)}`, officialYears, {
  isWorkday: (day) => (work[day] ? true : off[day] ? false : isWeekday(day)),
  nameOf: (day) => {
    const name = (off[day] ?? work[day])?.split(',')[1]
    return name === undefined ? null : work[day] ? `${name}调休上班` : name
  },
})
