import { readXlsx, writeXlsx } from 'hucre'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/access/actor.ts'
import { write } from '#kernel/db/work.ts'
import { buildApp } from '#kernel/http/app.ts'
import { testDatabase } from '#tests/database.ts'
import { personAs, workOn } from '#tests/world/work.ts'
import { addPerson, addUnit } from './org.ts'
import { orgPart } from './part.ts'
import { refusals } from './texts.ts'

const { pool } = await testDatabase()
let acting: Actor
const app = await buildApp({
  ...{ routes: orgPart.routes ?? [], texts: refusals, permissions: orgPart.permissions ?? {}, pool },
  ...{ signIn: () => {}, actorOf: async () => acting, workOf: (actor) => workOn(pool, { actor }), origins: [] },
  ...{ checkReplies: true, pagesFolder: '/nowhere', logger: false, title: 'test', requestsPerMinute: 10_000 },
})
let inStat: string

beforeAll(async () => {
  inStat = await write(workOn(pool), async (tx) => {
    const kind = 'department' as const
    await addUnit(tx, { code: 'ZONE', parent: null, nameZh: '管委会', nameEn: 'Zone', kind, openedOn: '1993-04-01' })
    for (const [code, parent] of [
      ['STAT', 'ZONE'],
      ['STAT-1', 'STAT'],
      ['PORT', 'ZONE'],
    ] as const) {
      await addUnit(tx, { code, parent, nameZh: `${code} 局`, nameEn: code, kind, openedOn: '2000-01-01' })
    }
    const person = { title: '科员', phone: '13800001234', joinedOn: '2016-01-01' }
    await addPerson(tx, { ...person, code: 'P2', name: '李四', unit: 'PORT' })
    return addPerson(tx, { ...person, code: 'P1', name: '张三', unit: 'STAT-1' })
  })
})

async function ask(
  as: [Role, string],
  method: 'GET' | 'POST',
  url: string,
  payload?: object | string | Buffer,
  type?: string,
) {
  acting = personAs(...as)
  const answer = await app.inject({
    ...{ method, url, ...(payload === undefined ? {} : { payload }) },
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  })
  return {
    status: answer.statusCode,
    body: answer.headers['content-type']?.includes('json') ? answer.json() : answer.rawPayload,
  }
}

function upload(content: string | Uint8Array, name = '名册.csv'): [Buffer, string] {
  const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const parts = [head, content, '\r\n--cut--\r\n'].map((part) => Buffer.from(part as string))
  return [Buffer.concat(parts), 'multipart/form-data; boundary=cut']
}

describe('scope', () => {
  test('the tree shows the caller’s subtree and the way to it', async () => {
    const { body } = await ask(['clerk', 'STAT'], 'GET', '/api/units?on=2018-06-30')
    const seen = body.units.map((unit: { code: string; inScope: boolean }) => `${unit.code} ${unit.inScope}`)
    expect(seen).toEqual(['ZONE false', 'STAT true', 'STAT-1 true'])
    expect((await ask(['clerk', 'ZONE'], 'GET', '/api/units')).body.units).toHaveLength(4)
  })

  test('people outside it are neither found nor opened', async () => {
    const { body } = await ask(['clerk', 'STAT'], 'GET', '/api/people')
    expect(body).toMatchObject({ total: 1, people: [{ id: inStat, name: '张三', phone: '138****1234' }] })
    expect((await ask(['clerk', 'PORT'], 'GET', `/api/people/${inStat}`)).body).toMatchObject({
      ...{ status: 403, code: 'org/outside-scope' },
    })
    expect((await ask(['clerk', 'STAT'], 'GET', '/api/people?unit=PORT')).status).toBe(403)
    expect((await ask(['clerk', 'STAT'], 'GET', `/api/people/${inStat}`)).status).toBe(200)
    expect((await ask(['clerk', 'STAT'], 'GET', '/api/units/PORT')).status).toBe(403)
  })

  const unit = {
    code: 'NEW',
    parent: 'PORT',
    nameZh: '新局',
    nameEn: 'New',
    kind: 'department',
    openedOn: '2018-01-01',
  }
  const writing: [number, [Role, string], string, object][] = [
    [403, ['clerk', 'ZONE'], '/api/units', unit],
    [403, ['administrator', 'STAT'], '/api/units', unit],
    [200, ['administrator', 'ZONE'], '/api/units', unit],
    [409, ['administrator', 'ZONE'], '/api/units', unit],
    [400, ['administrator', 'ZONE'], '/api/units', { ...unit, kind: 'ship' }],
    [403, ['administrator', 'STAT'], '/api/units/STAT-1/move', { parent: 'PORT', on: '2018-01-01' }],
    [422, ['administrator', 'ZONE'], '/api/units/STAT/move', { parent: 'STAT-1', on: '2018-01-01' }],
    [200, ['administrator', 'ZONE'], '/api/units/NEW/move', { parent: 'STAT', on: '2018-02-01' }],
    [
      200,
      ['administrator', 'ZONE'],
      '/api/units/NEW/rename',
      { nameZh: '更名局', nameEn: 'Renamed', on: '2018-03-01' },
    ],
    [422, ['administrator', 'ZONE'], '/api/units/NEW/closure', { on: '2018-02-30' }],
    [200, ['administrator', 'STAT'], '/api/units/NEW/closure', { on: '2018-05-01' }],
    [404, ['administrator', 'ZONE'], '/api/units/NOWHERE/closure', { on: '2018-05-01' }],
    [403, ['auditor', 'ZONE'], '/api/people', { code: 'P3', name: '王五', unit: 'PORT', joinedOn: '2018-01-01' }],
    [403, ['administrator', 'STAT'], '/api/people', { code: 'P3', name: '王五', unit: 'PORT', joinedOn: '2018-01-01' }],
    [200, ['administrator', 'PORT'], '/api/people', { code: 'P3', name: '王五', unit: 'PORT', joinedOn: '2018-01-01' }],
  ]
  test.each(writing)('%i for %s at %s', async (status, as, url, body) => {
    expect((await ask(as, 'POST', url, body)).status).toBe(status)
  })

  test('a unit with its past is told', async () => {
    const { body } = await ask(['viewer', 'ZONE'], 'GET', '/api/units/NEW')
    expect(body).toMatchObject({
      ...{ closedOn: '2018-05-01', nameZh: '更名局' },
      names: [{ nameZh: '更名局', to: '2018-05-01' }, { nameZh: '新局' }],
      places: [{ parent: { code: 'STAT' } }, { parent: { code: 'PORT' } }],
    })
  })
})

