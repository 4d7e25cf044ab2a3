import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officialCalendar } from '#kernel/calendar.ts'
import { Refusal } from '#kernel/refusal.ts'
import { hourMs } from './clock.ts'
import type { Course, Move, Rules } from './course.ts'
import type { DeedName, Said } from './deed-shapes.ts'
import { deeds } from './deeds.ts'
import { advance, begin } from './machine.ts'
import { running } from './passages.ts'
import { isPossible } from './possible.ts'
import { endStates, type Inflow, stageOf } from './states.ts'

const rules: Rules = {
  id: 1,
  time: {
    calendar: officialCalendar(),
    hours: [
      [8 * hourMs, 12 * hourMs],
      [14 * hourMs, 18 * hourMs],
    ],
  },
  desks: { supervision: 'SUPERVISION', command: 'COMMAND' },
  limits: { check: { amount: 2, kind: 'working-hours', reading: 'rolling' } },
  standard: (id) =>
    id === 1 ? { id, category: 'E0304', limit: { amount: 2, kind: 'working-hours', reading: 'rolling' } } : undefined,
}

type Line = [time: string, by: string, said: Said]

const at = (time: string) => new Date(`${time.length === 5 ? `2018-07-02T${time}` : time}:00+08:00`)
const play = (course: Course, lines: readonly Line[]) =>
  lines.reduce((now, [time, by, said]) => advance(now, { ...said, at: at(time), by } as Move, rules), course)
const patrol = (inflow: Inflow = 'patrol') =>
  begin({ inflow, category: 'E0304', at: at('09:00'), by: 'inspector' }, rules)

const toHandling: Line[] = [
  ['09:10', 'chief', { deed: 'register', standard: 1 }],
  ['09:20', 'dispatcher', { deed: 'dispatch', unit: 'CITY' }],
  ['09:30', 'handler', { deed: 'accept' }],
]
const toCheck: Line[] = [
  ...toHandling,
  ['11:00', 'handler', { deed: 'hand-back', words: '已覆盖' }],
  ['11:10', 'dispatcher', { deed: 'confirm' }],
]
const toClosed: Line[] = [
  ...toCheck,
  ['11:30', 'inspector', { deed: 'check', passed: true, words: '属实' }],
  ['11:40', 'chief', { deed: 'close', words: '结案' }],
]
const due = (course: Course) => running(course)?.dueAt?.toISOString()
const refused = (course: Course, line: Line) => {
  try {
    play(course, [line])
  } catch (problem) {
    return problem instanceof Refusal ? problem.code : problem
  }
  return undefined
}

describe('returns', () => {
  test('a unit returns with a reason: the desk has it back, and another unit gets a clock of its own', () => {
    const back = play(patrol(), [...toHandling, ['09:40', 'handler', { deed: 'return', reason: '不属本单位职责' }]])
    expect(back).toMatchObject({ state: 'pending-dispatch', aside: 'returned', liesWith: 'COMMAND', returned: 1 })
    const again = play(back, [['10:00', 'dispatcher', { deed: 'dispatch', unit: 'CONSTRUCTION' }]])
    expect(again).toMatchObject({ dutyUnit: 'CONSTRUCTION', aside: null })
    expect(due(again)).toBe(at('12:00').toISOString())
    expect(again.stages.filter(({ stage }) => stage === 'handle').map(({ outcome }) => outcome)).toEqual([
      'returned',
      null,
    ])
  })

  test('who is named has to let go before another returns it', () => {
    const named = play(patrol(), [...toHandling, ['09:35', 'handler', { deed: 'assign', person: 'worker' }]])
    expect(refused(named, ['09:40', 'handler', { deed: 'return', reason: '不归我' }])).toBe('matters/still-assigned')
    expect(refused(named, ['09:40', 'worker', { deed: 'return', reason: '不归我' }])).toBeUndefined()
  })

  test('a hand-back that the desk does not confirm leaves the clock running as if it had never been', () => {
    const handling = play(patrol(), toHandling)
    const sent = play(patrol(), [
      ...toHandling,
      ['10:00', 'handler', { deed: 'hand-back', words: '好了' }],
      ['11:30', 'dispatcher', { deed: 'return', reason: '缺处置后照片' }],
    ])
    expect(sent).toMatchObject({ state: 'handling', aside: 'returned', liesWith: 'CITY', overdue: true })
    expect(due(sent)).toBe(due(handling))
  })

  test('a failed check sends it back with a limit anew and counts as rework', () => {
    const failed = play(patrol(), [
      ...toCheck,
      ['11:30', 'inspector', { deed: 'check', passed: false, words: '未覆盖完' }],
    ])
    expect(failed).toMatchObject({ state: 'handling', rework: 1, liesWith: 'CITY', overdue: false })
    expect(due(failed)).toBe(at('15:30').toISOString())
  })
})

