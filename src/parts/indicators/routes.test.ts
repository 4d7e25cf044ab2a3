import { describe, expect, test } from 'vitest'
import { testHouse } from '#tests/house.ts'

const { ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const lead = await signedIn(['lead'])
const portClerk = await signedIn(['clerk'], 'PORT')
const get = (url: string, cookie = lead) => ask({ method: 'GET', url, cookie })

// Every reply is held against its shape by the test house.
describe('the figures of the zone, for somebody who may see all of it', () => {
  test.each([
    ['/api/indicators', { indicators: expect.any(Array) }],
    ['/api/indicators/trains.count', { code: 'trains.count', usedBy: expect.any(Array), targets: [{ value: '650' }] }],
    ['/api/indicators/latest', { on: '2018-06-30', facts: expect.any(Array) }],
    ['/api/indicators/trains.count/fact?period=2018-H1', { value: '297' }],
    [
      `/api/indicators/${encodeURIComponent('社零')}/fact?period=2018-H1&unit=${encodeURIComponent('万元')}`,
      { value: '1250000' },
    ],
    ['/api/indicators/gdp/fact?period=2018-H1&asOf=2017-01-01T00:00:00Z', { value: null, status: 'missing' }],
    ['/api/indicators/gdp/ranks?period=2018-H1', { rank: { rank: 2, of: 6, by: 'change' } }],
    ['/api/indicators/trains.count/ranks?period=2018-H1', { rank: null }],
    ['/api/indicators/trains.count/series?from=2017-01-01&to=2018-06-30', { indicator: 'trains.count', unit: '列' }],
    ['/api/indicators/trains.count/lineage?period=2018-H1', { replay: { value: '297', equal: true } }],
    ['/api/indicators/homes.investment/lineage?period=2018-H1', { replay: { value: '9.2', equal: true } }],
    ['/api/indicators/trains.count/rows?period=2018-H1&size=200', { total: 297, next: expect.any(Number) }],
    ['/api/pace?year=2018&on=2018-06-30', { counts: { total: 6, ahead: 1, behind: 5 } }],
    ['/api/pace', { year: 2018, on: '2018-06-30' }],
    ['/api/targets?year=2018', { targets: expect.any(Array) }],
    ['/api/cockpit', { on: '2018-06-30', sentence: { ahead: 1, behind: 5 } }],
    ['/api/cockpit?on=2017-03-15', { on: '2017-03-15', pace: { targets: [] } }],
    ['/api/cockpit?on=2031-01-01', { on: '2031-01-01' }],
  ])('GET %s', async (url, expected) => {
    const { status, body } = await get(url)
    expect(status, JSON.stringify(body).slice(0, 500)).toBe(200)
    expect(body).toMatchObject(expected)
  })

  test('lineage tells the moments at which the figure may have changed', async () => {
    const { body } = await get('/api/indicators/trains.count/lineage?period=2018-H1')
    expect((body['moments'] as string[]).length).toBe(1)
  })

  test('the evidence is a file of rows with a manifest', async () => {
    const { status, text } = await get('/api/indicators/trains.count/evidence?period=2018-H1')
    expect(status).toBe(200)
    expect(text.trim().split('\r\n')).toHaveLength(1 + 297 + 1)
    expect((await get('/api/indicators/nothing/evidence?period=2018-H1')).status).toBe(404)
  })

  test.each([
    ['/api/indicators/train.count/fact?period=2018-H1', 404, 'indicators/unknown'],
    ['/api/indicators/gdp/fact?period=2018-13', 422, 'period/unreadable'],
    ['/api/indicators/gdp/fact?period=2018-H1&area=NOWHERE', 404, 'org/unit-unknown'],
    ['/api/indicators/gdp/fact?period=2018-H1&unit=%E5%88%97', 422, 'unit/mismatch'],
    ['/api/indicators/gdp/series?from=1950-01-01&to=2018-06-30', 422, 'indicators/span-too-long'],
    ['/api/indicators/gdp/rows?period=2018-H1&input=5', 404, 'indicators/input-unknown'],
  ])('GET %s is refused with %d %s', async (url, status, code) => {
    const reply = await get(url)
    expect([reply.status, reply.body['code']]).toEqual([status, code])
  })
})

describe('somebody of one department', () => {
  test('sees the figures of their own unit, and is refused those of others', async () => {
    const own = await get('/api/indicators/trains.count/fact?period=2018-H1', portClerk)
    expect(own.body).toMatchObject({ area: 'PORT', value: '297' })
    const other = await get('/api/indicators/trains.count/fact?period=2018-H1&area=ZONE', portClerk)
    expect([other.status, other.body['code']]).toEqual([403, 'org/outside-scope'])
    expect((await get('/api/cockpit', portClerk)).body).toMatchObject({ area: 'PORT' })
  })

  test('may not set targets; a lead of the whole zone may, with a reason', async () => {
    const payload = {
      indicator: 'gdp',
      period: '2018',
      operator: '>=',
      value: '680',
      unit: '亿元',
      reason: '年初党工委会议确定',
    }
    const send = (cookie: string, body: object = payload) =>
      ask({ method: 'POST', url: '/api/targets/revisions', cookie, payload: body })
    expect((await send(portClerk)).status).toBe(403)
    expect((await send(await signedIn(['lead'], 'PORT'))).body['code']).toBe('org/outside-scope')
    expect((await send(lead, { ...payload, reason: '' })).status).toBe(400)
    expect((await send(lead)).body).toMatchObject({ value: '680', version: 1 })
    const pace = (await get('/api/pace?year=2018&on=2018-06-30')).body['targets'] as { indicator: string }[]
    expect(pace.map(({ indicator }) => indicator)).toContain('gdp')
  })
})
