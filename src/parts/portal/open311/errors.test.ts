import { describe, expect, test } from 'vitest'
import { elements, open311World } from '#tests/world/open311.ts'

const { key, otherKey, get, post, dust } = await open311World()

describe('what is asked wrong', () => {
  const cases: [string, () => Promise<{ status: number; type: unknown; text: string }>, number, RegExp][] = [
    ['an unknown path', () => get('/nothing.json'), 404, /./],
    ['an unknown path without a format', () => get('/v2/'), 404, /./],
    ['another format', () => get('/v2/services.yaml'), 404, /yaml/],
    ['a broken percent sign', () => get('/v2/%zz.json'), 400, /./],
    ['an unknown request', () => get('/v2/requests/E9.json'), 404, /E9/],
    ['an unknown service', () => get('/v2/services/E9.json'), 404, /E9/],
    ['an unknown service in a list', () => get('/v2/requests.json?service_code=E9'), 404, /E9/],
    ['an unknown token', () => get('/v2/tokens/x.json'), 404, /token/],
    ['an unknown jurisdiction', () => get('/v2/services.json?jurisdiction_id=elsewhere.gov'), 404, /elsewhere/],
    ['a date without a zone', () => get('/v2/requests.json?start_date=2018-06-01T00:00:00'), 400, /time zone/],
    ['a day that is none', () => get('/v2/requests.json?start_date=2018-02-30T00:00:00Z'), 400, /time zone/],
    [
      'a longer span',
      () => get('/v2/requests.json?start_date=2018-01-01T00:00:00Z&end_date=2018-06-01T00:00:00Z'),
      400,
      /90/,
    ],
    ['a strange state', () => get('/v2/requests.json?status=fixed'), 400, /fixed/],
    ['a page that is none', () => get('/v2/requests.json?page=0'), 400, /page/],
    ['a NUL', () => get('/v2/requests.json?service_request_id=%00'), 400, /./],
    ['a month that is none', () => get('/v2/bulk/2018-13.json'), 404, /2018-06/],
    ['no key', () => post('/requests.json', { ...dust(), api_key: '' }), 403, /api_key/],
    ['a wrong key', () => post('/requests.json', { ...dust(), api_key: 'jk_wrong' }), 403, /api_key/],
    ['a key of another door', () => post('/requests.json', { ...dust(), api_key: otherKey }), 403, /api_key/],
    ['no service', () => post('/requests.json', { ...dust(), service_code: '' }), 400, /service_code/],
    ['an unknown service sent', () => post('/requests.json', { ...dust(), service_code: 'E9' }), 404, /E9/],
    ['no place', () => post('/requests.json', { ...dust(), lat: '', long: '' }), 400, /address_string/],
    ['half a place', () => post('/requests.json', { ...dust(), long: '' }), 400, /both/],
    ['a place that is none', () => post('/requests.json', { ...dust(), lat: 'north' }), 400, /north/],
    ['a place outside', () => post('/requests.json', { ...dust(), lat: '40', long: '116' }), 400, /outside/],
    [
      'an unknown cell',
      () => post('/requests.json', { ...dust(), lat: '', long: '', address_id: '9' }),
      404,
      /address_id/,
    ],
    ['markup', () => post('/requests.json', { ...dust(), description: '<b>dust</b>' }), 400, /./],
    ['4,001 characters', () => post('/requests.json', { ...dust(), description: 'x'.repeat(4001) }), 400, /4000/],
    [
      'a value that is none',
      () => post('/requests.json', { ...dust(), 'attribute[CONDITION]': '9' }),
      400,
      /CONDITION/,
    ],
    [
      'no update id',
      () => post('/servicerequestupdates.json', { api_key: key, service_request_id: 'E1' }),
      400,
      /update_id/,
    ],
    ['another body', () => post('/requests.json', {}, { 'content-type': 'text/csv' }), 400, /./],
  ]
  test.each(cases)('%s is told in the shape of the standard', async (_words, ask, status, words) => {
    const reply = await ask()
    expect(reply.status, reply.text).toBe(status)
    if (String(reply.type).includes('json')) {
      expect(JSON.parse(reply.text)).toEqual([{ code: status, description: expect.stringMatching(words) }])
    } else {
      const told = new Map(elements(reply.text))
      expect(told.get('errors/error/code')).toBe(String(status))
      expect(told.get('errors/error/description')).toMatch(words)
    }
  })

  test('errors are XML where XML was asked, in the language of the reader', async () => {
    const { text, type } = await get('/v2/requests/E9.xml', 'zh-CN')
    expect(type).toBe('text/xml; charset=utf-8')
    expect(new Map(elements(text)).get('errors/error/description')).toContain('没有 service_request_id')
  })
})
