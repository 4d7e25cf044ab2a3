import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deedsAllowed, enterpriseDeeds, type Hand, type Passage, ratesOf } from './problem-rules.ts'
import { problemStates } from './states.ts'

const nobody: Hand = { desk: false, holder: false, party: false, voice: false }

describe('who may do what', () => {
  test.each([
    ['raised', { ...nobody, desk: true }, ['dispatch', 'escalate', 'withdraw']],
    ['raised', { ...nobody, voice: true }, ['withdraw']],
    ['dispatched', { ...nobody, holder: true, party: true }, ['reply', 'return']],
    ['dispatched', { ...nobody, desk: true }, ['return', 'escalate', 'withdraw']],
    ['dispatched', { ...nobody, voice: true }, []],
    ['replied', { ...nobody, desk: true, holder: true, party: true, voice: true }, []],
    ['solved', { ...nobody, voice: true }, ['reopen']],
    ['solved', { ...nobody, holder: true, party: true }, []],
    ['withdrawn', { ...nobody, desk: true }, []],
  ] as const)('%s, %o: %j', (state, hand, deeds) => {
    expect(deedsAllowed(state, hand, false)).toEqual(deeds)
  })

  test('nobody inside ever confirms, and whoever dealt with a problem never withdraws it', () => {
    const hands = fc.record({ desk: fc.boolean(), holder: fc.boolean(), party: fc.boolean(), voice: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(...problemStates), hands, fc.boolean(), (state, hand, escalated) => {
        const deeds = deedsAllowed(state, hand, escalated)
        expect(deeds).not.toContain('confirm')
        expect(deeds).not.toContain('refuse')
        if (hand.party) expect(deeds).not.toContain('withdraw')
        expect(new Set(deeds).size).toBe(deeds.length)
      }),
    )
  })

  test('the enterprise answers a reply, and may reopen for thirty days', () => {
    expect(enterpriseDeeds('replied', null, '2018-06-30', 30)).toEqual(['confirm', 'refuse'])
    expect(enterpriseDeeds('solved', '2018-05-31', '2018-06-30', 30)).toEqual(['reopen'])
    expect(enterpriseDeeds('solved', '2018-05-30', '2018-06-30', 30)).toEqual([])
    expect(enterpriseDeeds('dispatched', null, '2018-06-30', 30)).toEqual([])
  })
})

const stay = (told: Partial<Passage> = {}): Passage => ({
  ...{ unit: 'CONSTRUCTION', dueOn: '2018-06-10', repliedOn: null, returned: false, verdict: null },
  ...told,
})

describe('rates of a department', () => {
  test('what was answered on its day is on time; what is not due yet waits; what was sent back counts for nobody', () => {
    const stays = [
      stay({ repliedOn: '2018-06-10', verdict: 'solved' }),
      stay({ repliedOn: '2018-06-11', verdict: 'not-solved' }),
      stay({ dueOn: '2018-06-29' }),
      stay({ dueOn: '2018-06-30' }),
      stay({ returned: true }),
    ]
    expect(ratesOf(stays, '2018-06-30')).toEqual([
      { unit: 'CONSTRUCTION', due: 3, onTime: 1, late: 2, judged: 2, reopened: 1, waiting: 1 },
    ])
  })

  test('an answer on time never makes fewer on time, and every stay is counted once', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((n) => `2018-06-${String(n).padStart(2, '0')}`)
    const stays = fc.array(
      fc.record({
        unit: fc.constantFrom('A', 'B'),
        dueOn: day,
        repliedOn: fc.option(day),
        returned: fc.boolean(),
        verdict: fc.constantFrom('solved' as const, 'not-solved' as const, null),
      }),
    )
    fc.assert(
      fc.property(stays, (told) => {
        const rates = ratesOf(told, '2018-06-15')
        const sum = (of: (one: (typeof rates)[number]) => number) => rates.reduce((all, one) => all + of(one), 0)
        expect(sum(({ due, waiting }) => due + waiting)).toBe(told.filter(({ returned }) => !returned).length)
        expect(sum(({ onTime, late }) => onTime + late)).toBe(sum(({ due }) => due))
        const more = ratesOf([...told, stay({ unit: 'A', dueOn: '2018-06-10', repliedOn: '2018-06-09' })], '2018-06-15')
        const of = (all: typeof rates) => all.find(({ unit }) => unit === 'A')?.onTime ?? 0
        expect(of(more)).toBe(of(rates) + 1)
      }),
    )
  })
})
