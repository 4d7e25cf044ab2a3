import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officialCalendar } from '#kernel/calendar.ts'
import { type Clock, clockKinds, deadline, type WorkingTime } from '../engine/clock.ts'
import { clockLines } from './clock-lines.ts'

const hour = 3_600_000
const time: WorkingTime = {
  calendar: officialCalendar(),
  hours: [
    [8 * hour, 12 * hour],
    [14 * hour, 18 * hour],
  ],
}
const at = (said: string) => new Date(`${said}+08:00`)
const clock = (
  amount: number,
  kind: Clock['limit']['kind'],
  reading: Clock['limit']['reading'],
  start: string,
): Clock => ({
  ...{ limit: { amount, kind, reading }, startedAt: at(start), extensions: 0, pauses: [] },
})
const lines = (one: Clock) =>
  clockLines(one, time, deadline(one, time)!.dueAt).map(({ counted, total, why }) => [why.zh, counted, total])

describe('a deadline line by line', () => {
  test('four working hours over a weekend: the days off stand in one line', () => {
    expect(lines(clock(4, 'working-hours', 'rolling', '2018-06-29T16:30'))).toEqual([
      ['工作日', 90, 90],
      ['周末', 0, 90],
      ['工作日', 150, 240],
    ])
  })

  test('a make-up working day counts and says so, a holiday does not', () => {
    // 端午 2018: 16–18 June off; 国庆: 1–7 October off, 29 and 30 September worked.
    expect(lines(clock(1, 'working-days', 'rolling', '2018-06-15T14:00')).map(([why]) => why)).toEqual([
      '工作日',
      '周末',
      '端午放假',
      '工作日',
    ])
    expect(lines(clock(1, 'working-days', 'end-of-day', '2018-09-28T10:00'))).toEqual([
      ['起算当日不计', 0, 0],
      ['国庆节调休上班', 1, 1],
    ])
  })

  test('urgent hours run through the night', () => {
    expect(lines(clock(6, 'urgent-hours', 'rolling', '2018-06-30T21:00'))).toEqual([
      ['紧急工作时，昼夜连续计', 180, 180],
      ['紧急工作时，昼夜连续计', 180, 360],
    ])
  })

  test('what counts comes to the limit, and the stretches lie end to end, whatever clock it is', () => {
    const minutes = { 'urgent-hours': 60, 'working-hours': 60, 'working-days': 480, 'calendar-days': 1440 }
    const anyClock = fc.record({
      amount: fc.integer({ min: 1, max: 20 }),
      kind: fc.constantFrom(...clockKinds),
      reading: fc.constantFrom('rolling' as const, 'end-of-day' as const),
      start: fc.integer({ min: Date.parse('2018-01-01'), max: Date.parse('2018-10-01') }),
      pause: fc.option(fc.tuple(fc.nat(5 * 24 * 60), fc.integer({ min: 1, max: 20 * 24 * 60 }))),
    })
    fc.assert(
      fc.property(anyClock, ({ amount, kind, reading, start, pause }) => {
        const startedAt = new Date(start - (start % 60_000))
        const from = new Date(startedAt.getTime() + (pause?.[0] ?? 0) * 60_000)
        const pauses: Clock['pauses'] = pause ? [[from, new Date(from.getTime() + pause[1] * 60_000)]] : []
        const one = { limit: { amount, kind, reading }, startedAt, extensions: 0, pauses }
        const { dueAt } = deadline(one, time)!
        const told = clockLines(one, time, dueAt)
        const byDays = reading === 'end-of-day' && kind.endsWith('days')
        expect(told.at(-1)?.total).toBeCloseTo(byDays ? amount : amount * minutes[kind], 6)
        expect(told.reduce((sum, { counted }) => sum + counted, 0)).toBeCloseTo(told.at(-1)!.total, 6)
        for (const [nth, { from: begin }] of told.slice(1).entries())
          expect(begin.getTime()).toBeGreaterThanOrEqual(told[nth]!.to.getTime())
        expect(told.at(-1)!.to).toEqual(dueAt)
      }),
      { seed: 20180630, numRuns: 500 },
    )
  })
})
