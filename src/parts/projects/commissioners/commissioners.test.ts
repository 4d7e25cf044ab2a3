import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '#kernel/access/accounts.ts'
import type { Actor } from '#kernel/access/actor.ts'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { addDays } from '#kernel/period.ts'
import { recordRow } from '#parts/ledgers/single-row.ts'
import { addPerson, addUnit } from '#parts/org/org.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { codesInReach } from '../problems/project-names.ts'
import { appointCommissioner, relieveCommissioner } from './appoint.ts'
import { daysUnvisited, isQuiet, loadOf } from './commissioner-rules.ts'
import { lastWholeMonth, myProjects } from './mine.ts'
import { commissionerOf, commissionersNow, projectVisits, visitsOf } from './queries.ts'
import { openMonths } from './update.ts'
import { type NewVisit, recordVisit } from './visits.ts'

const { pool } = await testDatabase()
const root = workOn(pool)
const roots = ['ZONE']
let officer: Actor

beforeAll(async () => {
  await write(root, async (tx) => {
    const unit = { nameEn: 'Unit', openedOn: '1993-04-01' }
    await addUnit(tx, { ...unit, code: 'ZONE', parent: null, nameZh: '管委会', kind: 'committee' })
    await addUnit(tx, { ...unit, code: 'PARK', parent: 'ZONE', nameZh: '汽车园', kind: 'park' })
    await addUnit(tx, { ...unit, code: 'BUILD', parent: 'ZONE', nameZh: '建设局', kind: 'department' })
    for (const [code, name] of [
      ['P1', '甲'],
      ['P2', '乙'],
    ] as const)
      await addPerson(tx, { code, name, unit: 'PARK', title: '服务专员', joinedOn: '2017-01-01' })
    const account = { username: 'first', name: '甲', password: 'a long password of the test world', personCode: 'P1' }
    const { id } = await createAccount(tx, account)
    officer = { id, name: '甲', via: 'page', grants: [{ role: 'clerk', unit: 'PARK' }] }
    await tx.client.query('insert into project_care (settings) values ($1)', [
      { desk: 'ZONE', replyWorkdays: 5, confirmDays: 30, quietDays: 14, fullLoad: 2 },
    ])
  })
  for (const code of ['A-1', 'A-2', 'A-3'])
    await recordRow(root, {
      ...{ ledger: 'projects/projects', unit: 'ZONE', roots },
      values: {
        ...{ code, name: `示例项目${code}`, kind: 'industrial', programme: 'double-ten-industry' },
        ...{ department: 'BUILD', registeredOn: '2018-01-02' },
      },
    })
})

const deed = <T>(run: (tx: Tx) => Promise<T>, actor?: Actor) => write(workOn(pool, actor ? { actor } : {}), run)
const look = <T>(run: (tx: Tx) => Promise<T>, actor?: Actor) => read(workOn(pool, actor ? { actor } : {}), run)
const appoint = (project: string, person: string, from: string, handover?: string) =>
  deed((tx) => appointCommissioner(tx, { project, person, from, handover }, roots))
const visit = (told: Partial<NewVisit> = {}) =>
  deed(
    (tx) =>
      recordVisit(
        tx,
        { project: 'A-1', on: '2018-06-20', kind: 'site', met: '项目经理', words: '看了现场', photos: [], ...told },
        ['PARK'],
      ),
    officer,
  )

describe('rules', () => {
  test.each([
    ['never visited: since the service began', '2018-06-01', null, 31],
    ['visited', '2018-06-01', '2018-06-30', 2],
    ['a visit before the service is none of theirs', '2018-06-20', '2018-06-10', 12],
    ['not begun yet', '2018-07-10', null, 0],
  ])('%s', (_case, from, lastVisitOn, days) => {
    expect(daysUnvisited({ from, lastVisitOn }, '2018-07-02')).toBe(days)
  })

  test('fourteen days are quiet from the fifteenth on, and a visit today ends it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const today = addDays('2018-01-01', days)
        expect(isQuiet({ from: '2018-01-01', lastVisitOn: null }, today, 14)).toBe(days > 14)
        expect(isQuiet({ from: '2018-01-01', lastVisitOn: today }, today, 14)).toBe(false)
      }),
    )
  })

  test('load, months that are open and the month that is due', () => {
    expect([1, 2, 3].map((n) => loadOf(n, 2))).toEqual(['light', 'full', 'over'])
    expect(openMonths('2018-01-15')).toEqual(['2018-01', '2017-12', '2017-11'])
    expect(['2018-06-30', '2018-06-29', '2018-01-15', '2016-02-29'].map(lastWholeMonth)).toEqual([
      ...['2018-06', '2018-05', '2017-12', '2016-02'],
    ])
  })
})

