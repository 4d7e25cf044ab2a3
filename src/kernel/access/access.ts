import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { createAuth, sessionCookie } from './auth.ts'
import { type Program, programWith } from './program-keys.ts'
import { secretOf } from './secret.ts'
import { tokenIn } from './session-cookie.ts'
import { answerSignIn } from './sign-in.ts'
import { type SignedIn, signedInWith } from './signed-in.ts'

/** The way in: signing in and out, and who is behind a request. */
export interface Access {
  /** opens `/api/auth/*`; refusals are thrown, so that they leave as problem details in the reader's language */
  signIn(app: FastifyInstance): void
  /** the person behind a request's cookies; null when nobody is signed in */
  actorOf(request: { headers: Pick<IncomingHttpHeaders, 'cookie'> }): Promise<SignedIn | null>
  /** the same, or the program behind the request's key */
  behind(request: { headers: IncomingHttpHeaders }): Promise<SignedIn | Program | null>
}

export interface AccessSettings {
  pool: pg.Pool
  config: Pick<Config, 'url' | 'oidc' | 'secret' | 'dataFolder'>
  now?: () => Date
}

/** Opens the way in. Makes the session secret in the data folder when the configuration holds none. */
export function createAccess({ pool, config, now = () => new Date() }: AccessSettings): Access {
  const secret = secretOf(config)
  const auth = createAuth({ pool, config, secret })
  const actorOf: Access['actorOf'] = async ({ headers }) => {
    const token = tokenIn(headers.cookie, sessionCookie(config.url), secret)
    return token === null ? null : await signedInWith(pool, token, now())
  }
  const behind: Access['behind'] = async (request) =>
    (await actorOf(request)) ?? (await programWith(pool, request.headers.authorization, now()))
  const door = { pool, secret, now, actorOf, ask: (request: Request) => auth.handler(request) }
  const signIn: Access['signIn'] = (app) => {
    app.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      handler: (request, reply) => answerSignIn(door, request, reply),
    })
  }
  return { actorOf, behind, signIn }
}
