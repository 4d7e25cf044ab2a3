import path from 'node:path'
import { readXlsx, writeXlsx } from 'hucre'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/access/actor.ts'
import { write } from '#kernel/db/work.ts'
import { buildApp } from '#kernel/http/app.ts'
import { kernelTexts } from '#kernel/kernel-texts.ts'
import { openZone } from '#kernel/zone.ts'
import { keepZone } from '#kernel/zone-record.ts'
import { fileRefusals } from '#parts/ledgers/file-texts.ts'
import { refusals as orgRefusals } from '#parts/org/texts.ts'
import { loadOrg } from '#parts/org/zone-load.ts'
import { testDatabase } from '#tests/database.ts'
import { personAs, workOn } from '#tests/world/work.ts'
import { economyPart } from './part.ts'
import type { SubmissionView } from './shapes.ts'
import { loadEconomy } from './zone-load.ts'

const { pool } = await testDatabase()
const zone = openZone(path.resolve(import.meta.dirname, '../../../zones/zhengzhou-2018'))
let acting: Actor
const app = await buildApp({
  ...{ routes: economyPart.routes ?? [], permissions: economyPart.permissions ?? {}, pool },
  texts: { ...kernelTexts, ...orgRefusals, ...fileRefusals, ...economyPart.refusals },
  ...{ signIn: () => {}, actorOf: async () => acting, workOf: (actor) => workOn(pool, { actor }), origins: [] },
  ...{ checkReplies: true, pagesFolder: '/nowhere', logger: false, title: 'test', requestsPerMinute: 10_000 },
})

beforeAll(async () => {
  const loading = workOn(pool)
  await write(loading, (tx) => keepZone(tx, zone))
  await loadOrg(loading, zone, () => {})
  await loadEconomy(loading, zone, () => {})
})

interface Sent {
  method?: 'GET' | 'POST' | 'PUT'
  payload?: object | Buffer
  type?: string
}

async function ask(as: [Role, string], url: string, { method = 'GET', payload, type }: Sent = {}) {
  acting = personAs(...as)
  const answer = await app.inject({
    ...{ method, url, ...(payload === undefined ? {} : { payload }) },
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  })
  const isJson = answer.headers['content-type']?.includes('json')
  return { status: answer.statusCode, body: isJson ? answer.json() : {}, bytes: answer.rawPayload }
}

const clerk: [Role, string] = ['clerk', 'HOUSING']
const reviewer: [Role, string] = ['reviewer', 'HOUSING']
const url = '/api/forms/homes/HOUSING/2018-H2'

async function upload(to: string, content: Uint8Array | string, as = clerk) {
  const head = '--cut\r\ncontent-disposition: form-data; name="file"; filename="form.xlsx"\r\n\r\n'
  const parts = [head, content, '\r\n--cut--\r\n'].map((part) => Buffer.from(part as string))
  return ask(as, to, { method: 'POST', payload: Buffer.concat(parts), type: 'multipart/form-data; boundary=cut' })
}

const figures: Record<string, string> = {
  ...{ 'homes.investment': '8.8', 'homes.structure-area': '41', 'homes.started.projects': '14' },
  ...{ 'homes.started.area': '201.3', 'homes.handed-over.area': '92.7', 'homes.handed-over.count': '0.7007' },
  ...{ 'homes.returned.residents': '1.6', 'homes.signed-online': '1208' },
}

