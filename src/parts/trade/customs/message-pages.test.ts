import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { addUnit } from '#parts/org/org.ts'
import { testHouse } from '#tests/house.ts'
import { workOn } from '#tests/world/work.ts'
import { listMessage, type OrderMade, orderMessage, paymentMessage, waybillMessage } from './sample-messages.ts'

const { house, signedIn, ask } = await testHouse()
const api = '/api/trade/customs'
const unit = (code: string, parent: string | null) => ({
  ...{ code, parent, nameZh: code, nameEn: code, kind: parent ? ('department' as const) : ('committee' as const) },
  openedOn: '1993-04-01',
})
await write(workOn(house.pool), async (tx) => {
  await addUnit(tx, unit('ZONE', null))
  await addUnit(tx, unit('PORT', 'ZONE'))
  await addUnit(tx, unit('STAT', 'ZONE'))
})
const [clerk, viewer, stranger] = [
  await signedIn(['clerk'], 'PORT'),
  await signedIn(['viewer'], 'ZONE'),
  await signedIn(['clerk'], 'STAT'),
]

function form(name: string, content: string | Uint8Array) {
  const mark = 'part-of-a-form'
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${mark}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
  }
}

const send = (where: string, name: string, content: string | Uint8Array, cookie = clerk) =>
  ask({ method: 'POST', url: `${api}${where}`, cookie, ...form(name, content) })
const get = (url: string, cookie = clerk) => ask({ method: 'GET', url: `${api}${url}`, cookie })
const filesSeen = async () => (await get('/files')).body as { total: number }
const zipOf = (texts: readonly string[]) =>
  zipSync(Object.fromEntries(texts.map((text, nth) => [`${nth}.xml`, strToU8(text)])), { mtime: '2018-06-28T10:15:00' })
const whole = (orders: readonly OrderMade[]) => [
  orderMessage(orders),
  paymentMessage(orders),
  waybillMessage(orders),
  listMessage(orders),
]

describe('only reading', () => {
  test('names each departure with its place and keeps nothing', async () => {
    const text = orderMessage([
      { no: 'R1', order: { appTime: 'noon', currency: 'CNY' } },
      { no: 'R2', order: { currency: 'CNY' } },
    ])
    const { status, body } = await send('/reading', 'odd.xml', text)
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'odd.xml', messages: 1, documents: 2, departed: 3, broken: 0 })
    expect(body['groups']).toEqual([
      {
        times: 2,
        message: 'odd.xml',
        first: expect.objectContaining({ code: 'not-stated-value', found: 'CNY', wanted: '142' }),
      },
      {
        times: 1,
        message: 'odd.xml',
        first: expect.objectContaining({ path: 'CEB311Message/Order[1]/OrderHead/appTime' }),
      },
    ])
    expect(await filesSeen()).toMatchObject({ total: 0 })
  })

  test.each([
    ['a billion laughs', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype'],
    ['another root', '<invoice/>', 'unknown-root'],
    ['a message cut off', orderMessage([{ no: 'R3' }]).slice(0, 900), 'cut'],
    ['no XML at all', 'order number, 1', 'not-xml'],
  ])('says of %s where it breaks', async (_, text, code) => {
    const { body } = await send('/reading', 'bad.xml', text)
    expect(body).toMatchObject({ broken: 1, read: [{ broken: expect.objectContaining({ code }) }] })
  })

  test('refuses a zip that is cut, in words', async () => {
    const zip = zipOf(whole([{ no: 'R4' }]))
    const { status, body } = await send('/reading', 'cut.zip', zip.subarray(0, zip.length - 40))
    expect([status, body['code']]).toEqual([422, 'trade/archive-cut'])
    expect(body['cure']).toBeTruthy()
  })

  test.each(['good', 'departing', 'retried'])('the sample “%s” can be had and reads as it says', async (name) => {
    const sample = await get(`/samples/${name}`, viewer)
    expect(sample.status).toBe(200)
    const { body } = await send('/reading', `${name}.xml`, sample.text)
    expect(body['broken']).toBe(0)
    if (name === 'departing') expect(body['departed']).toBeGreaterThan(4)
    else expect(body['departed']).toBe(0)
  })
})

