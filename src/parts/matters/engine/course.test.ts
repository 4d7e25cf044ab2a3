import { expect, test } from 'vitest'
import { read } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { coursesOn } from '#tests/world/matter-course.ts'
import { crew, openMattersWorld } from '#tests/world/matters.ts'
import { workOn } from '#tests/world/work.ts'
import { deedsAllowed } from './allowed.ts'
import { courseOf, matterOf, setInForce, stagesOf, standardsOf, stepsOf } from './engine.ts'

const { pool } = await testDatabase()
await openMattersWorld(workOn(pool))
const { open, move } = coursesOn((actor, now) => workOn(pool, { actor, now }))
const reading = workOn(pool)

const dust = async () =>
  (await read(reading, (tx) => standardsOf(tx))).find(({ code }) => code === 'E0304')!.standards[0]!.id
const citizen = {
  inflow: 'citizen',
  category: 'E0304',
  description: '工地土方没有覆盖，扬尘很大',
  source: 'portal',
} as const
// Monday, 2 July 2018, in Shanghai.
const at = (time: string) => `2018-07-02T${time}:00+08:00`

test('a report is verified, registered, dispatched, handled, checked and closed', async () => {
  const { number } = await open(crew.acceptor, at('09:00'), citizen)
  expect(number).toBe('E0304201807020001')
  await move(number, crew.acceptor, at('09:05'), { deed: 'ask-verify' })
  await move(number, crew.inspector, at('09:30'), { deed: 'verify', found: true, words: '现场属实' })
  await move(number, crew.chief, at('09:40'), { deed: 'register', standard: await dust() })
  await move(number, crew.dispatcher, at('09:50'), { deed: 'dispatch', unit: 'CITY' })
  await move(number, crew.handler, at('10:00'), { deed: 'accept' })
  await move(number, crew.handler, at('11:30'), { deed: 'hand-back', words: '已覆盖' })
  await move(number, crew.dispatcher, at('11:40'), { deed: 'confirm' })
  await move(number, crew.inspector, at('14:30'), { deed: 'check', passed: true, words: '已整改' })
  const closed = await move(number, crew.chief, at('15:00'), { deed: 'close', words: '符合结案条件' })
  expect(closed).toEqual({ number, state: 'closed', version: 10, again: false })
  const matter = await read(reading, (tx) => matterOf(tx, number))
  expect(matter).toMatchObject({ overdue: false, rework: 0, dutyUnit: 'CITY', set: await read(reading, setInForce) })
  expect(matter?.closedAt?.toISOString()).toBe('2018-07-02T07:00:00.000Z')
  const passages = await read(reading, (tx) => stagesOf(tx, matter!.id))
  expect(passages.map(({ stage, unit, person, outcome }) => [stage, unit, person, outcome])).toEqual([
    ['accept', 'SUPERVISION', 'acceptor', 'done'],
    ['verify', 'SUPERVISION', 'inspector', 'done'],
    ['register', 'SUPERVISION', 'chief', 'done'],
    ['dispatch', 'COMMAND', 'dispatcher', 'done'],
    ['handle', 'CITY', 'handler', 'done'],
    ['confirm', 'COMMAND', 'dispatcher', 'done'],
    ['check', 'SUPERVISION', 'inspector', 'done'],
    ['close', 'SUPERVISION', 'chief', 'done'],
  ])
  // 2 working hours from 09:50.
  expect(passages[4]?.dueAt?.toISOString()).toBe('2018-07-02T03:50:00.000Z')
  const steps = await read(reading, (tx) => stepsOf(tx, matter!.id))
  expect(steps.map(({ deed }) => deed)).toEqual(
    'open ask-verify verify register dispatch accept hand-back confirm check close'.split(' '),
  )
})

test('of two who move one matter in the same moment one wins and the other is told by whom', async () => {
  const { number } = await open(crew.inspector, at('09:00'), { ...citizen, inflow: 'patrol' })
  const standard = await dust()
  const tries = await Promise.allSettled([
    move(number, crew.chief, at('09:10'), { deed: 'register', standard, seen: 1 }),
    move(number, crew.secondChief, at('09:10'), {
      deed: 'decline',
      ground: 'insufficient',
      reason: '材料不足',
      seen: 1,
    }),
  ])
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = tries.find((one) => one.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'matters/moved-meanwhile', status: 409, details: { number } })
  expect((await read(reading, (tx) => matterOf(tx, number)))?.version).toBe(2)
})

