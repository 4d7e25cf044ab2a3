import { addDays, type Day, isDay, type Period, parsePeriod, periodOf, yearBefore } from '#kernel/period.ts'

/** What a text is about where its claims do not say more: its period, and the day the zone lives in. */
export interface Standing {
  base: Period
  today: Day
}

export interface PeriodSaid {
  /** periods the words may mean, most literal first; empty when they cannot be read */
  periods: Period[]
  /** what to look at where the records do not run to the day that the words name; null where the words name none */
  instead: Period | null
}

const unsaid = '（文中未写明）'
const chineseQuarter: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4 }

/**
 * The periods that a claim's words may stand for, as DESIGN 5.3 writes periods: 2018年1-6月 is 2018-H1, 截至2018年6月28日 is
 * 2018-01-01/2018-06-28. A bare year that is not over means the year so far, unless a target is spoken of.
 */
export function periodSaid(words: string, { base, today }: Standing, aim = false): PeriodSaid {
  if (/同期|同月|同季/.test(words)) return { periods: [yearBefore(base)], instead: null }
  const said = words.replace(unsaid, '').trim()
  const year = /([12][0-9]{3})年/.exec(said)?.[1] ?? yearWord(said, base) ?? base.start.slice(0, 4)
  const part = said
    .replace(/^截[至止]/, '')
    .replace(/[12][0-9]{3}年|今年|去年|上年|本年|明年/, '')
    .trim()
  const until = /^截[至止]/.test(said)
  const read = partOf(part, year, { base, today }, until)
  // From an earlier year on: how far back the records go differs by ledger, so that nothing can be said.
  if (/以来/.test(part) && year !== base.start.slice(0, 4)) return { periods: [], instead: null }
  const instead = until && base.start.startsWith(year) ? base : null
  if (read) return { periods: withState(read, part, base), instead }
  if (part !== '' && !/^(?:度|以来|初以来|目前|全年|年初以来|累计)$/.test(part)) return { periods: [], instead }
  return { periods: ofYear(year, { base, today }, aim || part === '全年'), instead }
}

function yearWord(said: string, base: Period): string | null {
  const shift = { 去年: -1, 上年: -1, 明年: 1, 来年: 1 }[/去年|上年|明年|来年/.exec(said)?.[0] ?? '']
  return shift === undefined ? null : String(Number(base.start.slice(0, 4)) + shift)
}

/** The year so far where the year is not over; else the year. */
function ofYear(year: string, { base, today }: Standing, whole: boolean): Period[] {
  const full = parsePeriod(year)
  if (whole || full.end <= today)
    return year === base.start.slice(0, 4) && !whole && base.kind !== 'year' ? [base, full] : [full]
  if (year === base.start.slice(0, 4)) return [base]
  return [full]
}

/** A month's or quarter's end may be meant as the state on that day, or as the year up to it. */
function withState(read: Period, part: string, base: Period): Period[] {
  if (/[末底]$/.test(part) || /止$/.test(part)) {
    const toDate = named(`${read.end.slice(0, 4)}-01-01`, read.end)
    return toDate.text === read.text ? [read] : [toDate, read]
  }
  return base.text === read.text || base.end !== read.end || base.start !== read.start ? [read] : [base]
}

function partOf(part: string, year: string, standing: Standing, until: boolean): Period | null {
  const ytd = (end: Day) => named(`${year}-01-01`, end)
  const days = /^([0-9]{1,2})月([0-9]{1,2})日?$/.exec(part)
  if (days) {
    const day = `${year}-${two(days[1])}-${two(days[2])}`
    return isDay(day) ? (until ? ytd(day) : parsePeriod(day)) : null
  }
  const span = /^([0-9]{1,2})月([0-9]{1,2})日?(?:至|到|-|—)(?:([0-9]{1,2})月)?([0-9]{1,2})日$/.exec(part)
  if (span) {
    const [from, to] = [`${year}-${two(span[1])}-${two(span[2])}`, `${year}-${two(span[3] ?? span[1])}-${two(span[4])}`]
    return isDay(from) && isDay(to) && from <= to ? named(from, to) : null
  }
  const months = /^([0-9]{1,2})-([0-9]{1,2})月(?:末|底)?$/.exec(part)
  if (months) return monthsNamed(year, Number(months[1]), Number(months[2]))
  const month = /^([0-9]{1,2})月(?:份|末|底|当月|单月)?$/.exec(part)
  if (month)
    return until || /[末底]$/.test(part)
      ? monthsNamed(year, 1, Number(month[1]))
      : monthsNamed(year, Number(month[1]), Number(month[1]))
  const quarter = /^第?([一二三四])季度/.exec(part)
  if (quarter) return parsePeriod(`${year}-Q${chineseQuarter[quarter[1]!]}`)
  const quarters = /^前([一二两三])个?季度/.exec(part)
  if (quarters) return monthsNamed(year, 1, ({ 一: 1, 二: 2, 两: 2, 三: 3 }[quarters[1]!] ?? 1) * 3)
  if (/^(?:季度|月度|年度|月份)$/.test(part)) return standing.base
  if (/^半年度?$/.test(part)) return standing.base.kind === 'half' ? standing.base : parsePeriod(`${year}-H1`)
  if (/^(?:上半年|年中)/.test(part)) return parsePeriod(`${year}-H1`)
  if (/^下半年/.test(part)) return parsePeriod(`${year}-H2`)
  if (/^(?:全年|年末|年底|末|底)$/.test(part)) return parsePeriod(year)
  if (/^(?:当月|本月|单月)/.test(part)) return periodOf('month', standing.base.end)
  if (/^(?:当季|本季度)/.test(part)) return periodOf('quarter', standing.base.end)
  if (/^上月/.test(part)) return periodOf('month', addDays(periodOf('month', standing.base.end).start, -1))
  return null
}

function monthsNamed(year: string, from: number, to: number): Period | null {
  if (from < 1 || to > 12 || to < from) return null
  const start = periodOf('month', `${year}-${two(String(from))}-01`)
  return named(start.start, periodOf('month', `${year}-${two(String(to))}-01`).end)
}

/** The stretch under its own name where it has one: 2018-H1, 2018-Q1, 2018; else in months or days. */
export function named(start: Day, end: Day): Period {
  for (const kind of ['year', 'half', 'quarter', 'month'] as const) {
    const like = periodOf(kind, start)
    if (like.start === start && like.end === end) return like
  }
  const whole = start.endsWith('-01') && periodOf('month', end).end === end
  return parsePeriod(whole ? `${start.slice(0, 7)}/${end.slice(0, 7)}` : `${start}/${end}`)
}

/** The period a text is about when nobody says: the half, quarter or month that the zone's day closes, else the year to it. */
export function baseOn(today: Day): Period {
  const half = periodOf('half', today)
  if (half.end === today) return half
  const before = addDays(half.start, -1)
  const month = periodOf('month', today)
  const closed = month.end === today ? today : addDays(month.start, -1)
  return closed < half.start
    ? named(periodOf('half', before).start, before)
    : named(`${today.slice(0, 4)}-01-01`, closed)
}

function two(digits: string | undefined): string {
  return String(digits ?? '').padStart(2, '0')
}
