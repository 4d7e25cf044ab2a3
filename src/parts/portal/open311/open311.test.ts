import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { moveMatter } from '#parts/matters/engine/engine.ts'
import { crew } from '#tests/world/matters.ts'
import { elements, open311World } from '#tests/world/open311.ts'

const { house, app, key, get, json, post, dust, sent } = await open311World()

describe('discovery and services', () => {
  test.each(['/discovery', '/v2/discovery'])('%s tells of the service in both formats', async (path) => {
    const told = await json(`${path}.json`)
    expect(told).toEqual({
      ...{ changeset: expect.stringMatching(/^\d{4}-.*Z$/), contact: 'Contact', key_service: 'Keys' },
      endpoints: [
        {
          ...{ specification: 'http://wiki.open311.org/GeoReport_v2', type: 'production' },
          ...{ url: expect.stringMatching(/^http.*\/open311\/v2$/), changeset: told.changeset },
          formats: ['text/xml', 'application/json'],
        },
      ],
    })
    const { text, type } = await get(`${path}.xml`)
    expect(type).toBe('text/xml; charset=utf-8')
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<discovery>/)
    const paths = new Set(elements(text).map(([name]) => name))
    expect(paths).toContain('discovery/endpoints/endpoint/formats/format')
  })

  test('the list of services is a bare array, with strings and real booleans; XML says true and false in words', async () => {
    const list = await json('/v2/services.json')
    const of = (code: string) => list.find((one: { service_code: string }) => one.service_code === code)
    const dusty = { service_name: 'Dust', metadata: true, type: 'realtime', group: 'Sites', keywords: null }
    expect(of('E0304')).toMatchObject(dusty)
    expect(of('C0101')).toMatchObject({ metadata: false, type: 'batch' })
    const xml = elements((await get('/v2/services.xml')).text)
    const told = xml.filter(([name]) => name === 'services/service/metadata').map(([, text]) => text)
    expect(told).toEqual(list.map((one: { metadata: boolean }) => String(one.metadata)))
  })

  test('a definition asks which condition it is, and shows whom to call', async () => {
    const { service_code, attributes } = await json('/v2/services/E0304.json')
    expect(service_code).toBe('E0304')
    expect(attributes[0]).toMatchObject({
      ...{ variable: true, code: 'CONDITION', datatype: 'singlevaluelist', required: false, order: 1 },
      values: [
        { key: '1', name: '土方作业未湿法' },
        { key: '2', name: '需停工整改' },
      ],
    })
    expect(attributes[1]).toMatchObject({ variable: false, code: 'NOTICE', order: 2, datatype_description: null })
    const xml = elements((await get('/v2/services/E0304.xml')).text).map(([name]) => name)
    expect(xml).toContain('service_definition/attributes/attribute/values/value/key')
    expect(await json('/v2/services/E0101.json')).toEqual({ service_code: 'E0101', attributes: [] })
  })
})

describe('a request', () => {
  test('is answered with its id, and read again with nothing of a person in it', async () => {
    const id = await sent({
      ...{ email: 'someone@example.com', first_name: 'Wenqing', last_name: 'Zhao', phone: '13800001234' },
      ...{
        description: 'Dust, call 13800001234 or someone@example.com',
        'attribute[CONDITION]': '2',
        address_string: '',
      },
    })
    expect(id).toMatch(/^E0304\d{12}$/)
    const [request] = await json(`/v2/requests/${id}.json`)
    expect(request).toMatchObject({
      ...{
        service_request_id: id,
        status: 'open',
        service_code: 'E0304',
        service_name: 'Dust',
        lat: 34.7,
        long: 113.8,
      },
      ...{ agency_responsible: null, address: null, zipcode: null, address_id: '410171001101001', media_url: null },
      description: 'Dust, call 【电话】 or 【邮箱】',
      service_notice: expect.stringContaining('working hours'),
      requested_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    })
    const all = (await get(`/v2/requests/${id}.xml?extensions=true`)).text
    expect(all).not.toMatch(/Wenqing|Zhao|13800001234|someone@/)
    expect(elements(all).map(([name]) => name)).toContain('service_requests/request/attributes/attribute/code')
    const { rows } = await house.pool.query('select description from matters where number = $1', [id])
    expect(rows[0].description).toContain('【情况】需停工整改')
  })

  test('with a service that is answered in batches has a token first', async () => {
    const { text } = await post('/requests.xml', { ...dust(), service_code: 'C0101' })
    const told = new Map(elements(text))
    const token = told.get('service_requests/request/token')!
    expect(told.has('service_requests/request/service_request_id')).toBe(false)
    const [found] = await json(`/v2/tokens/${token}.json`)
    expect(found).toEqual({ service_request_id: expect.stringMatching(/^C0101/), token })
  })

  test('with a grid cell for a place lies in its middle; with an address alone it has none', async () => {
    const [cell] = await json(`/v2/requests/${await sent({ lat: '', long: '', address_id: '410171001101001' })}.json`)
    expect([cell.lat, cell.long]).toEqual([expect.closeTo(34.7, 6), expect.closeTo(113.8, 6)])
    const [words] = await json(`/v2/requests/${await sent({ lat: '', long: '', address_string: '经开第八大街' })}.json`)
    expect(words).toMatchObject({ lat: null, long: null, address: '经开第八大街' })
  })

  test('sent again under its key is the same request', async () => {
    const headers = { 'idempotency-key': 'resend-0001' }
    expect(await sent({}, headers)).toBe(await sent({}, headers))
  })

  test('comes with photos as a multipart form; the public sees them only once somebody looked', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    const body = new FormData()
    for (const [name, value] of Object.entries(dust())) body.append(name, String(value))
    body.append('media', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'dust.jpg')
    const encoded = new Response(body)
    const reply = await app.inject({
      ...{ method: 'POST', url: '/open311/v2/requests.json' },
      payload: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type')! },
    })
    expect(reply.statusCode, reply.body).toBe(200)
    const [{ service_request_id: id }] = reply.json()
    const { rows } = await house.pool.query(
      'select from matter_photos p join matters m on m.id = p.matter_id where m.number = $1',
      [id],
    )
    expect(rows).toHaveLength(1)
    expect((await json(`/v2/requests/${id}.json`))[0].media_url).toBeNull()
  })

  test('from a page of another site is taken: the key counts, not the cookie', async () => {
    await sent({}, { origin: 'https://reports.example', 'sec-fetch-site': 'cross-site' })
  })
})