describe('wishes', () => {
  const ask: Line = ['10:00', 'handler', { deed: 'ask-extension', reason: '雨天无法施工' }]
  const yes = (time: string, by: string): Line => [time, by, { deed: 'decide', granted: true, words: '同意' }]

  test('an extension adds the limit once more, after two people agreed', () => {
    const asked = play(patrol(), [...toHandling, ask])
    expect(asked.aside).toBe('extension-asked')
    expect(refused(asked, yes('10:05', 'handler'))).toBe('matters/own-wish')
    const half = play(asked, [yes('10:05', 'city-chief')])
    expect(due(half)).toBe(due(asked))
    expect(refused(half, yes('10:06', 'city-chief'))).toBe('matters/decided-already')
    const granted = play(half, [yes('10:10', 'command-chief')])
    expect(granted).toMatchObject({ extended: 1, aside: null })
    // 2 hours from 09:20 end at 11:20; 4 hours end at 15:20.
    expect(due(granted)).toBe(at('15:20').toISOString())
  })

  test('two extensions at most, refusals not counted, and none once it is overdue', () => {
    const round = (hour: string): Line[] => [
      [`${hour}:10`, 'handler', { deed: 'ask-extension', reason: '继续延期' }],
      yes(`${hour}:20`, 'city-chief'),
      yes(`${hour}:30`, 'command-chief'),
    ]
    const no: Line[] = [ask, ['10:05', 'city-chief', { deed: 'decide', granted: false, words: '不同意' }]]
    const twice = play(patrol(), [...toHandling, ...no, ...round('10'), ...round('11')])
    expect(twice.extended).toBe(2)
    expect(refused(twice, ['14:30', 'handler', { deed: 'ask-extension', reason: '再延' }])).toBe(
      'matters/extended-twice',
    )
    const late = play(patrol(), toHandling)
    expect(refused(late, ['11:21', 'handler', { deed: 'ask-extension', reason: '来不及了' }])).toBe(
      'matters/overdue-already',
    )
  })

  test('a suspension stops the clock until it is resumed, once and for a year at most', () => {
    const wish = (until: string): Line => ['10:20', 'handler', { deed: 'ask-suspension', reason: '需断水施工', until }]
    const handling = play(patrol(), toHandling)
    expect(refused(handling, wish('2018-07-02'))).toBe('matters/day-past')
    expect(refused(handling, wish('2019-07-10'))).toBe('matters/suspension-too-long')
    const still = play(handling, [wish('2018-12-01'), yes('10:20', 'command-chief')])
    expect(still).toMatchObject({ state: 'suspended', resumesTo: 'handling', suspendedUntil: '2018-12-01' })
    expect(due(still)).toBeUndefined()
    const on = play(still, [['2018-12-03T10:00', 'job:clock', { deed: 'resume' }]])
    // One of the two hours had gone by.
    expect(on.state).toBe('handling')
    expect(due(on)).toBe(new Date('2018-12-03T11:00:00+08:00').toISOString())
    expect(refused(on, wish('2019-01-01'))).toBe('matters/suspended-once')
  })

  test('an appeal after the close takes the mark away and keeps the fact', () => {
    const late = toClosed.map(([time, by, said]): Line => [time === '11:00' ? '11:25' : time, by, said])
    const closed = play(patrol(), [
      ...late.slice(0, 4),
      ...late.slice(4).map(([, by, said], n): Line => [`14:0${n}`, by, said]),
    ])
    expect(closed).toMatchObject({ state: 'closed', overdue: true })
    const exempt = play(closed, [
      ['15:00', 'handler', { deed: 'ask-appeal', reason: '系统故障' }],
      yes('15:10', 'chief'),
      yes('15:20', 'second-chief'),
    ])
    expect(exempt).toMatchObject({ state: 'closed', overdue: true, timeoutExempt: true })
    expect(refused(exempt, ['16:00', 'handler', { deed: 'ask-appeal', reason: '再申诉' }])).toBe(
      'matters/appealed-once',
    )
    const intime = play(patrol(), toClosed)
    expect(refused(intime, ['16:00', 'handler', { deed: 'ask-appeal', reason: '申诉' }])).toBe('matters/not-overdue')
  })

  test('a wish that nobody decided falls away with the hand-back', () => {
    const back = play(patrol(), [...toHandling, ask, ['11:00', 'handler', { deed: 'hand-back', words: '做完了' }]])
    expect(back).toMatchObject({ state: 'handle-finished', aside: null, wish: { state: 'lapsed' } })
  })
})

