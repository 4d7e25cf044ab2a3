import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { type Counts, countsOf, measureNames } from './measures.ts'
import { rateOf, rates } from './rates.ts'
import { gradeOf, scoreOf } from './score.ts'
import { grades, type SubjectName, subjectNames, subjectRow } from './subjects.ts'

const none = Object.fromEntries(measureNames.map((name) => [name, 0])) as Counts
const percent = (rate: Decimal | null) => rate?.times(100).toFixed(2, Decimal.ROUND_HALF_UP)

describe('the published month of Tianmen, December 2016', () => {
  const month: Counts = { ...none, closeDue: 972, closed: 911, closedInTime: 737, load: 996, patrolLoad: 953 }
  test.each([
    ['close', '93.72'],
    ['closeInTime', '75.82'],
    ['inspectorShare', '95.68'],
  ] as const)('%s is %s%%', (rate, published) => {
    expect(percent(rateOf(rate, month))).toBe(published)
  })
})

describe('the declared table', () => {
  test.each(subjectNames)('the weights of %s make one hundred', (name) => {
    expect(subjectRow(name).parts.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
  })
  test('every rate of a composite stands in the table of rates', () => {
    for (const name of subjectNames) {
      for (const part of subjectRow(name).parts) if ('rate' in part) expect(rates).toHaveProperty(part.rate)
    }
  })
  test.each([
    ['90', 'A'],
    ['89.995', 'A'],
    ['89.994', 'B'],
    ['75', 'B'],
    ['60', 'C'],
    ['40', 'D'],
    ['39.99', 'E'],
    ['0', 'E'],
  ])('%s is %s', (total, grade) => expect(gradeOf(new Decimal(total))).toBe(grade))
  test('every score has a grade', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10000 }), (n) =>
        grades.some(({ grade }) => grade === gradeOf(new Decimal(n).div(100))),
      ),
    )
  })
})

describe('the composites', () => {
  test('a duty unit: 10 for few matters, 30 each for closing, for time and for no rework', () => {
    const counts = { ...none, load: 60, handleDue: 50, handledInTime: 40, closeDue: 50, closed: 45, reworked: 5 }
    // 90 × 0.10 + 90 × 0.30 + 80 × 0.30 + 90 × 0.30
    expect(scoreOf('unit', counts, 1).total!.toFixed(2)).toBe('87.00')
  })
  test('an area: the more it closes, the higher it stands', () => {
    const counts = { ...none, load: 100, publicLoad: 20, closeDue: 80, closed: 60, closedInTime: 40 }
    // 80 × 0.10 + 90 × 0.20 + 75 × 0.30 + 50 × 0.40
    expect(scoreOf('area', counts, 1).total!.toFixed(2)).toBe('68.50')
    expect(scoreOf('area', { ...counts, closed: 61 }, 1).total!.gt(68.5)).toBe(true)
  })
  test('an inspector: problems that the public found first cost', () => {
    const counts = {
      ...none,
      reports: 100,
      validReports: 95,
      load: 120,
      publicLoad: 30,
      verifyDue: 10,
      verifyInTime: 9,
      checkDue: 20,
      checkInTime: 20,
    }
    // 95 × 0.40 + 75 × 0.20 + 90 × 0.20 + 100 × 0.20
    expect(scoreOf('inspector', counts, 1).total!.toFixed(2)).toBe('91.00')
    expect(scoreOf('inspector', { ...counts, publicLoad: 31 }, 1).total!.lt(91)).toBe(true)
  })
  test('an acceptor: sending to verify and sending to check are two rates, not one twice', () => {
    const counts = { ...none, accepted: 400, acceptDue: 10, acceptInTime: 10, checkSentDue: 10, checkSentInTime: 5 }
    expect(scoreOf('acceptor', counts, 1).total!.toFixed(2)).toBe('72.50') // 60 × .25 + 100 × .40 + 50 × .35
  })
  test('a duty chief: registering in time is not closing', () => {
    const counts = {
      ...none,
      registerDue: 10,
      registerInTime: 5,
      registered: 10,
      accurate: 10,
      closeStageDue: 10,
      closeStageInTime: 10,
    }
    expect(scoreOf('chief', counts, 1).total!.toFixed(2)).toBe('87.50') // 50 × .25 + 100 × .40 + 100 × .35
  })
  test('a dispatcher', () => {
    const counts = { ...none, dispatchDue: 600, dispatched: 600, dispatchInTime: 540, dispatchAccurate: 570 }
    expect(scoreOf('dispatcher', counts, 1).total!.toFixed(2)).toBe('89.00') // 75 × .20 + 90 × .40 + 95 × .40
  })
  test('a count is scored by its monthly average', () => {
    const counts = { ...none, load: 600, closeDue: 1, closed: 1, handleDue: 1, handledInTime: 1 }
    expect(scoreOf('unit', counts, 12).total!.toFixed(2)).toBe('100.00')
    expect(scoreOf('unit', counts, 1).total!.toFixed(2)).toBe('94.00')
  })
  test('who had nothing to do is not graded', () => {
    expect(scoreOf('unit', none, 1)).toMatchObject({ total: null, grade: null })
  })
  test('the weight of a part without a base goes to the others', () => {
    const counts = { ...none, registerDue: 10, registerInTime: 10, registered: 10, accurate: 5 }
    expect(scoreOf('chief', counts, 1).total!.toFixed(4)).toBe('69.2308') // (100 × 25 + 50 × 40) / 65
  })
})

