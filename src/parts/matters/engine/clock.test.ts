import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarFrom, officialCalendar } from '#kernel/calendar.ts'
import { addDays } from '#kernel/period.ts'
import {
  type Clock,
  clockKinds,
  dayAt,
  dayMs,
  deadline,
  hourMs,
  midnight,
  readings,
  type WorkingTime,
} from './clock.ts'

const usual: WorkingTime = {
  calendar: officialCalendar(),
  hours: [
    [8 * hourMs, 12 * hourMs],
    [14 * hourMs, 18 * hourMs],
  ],
}
const minute = 60_000

describe('deadlines of a summer', () => {
  // Working hours are 08:00–12:00 and 14:00–18:00. 29 April 2018 to 1 May is the holiday; Saturday the 28th is worked for it.
  const cases: [string, string, Clock['limit'], string][] = [
    [
      'nights count in urgent hours',
      '2018-06-29T23:00',
      { amount: 2, kind: 'urgent-hours', reading: 'rolling' },
      '2018-06-30T01:00',
    ],
    [
      'the midday break does not count',
      '2018-06-29T11:00',
      { amount: 2, kind: 'working-hours', reading: 'rolling' },
      '2018-06-29T15:00',
    ],
    [
      'an end at noon is noon',
      '2018-06-29T10:00',
      { amount: 2, kind: 'working-hours', reading: 'rolling' },
      '2018-06-29T12:00',
    ],
    [
      'a start at night counts from the morning',
      '2018-06-28T20:00',
      { amount: 1, kind: 'working-hours', reading: 'rolling' },
      '2018-06-29T09:00',
    ],
    [
      'a weekend does not count',
      '2018-06-29T17:00',
      { amount: 2, kind: 'working-hours', reading: 'rolling' },
      '2018-07-02T09:00',
    ],
    [
      'a make-up Saturday counts',
      '2018-04-27T17:00',
      { amount: 2, kind: 'working-hours', reading: 'rolling' },
      '2018-04-28T09:00',
    ],
    [
      'the holiday after it does not',
      '2018-04-28T17:00',
      { amount: 2, kind: 'working-hours', reading: 'rolling' },
      '2018-05-02T09:00',
    ],
    [
      'a working day is eight hours',
      '2018-06-28T10:00',
      { amount: 1, kind: 'working-days', reading: 'rolling' },
      '2018-06-29T10:00',
    ],
    [
      'or the end of the next working day',
      '2018-06-28T10:00',
      { amount: 1, kind: 'working-days', reading: 'end-of-day' },
      '2018-06-29T18:00',
    ],
    [
      'two working days over the holiday',
      '2018-04-27T10:00',
      { amount: 2, kind: 'working-days', reading: 'end-of-day' },
      '2018-05-02T18:00',
    ],
    [
      'calendar days run through',
      '2018-04-27T10:00',
      { amount: 3, kind: 'calendar-days', reading: 'rolling' },
      '2018-04-30T10:00',
    ],
    [
      'or to the end of the last',
      '2018-04-27T10:00',
      { amount: 3, kind: 'calendar-days', reading: 'end-of-day' },
      '2018-05-01T00:00',
    ],
  ]
  test.each(cases)('%s', (_name, start, limit, due) => {
    expect(shown(deadline({ limit, startedAt: moment(start), extensions: 0, pauses: [] }, usual)?.dueAt)).toBe(due)
  })

  test('a clock turns yellow at 80% of its own time', () => {
    const clock = {
      limit: { amount: 5, kind: 'working-hours', reading: 'rolling' } as const,
      extensions: 0,
      pauses: [],
    }
    expect(shown(deadline({ ...clock, startedAt: moment('2018-06-29T09:00') }, usual)?.warnAt)).toBe('2018-06-29T15:00')
  })

  test('a pause is left out, and an open one has no deadline', () => {
    const clock = { limit: { amount: 2, kind: 'working-hours', reading: 'rolling' } as const, extensions: 0 }
    const startedAt = moment('2018-06-29T09:00')
    const from = moment('2018-06-29T10:00')
    expect(deadline({ ...clock, startedAt, pauses: [[from, null]] }, usual)).toBeNull()
    const to = moment('2018-07-02T15:30')
    expect(shown(deadline({ ...clock, startedAt, pauses: [[from, to]] }, usual)?.dueAt)).toBe('2018-07-02T16:30')
  })

  test('a deadline that would run into a year without a calendar is refused, not guessed', () => {
    const years = officialCalendar().years
    const last = `${years.at(-1)}-12-30T10:00`
    const clock = (kind: 'working-days' | 'urgent-hours') =>
      deadline(
        { limit: { amount: 90, kind, reading: 'rolling' }, startedAt: moment(last), extensions: 0, pauses: [] },
        usual,
      )
    expect(() => clock('working-days')).toThrow('calendar/year-unknown')
    expect(clock('urgent-hours')).not.toBeNull()
  })
})