describe('the desk and the board', () => {
  test('a clerk sees the forms of the own unit, a leader those of the zone', async () => {
    const own = await ask(clerk, '/api/forms')
    expect(own.body.forms.map((form: { code: string }) => form.code)).toEqual(['homes'])
    expect(own.body).toMatchObject({
      today: '2018-06-30',
      rows: [{ period: { text: '2018-H2' }, may: { enter: true, review: false } }, {}],
    })
    const all = await ask(['viewer', 'ZONE'], '/api/forms')
    expect(all.body.forms).toHaveLength(8)
    expect(all.body.rows.every((row: { may: object }) => !Object.values(row.may).includes(true))).toBe(true)
  })

  test('the board counts a month', async () => {
    const { body } = await ask(['lead', 'ZONE'], '/api/forms/board?period=2018-06')
    expect(body).toMatchObject({
      period: { zh: '2018年6月' },
      counts: { asked: 7, handedIn: 7, accepted: 7, late: 0 },
      late: [{ form: 'education', period: { text: '2017-H2' }, dueOn: '2018-01-15', lateBy: 113 }],
    })
    const empty = await ask(['lead', 'ZONE'], '/api/forms/board?period=2018-07')
    expect(empty.body.counts).toMatchObject({ asked: 1, handedIn: 0 })
  })
})

describe('a submission through its doors', () => {
  test('is read with the year before beside it and its cumulative period in words', async () => {
    const { body } = await ask(['viewer', 'ZONE'], '/api/forms/headline/STAT/2018-06')
    expect(body).toMatchObject({
      period: { zh: '2018年1—6月' },
      state: 'accepted',
      before: '2018-05',
      after: '2018-07',
      findings: [],
    })
    expect(body.rows[0]).toMatchObject({
      code: 'gdp',
      value: '331',
      last: { period: '2018-03' },
      yearBefore: { value: '292.37' },
    })
  })

  test('of a period in days is addressed with its slash encoded', async () => {
    const { body } = await ask(['viewer', 'ZONE'], '/api/forms/air/ENV/2018-01-01%2F2018-06-25')
    expect(body).toMatchObject({
      state: 'accepted',
      dueOn: null,
      rows: [{ asks: { value: false, growth: true } }, {}, { value: '59' }, {}],
    })
  })

  test('is entered, submitted, returned, mended, accepted, locked and reopened', async () => {
    const rows = (changed: Record<string, string>) =>
      Object.entries(changed).map(([item, value]) => ({ item, value, base: null, growth: null }))
    const save = (changed: Record<string, string>) =>
      ask(clerk, `${url}/draft`, { method: 'PUT', payload: { rows: rows(changed) } })
    const post = (as: [Role, string], deed: string, payload?: object) =>
      ask(as, `${url}/${deed}`, { method: 'POST', ...(payload ? { payload } : {}) })

    expect((await save({ ...figures, 'homes.handed-over.count': '7007' })).status).toBe(200)
    const stopped = await post(clerk, 'submission')
    expect(stopped.body).toMatchObject({ status: 422, code: 'economy/must-fix' })
    expect((await save(figures)).body.findings).toEqual([])
    expect((await post(clerk, 'submission')).body).toMatchObject({ state: 'submitted', own: true })
    expect((await post(reviewer, 'return', { words: '' })).body).toMatchObject({ code: 'economy/words-missing' })
    expect((await post(reviewer, 'return', { words: '套数请与交付台账核对' })).body).toMatchObject({
      state: 'returned',
      own: false,
    })
    await save({ 'homes.handed-over.count': '0.7008' })
    await post(clerk, 'submission')
    expect((await post(reviewer, 'acceptance')).body).toMatchObject({ state: 'accepted' })
    expect((await post(['lead', 'HOUSING'], 'lock')).body).toMatchObject({ state: 'locked' })
    const reopened = await post(['lead', 'ZONE'], 'reopening', { words: '审计要求补报' })
    expect(reopened.body.steps.at(-1)).toMatchObject({ step: 'reopened', words: '审计要求补报', by: 'lead@ZONE' })
  })

  test.each<[string, [Role, string], string, Sent, number, string]>([
    [
      'a viewer enters nothing',
      ['viewer', 'ZONE'],
      `${url}/submission`,
      { method: 'POST' },
      403,
      'kernel/not-permitted',
    ],
    ['a clerk of another unit does not even see it', ['clerk', 'PORT'], url, {}, 403, 'org/outside-scope'],
    ['nor hand it in', ['clerk', 'PORT'], `${url}/submission`, { method: 'POST' }, 403, 'org/outside-scope'],
    ['a reviewer does not lock', reviewer, `${url}/lock`, { method: 'POST' }, 403, 'kernel/not-permitted'],
    ['an unknown form', clerk, '/api/forms/home/HOUSING/2018-H2', {}, 404, 'economy/form-unknown'],
    ['a month of a half-yearly form', clerk, '/api/forms/homes/HOUSING/2018-06', {}, 422, 'economy/period-unfit'],
  ])('%s', async (_name, as, to, sent, status, code) => {
    expect((await ask(as, to, sent)).body).toMatchObject({ status, code })
  })
})

