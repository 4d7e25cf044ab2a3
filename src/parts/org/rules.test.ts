import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#kernel/period.ts'
import { Refusal } from '#kernel/refusal.ts'
import {
  checkClosing,
  checkOpening,
  type Lifetime,
  latestParents,
  moveOf,
  type Place,
  parentsOn,
  pathUp,
  unitsBelow,
} from './rules.ts'

const place = (unit: string, parent: string | null, from: Day, to: Day | null = null): Place => ({
  ...{ unit, parent, from, to },
})
const life = (code: string, opened: Day, closed: Day | null = null): Lifetime => ({ code, opened, closed })

/** The community moved from the second office to the fifth on 1 July 2017; another was closed in October. */
const places = [
  place('ZONE', null, '1993-04-01'),
  place('OFFICE-2', 'ZONE', '2002-07-01'),
  place('OFFICE-5', 'ZONE', '2012-09-01'),
  place('C-206', 'OFFICE-2', '2003-09-01', '2017-07-01'),
  place('C-206', 'OFFICE-5', '2017-07-01'),
  place('C-305', 'OFFICE-2', '2007-03-01', '2017-10-01'),
]

describe('the tree on a day', () => {
  test.each([
    ['2003-08-31', undefined],
    ['2003-09-01', 'OFFICE-2'],
    ['2017-06-30', 'OFFICE-2'],
    ['2017-07-01', 'OFFICE-5'],
    ['2030-01-01', 'OFFICE-5'],
  ])('on %s the community stands below %s', (on, parent) => {
    expect(parentsOn(places, on).get('C-206')).toBe(parent)
  })

  test('a figure of 2016 and one of 2018 count different units', () => {
    expect([...unitsBelow(parentsOn(places, '2016-12-31'), ['OFFICE-2'])].sort()).toEqual([
      'C-206',
      'C-305',
      'OFFICE-2',
    ])
    expect([...unitsBelow(parentsOn(places, '2018-06-30'), ['OFFICE-2'])]).toEqual(['OFFICE-2'])
    expect([...unitsBelow(parentsOn(places, '2018-06-30'), ['NOWHERE'])]).toEqual([])
  })

  test('the latest tree keeps closed units where they stood last', () => {
    const latest = latestParents(places, '2018-06-30')
    expect(latest.get('C-305')).toBe('OFFICE-2')
    expect(latest.get('C-206')).toBe('OFFICE-5')
    expect(latestParents(places, '2017-06-30').get('C-206')).toBe('OFFICE-2')
    expect(latestParents(places, '1990-01-01').get('OFFICE-5')).toBe('ZONE')
  })

  test('a path leads up to the root', () => {
    expect(pathUp(parentsOn(places, '2018-01-01'), 'C-206')).toEqual(['C-206', 'OFFICE-5', 'ZONE'])
    expect(pathUp(parentsOn(places, '2018-01-01'), 'C-305')).toEqual([])
  })
})

describe('a move', () => {
  const move = (unit: string, parent: Lifetime, on: Day) => moveOf(places, life(unit, '2002-07-01'), parent, on)

  test('ends the place held and opens another', () => {
    expect(move('C-206', life('OFFICE-2', '2002-07-01'), '2018-01-01')).toEqual({
      ends: place('C-206', 'OFFICE-5', '2017-07-01', '2018-01-01'),
      opens: place('C-206', 'OFFICE-2', '2018-01-01'),
      replaces: false,
    })
  })

  test('on the day of the last move writes that move anew', () => {
    expect(move('C-206', life('OFFICE-2', '2002-07-01'), '2017-07-01')?.replaces).toBe(true)
  })

  test('to where it stands already is none', () => {
    expect(move('C-206', life('OFFICE-5', '2012-09-01'), '2018-01-01')).toBeNull()
  })

  const refused: [string, string, Lifetime, Day][] = [
    ['org/root-stays', 'ZONE', life('OFFICE-2', '2002-07-01'), '2018-01-01'],
    ['org/move-too-early', 'C-206', life('OFFICE-2', '2002-07-01'), '2017-06-30'],
    ['org/unit-cycle', 'OFFICE-5', life('C-206', '2003-09-01'), '2018-01-01'],
    ['org/unit-cycle', 'OFFICE-5', life('OFFICE-5', '2012-09-01'), '2018-01-01'],
    ['org/parent-closed', 'OFFICE-5', life('C-305', '2007-03-01', '2017-10-01'), '2018-01-01'],
    ['org/parent-not-open', 'OFFICE-5', life('OFFICE-7', '2019-01-01'), '2018-01-01'],
  ]
  test.each(refused)('is refused %s for %s', (code, unit, parent, on) => {
    expect(refusalOf(() => move(unit, parent, on))).toBe(code)
  })

  test('that makes a cycle only later, by a move already on record, is refused', () => {
    const planned = [
      place('ZONE', null, '2000-01-01'),
      place('A', 'ZONE', '2000-01-01'),
      place('B', 'ZONE', '2000-01-01', '2020-01-01'),
      place('B', 'A', '2020-01-01'),
    ]
    const asked = () => moveOf(planned, life('A', '2000-01-01'), life('B', '2000-01-01'), '2019-01-01')
    expect(refusalOf(asked)).toBe('org/unit-cycle')
  })
})