describe('commissioners', () => {
  test('somebody from another unit reaches the project that they serve, and no other', async () => {
    expect(await look((tx) => codesInReach(tx, ['PARK']), officer)).toEqual(new Set())
    await expect(visit()).rejects.toMatchObject({ code: 'org/outside-scope' })
    await appoint('A-1', 'P1', '2018-05-01')
    expect(await look((tx) => codesInReach(tx, ['PARK']), officer)).toEqual(new Set(['A-1']))
  })

  test.each([
    ['projects/serves-already', 'P1', '2018-06-01', '交接'],
    ['projects/appointed-before', 'P2', '2018-04-30', '交接'],
    ['projects/handover-missing', 'P2', '2018-06-01', ' '],
    ['org/person-unknown', 'P9', '2018-06-01', '交接'],
  ])('an appointment that cannot be is refused %s', async (code, person, from, handover) => {
    await expect(appoint('A-1', person, from, handover)).rejects.toMatchObject({ code })
  })

  test('a change is handed over in words, and both stay readable', async () => {
    await appoint('A-2', 'P1', '2018-03-01')
    await appoint('A-2', 'P2', '2018-06-01', '箱变没有办完')
    expect(await look((tx) => commissionerOf(tx, 'A-2'))).toMatchObject({ person: 'P2', from: '2018-06-01' })
    const { commissioners } = await look((tx) => projectVisits(tx, 'A-2'))
    expect(commissioners.map(({ name, to, handover }) => [name, to, handover])).toEqual([
      ['乙', null, ''],
      ['甲', '2018-06-01', '箱变没有办完'],
    ])
    await deed((tx) => relieveCommissioner(tx, { project: 'A-2', handover: '项目投产' }, roots))
    expect(await look((tx) => commissionerOf(tx, 'A-2'))).toBeNull()
  })

  test('one of two appointed at the same moment serves', async () => {
    const both = await Promise.allSettled([appoint('A-3', 'P1', '2018-06-01'), appoint('A-3', 'P2', '2018-06-01')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('visits', () => {
  test('a resend under the same key is the same visit', async () => {
    const [first, again] = [await visit({ key: 'a' }), await visit({ key: 'a' })]
    expect(again).toEqual(first)
    expect(await look((tx) => visitsOf(tx, 'A-1'))).toHaveLength(1)
  })

  test('sent twice at once it is logged once', async () => {
    const both = await Promise.all([visit({ key: 'b' }), visit({ key: 'b' })])
    expect(both[0]).toEqual(both[1])
  })

  test.each([
    ['projects/visit-ahead', { on: '2018-07-03' }],
    ['projects/visit-words', { words: ' ' }],
    ['photos/unknown', { photos: ['00000000-0000-4000-8000-000000000000'] }],
    ['projects/unknown', { project: 'NONE' }],
  ])('a visit that cannot be is refused %s', async (code, told) => {
    await expect(visit(told)).rejects.toMatchObject({ code })
  })

  test('an account of no person logs none', async () => {
    const told = { project: 'A-1', on: '2018-06-20', kind: 'site', met: '', words: '看了现场', photos: [] } as const
    await expect(deed((tx) => recordVisit(tx, told, roots))).rejects.toMatchObject({ code: 'projects/no-person' })
  })

  test('a call is no visit, and an unvisited project shows', async () => {
    await deed((tx) => appointCommissioner(tx, { project: 'A-2', person: 'P1', from: '2018-06-02' }, roots))
    await visit({ project: 'A-2', kind: 'call', on: '2018-07-01' })
    const { people, unserved } = await look((tx) => commissionersNow(tx, roots))
    const own = people.find(({ person }) => person === 'P1')!
    expect(own.projects.find(({ code }) => code === 'A-2')).toMatchObject({ quiet: true, days: 30, lastVisitOn: null })
    expect(own.projects.find(({ code }) => code === 'A-1')).toMatchObject({ quiet: false, days: 12 })
    expect(unserved).toEqual([])
    const mine = await look((tx) => myProjects(tx), officer)
    expect(mine).toMatchObject({ name: '甲', dueMonth: '2018-06' })
  })
})