describe('closing on time', () => {
  const asOf = 1_000
  const moment = fc.integer({ min: 0, max: asOf })
  const handling = fc
    .record({
      startedAt: moment,
      dueAt: fc.option(fc.integer({ min: 0, max: 2 * asOf })),
      firstDoneAt: fc.option(moment),
      stands: fc.boolean(),
      closed: fc.boolean(),
      reworks: fc.nat({ max: 2 }),
      cancelled: fc.boolean(),
      exempt: fc.boolean(),
      suspended: fc.boolean(),
      origin: fc.constantFrom('patrol', 'public', 'above'),
    })
    .map(({ stands, closed, reworks, ...rest }): Entry => {
      const handed = rest.firstDoneAt !== null
      const doneAt = handed && (stands || reworks === 0) ? rest.firstDoneAt : null
      return {
        ...rest,
        ...{ stage: 'handle', registered: true, redispatched: false, doneAt },
        ...{ closed: closed && doneAt !== null, reworks: handed ? reworks : 0 },
      }
    })

  const closedOnTime = (entry: Entry): Entry => {
    const doneAt = Math.min(entry.dueAt ?? asOf, asOf)
    return { ...entry, suspended: false, doneAt, firstDoneAt: entry.firstDoneAt ?? doneAt, closed: true }
  }

  test.each(['unit', 'area'] satisfies SubjectName[])('never lowers the score of a %s', (subject) => {
    fc.assert(
      fc.property(fc.array(handling, { minLength: 1, maxLength: 40 }), fc.nat(), (entries, pick) => {
        const open = entries.map((entry, at) => ({ entry, at })).filter(({ entry }) => !entry.closed)
        fc.pre(open.length > 0)
        const { at } = open[pick % open.length]!
        const after = entries.map((entry, place) => (place === at ? closedOnTime(entry) : entry))
        const [before, then] = [entries, after].map((all) => scoreOf(subject, countsOf(all, asOf), 1).total)
        return before === null || (then !== null && then!.gte(before!))
      }),
      { seed: 20180630, numRuns: 3_000 },
    )
  })

  test('a matter that is due later counts from the day it is done', () => {
    const open: Entry = {
      ...{ stage: 'handle', startedAt: 0, dueAt: 2_000, firstDoneAt: null, doneAt: null, registered: true },
      ...{ cancelled: false, closed: false, reworks: 0, redispatched: false, exempt: false, suspended: false },
      origin: 'patrol',
    }
    expect(countsOf([open], asOf)).toMatchObject({ handleDue: 0, closeDue: 0 })
    expect(countsOf([closedOnTime(open)], asOf)).toMatchObject({
      handleDue: 1,
      closeDue: 1,
      closed: 1,
      closedInTime: 1,
    })
    expect(countsOf([{ ...open, dueAt: 900 }], asOf)).toMatchObject({ closeDue: 1, overdueUndone: 1, closed: 0 })
    expect(countsOf([{ ...open, dueAt: 900, suspended: true }], asOf)).toMatchObject({ closeDue: 0 })
  })

  test('a granted appeal excuses the lateness', () => {
    const late: Entry = {
      ...{ stage: 'handle', startedAt: 0, dueAt: 500, firstDoneAt: 600, doneAt: 600, registered: true },
      ...{ cancelled: false, closed: true, reworks: 0, redispatched: false, exempt: false, suspended: false },
      origin: 'public',
    }
    expect(countsOf([late], asOf)).toMatchObject({ handledLate: 1, handledInTime: 0, closed: 1, closedInTime: 0 })
    expect(countsOf([{ ...late, exempt: true }], asOf)).toMatchObject({
      handledLate: 0,
      handledInTime: 1,
      closedInTime: 1,
    })
  })
})
