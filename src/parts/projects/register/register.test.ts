import { describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { freezeBaseline } from './baselines.ts'
import { addCode } from './codes.ts'
import { excuse, judge } from './judge.ts'
import type { LightRule } from './light-rule.ts'
import { recordStage } from './record-stage.ts'
import { recordsOf } from './records.ts'
import { registerProject, setMilestone } from './register-project.ts'
import { reportMonth } from './report-month.ts'
import { projectState } from './states.ts'

const words = { zh: '试', en: 'trial' }
const lightRuleOfTests: LightRule = {
  ...{ version: 'trial', from: '2018-01-01', title: words, source: words },
  start: { redAfterMonths: 3 },
  progress: { by: 'gap', yellowFrom: '10', redAbove: '30' },
  payment: { requiredRate: '1' },
  statistics: { yellowAfterMonths: 1, redAfterMonths: 2 },
  alarms: { paidBeyondPhysical: '15', enteredBeyondPaid: '10' },
}

const { pool } = await testDatabase()
const roots = ['ZONE']
const deed = <T>(does: (tx: Tx) => Promise<T>) => write(workOn(pool), does)
const state = (code: string) => read(workOn(pool), (tx) => projectState(tx, code, roots))

await deed(async (tx) => {
  for (const code of ['ZONE', 'PARK', 'OTHER'])
    await addUnit(tx, {
      ...{ code, parent: code === 'ZONE' ? null : 'ZONE', nameZh: code, nameEn: code },
      ...{ kind: code === 'ZONE' ? ('committee' as const) : ('park' as const), openedOn: '1993-04-01' },
    })
  await tx.client.query('insert into project_light_rules values ($1, $2, $3)', [
    lightRuleOfTests.version,
    lightRuleOfTests.from,
    JSON.stringify(lightRuleOfTests),
  ])
})

const plant = {
  name: '示例整车项目',
  kind: 'industrial',
  programme: 'none',
  department: 'PARK',
  stage: 'lead',
} as const
const registered = (code: string) =>
  deed((tx) =>
    registerProject(
      tx,
      { ...plant, code, investment: '50000', plannedStart: '2018-03-01', plannedEnd: '2018-12-31' },
      roots,
    ),
  )
const moved = (
  code: string,
  stage: 'signed' | 'permits' | 'started' | 'production' | 'lost' | 'contact',
  seen: string | null,
  more = {},
) => deed((tx) => recordStage(tx, { code, stage, reachedOn: '2018-07-01', seen: seen as never, ...more }, roots))
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: { code?: string }) => error.code,
  )

describe('the stages of a project', () => {
  test('it begins as a lead, passes gates with evidence only, and two people do not move it at once', async () => {
    await registered('XM-1')
    expect(await state('XM-1')).toMatchObject({ stage: 'lead', before: true, light: { state: 'none' } })
    expect(await refusal(registered('XM-1'))).toBe('projects/code-known')
    expect(await refusal(moved('XM-1', 'started', 'lead'))).toBe('projects/stage-not-next')
    expect(await refusal(moved('XM-1', 'signed', 'lead', { reachedOn: '2018-07-02' }))).toBe(
      'projects/gate-needs-evidence',
    )
    const agreement = { evidenceKind: 'agreement', evidence: '经开招〔2018〕9号', reachedOn: '2018-07-02' }
    expect(await refusal(moved('XM-1', 'signed', 'lead', { ...agreement, evidence: ' ' }))).toBe(
      'projects/gate-needs-evidence',
    )
    expect(await refusal(moved('XM-1', 'signed', 'lead', { ...agreement, reachedOn: '2019-01-01' }))).toBe(
      'projects/day-ahead',
    )
    const both = await Promise.all([1, 2].map(() => refusal(moved('XM-1', 'signed', 'lead', agreement))))
    expect(both.toSorted()).toEqual(['nothing', 'projects/moved-meanwhile'])
    expect(await state('XM-1')).toMatchObject({ stage: 'signed', before: false, stall: null })
  })

  test('a lost project says why, and only taking it up again leads on', async () => {
    await registered('XM-2')
    expect(await refusal(moved('XM-2', 'lost', 'lead', { reachedOn: '2018-07-02' }))).toBe('projects/loss-needs-reason')
    await moved('XM-2', 'lost', 'lead', { lossReason: 'land', reachedOn: '2018-07-02' })
    expect(await state('XM-2')).toMatchObject({ aside: 'lost', nextStages: ['resumed'] })
    expect(await refusal(moved('XM-2', 'contact', 'lost', { reachedOn: '2018-07-02' }))).toBe('projects/stage-not-next')
  })
})

