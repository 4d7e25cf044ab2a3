import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Actor, anonymous, type Permissions, rootsFor } from '../access/actor.ts'
import { read, type Work, write } from '../db/work.ts'
import type { Locale } from '../i18n/words.ts'
import { refuse } from '../refusal.ts'
import type { Endpoint, FileAnswer } from './endpoint.ts'
import { refuseUnkeptText } from './kept-text.ts'
import { letAnybodyRead, sendKept } from './open-answer.ts'
import { localeOf, ShapeError, zodWords } from './problems.ts'
import type { Request, Route } from './route.ts'
import { uploadedFile } from './upload.ts'

/** What every route needs from the house. */
export interface Doors {
  permissions: Permissions
  actorOf(request: FastifyRequest): Promise<Actor | null>
  workOf(actor: Actor, requestId: string): Work
  /** origins whose pages may write */
  origins: readonly string[]
  /** tests hold every reply against its shape */
  checkReplies: boolean
  /** requests a minute from one address to an endpoint that is open to anybody */
  openPerMinute?: number
}

/** Puts one declared route behind its permission, its shapes and its transaction. */
export function registerRoute(app: FastifyInstance, route: Route, doors: Doors): void {
  const { endpoint } = route
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: limitOf(endpoint, doors),
    handler: async (raw, reply) => {
      if (endpoint.open || endpoint.anyOrigin) letAnybodyRead(reply)
      if (!endpoint.anyOrigin) refuseForeignOrigin(raw, doors.origins)
      const actor = endpoint.anyOrigin ? null : await doors.actorOf(raw)
      const roots = rootsAllowed(endpoint, actor, doors.permissions, localeOf(raw))
      // Open endpoints answer in the words of their own standard.
      if (!endpoint.open) refuseUnkeptText('query', { ...(raw.query as object), ...(raw.params as object) })
      refuseUnkeptText('body', endpoint.body === 'file' ? undefined : raw.body)
      const asked = askedOf(endpoint, raw)
      const work = doors.workOf(actor ?? anonymous, raw.id)
      const request: Request = { work, locale: localeOf(raw), roots, raw, reply }
      if (endpoint.body === 'file') request.file = await uploadedFile(raw)
      refuseUnkeptText('form', request.file?.fields)
      return answer(endpoint, await run(route, work, asked, request), request, doors.checkReplies)
    },
  })
}

function limitOf(endpoint: Endpoint, doors: Doors): { rateLimit?: { max: number } } {
  const max = endpoint.perMinute ?? (endpoint.open && doors.openPerMinute)
  return max ? { rateLimit: { max } } : {}
}

function run(route: Route, work: Work, asked: unknown, request: Request): Promise<unknown> {
  if (route.run === 'work') return route.handle(work, asked as never, request)
  const transact = route.run === 'read' ? read : write
  return transact(work, (tx) => route.handle(tx, asked as never, request))
}

/** Unsafe methods are taken from our own pages, or from callers that are no browser at all. */
function refuseForeignOrigin(raw: FastifyRequest, origins: readonly string[]) {
  if (raw.method === 'GET' || raw.method === 'HEAD') return
  const origin = raw.headers.origin
  const own = `${raw.protocol}://${raw.host}`
  const crossSite = raw.headers['sec-fetch-site'] === 'cross-site'
  if (crossSite || (origin !== undefined && origin !== own && !origins.includes(origin))) {
    refuse('kernel/foreign-origin', { origin }, 403)
  }
}

function rootsAllowed(
  { permission: need, forPrograms = false }: Endpoint,
  actor: Actor | null,
  permissions: Permissions,
  locale: Locale,
): string[] {
  if (need === 'public') return []
  if (!actor) refuse('kernel/sign-in-needed', {}, 401)
  if (actor.only && !(forPrograms && actor.only.includes(need)))
    refuse('kernel/not-for-programs', { permission: need }, 403)
  if (need === 'signed-in') return [...new Set(actor.grants.map((grant) => grant.unit))]
  const permission = permissions[need as `${string}/${string}`]
  const roots = permission ? rootsFor(actor, permission) : []
  if (roots.length === 0) {
    refuse('kernel/not-permitted', { permission: permission?.words[locale] ?? need }, 403)
  }
  return roots
}

function askedOf(endpoint: Endpoint, raw: FastifyRequest) {
  const locale = localeOf(raw)
  return {
    params: parsed('params', endpoint.params, raw.params, locale),
    query: parsed('query', endpoint.query, raw.query, locale),
    body: endpoint.body === 'file' ? undefined : parsed('body', endpoint.body, raw.body, locale),
  }
}

function parsed(part: string, shape: z.ZodType | undefined, value: unknown, locale: Locale): unknown {
  if (!shape) return undefined
  const result = shape.safeParse(value ?? {}, { error: zodWords[locale] })
  if (!result.success) throw new ShapeError(part, result.error)
  return result.data
}

function answer(endpoint: Endpoint, result: unknown, request: Request, check: boolean) {
  const { reply } = request
  if (reply.sent || reply.raw.headersSent) return reply
  if (endpoint.reply === 'file') return sendFile(endpoint, result as FileAnswer, request)
  if (endpoint.reply === 'events') return reply
  if (check) endpoint.reply.parse(result)
  reply.type('application/json; charset=utf-8')
  return send(endpoint, JSON.stringify(result), request)
}

function sendFile(endpoint: Endpoint, file: FileAnswer, request: Request) {
  const { reply } = request
  if (!file.inline) reply.header('content-disposition', saveAs(file.name))
  reply
    .code(file.status ?? 200)
    .type(file.type)
    .headers(file.headers ?? {})
  return send(endpoint, file.content, request)
}

/** What only its readers may see is never kept; what is open to anybody is, unless it is a problem or a stream. */
function send({ open }: Endpoint, content: FileAnswer['content'], { raw, reply }: Request) {
  const whole = typeof content === 'string' || content instanceof Uint8Array
  if (open && whole && reply.statusCode < 300) return sendKept(raw, reply, { content, seconds: open.seconds })
  return reply.header('cache-control', 'no-store').send(content)
}

function saveAs(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}
