import { Writable } from 'node:stream'
import Fastify, { type FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { loggerOptions } from './log.ts'

async function linesOf(deed: (app: FastifyInstance) => Promise<unknown>) {
  const written: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk))
      done()
    },
  })
  const options = loggerOptions({ logLevel: 'info' })
  const app = Fastify({ logger: { ...(options || {}), stream } })
  await deed(app)
  await app.close()
  return written
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a line names the request and its path, not its query, its cookie or its password', async () => {
  const lines = await linesOf(async (app) => {
    app.post('/sign-in', async (request) => {
      request.log.info({ body: request.body, headers: request.headers, password: 'geheim' }, 'asked')
      return {}
    })
    await app.inject({
      method: 'POST',
      url: '/sign-in?name=geheim',
      headers: { cookie: 'session=geheim', authorization: 'geheim' },
      payload: { username: 'leader', password: 'geheim' },
    })
  })
  expect(JSON.stringify(lines)).not.toContain('geheim')
  expect(lines[0]).toMatchObject({
    level: 'info',
    reqId: expect.any(String),
    req: { method: 'POST', path: '/sign-in' },
  })
  expect(lines[0]?.['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  expect(lines[1]).toMatchObject({ body: { username: 'leader', password: '[hidden]' } })
})

test.each([
  ['/confirm/q2dWK37mD9nwgPRzW6F1FtIGbUgI91lv', '/confirm/[hidden]'],
  ['/api/open/projects/calendar/q2dWK37mD9nwgPRzW6F1FtIGbUgI91lv.ics', '/api/open/projects/calendar/[hidden].ics'],
  ['/api/open/reports/7KQ2MXWZ49PD/answer', '/api/open/reports/[hidden]/answer'],
  ['/report/7KQ2MXWZ49PD?lang=en', '/report/[hidden]'],
  ['/api/matters/E0304201806300001/deeds', '/api/matters/E0304201806300001/deeds'],
  ['/projects/DT-02', '/projects/DT-02'],
])('a key in an address is hidden: %s', async (url, path) => {
  const lines = await linesOf((app) => app.inject({ method: 'GET', url }))
  expect(lines[0]).toMatchObject({ req: { path } })
})

test('silent is silent', () => {
  expect(loggerOptions({ logLevel: 'silent' })).toBe(false)
})
