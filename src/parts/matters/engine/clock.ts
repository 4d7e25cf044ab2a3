import type { Calendar } from '#kernel/calendar.ts'
import { addDays, type Day } from '#kernel/period.ts'

/** 紧急工作时, 工作时, 工作日, 自然日. */
export const clockKinds = ['urgent-hours', 'working-hours', 'working-days', 'calendar-days'] as const
export type ClockKind = (typeof clockKinds)[number]

/** A limit of days either runs hour by hour (rolling), or ends with the n-th day after the one it began on. */
export const readings = ['rolling', 'end-of-day'] as const
export type Reading = (typeof readings)[number]

export interface Limit {
  amount: number
  kind: ClockKind
  reading: Reading
}

/** When the zone works: its calendar, and the hours of a working day in milliseconds after midnight in Shanghai. */
export interface WorkingTime {
  calendar: Calendar
  hours: readonly (readonly [number, number])[]
}

/** A clock as it was set; the last pause is open while it stands still. */
export interface Clock {
  limit: Limit
  startedAt: Date
  /** each adds the limit once more */
  extensions: number
  pauses: readonly (readonly [Date, Date | null])[]
}

export interface Deadline {
  warnAt: Date
  dueAt: Date
}

export const dayMs = 86_400_000
export const hourMs = 3_600_000
const shanghai = 8 * hourMs
/** Share of the limit after which a clock turns yellow. */
const warning = 0.8

/** The moment of Shanghai's midnight that begins a day. */
export const midnight = (day: Day): number => Date.parse(day) - shanghai
export const dayAt = (moment: number): Day => new Date(moment + shanghai).toISOString().slice(0, 10)

/**
 * When a clock has used 80% and 100% of its limit; null while it stands still. Time outside its kind and inside a pause does not count; a
 * start outside working hours counts from the next working hour. Refuses `calendar/year-unknown` where it would have to guess.
 */
export function deadline(clock: Clock, time: WorkingTime): Deadline | null {
  if (clock.pauses.some(([, to]) => to === null)) return null
  const { limit } = clock
  const rolling = limit.reading === 'rolling' || limit.kind.endsWith('hours')
  if (rolling) {
    const total = Math.round(limit.amount * unitOf(limit.kind, time)) * (1 + clock.extensions)
    return { warnAt: usedUp(clock, time, Math.round(total * warning)), dueAt: usedUp(clock, time, total) }
  }
  const dueAt = endOfDay(clock, time)
  const total = countedUntil(clock, time, dueAt)
  return { warnAt: usedUp(clock, time, Math.round(total * warning)), dueAt }
}

/** Milliseconds of a clock's own kind between its start and a moment, pauses left out. */
export function countedUntil(clock: Clock, time: WorkingTime, until: Date): number {
  let sum = 0
  for (const [from, to] of counted(clock, time)) {
    if (from >= until.getTime()) break
    sum += Math.min(to, until.getTime()) - from
  }
  return sum
}

/** Stretches that count on one day, for this clock: `[from, to)` in milliseconds, after its start and outside its pauses. */
export function countedOn(clock: Clock, time: WorkingTime, day: Day): [number, number][] {
  const start = clock.startedAt.getTime()
  const zero = midnight(day)
  const whole = clock.limit.kind === 'urgent-hours' || clock.limit.kind === 'calendar-days'
  const slots = whole ? allDay : time.calendar.isWorkday(day) ? time.hours : []
  let open = slots.map(([from, to]): [number, number] => [Math.max(zero + from, start), zero + to])
  for (const [from, to] of clock.pauses) {
    open = open.flatMap((slot) => without(slot, from.getTime(), to?.getTime() ?? Number.POSITIVE_INFINITY))
  }
  return open.filter(([from, to]) => from < to)
}

const allDay: readonly (readonly [number, number])[] = [[0, dayMs]]

function without([from, to]: [number, number], start: number, end: number): [number, number][] {
  if (end <= from || start >= to) return [[from, to]]
  return [
    [from, Math.min(to, start)],
    [Math.max(from, end), to],
  ]
}

function* counted(clock: Clock, time: WorkingTime): Generator<[number, number]> {
  for (let day = dayAt(clock.startedAt.getTime()); ; day = addDays(day, 1)) yield* countedOn(clock, time, day)
}

function usedUp(clock: Clock, time: WorkingTime, total: number): Date {
  let left = total
  for (const [from, to] of counted(clock, time)) {
    if (to - from >= left) return new Date(from + left)
    left -= to - from
  }
  throw new Error('a clock runs for ever')
}

/** End of the n-th day after the start's that counts; a day that a pause touches does not. */
function endOfDay(clock: Clock, time: WorkingTime): Date {
  const working = clock.limit.kind === 'working-days'
  const end = working ? time.hours.at(-1)![1] : dayMs
  let day = dayAt(clock.startedAt.getTime())
  for (let left = Math.ceil(clock.limit.amount) * (1 + clock.extensions); left > 0; ) {
    day = addDays(day, 1)
    if (working && !time.calendar.isWorkday(day)) continue
    if (!touched(clock, midnight(day), midnight(day) + end)) left -= 1
  }
  return new Date(midnight(day) + end)
}

function touched(clock: Clock, from: number, to: number): boolean {
  return clock.pauses.some(([start, end]) => start.getTime() < to && (end?.getTime() ?? to) > from)
}

function unitOf(kind: ClockKind, time: WorkingTime): number {
  if (kind === 'calendar-days') return dayMs
  return kind === 'working-days' ? time.hours.reduce((sum, [from, to]) => sum + to - from, 0) : hourMs
}
