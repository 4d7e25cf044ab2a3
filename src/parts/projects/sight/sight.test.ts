import { describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { judge } from '../register/judge.ts'
import type { LightRule } from '../register/light-rule.ts'
import { recordStage } from '../register/record-stage.ts'
import { registerProject, setMilestone } from '../register/register-project.ts'
import { projectsInSight, schedules } from './list-queries.ts'
import { pipelineInSight } from './pipeline-queries.ts'
import { projectInSight } from './project-queries.ts'
import { rulesInSight } from './rules-queries.ts'

const words = { zh: '试', en: 'trial' }
const byGap: LightRule = {
  ...{ version: 'gap', from: '2018-01-01', title: words, source: words, start: { redAfterMonths: 3 } },
  progress: { by: 'gap', yellowFrom: '10', redAbove: '30' },
  payment: { requiredRate: '1' },
  statistics: { yellowAfterMonths: 1, redAfterMonths: 2 },
  alarms: { paidBeyondPhysical: '15', enteredBeyondPaid: '10' },
}
const patient: LightRule = { ...byGap, version: 'patient', from: null, start: { redAfterMonths: 24 } }

const { pool } = await testDatabase()
const roots = ['ZONE']
const deed = <T>(does: (tx: Tx) => Promise<T>) => write(workOn(pool), does)
const seen = <T>(reads: (tx: Tx) => Promise<T>) => read(workOn(pool), reads)
const page = { page: 1, size: 50 }

await deed(async (tx) => {
  for (const code of ['ZONE', 'PARK', 'OTHER'])
    await addUnit(tx, {
      ...{ code, parent: code === 'ZONE' ? null : 'ZONE', nameZh: code, nameEn: code },
      ...{ kind: code === 'ZONE' ? ('committee' as const) : ('park' as const), openedOn: '1993-04-01' },
    })
  for (const rule of [byGap, patient])
    await tx.client.query('insert into project_light_rules values ($1, $2, $3)', [rule.version, rule.from, rule])
})

const lead = { kind: 'industrial', programme: 'none', department: 'PARK', stage: 'lead' } as const
const signed = {
  stage: 'signed',
  seen: 'lead',
  reachedOn: '2018-07-02',
  evidenceKind: 'agreement',
  evidence: '9号',
} as const

/** A is signed and ten weeks past its start, B signed and not due, C still a lead. */
await deed(async (tx) => {
  const projects = [
    { code: 'A', name: '甲项目', plannedStart: '2018-05-10' },
    { code: 'B', name: '乙项目', plannedStart: '2019-03-01' },
    { code: 'C', name: '丙项目', promised: '20000', verified: '15000', source: 'fair' as const },
  ]
  for (const one of projects) await registerProject(tx, { ...lead, investment: '50000', ...one }, roots)
  for (const code of ['A', 'B']) await recordStage(tx, { ...signed, code }, roots)
  await setMilestone(tx, { code: 'A', milestone: 'M1', title: '开工', dueOn: '2018-05-10' }, roots)
  await judge(tx, { code: 'A', level: 'green', narrative: '征地已经完成，下周可以开工。' }, roots)
})

describe('projects as the pages show them', () => {
  test('those after signing, the pressing first, and where rule and judgement disagree', async () => {
    const told = await seen((tx) => projectsInSight(tx, page, roots))
    expect(told.rows.map(({ code, light }) => [code, light])).toEqual([
      ['A', 'yellow'],
      ['B', 'none'],
    ])
    expect(told.disagreements).toMatchObject([
      { code: 'A', judged: 'green', narrative: '征地已经完成，下周可以开工。' },
    ])
    expect(told.worst).toMatchObject({ code: 'A', next: { title: '开工', met: null } })
    expect(told.whole).toMatchObject({ projects: 2, lights: { yellow: 1, none: 1 }, investment: '100000' })
  })

  test('filters narrow the rows, never the whole; pages cut them', async () => {
    const narrowed = await seen((tx) => projectsInSight(tx, { ...page, light: 'none' }, roots))
    expect([narrowed.rows.map(({ code }) => code), narrowed.total, narrowed.whole.projects]).toEqual([['B'], 1, 2])
    const second = await seen((tx) => projectsInSight(tx, { page: 2, size: 1, sort: 'name' }, roots))
    expect([second.rows.length, second.total]).toEqual([1, 2])
    expect((await seen((tx) => projectsInSight(tx, { ...page, q: '甲' }, roots))).total).toBe(1)
  })

  test('nobody sees what lies outside their units', async () => {
    expect((await seen((tx) => projectsInSight(tx, page, ['OTHER']))).whole.projects).toBe(0)
    await expect(seen((tx) => projectInSight(tx, 'A', ['OTHER']))).rejects.toMatchObject({ code: 'org/outside-scope' })
    await expect(seen((tx) => projectInSight(tx, 'NONE', roots))).rejects.toMatchObject({ code: 'projects/unknown' })
  })

  test('the schedule tells the slip of the milestone that comes next', async () => {
    const { day, rows } = await seen((tx) => schedules(tx, { q: '甲' }, roots))
    expect(rows).toMatchObject([{ code: 'A', milestones: [{ milestone: 'M1', expected: '2018-05-10' }] }])
    expect(day > '2018-05-10').toBe(true)
  })

  test('one project: passed and coming stages with what the next gate asks for', async () => {
    const told = await seen((tx) => projectInSight(tx, 'A', roots))
    expect(told.steps.find(({ stage }) => stage === 'signed')).toMatchObject({ state: 'now', evidence: '9号' })
    expect(told.steps.find(({ stage }) => stage === 'visit')).toMatchObject({ state: 'skipped' })
    expect(told.nextStages.find(({ stage }) => stage === 'permits')?.asks).toContain('permit')
    expect(told.stall).toBeNull()
  })

  test('the pipeline holds what is not signed yet, with its sums', async () => {
    const told = await seen((tx) => pipelineInSight(tx, page, roots))
    expect(told.rows).toMatchObject([{ code: 'C', stage: 'lead', promised: '20000' }])
    expect(told.steps[0]).toMatchObject({ stage: 'lead', projects: 1, promised: '20000', verified: '15000' })
    expect(told.signed.projects).toBe(2)
  })

  test('another rule is tried on the same projects', async () => {
    const told = await seen((tx) => rulesInSight(tx, roots))
    expect([told.inForce, told.rules.map(({ rule }) => rule.version)]).toEqual(['gap', ['gap', 'patient']])
    expect(told.rules.map(({ lights }) => lights.none)).toEqual([1, 1])
  })
})
