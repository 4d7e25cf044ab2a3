import { describe, expect, test } from 'vitest'
import { read, type Work } from '#kernel/db/work.ts'
import { testHouse } from '#tests/house.ts'
import { everybody } from '#tests/world/work.ts'
import { projectStates } from './states.ts'

const { house } = await testHouse({ zone: 'zhengzhou-2018' })
const work: Work = house.workAs(everybody)
const states = await read(work, (tx) => projectStates(tx, ['ZONE'], { today: '2018-06-30' }))
const of = (code: string) => states.find(({ project }) => project.code === code)!
const reached = (code: string, stage: string) => of(code).steps.find((step) => step.stage === stage)?.reachedOn

describe('the projects of the demonstration zone', () => {
  test('twenty of the double ten, ten and ten, with the published days of SAIC', () => {
    const inProgramme = (programme: string) => states.filter(({ project }) => project.programme === programme).length
    expect([inProgramme('double-ten-industry'), inProgramme('double-ten-livelihood')]).toEqual([10, 10])
    expect(reached('DT-01', 'production')?.slice(0, 4)).toBe('2017')
    expect([reached('DT-02', 'signed'), reached('DT-02', 'started')]).toEqual(['2018-01-02', '2018-02-07'])
    expect(reached('DT-03', 'signed')).toBe('2018-06-28')
    expect(['DT-08', 'DT-09', 'DT-10'].map((code) => of(code).before)).toEqual([true, true, true])
  })

  test('every light occurs, each says why, and what is not green says what would turn it', () => {
    expect(new Set(states.map(({ light }) => light.state))).toEqual(new Set(['green', 'yellow', 'red', 'none']))
    for (const { light } of states)
      for (const input of light.inputs) {
        expect(input.reason.zh.length).toBeGreaterThan(2)
        expect(input.toGreen !== null).toBe(input.state === 'yellow' || input.state === 'red')
      }
  })

  test('some are judged otherwise than the rule reckons, some stall, one plan was frozen twice', () => {
    expect(states.filter(({ disagrees }) => disagrees).length).toBeGreaterThan(2)
    expect(states.filter(({ stall }) => stall?.stalled).length).toBeGreaterThan(2)
    const twice = of('DL-07').milestones.find(({ metOn }) => metOn === null)!
    expect(twice.slip.first! - twice.slip.current!).toBe(90)
    expect(twice.slip.lastMonth).toBeLessThan(twice.slip.current!)
  })

  test('nothing of a plan, a month or a stage lies in the future of the day', () => {
    for (const { steps, milestones, lastReport } of states) {
      expect(steps.every(({ reachedOn }) => reachedOn <= '2018-06-30')).toBe(true)
      expect(milestones.every(({ metOn }) => metOn === null || metOn <= '2018-06-30')).toBe(true)
      expect(lastReport === null || lastReport <= '2018-06').toBe(true)
    }
  })
})