describe('the form as a workbook', () => {
  const period = '/api/forms/homes/HOUSING/2019-H1'

  async function sheetOf(to: string): Promise<(string | number | null)[][]> {
    const { bytes } = await ask(clerk, `${to}/template`)
    const sheet = (await readXlsx(bytes)).sheets[0]!
    return sheet.rows as (string | number | null)[][]
  }

  const bookOf = (rows: (string | number | null)[][]) => writeXlsx({ sheets: [{ name: '表', columns: [], rows }] })

  test('comes back with its figures, and again without a change', async () => {
    const rows = await sheetOf(period)
    expect(rows[1]).toEqual(['指标代码', '指标', '计量单位', '本期数', '同期数', '增速', '增速单位', '说明'])
    const filled = rows.map((row, place) => (place < 2 ? row : row.with(3, Number(figures[String(row[0])]))))
    const first = await upload(`${period}/file`, await bookOf(filled))
    expect((first.body as SubmissionView).rows.map(({ code, value }) => [code, value])).toEqual(Object.entries(figures))
    const { rows: before } = await pool.query('select count(*) from submission_values')
    await upload(`${period}/file`, (await ask(clerk, `${period}/template`)).bytes)
    const { rows: after } = await pool.query('select count(*) from submission_values')
    expect(after).toEqual(before)
  })

  test("an office's own list is read by names", async () => {
    const list = '指标名称,本期累计\n安置房网签,1209\n'
    const { body } = await upload(`${period}/file`, list)
    expect(body.rows.at(-1)).toMatchObject({ code: 'homes.signed-online', value: '1209' })
    expect(body.rows[0]).toMatchObject({ value: '8.8' })
  })

  test.each([
    [
      'the form of another period',
      'economy/file-of-another',
      (rows: (string | number | null)[][]) => [rows[0]!.with(5, '2018-H2'), ...rows.slice(1)],
    ],
    [
      'an unknown item',
      'economy/file-item-unknown',
      (rows: (string | number | null)[][]) => [...rows, ['homes.sold', '卖出', '套', 3, null, null, null, null]],
    ],
    [
      'another unit',
      'economy/file-unit',
      (rows: (string | number | null)[][]) => rows.with(2, rows[2]!.with(2, '万元')),
    ],
    [
      'words for a figure',
      'economy/cell-unreadable',
      (rows: (string | number | null)[][]) => rows.with(2, rows[2]!.with(3, '约九亿')),
    ],
    [
      'a table of something else',
      'economy/file-unlike',
      () => [
        ['车次', '方向'],
        ['X1', '去程'],
      ],
    ],
  ])('%s is refused and changes nothing', async (_name, code, change) => {
    const rows = await sheetOf(period)
    const { body } = await upload(`${period}/file`, await bookOf(change(rows)))
    expect(body).toMatchObject({ code })
    expect(await sheetOf(period)).toEqual(rows)
  })

  test('a file that is no table is refused', async () => {
    expect((await upload(`${period}/file`, '%PDF-1.7 nothing')).body).toMatchObject({ code: 'ledgers/not-a-table' })
  })
})
