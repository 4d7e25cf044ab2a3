import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/access/actor.ts'
import { rootsFor } from '#kernel/access/actor.ts'
import { read, type Work, write } from '#kernel/db/work.ts'
import { recordRow } from '#parts/ledgers/single-row.ts'
import { addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { projectsPart } from '../part.ts'
import { departmentRates, linkedProblem, problemDetail } from './detail.ts'
import { solvers } from './hand.ts'
import { answerLink, makeLink } from './links.ts'
import { listProblems } from './list.ts'
import { moveProblem } from './moves.ts'
import { raiseProblem } from './raise.ts'
import { problemsShape } from './shapes.ts'
import type { ProblemDeed } from './states.ts'

const { pool } = await testDatabase()
const root = workOn(pool)

const solve = projectsPart.permissions!['projects/solve']!
const person = (id: string, unit: string, role: Role = 'clerk'): Actor => ({
  ...{ id, name: id, via: 'page' },
  grants: [{ role, unit }],
})
const desk = person('desk', 'PROJECT')
const builder = person('builder', 'CONSTRUCTION')
const park = person('park', 'PARK')
const leader = person('leader', 'ZONE', 'lead')
const workAs = (actor: Actor): Work => workOn(pool, { actor })
const rootsOf = (actor: Actor) => rootsFor(actor, solve)

beforeAll(async () => {
  await write(root, async (tx) => {
    const unit = { nameEn: 'Unit', openedOn: '1993-04-01' }
    await addUnit(tx, { ...unit, code: 'ZONE', parent: null, nameZh: '管委会', kind: 'committee' })
    for (const [code, nameZh] of [
      ['PROJECT', '项目服务部'],
      ['CONSTRUCTION', '建设局'],
      ['PARK', '汽车园'],
      ['ENV', '环境保护局'],
    ] as const)
      await addUnit(tx, { ...unit, code, parent: 'ZONE', nameZh, kind: 'department' })
    await tx.client.query(`insert into project_care (settings) values ($1)`, [
      { desk: 'PROJECT', replyWorkdays: 5, confirmDays: 30, quietDays: 14, fullLoad: 4 },
    ])
  })
  const values = {
    code: 'DT-01',
    name: '示例整车二期',
    kind: 'industrial',
    department: 'PARK',
    registeredOn: '2018-01-02',
  }
  await recordRow(root, { ledger: 'projects/projects', unit: 'PROJECT', values, roots: ['ZONE'] })
})

const told = {
  project: 'DT-01',
  title: '施工用电没有接通',
  description: '现场变压器未送电',
  kind: 'utilities',
  source: 'enterprise',
} as const
const raised = () => write(workAs(park), (tx) => raiseProblem(tx, told, rootsOf(park)))
const seenBy = (actor: Actor, number: string) => read(workAs(actor), (tx) => problemDetail(tx, number, rootsOf(actor)))

async function move(
  actor: Actor,
  number: string,
  deed: ProblemDeed,
  more: { unit?: string; words?: string; dueOn?: string } = {},
) {
  const { version } = await seenBy(leader, number)
  return write(workAs(actor), (tx) =>
    moveProblem(tx, { number, seen: version, deed, words: '情况已经写明', ...more }, rootsOf(actor)),
  )
}
const linkFrom = async (actor: Actor, number: string) => {
  const { version } = await seenBy(leader, number)
  return write(workAs(actor), (tx) => makeLink(tx, { number, seen: version }, rootsOf(actor)))
}
const answer = async (token: string, solved: boolean, words = '') => {
  const { version } = await read(root, (tx) => linkedProblem(tx, token))
  return write(root, (tx) => answerLink(tx, token, { seen: version, solved, words, name: '厂务经理' }))
}
async function replied() {
  const { number } = await raised()
  await move(desk, number, 'dispatch', { unit: 'CONSTRUCTION' })
  await move(builder, number, 'reply')
  return number
}

test('the roles of hands are those of the permission', () => {
  expect(solve.roles).toEqual(solvers)
})

describe('the way of a problem', () => {
  test('raised, dispatched with the usual day, replied, confirmed by the enterprise alone', async () => {
    const { number } = await raised()
    expect(number).toMatch(/^WT-2018-\d{4}$/)
    await move(desk, number, 'dispatch', { unit: 'CONSTRUCTION' })
    // 2 July 2018 is a Monday: five working days on
    expect(await seenBy(builder, number)).toMatchObject({
      state: 'dispatched',
      dueOn: '2018-07-09',
      deeds: ['reply', 'return'],
    })
    await move(builder, number, 'reply', { words: '已送电' })
    expect(await seenBy(builder, number)).toMatchObject({ state: 'replied', deeds: [], mayLink: false, party: true })
    const { token } = await linkFrom(desk, number)
    const page = await read(root, (tx) => linkedProblem(tx, token))
    expect(page.steps.map(({ deed, who }) => [deed, who.zh])).toEqual([
      ['raise', '企业'],
      ['dispatch', '建设局'],
      ['reply', '建设局'],
    ])
    expect(JSON.stringify(page)).not.toContain('builder')
    expect(await answer(token, true)).toEqual({ state: 'solved' })
    await expect(answer(token, true)).rejects.toMatchObject({ code: 'projects/answered-already' })
  })

  test('a department cannot close its own, nor get the link, whoever of it asks', async () => {
    const number = await replied()
    await expect(linkFrom(builder, number)).rejects.toMatchObject({ code: 'projects/own-problem', status: 403 })
    const chief = person('chief', 'CONSTRUCTION', 'lead')
    await expect(linkFrom(chief, number)).rejects.toMatchObject({ code: 'projects/own-problem' })
    await expect(move(builder, number, 'withdraw')).rejects.toMatchObject({ code: 'projects/own-problem' })
    for (const actor of [builder, chief, desk, leader])
      await expect(move(actor, number, 'confirm')).rejects.toMatchObject({
        code: expect.stringMatching(/own-problem|deed-not-now/),
      })
  })

  test('not solved sends it back with a new day, and counts against the department', async () => {
    const number = await replied()
    const { token } = await linkFrom(desk, number)
    await expect(answer(token, false)).rejects.toMatchObject({ code: 'projects/words-missing' })
    expect(await answer(token, false, '只送了一路电')).toEqual({ state: 'dispatched' })
    expect(await seenBy(desk, number)).toMatchObject({
      reopened: 1,
      unit: { code: 'CONSTRUCTION' },
      dueOn: '2018-07-09',
    })
    await move(builder, number, 'reply')
    expect(await answer(token, true, '两路都通了')).toEqual({ state: 'solved' })
    expect(await answer(token, false, '又停了')).toEqual({ state: 'dispatched' })
    const { units } = await read(root, (tx) => departmentRates(tx, {}, ['ZONE']))
    const rates = units.find(({ unit }) => unit.code === 'CONSTRUCTION')!
    expect(rates).toMatchObject({ onTimeRate: '100.0', reopened: 2, late: 0 })
  })

  test('a department sends back what is not theirs, and it counts for nobody', async () => {
    const { number } = await raised()
    await move(desk, number, 'dispatch', { unit: 'ENV' })
    await move(person('env', 'ENV'), number, 'return', { words: '属于建设局职责' })
    expect(await seenBy(desk, number)).toMatchObject({ state: 'raised', unit: null })
    const { units } = await read(root, (tx) => departmentRates(tx, {}, ['ZONE']))
    expect(units.find(({ unit }) => unit.code === 'ENV')).toBeUndefined()
  })

  test('a new link ends the one before; a wrong one says no more than an ended one', async () => {
    const number = await replied()
    const first = await linkFrom(desk, number)
    const second = await linkFrom(park, number)
    expect(second.token).not.toBe(first.token)
    for (const token of [first.token, 'x', ''])
      await expect(answer(token, true)).rejects.toMatchObject({ code: 'projects/link-unknown', status: 404 })
    expect(await answer(second.token, true)).toEqual({ state: 'solved' })
  })

  test('of two who move it at the same moment one wins and the other is told', async () => {
    const { number } = await raised()
    const deed = { number, seen: 1, deed: 'dispatch' as const }
    const both = await Promise.allSettled(
      ['CONSTRUCTION', 'ENV'].map((unit) =>
        write(workAs(desk), (tx) => moveProblem(tx, { ...deed, unit }, rootsOf(desk))),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'projects/problem-moved', status: 409 })
  })

  test('raising twice under one key is raising once', async () => {
    const twice = () => write(workAs(park), (tx) => raiseProblem(tx, { ...told, key: 'a' }, rootsOf(park)))
    expect(await twice()).toEqual(await twice())
  })

  test('what stays unsolved becomes a matter, once', async () => {
    const { number } = await raised()
    await move(desk, number, 'escalate', { words: '影响主体施工' })
    const { rows } = await pool.query(`select data from errands where name = 'projects/problem-blocked'`)
    expect(rows).toEqual([{ data: expect.objectContaining({ number, project: 'DT-01', projectName: '示例整车二期' }) }])
    await expect(move(desk, number, 'escalate')).rejects.toMatchObject({ code: 'projects/deed-not-now' })
  })

  test.each([
    ['projects/unit-missing', { unit: 'NOWHERE' }],
    ['projects/due-past', { unit: 'ENV', dueOn: '2018-07-01' }],
  ])('a dispatch that cannot be is refused %s', async (code, more) => {
    const { number } = await raised()
    await expect(move(desk, number, 'dispatch', more)).rejects.toMatchObject({ code })
  })
})

describe('who sees it', () => {
  const listed = async (actor: Actor, query = {}) =>
    (await read(workAs(actor), (tx) => listProblems(tx, problemsShape.query!.parse(query), rootsOf(actor)))).rows

  test('the department sees what lies with it and nothing else', async () => {
    const { number } = await raised()
    const env = person('env', 'ENV')
    await expect(seenBy(env, number)).rejects.toMatchObject({ code: 'projects/problem-unknown' })
    expect((await listed(env)).map((row) => row.number)).not.toContain(number)
    await move(desk, number, 'dispatch', { unit: 'ENV' })
    expect((await listed(env, { state: 'dispatched' })).map((row) => row.number)).toContain(number)
  })

  test('a problem of a project out of reach is not raised', async () => {
    const env = person('env', 'ENV')
    const deed = write(workAs(env), (tx) => raiseProblem(tx, told, rootsOf(env)))
    await expect(deed).rejects.toMatchObject({ code: 'org/outside-scope' })
    await expect(write(root, (tx) => raiseProblem(tx, { ...told, project: 'NONE' }, ['ZONE']))).rejects.toMatchObject({
      code: 'projects/unknown',
      status: 404,
    })
  })

  test('words of the search are found as they stand, a percent sign too', async () => {
    expect(await listed(leader, { q: '%' })).toEqual([])
    expect((await listed(leader, { q: '用电', unit: 'CONSTRUCTION', told: 'reopened' })).length).toBe(1)
  })
})
