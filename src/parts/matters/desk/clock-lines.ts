import type { Calendar } from '#kernel/calendar.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { addDays, type Day } from '#kernel/period.ts'
import { type Clock, countedOn, dayAt, dayMs, midnight, type WorkingTime } from '../engine/clock.ts'

const MINUTE = 60_000

/** A stretch of a clock's life: what of it counts, how much had counted at its end, and why. Minutes, or whole days for a limit that ends with a day. */
export interface ClockLine {
  from: Date
  to: Date
  counted: number
  total: number
  why: Words
}

/**
 * How a deadline comes about, stretch by stretch from the start of the clock to the deadline. Stretches that do not count stand there with
 * their reason; days off in a row are one line. The last total is the limit. Pure; the calendar must know every year on the way.
 */
export function clockLines(clock: Clock, time: WorkingTime, dueAt: Date): ClockLine[] {
  const byDays = clock.limit.reading === 'end-of-day' && clock.limit.kind.endsWith('days')
  const lines: ClockLine[] = []
  let total = 0
  for (let day = dayAt(clock.startedAt.getTime()); midnight(day) < dueAt.getTime(); day = addDays(day, 1)) {
    for (const line of byDays ? wholeDay(clock, time, day, dueAt) : stretches(clock, time, day, dueAt)) {
      total += line.counted
      add(lines, { ...line, total })
    }
  }
  return lines
}

type Uncounted = Omit<ClockLine, 'total'>

/** Days off in a row, or one long pause, are one line. */
function add(lines: ClockLine[], line: ClockLine): void {
  const last = lines.at(-1)
  const goesOn = last?.counted === 0 && line.counted === 0 && last.why.zh === line.why.zh
  if (last && goesOn && last.to.getTime() === line.from.getTime()) last.to = line.to
  else lines.push(line)
}

function stretches(clock: Clock, time: WorkingTime, day: Day, dueAt: Date): Uncounted[] {
  const end = Math.min(midnight(day) + dayMs, dueAt.getTime())
  const counted = countedOn(clock, time, day)
    .map(([from, to]): [number, number] => [from, Math.min(to, end)])
    .filter(([from, to]) => from < to)
  const because = whyCounted(clock, time.calendar, day)
  const begin = Math.max(midnight(day), clock.startedAt.getTime())
  if (counted.length === 0) return [{ ...span(begin, end), counted: 0, why: whyNot(clock, time.calendar, day) }]
  return counted.map(([from, to]) => ({ ...span(from, to), counted: (to - from) / MINUTE, why: because }))
}

/** The day it began on never counts; a day that a pause touches does not either. */
function wholeDay(clock: Clock, time: WorkingTime, day: Day, dueAt: Date): Uncounted[] {
  const began = day === dayAt(clock.startedAt.getTime())
  const here = span(
    Math.max(midnight(day), clock.startedAt.getTime()),
    Math.min(midnight(day) + dayMs, dueAt.getTime()),
  )
  if (began) return [{ ...here, counted: 0, why: { zh: '起算当日不计', en: 'The day it begins on does not count' } }]
  const working = clock.limit.kind === 'working-days'
  const off = working && !time.calendar.isWorkday(day)
  if (off || paused(clock, midnight(day), midnight(day) + (working ? time.hours.at(-1)![1] : dayMs)))
    return [{ ...here, counted: 0, why: whyNot(clock, time.calendar, day) }]
  return [{ ...here, counted: 1, why: whyCounted(clock, time.calendar, day) }]
}

const span = (from: number, to: number) => ({ from: new Date(from), to: new Date(to) })

function paused(clock: Clock, from: number, to: number): boolean {
  return clock.pauses.some(([start, end]) => start.getTime() < to && (end?.getTime() ?? to) > from)
}

function whyCounted({ limit: { kind } }: Clock, calendar: Calendar, day: Day): Words {
  if (kind === 'urgent-hours') return { zh: '紧急工作时，昼夜连续计', en: 'Urgent hours run day and night' }
  if (kind === 'calendar-days') return { zh: '自然日，每天都计', en: 'Calendar days all count' }
  const name = calendar.nameOf(day)
  return name ? { zh: name, en: `Make-up working day (${name})` } : { zh: '工作日', en: 'Working day' }
}

function whyNot(clock: Clock, calendar: Calendar, day: Day): Words {
  const zero = midnight(day)
  if (paused(clock, zero, zero + dayMs)) return { zh: '停表（挂账）', en: 'Clock stopped (suspended)' }
  const name = calendar.nameOf(day)
  if (!calendar.isWorkday(day)) return name ? { zh: `${name}放假`, en: `Holiday (${name})` } : weekend
  return { zh: '当日工作时间已过', en: 'After working hours' }
}

const weekend: Words = { zh: '周末', en: 'Weekend' }
