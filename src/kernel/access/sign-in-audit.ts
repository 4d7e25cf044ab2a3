import type { FastifyRequest } from 'fastify'
import { audit } from '../audit/chain.ts'
import { type Work, write } from '../db/work.ts'
import { type Actor, anonymous } from './actor.ts'
import type { SignInDoor } from './sign-in.ts'
import type { Refused } from './sign-in-refusals.ts'
import type { SignedIn } from './signed-in.ts'
import { usernameOf } from './usernames.ts'

export type Deed =
  | 'access/sign-in'
  | 'access/sign-out'
  | 'access/change-password'
  | 'access/prepare-second-factor'
  | 'access/confirm-second-factor'
  | 'access/remove-second-factor'
  | 'access/renew-backup-codes'

interface Done {
  request: FastifyRequest
  response: Response
  /** who was signed in when the request came */
  before: SignedIn | null
  deed: Deed | null
}

/** Chains a deed that succeeded: a new session cookie means a sign-in, whatever way it came about. */
export async function recordDeed(door: SignInDoor, { request, response, before, deed }: Done): Promise<void> {
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  const after = await door.actorOf({ headers: { cookie } })
  if (after && after.sessionId !== before?.sessionId) await chain(door, request, after, 'access/sign-in')
  if (before && deed) await chain(door, request, before, deed)
  if (before && request.url.startsWith('/api/auth/two-factor/verify')) {
    await chain(door, request, before, 'access/confirm-second-factor')
  }
}

/** Chains a wrong password or code, with the user name that was typed. */
export async function recordFailure({ door, request, before }: Refused, code: string): Promise<void> {
  const typed = (request.body as { username?: unknown } | null)?.username
  const username = before?.username ?? (typeof typed === 'string' ? usernameOf(typed) : 'unknown')
  const work = workAs(door, before ?? anonymous, request)
  await write(work, async (tx) =>
    audit(tx, {
      action: 'access/fail-to-sign-in',
      subject: `account:${username}`,
      after: { code, address: request.ip },
    }),
  )
}

async function chain(door: SignInDoor, request: FastifyRequest, actor: SignedIn, action: Deed): Promise<void> {
  const entry = { action, subject: `account:${actor.username}`, after: { address: request.ip } }
  await write(workAs(door, actor, request), async (tx) => audit(tx, entry))
}

const workAs = (door: SignInDoor, actor: Actor, request: FastifyRequest): Work => ({
  pool: door.pool,
  actor,
  now: door.now,
  requestId: request.id,
  secret: door.secret,
})