describe('lists', () => {
  test('one id after another, whatever else is asked', async () => {
    const ids = [await sent(), await sent()]
    const list = await json(`/v2/requests.json?service_request_id=${ids.join(',')},X1&status=closed&start_date=never`)
    expect(list.map((one: { service_request_id: string }) => one.service_request_id).sort()).toEqual(ids.sort())
  })

  test('by service, state, place, page and what changed', async () => {
    await sent({ service_code: 'E0101' })
    const codes = async (query: string) =>
      (await json(`/v2/requests.json?${query}`)).map((one: { service_code: string }) => one.service_code)
    expect(new Set(await codes('service_code=E0101,E0304'))).toEqual(new Set(['E0101', 'E0304']))
    expect(new Set(await codes('service_code=E0101&status=open,closed'))).toEqual(new Set(['E0101']))
    expect(await codes('status=closed')).toEqual([])
    const all = await codes('')
    const paged = [await codes('page=1&page_size=2'), await codes('page=2&page_size=2')]
    expect(paged).toEqual([all.slice(0, 2), all.slice(2, 4)])
    expect(await codes('page=999')).toEqual([])
    expect(await codes('lat=34.65&long=113.75&radius=100')).toEqual([])
    expect((await codes('lat=34.7&long=113.8&radius=100')).length).toBeGreaterThan(3)
    const later = new Date(Date.now() + 3_600_000).toISOString()
    expect(await codes(`updated_after=${later}`)).toEqual([])
    expect((await codes('updated_after=2018-01-01T00:00:00%2B08:00')).length).toBe(all.length)
    expect(await codes('start_date=2018-01-01T00:00:00Z&end_date=2018-02-01T00:00:00Z')).toEqual([])
  })

  test('a month as CSV, XML and JSON', async () => {
    const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)
    const { text, type } = await get(`/v2/bulk/${month}.csv`)
    expect(type).toBe('text/csv; charset=utf-8')
    expect(text).toMatch(/^\ufeffservice_request_id,requested_datetime,updated_datetime,closed_date,/)
    const list = await json(`/v2/bulk/${month}.json`)
    expect(text.match(/\r\n[CE]\d{16},/g)).toHaveLength(list.length)
    expect(elements((await get(`/v2/bulk/${month}.xml`)).text).map(([name]) => name)).toContain('requests/request/lat')
  })
})

describe('updates', () => {
  test('a course is told step by step; an update from outside is words for the desk, once', async () => {
    const id = await sent()
    const move = (deed: object, actor: keyof typeof crew, seen: number) =>
      write(house.workAs(crew[actor]), (tx) => moveMatter(tx, { matter: id, seen, ...deed } as never))
    await move({ deed: 'verify', found: true, words: '属实' }, 'inspector', 1)
    const { rows } = await house.pool.query(
      `select id from matter_standards where category = 'E0304' order by id limit 1`,
    )
    await move({ deed: 'register', standard: rows[0].id }, 'chief', 2)
    await move({ deed: 'dispatch', unit: 'CONSTRUCTION', told: '已请建设局处理' }, 'dispatcher', 3)
    const updates = (await json('/v2/servicerequestupdates.json')).filter(
      (one: { service_request_id: string }) => one.service_request_id === id,
    )
    expect(updates.map((one: { status: string }) => one.status)).toEqual([
      ...['for_triage', 'investigating', 'action_scheduled'],
    ])
    expect(updates[2]).toMatchObject({ description: 'Sent to CONSTRUCTION. 已请建设局处理', media_url: null })
    const [request] = await json(`/v2/requests/${id}.json`)
    expect(request).toMatchObject({
      ...{ agency_responsible: 'CONSTRUCTION', status_notes: 'Sent to CONSTRUCTION. 已请建设局处理' },
      expected_datetime: expect.stringMatching(/Z$/),
    })
    const update = {
      ...{ api_key: key, service_request_id: id, update_id: 'u-1', status: 'OPEN', description: 'Still dusty' },
      updated_datetime: '2018-06-30T09:00:00+08:00',
    }
    expect(JSON.parse((await post('/servicerequestupdates.json', update)).text)).toEqual([{ update_id: 'u-1' }])
    const again = await post('/servicerequestupdates.json', update)
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('already exists')])
  })
})
