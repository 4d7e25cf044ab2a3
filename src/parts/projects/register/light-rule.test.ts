import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { disagrees, type LightFacts, type LightInputName, type LightState, lightOf, ruleOn } from './light-rule.ts'
import { LightRulesFile } from './light-rule-shape.ts'

const file = new URL('../../../../zones/zhengzhou-2018/projects/light-rules.yaml', import.meta.url)
const { rules } = LightRulesFile.parse(parse(readFileSync(file, 'utf8')))
const [byGap, byRatio] = [rules[0]!, rules[1]!]

const nothing: LightFacts = {
  ...{
    today: '2018-06-30',
    plannedStart: null,
    startedOn: null,
    month: '2018-06',
    told: '2018-06',
    planned: null,
    actual: null,
  },
  ...{ paymentDue: null, paid: null, entered: null, excuses: [] },
}
const inputOf = (facts: Partial<LightFacts>, input: LightInputName, rule = byGap) =>
  lightOf({ ...nothing, ...facts }, rule).inputs.find((one) => one.input === input)!

describe('the rule of the lights', () => {
  test.each<[string, Partial<LightFacts>, LightState]>([
    ['without a planned start', {}, 'none'],
    ['not due yet', { plannedStart: '2018-07-01' }, 'none'],
    ['due today', { plannedStart: '2018-06-30' }, 'yellow'],
    ['two months overdue', { plannedStart: '2018-04-30' }, 'yellow'],
    ['a day short of three months', { plannedStart: '2018-04-01' }, 'yellow'],
    ['three months overdue, the months having 31 and 30 days', { plannedStart: '2018-03-31' }, 'red'],
    ['started late', { plannedStart: '2018-03-01', startedOn: '2018-06-30' }, 'green'],
    ['said to start tomorrow', { plannedStart: '2018-03-01', startedOn: '2018-07-01' }, 'red'],
  ])('start: %s', (_, facts, state) => {
    expect(inputOf({ today: '2018-06-30', ...facts }, 'start').state).toBe(state)
  })

  test.each([
    ['50', '50', 'green', 'green'],
    ['50', '40.1', 'green', 'green'],
    ['50', '40', 'yellow', 'green'],
    ['50', '39.9', 'yellow', 'yellow'],
    ['50', '20', 'yellow', 'red'],
    ['50', '19.9', 'red', 'red'],
    ['8', '0', 'green', 'red'],
    ['0', '0', 'green', 'green'],
  ] as const)('progress: %s%% planned, %s%% done: %s by points, %s by share', (planned, actual, gap, ratio) => {
    expect(inputOf({ planned, actual }, 'progress').state).toBe(gap)
    expect(inputOf({ planned, actual }, 'progress', byRatio).state).toBe(ratio)
  })

  test.each([
    [null, '10', 'none'],
    ['0', '0', 'none'],
    ['100', '100', 'green'],
    ['100', '99.99', 'red'],
    ['100', null, 'red'],
  ] as const)('payment: %s due, %s paid: %s', (paymentDue, paid, state) => {
    expect(inputOf({ paymentDue, paid }, 'payment').state).toBe(state)
  })

  test.each([
    [null, null, 'none'],
    ['2018-06-01', null, 'none'],
    ['2018-05-30', null, 'yellow'],
    ['2018-04-30', null, 'yellow'],
    ['2018-04-29', null, 'red'],
    ['2018-01-01', '0', 'red'],
    ['2018-01-01', '12', 'green'],
  ] as const)('statistics: started %s, entered %s: %s', (startedOn, entered, state) => {
    expect(inputOf({ startedOn, entered }, 'statistics').state).toBe(state)
  })

  test('a reason in force holds a yellow start, not a red one nor one that has run out', () => {
    const excuses = [{ input: 'start' as const, reason: '管线迁改', untilOn: '2018-07-31', byName: null }]
    expect(inputOf({ plannedStart: '2018-05-01', excuses }, 'start')).toMatchObject({
      state: 'green',
      excuse: { reason: '管线迁改' },
    })
    expect(inputOf({ plannedStart: '2018-01-01', excuses }, 'start').state).toBe('red')
    const past = [{ ...excuses[0]!, untilOn: '2018-06-29' }]
    expect(inputOf({ plannedStart: '2018-05-01', excuses: past }, 'start').state).toBe('yellow')
  })

  test('the light is the worst of its inputs, and says what would turn it green', () => {
    const told = lightOf({ ...nothing, startedOn: '2018-02-07', planned: '58.2', actual: '24', entered: '10' }, byGap)
    expect(told).toMatchObject({ state: 'red', ruleVersion: 'gap-2018' })
    expect(told.inputs[1]).toMatchObject({ facts: { gap: '34.2' }, toGreen: { zh: '形象进度超过 48.2%' } })
    expect(lightOf(nothing, byGap).state).toBe('none')
  })

  test('what would turn it green does', () => {
    const percent = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1))
    fc.assert(
      fc.property(percent, percent, (planned, actual) => {
        for (const rule of rules) {
          const seen = inputOf({ planned, actual }, 'progress', rule)
          const least = /[\d.]+/.exec(seen.toGreen?.zh ?? '')?.[0]
          if (!least) continue
          const enough = rule.progress.by === 'gap' ? (Number(least) + 0.01).toFixed(4) : least
          expect(inputOf({ planned, actual: enough }, 'progress', rule).state).toBe('green')
        }
      }),
    )
  })

  test('more work never makes a worse light', () => {
    const order = ['green', 'yellow', 'red']
    const tenths = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(tenths, tenths, tenths, (planned, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((actual) =>
          order.indexOf(inputOf({ planned: String(planned / 10), actual: String(actual / 10) }, 'progress').state),
        )
        expect(more).toBeLessThanOrEqual(less!)
      }),
    )
  })

  test('the rule of a day is the newest that has begun; one to compare by never is', () => {
    const newer = { ...byGap, version: 'newer', from: '2018-06-01' }
    expect(ruleOn([byGap, byRatio, newer], '2018-05-31')?.version).toBe('gap-2018')
    expect(ruleOn([newer, byGap, byRatio], '2018-06-01')?.version).toBe('newer')
    expect(ruleOn(rules, '2017-12-31')).toBeNull()
  })

  test.each([
    ['red', 'green', true],
    ['yellow', 'amber', false],
    ['green', 'amber', true],
    ['none', 'red', false],
    ['red', null, false],
  ] as const)('%s and judged %s: apart is %s', (state, level, apart) => {
    expect(disagrees(state, level)).toBe(apart)
  })
})
