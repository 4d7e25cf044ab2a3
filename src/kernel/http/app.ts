import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type pg from 'pg'
import { Refusal, type RefusalTexts } from '../refusal.ts'
import { registerHealth } from './health.ts'
import { openApiOf } from './openapi.ts'
import { registerPages } from './pages.ts'
import { answerProblem, type Dialect } from './problems.ts'
import { type Doors, registerRoute } from './register.ts'
import type { Route } from './route.ts'

export interface AppParts extends Omit<Doors, 'openPerMinute'> {
  routes: readonly Route[]
  texts: RefusalTexts
  /** standards that tell problems in a shape of their own */
  dialects?: readonly Dialect[]
  pool: pg.Pool
  /** hands `/api/auth/*` to the sign-in library */
  signIn(app: FastifyInstance): void
  pagesFolder: string
  /** where maps fetch their tiles from, which the content policy then lets through */
  tiles?: { url: string } | undefined
  logger: FastifyServerOptions['logger']
  title: string
  /** requests a minute to the API from one address, which may be a whole office, before it is told to wait */
  requestsPerMinute: number
}

const jsonLimit = 2 * 1024 * 1024
const fileLimit = 8 * 1024 * 1024 * 1024

// An office behind one address works all day; a stranger who reads more than this a minute should keep what they read.
const OPEN_SHARE = 20

/** The HTTP application: every route of every part behind one set of doors. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    ...(parts.logger === undefined ? {} : { logger: parts.logger }),
    bodyLimit: jsonLimit,
    forceCloseConnections: 'idle',
    genReqId: () => crypto.randomUUID().slice(0, 8),
    requestIdHeader: false,
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply, parts.texts, parts.dialects),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
  })
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, parts.texts, parts.dialects))
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY')
  })
  letGoWhenClosing(app)
  await app.register(compress, { threshold: 2048 })
  await app.register(rateLimit, {
    max: parts.requestsPerMinute,
    errorResponseBuilder: tooMany,
    allowList: (request) => !/^\/(api|sdmx|open311)\//.test(request.url),
  })
  await app.register(formbody)
  await app.register(multipart, { limits: { files: 1, fileSize: fileLimit, fields: 20, fieldSize: 256 * 1024 } })
  registerHealth(app, parts.pool)
  await registerDocument(app, parts)
  parts.signIn(app)
  const openPerMinute = Math.ceil(parts.requestsPerMinute / OPEN_SHARE)
  for (const route of parts.routes) registerRoute(app, route, { ...parts, openPerMinute })
  const entry = await registerPages(app, parts.pagesFolder, parts.tiles?.url)
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !/^\/(api|sdmx|open311)\//.test(request.url)
    if (entry && wantsPage && request.headers.accept?.includes('text/html')) return entry(reply)
    return answerProblem(
      new Refusal('kernel/not-found', { path: request.url }, 404),
      request,
      reply,
      parts.texts,
      parts.dialects,
    )
  })
  return app
}

/** A program that keeps its connection would hold a stopping server for a minute: its last answer ends the connection. */
function letGoWhenClosing(app: FastifyInstance) {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}

async function registerDocument(app: FastifyInstance, parts: AppParts) {
  const document = openApiOf(
    parts.routes.map((route) => route.endpoint),
    parts.title,
  )
  app.get('/api/openapi.json', async () => document)
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
}

function tooMany(_request: unknown, context: { ttl: number }) {
  return new Refusal('kernel/too-many-requests', { seconds: Math.ceil(context.ttl / 1000) }, 429)
}