describe('ends and what comes back', () => {
  test('an inspection issue ends for a stage, and its rest has a day', () => {
    const staged = play(patrol('inspection'), [
      ...toClosed.slice(0, -1),
      ['11:40', 'chief', { deed: 'stage-end', until: '2018-09-30', words: '主体已整改，绿化秋季补种' }],
    ])
    expect(staged).toMatchObject({ state: 'staged', liesWith: 'CITY', closedAt: null })
    expect(due(staged)).toBe('2018-09-30T16:00:00.000Z')
    const done = play(staged, [
      ['2018-09-20T09:00', 'handler', { deed: 'hand-back', words: '补种完成' }],
      ['2018-09-20T10:00', 'dispatcher', { deed: 'confirm' }],
      ['2018-09-20T11:00', 'inspector', { deed: 'check', passed: true, words: '属实' }],
      ['2018-09-20T11:30', 'chief', { deed: 'close', words: '销号' }],
    ])
    expect(done).toMatchObject({ state: 'closed', overdue: false })
    expect(
      refused(play(patrol(), toClosed.slice(0, -1)), [
        '11:40',
        'chief',
        { deed: 'stage-end', until: '2018-09-30', words: '阶段' },
      ]),
    ).toBe('matters/not-staged')
  })

  test('a rebound and a report of not fixed come back to the dispatcher and keep what was', () => {
    const closed = play(patrol(), toClosed)
    for (const deed of ['rebound', 'reopen'] as const) {
      const back = play(closed, [['15:00', 'chief', { deed, reason: '问题又出现' }]])
      expect(back).toMatchObject({ state: 'pending-dispatch', closedAt: null, reopened: 1, dutyUnit: 'CITY' })
      expect(back.stages.slice(0, -1)).toEqual(closed.stages)
    }
    expect(play(closed, [['15:00', 'anybody', { deed: 'reopen', reason: '没修好' }]]).rework).toBe(1)
  })

  test('an order that closes an overdue matter leaves it overdue', () => {
    const ordered = (time: string) =>
      play(patrol(), [...toHandling, [time, 'chief', { deed: 'force-close', reason: '建设单位已撤场' }]])
    expect(ordered('11:00')).toMatchObject({ state: 'forced-closed', overdue: false })
    expect(ordered('11:30')).toMatchObject({ state: 'forced-closed', overdue: true })
  })

  test('who handled it neither checks, closes nor closes by order', () => {
    const checking = play(patrol(), toCheck)
    expect(refused(checking, ['11:30', 'handler', { deed: 'check', passed: true, words: '好' }])).toBe(
      'matters/handled-it',
    )
    const pending = play(patrol(), toClosed.slice(0, -1))
    expect(refused(pending, ['11:40', 'handler', { deed: 'close', words: '结' }])).toBe('matters/handled-it')
    expect(refused(pending, ['11:40', 'handler', { deed: 'force-close', reason: '结' }])).toBe('matters/handled-it')
  })
})

describe('whatever happens', () => {
  const says: Record<DeedName, Said> = Object.fromEntries(
    (Object.keys(deeds) as DeedName[]).map((deed) => [deed, sayingOf(deed)]),
  ) as Record<DeedName, Said>
  const anyCourse = fc.array(
    fc.record({
      pick: fc.nat({ max: 1000 }),
      by: fc.constantFrom('a', 'b', 'c', 'd'),
      minutes: fc.integer({ min: 1, max: 600 }),
    }),
    { minLength: 5, maxLength: 40 },
  )

  test('one clock runs in every open state and none in an ended one; passages follow in order; what is offered is taken', () => {
    fc.assert(
      fc.property(anyCourse, fc.constantFrom<Inflow>('citizen', 'inspection', 'patrol'), (picks, inflow) => {
        let course = patrol(inflow)
        let now = at('09:00').getTime()
        for (const { pick, by, minutes } of picks) {
          now += minutes * 60_000
          const offered = (Object.keys(deeds) as DeedName[]).filter((deed) => isPossible(course, deed, by))
          const deed = offered[pick % offered.length]
          if (deed === undefined) continue
          const overdue = deed === 'ask-extension' && (running(course)?.dueAt?.getTime() ?? now) < now
          if (overdue || (deed === 'register' && course.category !== 'E0304')) continue
          const before = course
          course = advance(course, { ...says[deed], at: new Date(now), by } as Move, rules)
          expect(course.version).toBe(before.version + 1)
          expect(endStates.includes(course.state)).toBe(course.closedAt !== null)
          const open = course.stages.filter(({ doneAt }) => doneAt === null)
          expect(open.map(({ stage }) => stage)).toEqual(stageOf[course.state] ? [stageOf[course.state]] : [])
          expect(course.stages.map(({ nth }) => nth)).toEqual(course.stages.map((_, place) => place + 1))
          if (before.overdue) expect(course.overdue).toBe(true)
          if (course.aside === 'extension-asked') expect(course.wish?.state).toBe('asked')
        }
      }),
      { seed: 42, numRuns: 400 },
    )
  })
})

function sayingOf(deed: DeedName): Said {
  const fields = {
    ...{ found: true, words: '说明', standard: 1, ground: 'not-found', reason: '原因', into: 'X', unit: 'CITY' },
    ...{ person: 'a', passed: false, until: '2018-12-31', granted: true, on: '2019-01-31' },
  }
  return (deed === 'correct' ? { deed } : { deed, ...fields }) as Said
}