describe('receiving', () => {
  test('takes documents in, says what came of them, and tells how far it is', async () => {
    const { status, body } = await send(
      '/files?progress=watch-me',
      'first.zip',
      zipOf(whole([{ no: 'A1' }, { no: 'A2' }])),
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({ messages: 4, documents: 8, accepted: 8, matched: 2, known: false })
    const { rows } = await house.pool.query(
      `select ended_at is not null as ended, words->>'en' as en from progress where id = 'watch-me'`,
    )
    expect(rows).toEqual([{ ended: true, en: '8 documents read, matching' }])
    const again = await send('/files', 'first.zip', zipOf(whole([{ no: 'A1' }, { no: 'A2' }])))
    expect(again.body).toMatchObject({ id: body['id'], known: true })
    const { rows: units } = await house.pool.query('select unit_code from customs_files')
    expect(units).toEqual([{ unit_code: 'PORT' }])
  })

  test('is for those who may: a viewer reads, a stranger sees no file of another unit', async () => {
    const file = form('x.xml', orderMessage([{ no: 'B' }]))
    for (const where of ['/files', '/reading'])
      expect(await ask({ method: 'POST', url: api + where, cookie: viewer, ...file })).toMatchObject({
        status: 403,
        body: { code: 'kernel/not-permitted' },
      })
    expect((await get('/files', stranger)).body).toMatchObject({ total: 0 })
    for (const below of ['', '/messages', '/departures', '/documents', '/refusals'])
      expect(await get(`/files/1${below}`, stranger)).toMatchObject({
        status: 404,
        body: { code: 'trade/message-file-unknown' },
      })
    expect((await send('/files?unit=PORT', 'x.xml', orderMessage([{ no: 'B' }]), stranger)).body['code']).toBe(
      'org/outside-scope',
    )
  })

  test.each([
    ['what holds no message', 'a.xml', '<invoice/>', 'trade/no-message'],
    ['an empty file', 'a.xml', '', 'ledgers/file-empty'],
    ['a unit that is not there', 'a.xml', orderMessage([{ no: 'C' }]), 'org/unit-unknown', '?unit=NOWHERE'],
  ])('refuses %s in words', async (_, name, text, code, query = '') => {
    const { status, body } = await send(`/files${query}`, name, text)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).toMatchObject({ code, title: expect.any(String), cure: expect.any(String) })
  })
})

describe('a file that came', () => {
  test('shows its messages, departures, documents and what was not taken, page by page', async () => {
    const odd = orderMessage([
      { no: 'D1', order: { currency: 'CNY' } },
      { no: 'A1', order: { goodsValue: '999' } },
    ])
    const cut = paymentMessage([{ no: 'D1' }, { no: 'D2' }])
    const { body } = await send('/files', 'second.zip', zipOf([odd, cut.slice(0, cut.indexOf('D2'))]))
    const id = body['id'] as number
    expect((await get(`/files/${id}`)).body).toMatchObject({
      file: { name: 'second.zip', messages: 2, refused: 1, broken: 1, departed: 1, unit: 'PORT' },
      groups: [{ times: 1 }],
      orders: { mismatch: 1 },
    })
    expect((await get(`/files/${id}/messages`)).body).toMatchObject({
      total: 2,
      messages: [{ number: '311' }, { number: '411', broken: { code: 'cut' } }],
    })
    expect((await get(`/files/${id}/messages?only=broken`)).body).toMatchObject({ total: 1 })
    expect((await get(`/files/${id}/departures?code=not-stated-value`)).body).toMatchObject({
      total: 1,
      departures: [{ found: 'CNY', place: 1 }],
    })
    expect((await get(`/files/${id}/departures?code=no-time`)).body).toMatchObject({ total: 0 })
    expect((await get(`/files/${id}/documents`)).body).toMatchObject({
      total: 2,
      documents: [
        { kind: 'order', orderNo: 'D1', ordinal: 1, state: 'mismatch' },
        { kind: 'payment', number: 'T-D1', orderNo: 'D1' },
      ],
    })
    expect((await get(`/files/${id}/documents?kind=payment`)).body).toMatchObject({ total: 1 })
    expect((await get(`/files/${id}/refusals`)).body).toMatchObject({
      total: 1,
      refusals: [{ code: 'number-taken', kind: 'order', orderNo: 'A1', ordinal: 2 }],
    })
    expect((await get('/files?size=1')).body).toMatchObject({ total: 2, files: [{ id }] })
  })
})