test('a deed sent twice under one key is done once, and so is an opening', async () => {
  const key = { idempotencyKey: 'phone-1-0001' }
  const said = { ...citizen, inflow: 'patrol', ...key } as const
  const both = await Promise.all([open(crew.inspector, at('10:00'), said), open(crew.inspector, at('10:00'), said)])
  expect(both[0]?.number).toBe(both[1]?.number)
  expect(both.map(({ again }) => again).sort()).toEqual([false, true])
  const number = both[0]!.number
  const standard = await dust()
  const register = { deed: 'register', standard, seen: 1, ...key } as const
  const twice = await Promise.all([
    move(number, crew.chief, at('10:05'), register),
    move(number, crew.chief, at('10:05'), register),
  ])
  expect(twice.map(({ version, again }) => [version, again]).sort()).toEqual([
    [2, false],
    [2, true],
  ])
})

test('nobody who handled a matter checks or closes it, and nobody moves what lies elsewhere', async () => {
  const { number } = await open(crew.inspector, at('09:00'), { ...citizen, inflow: 'patrol' })
  await expect(move(number, crew.handler, at('09:05'), { deed: 'note', words: '不归我管' })).rejects.toMatchObject({
    code: 'matters/not-yours',
    status: 403,
  })
  await move(number, crew.chief, at('09:10'), { deed: 'register', standard: await dust() })
  await move(number, crew.dispatcher, at('09:20'), { deed: 'dispatch', unit: 'SUPERVISION' })
  await move(number, crew.inspector, at('09:30'), { deed: 'accept' })
  await move(number, crew.inspector, at('09:40'), { deed: 'hand-back', words: '已制止' })
  await move(number, crew.dispatcher, at('09:50'), { deed: 'confirm' })
  const course = await read(workOn(pool, { actor: crew.inspector }), async (tx) =>
    deedsAllowed(tx, await courseOf(tx, (await matterOf(tx, number))!)),
  )
  expect(course).toEqual(['assign', 'note', 'promise'])
  await expect(
    move(number, crew.inspector, at('10:00'), { deed: 'check', passed: true, words: '好了' }),
  ).rejects.toMatchObject({ code: 'matters/handled-it', status: 403 })
})

test('a report that nobody verified is not registered, and an unknown category opens nothing', async () => {
  const { number } = await open(crew.acceptor, at('09:00'), citizen)
  await expect(
    move(number, crew.chief, at('09:10'), { deed: 'register', standard: await dust() }),
  ).rejects.toMatchObject({
    code: 'matters/not-from-here',
  })
  await move(number, crew.inspector, at('09:30'), { deed: 'verify', found: false, words: '现场没有' })
  await expect(
    move(number, crew.chief, at('09:40'), { deed: 'register', standard: await dust() }),
  ).rejects.toMatchObject({
    code: 'matters/not-verified',
  })
  await expect(open(crew.acceptor, at('09:00'), { ...citizen, category: 'E9999' })).rejects.toMatchObject({
    code: 'matters/category-unknown',
  })
})

test('twenty at once on one matter leave one step a version, and everybody else is told', async () => {
  const { number, id } = await open(crew.inspector, at('09:00'), { ...citizen, inflow: 'patrol' })
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      move(number, crew.acceptor, at('09:05'), { deed: 'note', words: `第 ${n} 人`, seen: 1 + (n % 3) }),
    ),
  )
  const steps = await read(reading, (tx) => stepsOf(tx, id))
  expect(steps.map(({ version }) => version)).toEqual(steps.map((_, place) => place + 1))
  expect(tries.filter(({ status }) => status === 'fulfilled').length).toBe(steps.length - 1)
  expect(steps.length).toBeGreaterThan(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('matters/moved-meanwhile')
  expect((await read(reading, (tx) => matterOf(tx, number)))?.version).toBe(steps.length)
})