describe('plan, light and judgement', () => {
  test('a month told, a plan frozen, three slips and the light with its inputs', async () => {
    await registered('XM-3')
    const day = { reachedOn: '2018-07-02' }
    await moved('XM-3', 'signed', 'lead', { ...day, evidenceKind: 'agreement', evidence: '9号' })
    await moved('XM-3', 'permits', 'signed', { ...day, evidenceKind: 'permit', evidence: '410171' })
    await deed((tx) => setMilestone(tx, { code: 'XM-3', milestone: 'M1', title: '开工', dueOn: '2018-03-01' }, roots))
    expect(await deed((tx) => freezeBaseline(tx, { code: 'XM-3', reason: '开工会议' }, roots))).toEqual({
      code: 'XM-3',
      version: 1,
    })
    expect(await refusal(deed((tx) => freezeBaseline(tx, { code: 'XM-3', reason: '再来' }, roots)))).toBe(
      'projects/baseline-same',
    )
    await deed((tx) => setMilestone(tx, { code: 'XM-3', milestone: 'M1', title: '开工', dueOn: '2018-06-01' }, roots))
    await deed((tx) => freezeBaseline(tx, { code: 'XM-3', reason: '规划调整' }, roots))
    const told = { code: 'XM-3', month: '2018-06', actualPercent: '0', invested: '120', photos: [] }
    await deed((tx) => reportMonth(tx, { ...told, milestones: [{ milestone: 'M1', expectedOn: '2018-07-21' }] }, roots))
    const seen = await state('XM-3')
    expect(seen.milestones[0]!.slip).toEqual({ first: 142, current: 50, lastMonth: 50 })
    expect(seen.baselineVersion).toBe(2)
    expect(seen.light).toMatchObject({ state: 'red', ruleVersion: lightRuleOfTests.version })
    expect(seen.light.inputs.find(({ input }) => input === 'start')).toMatchObject({
      state: 'red',
      toGreen: { zh: expect.any(String) },
    })
    await deed((tx) => judge(tx, { code: 'XM-3', level: 'green', narrative: '用地已经落实，七月内可以开工' }, roots))
    await deed((tx) => excuse(tx, { code: 'XM-3', input: 'start', reason: '汛期' }, roots))
    expect(await state('XM-3')).toMatchObject({ disagrees: true, judgement: { level: 'green' } })
    const records = await read(workOn(pool), (tx) => recordsOf(tx, 'XM-3', roots))
    expect(records.lights.map((light) => light.state)).toEqual(['red', 'none'])
    expect(await refusal(deed((tx) => reportMonth(tx, { ...told, month: '2018-08', milestones: [] }, roots)))).toBe(
      'projects/month-ahead',
    )
    expect(await refusal(deed((tx) => reportMonth(tx, { ...told, actualPercent: '140', milestones: [] }, roots)))).toBe(
      'ledgers/row-rejected',
    )
  })

  test('a code is ended, never overwritten', async () => {
    await registered('XM-4')
    const give = (value: string) =>
      deed((tx) => addCode(tx, { code: 'XM-4', scheme: 'national', value, reason: '重新赋码' }, roots))
    await give('2018-410171-36-03-000001')
    await give('2018-410171-36-03-000002')
    expect(await refusal(give('2018-410171-36-03-000002'))).toBe('projects/code-same')
    const { codes } = await read(workOn(pool), (tx) => recordsOf(tx, 'XM-4', roots))
    expect(codes.map(({ code, untilOn }) => [code.slice(-1), untilOn])).toEqual([
      ['2', null],
      ['1', '2018-07-02'],
    ])
    expect((await state('XM-4')).project.nationalCode).toBe('2018-410171-36-03-000002')
  })

  test('who reaches neither the keeper nor the responsible unit does not see it', async () => {
    expect(await refusal(read(workOn(pool), (tx) => projectState(tx, 'XM-4', ['OTHER'])))).toBe('org/outside-scope')
    expect(await refusal(read(workOn(pool), (tx) => projectState(tx, 'XM-4', ['PARK'])))).toBe('nothing')
  })
})
