import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ladder, reachedAt, rungsReached } from './ladder.ts'

const at = (hour: number) => new Date(Date.parse('2018-06-01T00:00:00Z') + hour * 3_600_000)
const clock = { startedAt: at(0), warnAt: at(8), dueAt: at(10) }

describe('the ladder', () => {
  test.each([
    [7.9, []],
    [8, [1]],
    [10, [1, 2]],
    [14.9, [1, 2]],
    [15, [1, 2, 3]],
    [20, [1, 2, 3, 4]],
  ])('%s hours into a limit of ten', (hour, rungs) => {
    expect(rungsReached(clock, at(hour)).map(({ rung }) => rung)).toEqual(rungs)
  })

  test('a later rung is never reached before an earlier one', () => {
    const hour = fc.integer({ min: 1, max: 500 })
    fc.assert(
      fc.property(hour, hour, (warn, more) => {
        const running = { startedAt: at(0), warnAt: at(warn), dueAt: at(warn + more) }
        const moments = ladder.map((rung) => reachedAt(running, rung).getTime())
        return moments.every((moment, place) => place === 0 || moment >= moments[place - 1]!)
      }),
      { seed: 7 },
    )
  })
})
