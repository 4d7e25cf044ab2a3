import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkOpen, checkStep, isOpen, type Step, stateOf, statusIn, steps, stepsFrom } from './rules.ts'

const by = (taken: string) =>
  taken
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      const [step, byId = 'clerk'] = text.split('@')
      return { step: step as Step, byId }
    })

describe('the way of a submission', () => {
  test.each([
    ['', 'submitted@clerk', null],
    ['', 'accepted@chief', 'economy/step-not-now'],
    ['', 'locked@chief', 'economy/step-not-now'],
    ['submitted@clerk', 'accepted@chief', null],
    ['submitted@clerk', 'accepted@clerk', 'economy/own-submission'],
    ['submitted@clerk', 'returned@clerk', 'economy/own-submission'],
    ['submitted@clerk', 'returned@chief', null],
    ['submitted@clerk', 'submitted@clerk', 'economy/step-not-now'],
    ['submitted@clerk returned@chief', 'submitted@clerk', null],
    ['submitted@clerk returned@chief submitted@chief', 'accepted@chief', 'economy/own-submission'],
    ['submitted@clerk returned@chief submitted@chief', 'accepted@clerk', null],
    ['submitted@clerk accepted@chief', 'locked@chief', null],
    ['submitted@clerk accepted@chief', 'reopened@chief', null],
    ['submitted@clerk accepted@chief locked@chief', 'submitted@clerk', 'economy/step-not-now'],
    ['submitted@clerk accepted@chief locked@chief', 'reopened@chief', null],
    ['submitted@clerk accepted@chief locked@chief reopened@chief', 'submitted@clerk', null],
  ])('%s then %s', (taken, next, refused) => {
    const [step] = by(next)
    const deed = () => checkStep(by(taken), { ...step!, words: '请核对' })
    if (refused === null) expect(deed).not.toThrow()
    else expect(deed).toThrow(expect.objectContaining({ code: refused }))
  })

  test.each(['returned', 'reopened'] as const)('%s needs words', (step) => {
    const taken = by(step === 'returned' ? 'submitted@clerk' : 'submitted@clerk accepted@chief')
    for (const words of [undefined, '', ' \n']) {
      expect(() => checkStep(taken, { step, byId: 'chief', words })).toThrow(
        expect.objectContaining({ code: 'economy/words-missing' }),
      )
    }
  })

  test('figures are entered only while the form is in the hands of the unit', () => {
    const walk = fc.array(fc.constantFrom(...steps), { maxLength: 12 })
    fc.assert(
      fc.property(walk, (wished) => {
        const taken: { step: Step }[] = []
        for (const step of wished) if (stepsFrom(stateOf(taken)).includes(step)) taken.push({ step })
        const state = stateOf(taken)
        if (isOpen(state)) expect(() => checkOpen(state)).not.toThrow()
        else expect(() => checkOpen(state)).toThrow()
        expect(stepsFrom(state).includes('submitted')).toBe(isOpen(state))
        expect(statusIn(state)).toBe(state === 'accepted' || state === 'locked' ? state : 'provisional')
      }),
      { seed: 20180630 },
    )
  })
})
