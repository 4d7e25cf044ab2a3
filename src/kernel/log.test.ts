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

test('silent is silent', () => {
  expect(loggerOptions({ logLevel: 'silent' })).toBe(false)
})