describe('phones', () => {
  const url = () => `/api/people/${inStat}/phone-reading`
  test('are read whole by those who may, with a reason, on record', async () => {
    expect((await ask(['clerk', 'ZONE'], 'POST', url(), { reason: '值班通知' })).status).toBe(403)
    expect((await ask(['lead', 'ZONE'], 'POST', url(), { reason: ' ' })).status).toBe(400)
    expect((await ask(['lead', 'STAT'], 'POST', url(), { reason: '值班通知' })).body).toEqual({ phone: '13800001234' })
    const { rows } = await pool.query(`select actor_name, subject from audit_entries where action = 'org/read-phone'`)
    expect(rows).toEqual([{ actor_name: 'lead@STAT', subject: 'person:P1' }])
  })
})

describe('lists', () => {
  test('a CSV of people comes in, and bad rows come back with reason and cure', async () => {
    const [payload, type] = upload('工号,姓名,单位,职务\r\nP7,赵六,PORT,科员\r\nP8,钱七,NOWHERE,科员\r\n')
    const { status, body } = await ask(
      ['administrator', 'ZONE'],
      'POST',
      '/api/people/imports?on=2018-06-01',
      payload,
      type,
    )
    expect({ status, added: body.added, rejected: body.rejected.length }).toEqual({
      status: 200,
      added: 1,
      rejected: 1,
    })
    expect(body.rejected[0]).toMatchObject({
      line: 3,
      code: 'org/unit-unknown',
      cells: ['P8', '钱七', 'NOWHERE', '科员'],
    })
    expect(body.rejected[0].problem.zh).toContain('NOWHERE')
    expect(body.rejected[0].cure.en).not.toBe('')
  })

  test('a workbook comes in with its days and numbers as people see them', async () => {
    const rows = [
      ['工号', '姓名', '单位', '手机', '入职日期'],
      [1001, '孙八', 'STAT', 13900001234, new Date('2017-03-01T00:00:00Z')],
    ]
    const book = await writeXlsx({ sheets: [{ name: '名册', rows }] })
    const [payload, type] = upload(book, '名册.xlsx')
    const { body } = await ask(['administrator', 'ZONE'], 'POST', '/api/people/imports?on=2018-06-01', payload, type)
    expect(body).toMatchObject({ added: 1, rejected: [] })
    const found = await ask(['viewer', 'ZONE'], 'GET', '/api/people?q=sunba')
    expect(found.body.people).toMatchObject([{ code: '1001', phone: '139****1234', joinedOn: '2017-03-01' }])
  })

  test('a list without its headings is refused whole', async () => {
    const [payload, type] = upload('名称\r\n赵六\r\n')
    const { body } = await ask(['administrator', 'ZONE'], 'POST', '/api/people/imports', payload, type)
    expect(body).toMatchObject({ status: 422, code: 'org/headings-missing' })
  })

  test('the template has one row of headings and one example', async () => {
    const { status, body } = await ask(['administrator', 'ZONE'], 'GET', '/api/people/template')
    const book = await readXlsx(new Uint8Array(body))
    expect(status).toBe(200)
    expect(book.sheets[0]?.rows[0]).toEqual(['工号', '姓名', '单位', '职务', '手机', '入职日期'])
    expect(book.sheets[0]?.rows).toHaveLength(2)
  })
})
