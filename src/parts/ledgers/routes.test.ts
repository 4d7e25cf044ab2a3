import { describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testHouse } from '#tests/house.ts'
import { workOn } from '#tests/world/work.ts'

const { house, signedIn, ask } = await testHouse()
await write(workOn(house.pool), async (tx) => {
  await addUnit(tx, {
    code: 'ZONE',
    parent: null,
    nameZh: '管委会',
    nameEn: 'Committee',
    kind: 'committee',
    openedOn: '1993-04-01',
  })
  await addUnit(tx, {
    code: 'PORT',
    parent: 'ZONE',
    nameZh: '口岸与开放办公室',
    nameEn: 'Port office',
    kind: 'department',
    openedOn: '2013-01-01',
  })
  await addUnit(tx, {
    code: 'STAT',
    parent: 'ZONE',
    nameZh: '统计局',
    nameEn: 'Statistics',
    kind: 'department',
    openedOn: '2013-01-01',
  })
})
const [clerk, lead, stranger] = [
  await signedIn(['clerk'], 'PORT'),
  await signedIn(['lead', 'viewer'], 'ZONE'),
  await signedIn(['clerk'], 'STAT'),
]

function upload(text: string, fields: Record<string, string> = {}) {
  const mark = 'part-of-a-form'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="trains.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${mark}--\r\n`
  return {
    payload: Buffer.from(parts.join('') + file),
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
  }
}

const heading = '车次,方向,线路,口岸,发车日期,集装箱数,标箱,货重(吨),货值(美元)\n'
const trains = '/api/ledgers/trade/trains'
let brought = 0

describe('a clerk of the port office over HTTP', () => {
  test('looks into a file, tries it, imports it, sees what came back and mends a row', async () => {
    const text = `${heading.replace('口岸', '出入口')}X1,去程,,阿拉山口,2018-06-01,41,82,530,100\nX2,回程,,,2018-06-31,41,82,530,100\n`
    const preview = await ask({ method: 'POST', url: `${trains}/preview`, cookie: clerk, ...upload(text) })
    expect(preview).toMatchObject({
      status: 200,
      body: { format: 'csv', encoding: 'utf-8', headingLine: 1, missing: [] },
    })
    expect((preview.body['headings'] as unknown[])[3]).toMatchObject({ heading: '出入口', how: 'unknown' })
    const mapping = JSON.stringify({ 出入口: 'borderPort' })
    const tried = await ask({
      method: 'POST',
      url: `${trains}/imports?dryRun=true`,
      cookie: clerk,
      ...upload(text, { mapping }),
    })
    expect(tried).toMatchObject({ status: 200, body: { batch: null, accepted: 1, rejected: 1 } })
    const done = await ask({
      method: 'POST',
      url: `${trains}/imports?progress=import-9`,
      cookie: clerk,
      ...upload(text, { mapping }),
    })
    expect(done).toMatchObject({
      status: 200,
      body: { accepted: 1, rejected: 1, findings: [{ line: 3, faults: [{ check: 'day', column: 'departedOn' }] }] },
    })
    const id = done.body['batch']
    brought = Number(id)
    expect(await ask({ method: 'GET', url: `/api/batches/${id}`, cookie: clerk })).toMatchObject({
      status: 200,
      body: { batch: { id, unit: 'PORT', accepted: 1, withdrawn: null } },
    })
    expect((await ask({ method: 'GET', url: `/api/batches/${id}/rejected`, cookie: clerk })).status).toBe(200)
    const list = await ask({
      method: 'GET',
      url: `${trains}/rows?filter=direction:is:outbound&filter=borderPort:has:${encodeURIComponent('阿拉')}&sort=-weight`,
      cookie: clerk,
    })
    expect(list.body).toMatchObject({
      total: 1,
      rows: [{ values: { trainNumber: 'X1', borderPort: '阿拉山口', weight: '530' } }],
    })
    const { rowId } = (list.body['rows'] as { rowId: number }[])[0]!
    const mended = await ask({
      method: 'PATCH',
      url: `${trains}/rows/${rowId}`,
      cookie: clerk,
      payload: { version: 1, values: { weight: '531.5' }, reason: '与提单核对' },
    })
    expect(mended).toMatchObject({ status: 200, body: { corrected: 1 } })
    expect(
      await ask({
        method: 'PATCH',
        url: `${trains}/rows/${rowId}`,
        cookie: clerk,
        payload: { version: 1, values: { weight: '9' }, reason: '再次更正' },
      }),
    ).toMatchObject({ status: 409 })
    expect(
      await ask({
        method: 'PATCH',
        url: `${trains}/rows/${rowId}`,
        cookie: clerk,
        payload: { values: { weight: '很重' }, reason: '再次更正' },
      }),
    ).toMatchObject({ status: 422, body: { code: 'ledgers/row-rejected' } })
    const versions = (await ask({ method: 'GET', url: `${trains}/rows/${rowId}`, cookie: clerk })).body['versions']
    expect(versions).toMatchObject([
      { version: 2, values: { weight: '531.5' }, broughtBy: { reason: '与提单核对' }, replaced: null },
      { version: 1, values: { weight: '530' }, replaced: { why: 'corrected' } },
    ])
    const changes = await ask({ method: 'GET', url: `/api/batches/${mended.body['batch']}/changes`, cookie: clerk })
    expect(changes.body).toMatchObject({
      changes: [{ before: { values: { weight: '530' } }, after: { values: { weight: '531.5' } } }],
    })
  })

  test('may not withdraw; the lead may, once, with a reason', async () => {
    const { body } = await ask({
      method: 'POST',
      url: `${trains}/imports`,
      cookie: clerk,
      ...upload(`${heading}W1,去程,,,2018-05-01,1,1,1,1\n`),
    })
    const withdrawal = {
      method: 'POST' as const,
      url: `/api/batches/${body['batch']}/withdrawal`,
      payload: { reason: '文件拿错了' },
    }
    expect((await ask({ ...withdrawal, cookie: clerk })).status).toBe(403)
    expect(await ask({ ...withdrawal, cookie: lead })).toMatchObject({ status: 200, body: { removed: 1, restored: 0 } })
    expect(await ask({ ...withdrawal, cookie: lead })).toMatchObject({
      status: 409,
      body: { code: 'ledgers/batch-withdrawn' },
    })
  })

  test('another office sees none of it', async () => {
    expect((await ask({ method: 'GET', url: `${trains}/rows`, cookie: stranger })).body).toMatchObject({
      rows: [],
      total: 0,
    })
    expect((await ask({ method: 'GET', url: '/api/batches', cookie: stranger })).body).toMatchObject({ batches: [] })
    expect((await ask({ method: 'GET', url: `/api/batches/${brought}`, cookie: stranger })).status).toBe(403)
    expect(
      (await ask({ method: 'GET', url: `${trains}/export?format=csv`, cookie: stranger })).text.trim().split('\n'),
    ).toHaveLength(1)
  })
})

