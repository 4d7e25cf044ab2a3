import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, type CalendarRow, calendarFrom, officialCalendar, springFestival } from './calendar.ts'
import { addDays, type Day, daysIn, parsePeriod } from './period.ts'

fc.configureGlobal({ seed: 2018 })

const calendar = officialCalendar()
const days = fc.integer({ min: 0, max: 7600 }).map((n) => addDays('2004-10-01', n))

describe('the official calendar', () => {
  test('has the years 2004 to 2026 and says so in its version', () => {
    expect([calendar.years[0], calendar.years.at(-1), calendar.years.length]).toEqual([2004, 2026, 23])
    expect(calendar.version).toBe('cn-2004-2026')
  })

  test.each<[Day, boolean, string | null]>([
    ['2018-02-11', true, '春节调休上班'],
    ['2018-02-15', false, '春节'],
    ['2018-06-18', false, '端午'],
    ['2018-06-28', true, null],
    ['2018-06-30', false, null],
    ['2018-12-29', true, '元旦调休上班'],
    ['2018-12-31', false, '元旦'],
    ['2026-10-08', true, null],
    ['2026-10-10', true, '国庆节调休上班'],
  ])('%s is worked: %s (%s)', (day, worked, name) => {
    expect([calendar.isWorkday(day), calendar.nameOf(day)]).toEqual([worked, name])
  })

  test.each([
    [2018, 18, 7],
    [2026, 19, 6],
  ])('%i has %i weekdays off and %i make-up days', (year, off, made) => {
    const all = Array.from({ length: daysIn(parsePeriod(`${year}`)) }, (_, i) => addDays(`${year}-01-01`, i))
    const weekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
    expect(all.filter((day) => !weekend(day) && !calendar.isWorkday(day)).length).toBe(off)
    expect(all.filter((day) => weekend(day) && calendar.isWorkday(day)).length).toBe(made)
  })

  test.each(['2027-10-01', '2003-12-31', '2018-02-30', '2018-2-3', ''])('never guesses about %j', (day) => {
    const code = day.startsWith('20') && !day.startsWith('2018') ? 'calendar/year-unknown' : 'calendar/day-unreadable'
    const refused = expect.objectContaining({ code })
    expect(() => calendar.isWorkday(day)).toThrow(refused)
    expect(() => calendar.nameOf(day)).toThrow(refused)
    expect(() => calendar.addWorkdays(day, 1)).toThrow(refused)
    expect(() => calendar.workdaysBetween(day, day)).toThrow(refused)
  })

  test('a deadline that runs past its last year is refused', () => {
    expect(calendar.addWorkdays('2026-12-30', 1)).toBe('2026-12-31')
    expect(() => calendar.addWorkdays('2026-12-30', 2)).toThrow(
      expect.objectContaining({ code: 'calendar/year-unknown', details: { year: 2027, first: 2004, last: 2026 } }),
    )
  })
})

describe('working days', () => {
  test.each<[Day, number, Day]>([
    ['2026-09-29', 3, '2026-10-09'],
    ['2018-02-14', 1, '2018-02-22'],
    ['2018-02-10', 1, '2018-02-11'],
    ['2018-06-29', 1, '2018-07-02'],
    ['2018-07-02', -1, '2018-06-29'],
    ['2018-06-30', 0, '2018-07-02'],
    ['2018-06-28', 0, '2018-06-28'],
  ])('%s and %i is %s', (day, n, found) => {
    expect(calendar.addWorkdays(day, n)).toBe(found)
  })

  test('agree with counting day by day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40, max: 40 }), (day, n) => {
        const found = calendar.addWorkdays(day, n)
        expect(found).toBe(slowly(calendar, day, n))
        expect(calendar.isWorkday(found)).toBe(true)
        if (n !== 0) expect(calendar.workdaysBetween(day, found)).toBe(n)
      }),
    )
  })

  test('come whole', () => {
    expect(() => calendar.addWorkdays('2018-06-28', 1.5)).toThrow(RangeError)
  })
})

function slowly(of: Calendar, day: Day, n: number): Day {
  const ahead = Array.from({ length: 120 }, (_, i) => addDays(day, n < 0 ? -i : i))
  const worked = ahead.filter((each, i) => of.isWorkday(each) && (n === 0 || i > 0))
  return worked[n === 0 ? 0 : Math.abs(n) - 1]!
}

