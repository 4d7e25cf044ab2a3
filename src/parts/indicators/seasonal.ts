import { Decimal } from 'decimal.js'
import { springFestival } from '#kernel/calendar.ts'
import { type Day, daysBetween, daysIn, type Period, yearBefore } from '#kernel/period.ts'

/** One earlier like period, closed: what had been reached by the end of each known day, and what it came to. */
export interface LikeYear {
  year: number
  points: { end: Day; cumulative: Decimal }[]
  total: Decimal
}

/** `share` and `spread` are fractions (0.486), exact; `spread` is the widest less the narrowest of the years used. */
export interface SeasonalShare {
  share: Decimal
  spread: Decimal
  years: number[]
  /** months of history the share stands on: those in which a used year has a known point */
  months: number
}

/** Three years are what the rule was measured with (figures.md 6.3): more reach back into another season. */
export const YEARS_USED = 3

// Days about the Spring Festival that move with it. It is felt from 4–5 days before to 15–20 after, with traces into March
// (NBS spokesman, 2019-03-14); the margins keep the whole of it inside.
const WINDOW = { before: 20, after: 30 }

/**
 * What share of the period's total earlier like periods had reached by this day: the mean of up to three, day by day between
 * known points. The days from 20 before the Spring Festival to 30 after it move with the festival, the days they displace fill
 * the gap they leave, and all other days stay where they are: nothing is lost or counted twice, and the line stays unbroken.
 * (Moving the cumulative line itself would take a late festival for a late year.) A period that does not hold the window keeps
 * to the calendar. Any period will do, a second half included. Null without a usable earlier year (a positive total).
 * Never falls as the day advances; 0 before the period, 1 from its end.
 */
export function seasonalShare(of: { history: readonly LikeYear[]; period: Period; on: Day }): SeasonalShare | null {
  const year = Number(of.period.start.slice(0, 4))
  const used = of.history
    .filter((like) => like.year < year && like.total.gt(0) && like.points.length > 0)
    .sort((a, b) => b.year - a.year)
    .slice(0, YEARS_USED)
  if (used.length === 0) return null
  const shares = used.map((like) => shareReached(like, of.period, of.on))
  return {
    share: shares.reduce((sum, share) => sum.plus(share), new Decimal(0)).div(shares.length),
    spread: Decimal.max(...shares).minus(Decimal.min(...shares)),
    years: used.map((like) => like.year).sort((a, b) => a - b),
    months: used.reduce((sum, { points }) => sum + new Set(points.map(({ end }) => end.slice(0, 7))).size, 0),
  }
}

function shareReached(likeYear: LikeYear, period: Period, on: Day): Decimal {
  if (on < period.start) return new Decimal(0)
  if (on >= period.end) return new Decimal(1)
  const like = likePeriod(period, likeYear.year)
  const reached = reachedAfter(likeYear, like)
  const gone = daysBetween(like.start, inYearOf(like, period, on)) + 1
  const windows = festivalWindows(period, like)
  return (windows ? withWindowMoved(reached, gone, windows) : reached(gone)).clamp(0, 1)
}

/** Days gone by before the window opens: in this period (counted on the like one's days), and in the like period. */
interface Windows {
  here: number
  there: number
}

const LENGTH = WINDOW.before + 1 + WINDOW.after

function festivalWindows(period: Period, like: Period): Windows | null {
  const [festival, earlier] = [springFestival(yearOf(period.start)), springFestival(yearOf(like.start))]
  const here = daysBetween(like.start, inYearOf(like, period, festival)) - WINDOW.before
  const there = daysBetween(like.start, earlier) - WINDOW.before
  const fits = Math.min(here, there) >= 0 && Math.max(here, there) + LENGTH <= daysIn(like)
  return fits ? { here, there } : null
}

/** Share reached after so many days, had the like year's window stood where this year's stands. */
function withWindowMoved(reached: (gone: number) => Decimal, gone: number, { here, there }: Windows): Decimal {
  const between = (from: number, to: number) => reached(to).minus(reached(from))
  const outside = (count: number) =>
    count <= there ? reached(count) : reached(there).plus(between(there + LENGTH, count + LENGTH))
  if (gone <= here) return outside(gone)
  if (gone <= here + LENGTH) return outside(here).plus(between(there, there + gone - here))
  return outside(gone - LENGTH).plus(between(there, there + LENGTH))
}

/** Straight between known points; a correction downwards counts as a standstill, so that the share never falls. */
function reachedAfter({ points, total }: LikeYear, like: Period): (gone: number) => Decimal {
  const known = points
    .map(({ end, cumulative }) => ({
      gone: daysBetween(like.start, end) + 1,
      share: cumulative.div(total).clamp(0, 1),
    }))
    .filter((point) => point.gone > 0 && point.gone < daysIn(like))
    .sort((a, b) => a.gone - b.gone)
  const line = [{ gone: 0, share: new Decimal(0) }]
  for (const point of [...known, { gone: daysIn(like), share: new Decimal(1) }]) {
    line.push({ gone: point.gone, share: Decimal.max(line.at(-1)!.share, point.share) })
  }
  return (gone) => {
    const at = line.findIndex((point) => gone <= point.gone)
    const [before, after] = [line[at - 1], line[at]]
    if (!after || !before) return after ? after.share : new Decimal(1)
    return after.share
      .minus(before.share)
      .times(gone - before.gone)
      .div(after.gone - before.gone)
      .plus(before.share)
  }
}

/** The same stretch of an earlier year. */
export function likePeriod(period: Period, year: number): Period {
  let like = period
  while (yearOf(like.start) > year) like = yearBefore(like)
  return like
}

/** The same calendar day within the like period, its last day at the latest; 29 February becomes the 28th. */
function inYearOf(like: Period, period: Period, day: Day): Day {
  const year = Number(day.slice(0, 4)) - yearOf(period.start) + yearOf(like.start)
  const leapless = day.endsWith('-02-29') && !isLeap(year) ? '-02-28' : day.slice(4)
  return `${year}${leapless}`
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29
}
