import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { createAccess } from '#kernel/access/access.ts'
import { buildApp } from '#kernel/http/app.ts'
import { endpoint } from '#kernel/http/endpoint.ts'
import { reads } from '#kernel/http/route.ts'
import { demonstrationPassword } from '#parts/org/org.ts'
import { type House, programFolder } from '../src/house.ts'
import { routesOf } from '../src/server.ts'

/** The product's HTTP application with somebody signed in. */
export interface Served {
  app: FastifyInstance
  /** of the demonstration zone's leader */
  cookie: string
  /** the JSON of a GET; throws on anything but 200 */
  ask(url: string): Promise<Record<string, unknown>>
}

/** The limit of a route behind the product's doors: one row by its key, in the same kind of transaction. */
const oneRow = endpoint({
  method: 'GET',
  path: '/api/bench/one-row',
  permission: 'signed-in',
  summary: { zh: '一行', en: 'One row' },
  reply: z.object({ unit: z.string() }),
})
export const oneRowPath = oneRow.path
/** The same row without doors: no session, no transaction. */
export const bareRowPath = '/bench/bare-row'
const rowQuery = `select code as unit from units where code = 'PORT'`

/** Serves a house as the product does, except that nobody is told to slow down, with two routes of the bench beside. */
export async function serve(house: House): Promise<Served> {
  const { config, pool } = house
  const access = createAccess({ pool, config })
  const one = reads(oneRow, async (tx) => (await tx.client.query<{ unit: string }>(rowQuery)).rows[0]!)
  const app = await buildApp({
    routes: [...routesOf(house), one],
    permissions: house.permissions,
    texts: house.texts,
    pool,
    signIn: (instance) => access.signIn(instance),
    actorOf: (request) => access.behind(request),
    workOf: (actor, requestId) => house.workAs(actor, requestId),
    origins: [config.url],
    checkReplies: false,
    pagesFolder: path.join(programFolder, 'dist', 'web'),
    logger: false,
    title: 'Jingkai',
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  })
  app.get(bareRowPath, async () => (await pool.query(rowQuery)).rows[0])
  await app.ready()
  const cookie = await signIn(app)
  const ask = async (url: string) => {
    const reply = await app.inject({ url, headers: { cookie } })
    if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}: ${reply.body.slice(0, 300)}`)
    return reply.json() as Record<string, unknown>
  }
  return { app, cookie, ask }
}

async function signIn(app: FastifyInstance): Promise<string> {
  const payload = { username: 'leader', password: demonstrationPassword }
  const reply = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  if (reply.statusCode !== 200) throw new Error(`signing in answered ${reply.statusCode}: ${reply.body}`)
  return reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
