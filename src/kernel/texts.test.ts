import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import { type CalendarRow, calendarFrom, officialCalendar, springFestival } from './calendar.ts'
import { parseDecimal } from './decimal.ts'
import { say } from './i18n/words.ts'
import { monthsOf, parsePeriod, toDate } from './period.ts'
import { Refusal } from './refusal.ts'
import { kernelRefusals } from './texts.ts'
import { convert, unitOf } from './units.ts'

const row: CalendarRow = { day: '2018-06-28', kind: 'off', name: '停电检修' }
const calendar = officialCalendar()
const deeds: Record<string, () => unknown> = {
  'decimal/unreadable': () => parseDecimal('331亿'),
  'unit/unknown': () => unitOf('万平米'),
  'unit/mismatch': () => convert(new Decimal(1), '亿元', '亿美元'),
  'period/unreadable': () => parsePeriod('2018-02-30'),
  'period/not-begun': () => toDate(parsePeriod('2018-H2'), '2018-06-30'),
  'period/not-months': () => monthsOf(parsePeriod('2018-01-01/2018-06-28')),
  'calendar/year-unknown': () => calendar.isWorkday('2027-10-01'),
  'calendar/year-incomplete': () => calendarFrom([{ ...row, day: '2027-06-28' }], calendar),
  'calendar/day-twice': () => calendarFrom([row, row], calendar),
  'calendar/day-unreadable': () => calendar.isWorkday('2018-06-31'),
  'calendar/spring-festival-unknown': () => springFestival(2051),
}

test('every refusal of these modules is tried here', () => {
  expect(Object.keys(deeds).sort()).toEqual(Object.keys(kernelRefusals).sort())
})

test.each(Object.entries(deeds))('%s says what is wrong and what to do, with every detail filled in', (code, deed) => {
  const refusal = refusalOf(deed)
  expect(refusal.code).toBe(code)
  const { problem, cure } = kernelRefusals[code]!
  for (const words of [problem, cure]) {
    expect(say(words, 'zh', refusal.details)).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*$/)
    expect(say(words, 'en', refusal.details)).toMatch(/^[^{}]*[a-z][^{}]*$/)
  }
})

function refusalOf(deed: () => unknown): Refusal {
  try {
    deed()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was not refused')
}