describe("a zone's own rows", () => {
  const closed: CalendarRow = { day: '2018-06-28', kind: 'off', name: '园区停电检修' }
  const year2027: CalendarRow[] = [
    { day: '2027-01-01', kind: 'off', name: '元旦' },
    { day: '2027-02-06', kind: 'off', name: '春节' },
    { day: '2027-10-01', kind: 'off', name: '国庆节' },
    { day: '2027-10-09', kind: 'work', name: '国庆节调休上班' },
  ]

  test('lie over the official days', () => {
    const own = calendarFrom([closed, { day: '2018-06-30', kind: 'work', name: '补班' }], calendar)
    expect([own.isWorkday('2018-06-28'), own.nameOf('2018-06-28')]).toEqual([false, '园区停电检修'])
    expect([own.isWorkday('2018-06-30'), own.nameOf('2018-06-30')]).toEqual([true, '补班'])
    expect([own.isWorkday('2018-02-11'), own.nameOf('2018-02-15')]).toEqual([true, '春节'])
    expect(own.addWorkdays('2018-06-27', 1)).toBe('2018-06-29')
    expect(calendar.isWorkday('2018-06-28')).toBe(true)
  })

  test('make a new year known once they hold its festivals', () => {
    const own = calendarFrom(year2027, calendar)
    expect(own.years.at(-1)).toBe(2027)
    expect(own.isWorkday('2027-10-01')).toBe(false)
    expect(own.isWorkday('2027-10-09')).toBe(true)
    expect([own.isWorkday('2027-06-28'), own.isWorkday('2027-06-27'), own.nameOf('2027-06-28')]).toEqual([
      true,
      false,
      null,
    ])
    expect(own.addWorkdays('2026-12-31', 1)).toBe('2027-01-04')
    expect(() => own.isWorkday('2028-01-04')).toThrow(expect.objectContaining({ code: 'calendar/year-unknown' }))
  })

  test('are refused when a year is incomplete, a day comes twice or does not exist', () => {
    expect(() => calendarFrom(year2027.slice(0, 1), calendar)).toThrow(
      expect.objectContaining({
        code: 'calendar/year-incomplete',
        details: { year: 2027, missing: ['2027-02-06', '2027-10-01'] },
      }),
    )
    expect(() => calendarFrom([closed, closed], calendar)).toThrow(
      expect.objectContaining({ code: 'calendar/day-twice' }),
    )
    expect(() => calendarFrom([{ ...closed, day: '2018-06-31' }], calendar)).toThrow(
      expect.objectContaining({ code: 'calendar/day-unreadable' }),
    )
  })

  test('name their version by content: order does not matter, any change does', () => {
    const version = (rows: CalendarRow[]) => calendarFrom(rows, calendar).version
    expect(version([...year2027].reverse())).toBe(version(year2027))
    expect(version([closed])).not.toBe(version([{ ...closed, kind: 'work' }]))
    expect(version([])).toBe('cn-2004-2026')
  })
})

describe('the Spring Festival', () => {
  test.each([
    [1990, '1990-01-27'],
    [2018, '2018-02-16'],
    [2019, '2019-02-05'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2030, '2030-02-03'],
    [2033, '2033-01-31'],
    [2050, '2050-01-23'],
  ])('of %i is %s', (year, day) => {
    expect(springFestival(year)).toBe(day)
  })

  test('is a day of the official holiday in every year there is data for', () => {
    for (const year of calendar.years) expect(calendar.nameOf(springFestival(year))).toContain('春节')
  })

  test("agrees with ICU's Chinese calendar but for the two years ICU has wrong", () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
    const isNewYear = (day: Day) => chinese.format(new Date(`${day}T00:00:00Z`)).startsWith('1/1')
    const years = Array.from({ length: 61 }, (_, i) => 1990 + i)
    expect(years.filter((year) => !isNewYear(springFestival(year)))).toEqual([2027, 2030])
  })

  test('is refused outside 1990 to 2050', () => {
    for (const year of [1989, 2051, 2018.5]) {
      expect(() => springFestival(year)).toThrow(expect.objectContaining({ code: 'calendar/spring-festival-unknown' }))
    }
  })
})
