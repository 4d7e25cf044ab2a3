import { beforeEach, describe, expect, test } from 'vitest'
import { read, type Tx, write } from '#kernel/db/work.ts'
import { Refusal } from '#kernel/refusal.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import * as org from './org.ts'
import type { UnitKind } from './unit-kinds.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const writing = <T>(deed: (tx: Tx) => Promise<T>) => write(work, deed)
const reading = <T>(deed: (tx: Tx) => Promise<T>) => read(work, deed)

const unit = (code: string, parent: string | null, nameZh: string, openedOn = '2000-01-01') => ({
  ...{ code, parent, nameZh, nameEn: `${code} of the zone`, openedOn, kind: 'department' as UnitKind },
})

beforeEach(async () => {
  await pool.query('truncate units, unit_names, unit_places, people, person_places, demonstration_accounts cascade')
  await writing(async (tx) => {
    await org.addUnit(tx, unit('ZONE', null, '管委会', '1993-04-01'))
    await org.addUnit(tx, unit('STAT', 'ZONE', '统计局', '1996-01-01'))
    await org.addUnit(tx, unit('OFFICE-2', 'ZONE', '云杉办事处'))
    await org.addUnit(tx, unit('OFFICE-5', 'ZONE', '启明办事处', '2012-09-01'))
    await org.addUnit(tx, unit('C-206', 'OFFICE-2', '晴川社区', '2003-09-01'))
  })
})

const refusal = async (deed: Promise<unknown>): Promise<string> => {
  const error = await deed.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error.code
  throw error ?? new Error('nothing was refused')
}