test.each([
  ['/api/ledgers/trade/train', 404, 'ledgers/unknown'],
  [`${trains}/rows?filter=route:like:x`, 422, 'ledgers/filter-unreadable'],
  [`${trains}/rows?filter=departedOn:from:2018-02-30`, 422, 'ledgers/filter-unreadable'],
  [`${trains}/rows?filter=weight:is:heavy`, 422, 'ledgers/filter-unreadable'],
  [`${trains}/rows?filter=nothing:is:x`, 422, 'ledgers/column-unknown'],
  [`${trains}/rows?sort=nothing`, 422, 'ledgers/column-unknown'],
  [`${trains}/rows/999999`, 404, 'ledgers/row-unknown'],
  ['/api/batches/999999', 404, 'ledgers/batch-unknown'],
])('%s is refused with words', async (url, status, code) => {
  expect(await ask({ method: 'GET', url, cookie: lead })).toMatchObject({ status, body: { code } })
})

test('the declaration, the list, the template and the export answer', async () => {
  expect((await ask({ method: 'GET', url: trains, cookie: lead })).body).toMatchObject({
    ledger: 'trade/trains',
    key: ['trainNumber', 'departedOn'],
  })
  const { body } = await ask({ method: 'GET', url: '/api/ledgers', cookie: lead })
  expect(body['ledgers']).toContainEqual(
    expect.objectContaining({ ledger: 'trade/trains', rows: 1, latestDay: '2018-06-01' }),
  )
  expect((await ask({ method: 'GET', url: `${trains}/template`, cookie: lead })).text.slice(0, 2)).toBe('PK')
  const csv = (
    await ask({
      method: 'GET',
      url: `${trains}/export?format=csv`,
      cookie: lead,
      headers: { 'accept-language': 'zh-CN' },
    })
  ).text
  expect(csv).toBe(
    '\ufeff车次,方向,口径,线路,口岸,发车日期,集装箱数(箱),标箱(TEU),货重(吨),货值(美元),到达日期\r\nX1,去程,中欧,,阿拉山口,2018-06-01,41,82,531.5,100,\r\n',
  )
})
