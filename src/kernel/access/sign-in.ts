import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { refuse } from '../refusal.ts'
import type { Access } from './access.ts'
import { addressHeader } from './auth.ts'
import { type Deed, recordDeed } from './sign-in-audit.ts'
import { refuseAsSaid } from './sign-in-refusals.ts'
import { beginTry, succeed, withdraw } from './sign-in-tries.ts'
import { isUsername, usernameOf } from './usernames.ts'

export interface SignInDoor {
  pool: pg.Pool
  secret: string
  now: () => Date
  actorOf: Access['actorOf']
  /** the sign-in library */
  ask(request: Request): Promise<Response>
}

/** What of the sign-in library is open; everything else it can do has its own verb here, or none. */
const doors: Record<string, { method: 'GET' | 'POST'; deed?: Deed }> = {
  '/sign-in/username': { method: 'POST' },
  '/sign-in/social': { method: 'POST' },
  '/callback/oidc': { method: 'GET' },
  '/sign-out': { method: 'POST', deed: 'access/sign-out' },
  '/get-session': { method: 'GET' },
  '/change-password': { method: 'POST', deed: 'access/change-password' },
  '/two-factor/enable': { method: 'POST', deed: 'access/prepare-second-factor' },
  '/two-factor/disable': { method: 'POST', deed: 'access/remove-second-factor' },
  '/two-factor/verify-totp': { method: 'POST' },
  '/two-factor/verify-backup-code': { method: 'POST' },
  '/two-factor/generate-backup-codes': { method: 'POST', deed: 'access/renew-backup-codes' },
}

/** Passes one request to the sign-in library, with the lockout in front of it and the audit behind it. */
export async function answerSignIn(
  door: SignInDoor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = request.url.split('?', 1)[0]!.replace(/^\/api\/auth/, '')
  const open = doors[path]
  if (open?.method !== request.method) refuse('kernel/not-found', { path: request.url }, 404)
  const before = await door.actorOf(request)
  const response =
    path === '/sign-in/username' ? await tryPassword(door, request) : await pass(door, request, request.body)
  if (response.status >= 400) await refuseAsSaid(response, { path, door, request, before })
  await recordDeed(door, { request, response, before, deed: open.deed ?? null })
  return answer(reply, response)
}

/** One try at a user name and password: counted before the password is looked at, see sign-in-tries.ts. */
async function tryPassword(door: SignInDoor, request: FastifyRequest): Promise<Response> {
  const body = request.body as { username?: unknown; password?: unknown } | null
  const username = usernameOf(String(body?.username ?? ''))
  if (!isUsername(username) || typeof body?.password !== 'string') refuse('access/password-wrong', {}, 401)
  const tried = { username, address: request.ip, now: door.now() }
  const id = await beginTry(door.pool, tried)
  let response: Response | undefined
  try {
    response = await pass(door, request, { username, password: body.password })
  } finally {
    if (response?.ok) await succeed(door.pool, id, tried)
    else if (response?.status !== 401) await withdraw(door.pool, id)
  }
  return response
}

function pass(door: SignInDoor, request: FastifyRequest, body: unknown): Promise<Response> {
  const headers = new Headers({ [addressHeader]: request.ip })
  for (const name of [
    'cookie',
    'origin',
    'referer',
    'user-agent',
    'sec-fetch-site',
    'sec-fetch-mode',
    'sec-fetch-dest',
  ]) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const hasBody = request.method === 'POST'
  if (hasBody) headers.set('content-type', 'application/json')
  return door.ask(
    new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
      method: request.method,
      headers,
      ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}),
    }),
  )
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status).header('cache-control', 'no-store')
  for (const name of ['content-type', 'location']) {
    const value = response.headers.get(name)
    if (value !== null) reply.header(name, value)
  }
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.send(response.body ? await response.text() : null)
}