describe('units', () => {
  test('a moved unit belongs to the tree of the day', async () => {
    await writing((tx) => org.moveUnit(tx, { code: 'C-206', parent: 'OFFICE-5', on: '2017-07-01' }))
    const [before, after] = await reading((tx) =>
      Promise.all([org.unitsUnder(tx, ['OFFICE-5'], '2017-06-30'), org.unitsUnder(tx, ['OFFICE-5'], '2017-07-01')]),
    )
    expect(before).toEqual(['OFFICE-5'])
    expect(after).toEqual(['OFFICE-5', 'C-206'])
    const { places } = await reading((tx) => org.unitWithHistory(tx, 'C-206'))
    expect(places).toMatchObject([
      { parent: { code: 'OFFICE-5' }, from: '2017-07-01', to: null },
      { parent: { code: 'OFFICE-2' }, from: '2003-09-01', to: '2017-07-01' },
    ])
  })

  test('the tree comes parents first, with depth and names of the day', async () => {
    await writing((tx) =>
      org.renameUnit(tx, { code: 'STAT', nameZh: '统计和数据局', nameEn: 'Statistics', on: '2018-01-01' }),
    )
    const tree = await reading((tx) => org.unitTree(tx, '2017-12-31'))
    expect(tree.map(({ code, depth }) => `${depth} ${code}`)).toEqual([
      ...['0 ZONE', '1 STAT', '1 OFFICE-2', '2 C-206', '1 OFFICE-5'],
    ])
    expect(tree[1]?.nameZh).toBe('统计局')
    expect((await reading((tx) => org.unitTree(tx, '2018-01-01')))[1]?.nameZh).toBe('统计和数据局')
    expect((await reading((tx) => org.unitTree(tx, '1995-12-31'))).map((row) => row.code)).toEqual(['ZONE'])
    const words = await reading((tx) => org.unitsByWord(tx))
    expect([words.get('统计局'), words.get('统计和数据局'), words.get('STAT')]).toEqual(['STAT', 'STAT', 'STAT'])
  })

  test('two moves side by side cannot make a cycle', async () => {
    const moves = await Promise.allSettled([
      writing((tx) => org.moveUnit(tx, { code: 'OFFICE-2', parent: 'OFFICE-5', on: '2018-01-01' })),
      writing((tx) => org.moveUnit(tx, { code: 'OFFICE-5', parent: 'OFFICE-2', on: '2018-01-01' })),
    ])
    expect(moves.map((move) => move.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(moves.find((move) => move.status === 'rejected')?.reason).toMatchObject({ code: 'org/unit-cycle' })
  })

  test('a unit closes only when nobody and nothing is left in it, and keeps its past', async () => {
    const close = (code: string) => writing((tx) => org.closeUnit(tx, { code, on: '2018-01-01' }))
    const person = await writing((tx) => org.addPerson(tx, personIn('C-206')))
    expect(await refusal(close('OFFICE-2'))).toBe('org/units-remain')
    expect(await refusal(close('C-206'))).toBe('org/people-remain')
    await writing((tx) => org.movePerson(tx, { id: person, unit: 'STAT', on: '2017-12-31' }))
    await close('C-206')
    await close('OFFICE-2')
    expect(await refusal(close('C-206'))).toBe('org/unit-closed')
    expect(await reading((tx) => org.unitsUnder(tx, ['OFFICE-2'], '2018-01-01'))).toEqual([])
    expect(await reading((tx) => org.unitsUnder(tx, ['OFFICE-2'], '2017-12-31'))).toEqual(['OFFICE-2', 'C-206'])
    // Records of a closed unit stay with those who kept them.
    expect(await reading((tx) => org.isUnder(tx, 'C-206', ['OFFICE-2']))).toBe(true)
    const late = writing((tx) => org.addPerson(tx, personIn('C-206', 'P2')))
    expect(await refusal(late)).toBe('org/unit-not-open')
  })

  test('codes are unique, parents known, and there is one root', async () => {
    expect(await refusal(writing((tx) => org.addUnit(tx, unit('STAT', 'ZONE', '统计局'))))).toBe('org/code-taken')
    expect(await refusal(writing((tx) => org.addUnit(tx, unit('NEW', 'NOWHERE', '新局'))))).toBe('org/unit-unknown')
    expect(await refusal(writing((tx) => org.addUnit(tx, unit('NEW', null, '新区'))))).toBe('org/root-taken')
    expect(await refusal(writing((tx) => org.addUnit(tx, unit('NEW', 'ZONE', '新局', '2018-02-30'))))).toBe(
      'org/day-unreadable',
    )
  })

  test('the database itself refuses two places on one day', async () => {
    const twice = pool.query(`insert into unit_places values ('C-206', 'STAT', '2010-01-01', '2011-01-01')`)
    await expect(twice).rejects.toMatchObject({ code: '23P01' })
  })
})

const personIn = (unitCode: string, code = 'P1', name = '张三') => ({
  ...{ code, name, unit: unitCode, title: '科员', phone: '138 0000 1234', joinedOn: '2016-01-01' },
})

describe('people', () => {
  test('are found by characters, pinyin and initials, in the order of their pinyin', async () => {
    await writing(async (tx) => {
      for (const [at, name] of ['张三', '曾山', '赵四', '阿依努尔', '单红'].entries()) {
        await org.addPerson(tx, { ...personIn('STAT', `P${at}`, name) })
      }
    })
    const found = async (query: string) => {
      const { people } = await reading((tx) => org.searchPeople(tx, { query, units: ['STAT'], page: 1, size: 10 }))
      return people.map((person) => person.name)
    }
    expect(await found('')).toEqual(['阿依努尔', '单红', '曾山', '张三', '赵四'])
    expect(await found('张三')).toEqual(['张三'])
    expect(await found('三')).toEqual(['张三'])
    expect(await found('zhangsan')).toEqual(['张三'])
    expect(await found('zs')).toEqual(['曾山', '张三', '赵四'])
    expect(await found('shan')).toEqual(['单红', '曾山'])
    expect(await found('p2')).toEqual(['赵四'])
    expect(await found('%')).toEqual([])
    const page = await reading((tx) => org.searchPeople(tx, { units: ['STAT'], page: 2, size: 2 }))
    expect([page.total, page.people.map((person) => person.name)]).toEqual([5, ['曾山', '张三']])
    expect((await reading((tx) => org.searchPeople(tx, { units: ['ZONE'], page: 1, size: 9 }))).total).toBe(0)
  })

  test('a two-character search uses the index', async () => {
    const plan = await reading(async (tx) => {
      await tx.client.query('set local enable_seqscan = off')
      return tx.client.query(
        `explain select 1 from people where search_grams(search_text) @> search_grams('张三') and search_text like '%张三%'`,
      )
    })
    expect(JSON.stringify(plan.rows)).toContain('people_search')
  })

  test('phones are sealed at rest, masked in replies, and read whole only on record', async () => {
    const id = await writing((tx) => org.addPerson(tx, personIn('STAT')))
    const stored = await pool.query(`select people::text as row from people`)
    expect(stored.rows[0].row).not.toContain('00001234')
    expect((await reading((tx) => org.personWithHistory(tx, id))).phone).toBe('138****1234')
    expect(await writing((tx) => org.readPhone(tx, { id, reason: '防汛值班通知' }))).toBe('13800001234')
    const log = await pool.query(`select after::text from audit_entries where action = 'org/read-phone'`)
    expect(log.rows).toEqual([{ after: '{"reason": "防汛值班通知"}' }])
    const said = await pool.query(`select count(*)::int as n from audit_entries where after::text like '%13800001234%'`)
    expect(said.rows[0].n).toBe(0)
  })

  test('a move and a departure keep the places held before', async () => {
    const id = await writing((tx) => org.addPerson(tx, personIn('STAT')))
    const move = (on: string, code = 'OFFICE-2') => writing((tx) => org.movePerson(tx, { id, unit: code, on }))
    expect(await move('2017-01-01')).toBe(true)
    expect(await move('2017-06-01')).toBe(false)
    expect(await refusal(move('2016-06-01', 'ZONE'))).toBe('org/person-move-too-early')
    await writing((tx) => org.leavePerson(tx, { id, on: '2018-03-01' }))
    expect(await refusal(move('2018-05-01', 'ZONE'))).toBe('org/person-left')
    const person = await reading((tx) => org.personWithHistory(tx, id))
    expect(person.leftOn).toBe('2018-03-01')
    expect(person.places).toMatchObject([
      { unit: { code: 'OFFICE-2' }, from: '2017-01-01', to: '2018-03-01' },
      { unit: { code: 'STAT' }, from: '2016-01-01', to: '2017-01-01' },
    ])
    expect((await reading((tx) => org.searchPeople(tx, { units: ['OFFICE-2'], page: 1, size: 9 }))).total).toBe(0)
  })
})
