import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/access/actor.ts'
import { kernelPermissions } from '#kernel/access/permissions.ts'
import { answerProblem } from '#kernel/http/problems.ts'
import { registerRoute } from '#kernel/http/register.ts'
import { testDatabase } from '#tests/database.ts'
import { everybody, workOn } from '#tests/world/work.ts'
import { tellProgress } from './progress.ts'
import { jobRoutes } from './routes.ts'
import { jobRefusals } from './texts.ts'

const { pool } = await testDatabase()
const app = Fastify()
let actor: Actor = everybody
app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, jobRefusals))
for (const route of jobRoutes([])) {
  registerRoute(app, route, {
    permissions: kernelPermissions,
    actorOf: async () => actor,
    workOf: (someone) => workOn(pool, { actor: someone }),
    origins: [],
    checkReplies: true,
  })
}
await app.listen({ port: 0, host: '127.0.0.1' })
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
afterAll(() => app.close())

const words = { zh: '导入', en: 'Importing' }
const tell = (done: number, ended = false) =>
  tellProgress(workOn(pool), { id: 'import-1', done, total: 3, words, ended })

test('before any server has run there are no queues, and no job to retry', async () => {
  expect((await app.inject('/api/jobs')).json()).toEqual({ queues: [], failed: [], errands: 0 })
  const retry = await app.inject({ method: 'POST', url: `/api/jobs/${crypto.randomUUID()}/retry` })
  expect([retry.statusCode, retry.json().code]).toEqual([404, 'jobs/unknown'])
})

test('progress arrives as events and ends with the work', async () => {
  await tell(1)
  const answer = await fetch(`${url}/api/progress/import-1`)
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  const first = await reader.read()
  const [line = '', data = ''] = (first.value ?? '').split('\n')
  expect(line).toBe('event: progress')
  expect(JSON.parse(data.replace('data: ', ''))).toEqual({ done: 1, total: 3, words, ended: false })
  await tell(3, true)
  const second = await reader.read()
  expect(second.value).toContain('"done":3,"total":3')
  expect(second.value).toContain('"ended":true')
  expect((await reader.read()).done).toBe(true)
})

test("nobody watches or overwrites somebody else's work, and a server that stops ends the stream", async () => {
  actor = { ...everybody, id: 'somebody-else' }
  const controller = new AbortController()
  const answer = await fetch(`${url}/api/progress/import-1`, { signal: controller.signal })
  const reading = answer.text()
  await tellProgress(workOn(pool, { actor }), { id: 'import-1', done: 99, total: null, words })
  const { rows } = await pool.query(`select done from progress where id = 'import-1'`)
  expect(rows).toEqual([{ done: '3' }])
  await app.close()
  expect(await reading).toBe('')
})
