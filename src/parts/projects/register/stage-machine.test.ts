import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gateOf, isEvidence, nextStages, type Step, standingOf } from './stage-machine.ts'
import { type ProjectKind, projectKinds, type Stage, stageOrder, stages } from './words.ts'

const at = (stage: Stage, reachedOn = '2018-03-01'): Step => ({ stage, reachedOn })
const next = (steps: Step[], kind: ProjectKind = 'industrial') => nextStages(standingOf(steps), kind)

describe('where a project may go', () => {
  test.each<[string, Step[], ProjectKind, Stage[]]>([
    [
      'from nothing',
      [],
      'industrial',
      ['lead', 'contact', 'visit', 'negotiation', 'framework', 'signed', 'suspended', 'lost'],
    ],
    ['a talk', [at('negotiation')], 'industrial', ['framework', 'signed', 'suspended', 'lost']],
    ['signed', [at('signed')], 'industrial', ['permits', 'suspended', 'lost']],
    ['a factory begun', [at('started')], 'industrial', ['structure', 'suspended', 'lost']],
    ['a school fitted out', [at('fit-out')], 'school', ['trial', 'production', 'suspended', 'lost']],
    ['a road begun', [at('started')], 'road', ['structure', 'fit-out', 'trial', 'production', 'suspended', 'lost']],
    ['in production', [at('production')], 'industrial', ['capacity']],
    ['at capacity', [at('capacity')], 'industrial', []],
    ['lost', [at('contact'), at('lost', '2018-04-01')], 'industrial', ['resumed']],
    [
      'taken up again',
      [at('visit'), at('lost', '2018-04-01'), at('resumed', '2018-05-01')],
      'industrial',
      ['negotiation', 'framework', 'signed', 'suspended', 'lost'],
    ],
  ])('%s', (_name, steps, kind, expected) => {
    expect(next(steps, kind)).toEqual(expected)
  })

  test('whatever is done, it never goes back and always comes to an end', () => {
    const kinds = fc.constantFrom(...(Object.keys(projectKinds) as ProjectKind[]))
    fc.assert(
      fc.property(kinds, fc.array(fc.nat(20), { minLength: 30, maxLength: 30 }), (kind, picks) => {
        let [steps, furthest] = [[] as Step[], -1]
        for (const pick of picks) {
          const ways = next(steps, kind).filter((stage) => !(stage in asides))
          if (ways.length === 0) break
          const stage = ways[pick % ways.length]!
          expect(stageOrder.indexOf(stage as never)).toBeGreaterThan(furthest)
          furthest = stageOrder.indexOf(stage as never)
          steps = [...steps, at(stage)]
        }
        expect(standingOf(steps).stage).toBe('capacity')
      }),
      { seed: 20180630 },
    )
  })
})

const asides = { lost: 1, suspended: 1, resumed: 1 }

test('a gate opens to its own kinds of evidence and to nothing empty', () => {
  for (const stage of Object.keys(stages) as Stage[]) {
    if (gateOf(stage).length === 0) expect(isEvidence(stage, null, null)).toBe(true)
    else {
      expect(isEvidence(stage, gateOf(stage)[0]!, '1')).toBe(true)
      expect(isEvidence(stage, gateOf(stage)[0]!, ' ')).toBe(false)
      expect(isEvidence(stage, 'note', '写了说明')).toBe(false)
    }
  }
})