const arbitraryTime = fc
  .record({
    off: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
    hours: fc.constantFrom<WorkingTime['hours']>(
      usual.hours,
      [[9 * hourMs, 17 * hourMs + 30 * minute]],
      [
        [0, 6 * hourMs],
        [22 * hourMs, dayMs],
      ],
    ),
  })
  .map(({ off, hours }): WorkingTime => {
    const rows = off.map((n) => ({
      day: addDays('2018-04-20', n),
      kind: n % 2 === 0 ? ('off' as const) : ('work' as const),
      name: '本地',
    }))
    return { calendar: calendarFrom(rows, officialCalendar()), hours }
  })

const arbitraryClock = fc
  .record({
    start: fc.integer({ min: 0, max: 20 * 24 * 60 }),
    amount: fc.integer({ min: 1, max: 6 }),
    kind: fc.constantFrom(...clockKinds),
    reading: fc.constantFrom(...readings),
    extensions: fc.integer({ min: 0, max: 2 }),
    pauses: fc.array(fc.tuple(fc.integer({ min: 0, max: 5 * 24 * 60 }), fc.integer({ min: 1, max: 4 * 24 * 60 })), {
      maxLength: 2,
    }),
  })
  .map(({ start, pauses, amount, kind, reading, extensions }): Clock => {
    const startedAt = new Date(midnight('2018-04-20') + start * minute)
    let from = startedAt.getTime()
    const spans = pauses.map(([after, length]): [Date, Date] => {
      const begin = from + after * minute
      from = begin + length * minute
      return [new Date(begin), new Date(from)]
    })
    return { limit: { amount, kind, reading }, startedAt, extensions, pauses: spans }
  })

describe('clocks against a reference that counts minute by minute', () => {
  test('deadline and warning are the same', () => {
    fc.assert(
      fc.property(arbitraryClock, arbitraryTime, (clock, time) => {
        const found = deadline(clock, time)!
        const slow = minuteByMinute(clock, time)
        expect(shown(found.dueAt)).toBe(shown(slow.dueAt))
        expect(Math.abs(found.warnAt.getTime() - slow.warnAt.getTime())).toBeLessThanOrEqual(minute)
      }),
      { seed: 20180630, numRuns: 40 },
    )
  })

  test('a further pause or extension never brings a deadline forward, and the warning never follows it', () => {
    fc.assert(
      fc.property(arbitraryClock, arbitraryTime, (clock, time) => {
        const { dueAt, warnAt } = deadline(clock, time)!
        expect(warnAt <= dueAt && dueAt > clock.startedAt).toBe(true)
        expect(deadline({ ...clock, pauses: [] }, time)!.dueAt <= dueAt).toBe(true)
        expect(deadline({ ...clock, extensions: clock.extensions + 1 }, time)!.dueAt > dueAt).toBe(true)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

/** Looks at every minute on its own: does it count? When enough have, it is due. */
function minuteByMinute(clock: Clock, time: WorkingTime): { warnAt: Date; dueAt: Date } {
  const { amount, kind, reading } = clock.limit
  const wall = kind === 'urgent-hours' || kind === 'calendar-days'
  const slots = wall ? [[0, dayMs] as const] : time.hours
  const paused = (at: number) => clock.pauses.some(([from, to]) => from.getTime() <= at && at < to!.getTime())
  const worked = (at: number) => wall || time.calendar.isWorkday(dayAt(at))
  const within = (at: number) =>
    slots.some(([from, to]) => midnight(dayAt(at)) + from <= at && at < midnight(dayAt(at)) + to)
  const counts = (at: number) => !paused(at) && worked(at) && within(at)
  const walk = (minutes: number): Date => {
    let at = clock.startedAt.getTime()
    for (let left = minutes; left > 0; at += minute) if (counts(at)) left -= 1
    return new Date(at)
  }
  const perDay = slots.reduce((sum, [from, to]) => sum + (to - from) / minute, 0)
  const each = kind.endsWith('hours') ? 60 : kind === 'calendar-days' ? 24 * 60 : perDay
  const times = amount * (1 + clock.extensions)
  if (reading === 'rolling' || kind.endsWith('hours')) {
    return { warnAt: walk(Math.round(times * each * 0.8)), dueAt: walk(times * each) }
  }
  const end = slots.at(-1)![1]
  let day = dayAt(clock.startedAt.getTime())
  for (let left = times; left > 0; ) {
    day = addDays(day, 1)
    let free = true
    for (let at = midnight(day); at < midnight(day) + end; at += minute) if (paused(at)) free = false
    if (worked(midnight(day)) && free) left -= 1
  }
  const dueAt = new Date(midnight(day) + end)
  let total = 0
  for (let at = clock.startedAt.getTime(); at < dueAt.getTime(); at += minute) if (counts(at)) total += 1
  return { warnAt: walk(Math.round(total * 0.8)), dueAt }
}

function moment(text: string): Date {
  return new Date(`${text}:00+08:00`)
}

/** A moment as a clock on a wall in Shanghai shows it. */
function shown(at: Date | undefined): string | undefined {
  return at && new Date(at.getTime() + 8 * hourMs).toISOString().slice(0, 16)
}