describe('opening and closing', () => {
  const zone = life('ZONE', '1993-04-01')
  const opening: [string | null, Lifetime, Lifetime][] = [
    [null, zone, life('N', '1993-04-01')],
    ['org/parent-not-open', zone, life('N', '1993-03-31')],
    ['org/parent-closed', life('P', '2000-01-01', '2010-01-01'), life('N', '2005-01-01')],
    [null, life('P', '2000-01-01', '2010-01-01'), life('N', '2005-01-01', '2010-01-01')],
    ['org/closed-before-open', zone, life('N', '2005-01-01', '2005-01-01')],
  ]
  test.each(opening)('opening: %s', (code, parent, unit) => {
    expect(refusalOf(() => checkOpening(parent, unit))).toBe(code)
  })

  const closing: [string | null, string, Day][] = [
    ['org/units-remain', 'OFFICE-2', '2017-09-30'],
    [null, 'OFFICE-2', '2017-10-01'],
    ['org/units-remain', 'OFFICE-5', '2018-01-01'],
    ['org/move-too-early', 'C-206', '2017-07-01'],
    [null, 'C-206', '2017-07-02'],
    ['org/root-stays', 'ZONE', '2018-01-01'],
    ['org/closed-before-open', 'C-206', '2002-07-01'],
  ]
  test.each(closing)('closing: %s for %s on %s', (code, unit, on) => {
    expect(refusalOf(() => checkClosing(places, life(unit, '2002-07-01'), on))).toBe(code)
  })
})

/** Deeds on a small zone, told in days after the start; whatever the rules refuse is passed over. */
const deeds = fc.array(
  fc.record({
    kind: fc.constantFrom('move', 'move', 'move', 'close'),
    unit: fc.integer({ min: 1, max: 7 }),
    parent: fc.integer({ min: 0, max: 7 }),
    day: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 25 },
)
const start = '2018-01-01'
const span = 32

test('after any history the tree of every day is the one a day book would show, without a cycle', () => {
  fc.assert(
    fc.property(deeds, (asked) => {
      const { kept, book } = livedThrough(asked)
      for (let day = 0; day < span; day += 1) {
        const tree = parentsOn(kept, addDays(start, day))
        expect(Object.fromEntries(tree)).toEqual(Object.fromEntries(book[day]!))
        const units = [...tree.keys()]
        expect(units.filter((unit) => pathUp(tree, unit).at(-1) !== 'U0')).toEqual([])
        expect(units.map((unit) => [...unitsBelow(tree, [unit])].sort())).toEqual(
          units.map((unit) => belowSlowly(book[day]!, unit).sort()),
        )
      }
    }),
    { seed: 20180630, numRuns: 60 },
  )
})

/** The rules' places beside a book with one page a day, on which each deed is written to every page from its day on. */
function livedThrough(asked: { kind: string; unit: number; parent: number; day: number }[]) {
  const codes = Array.from({ length: 8 }, (_, at) => `U${at}`)
  const lives = new Map(codes.map((code) => [code, life(code, start)]))
  let kept = codes.map((code) => place(code, code === 'U0' ? null : 'U0', start))
  const book = Array.from({ length: span }, () => new Map(kept.map((row) => [row.unit, row.parent])))
  for (const { kind, unit, parent, day } of asked) {
    const [self, above, on] = [lives.get(`U${unit}`)!, lives.get(`U${parent}`)!, addDays(start, day)]
    const done = allowed(() => {
      if (self.closed !== null) throw new Refusal('org/unit-closed')
      if (kind === 'close') {
        checkClosing(kept, self, on)
        lives.set(self.code, { ...self, closed: on })
        kept = kept.map((row) => (row.unit === self.code && row.to === null ? { ...row, to: on } : row))
        return
      }
      const move = moveOf(kept, self, above, on)
      if (!move) return
      const held = (row: Place) => row.unit === self.code && row.from === move.ends.from
      kept = kept.flatMap((row) => (held(row) ? (move.replaces ? [] : [move.ends]) : [row]))
      kept.push(move.opens)
    })
    if (!done) continue
    for (const page of book.slice(day)) kind === 'close' ? page.delete(self.code) : page.set(self.code, above.code)
  }
  return { kept, book }
}

function belowSlowly(page: ReadonlyMap<string, string | null>, root: string): string[] {
  const isBelow = (unit: string | null | undefined): boolean => unit === root || (!!unit && isBelow(page.get(unit)))
  return [...page.keys()].filter(isBelow)
}

function allowed(deed: () => void): boolean {
  return refusalOf(deed) === null
}

function refusalOf(deed: () => unknown): string | null {
  try {
    deed()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
