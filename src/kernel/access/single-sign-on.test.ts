import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { createAccess } from './access.ts'
import { createAccount } from './accounts.ts'

const { pool } = await testDatabase()
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signed(claims: object): string {
  const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), keys.privateKey).toString('base64url')}`
}

/** A provider that has let one person in and remembers what it was asked. */
const asked = { challenge: '', nonce: '', username: '' }
const provider = createServer(async (request, response) => {
  const issuer = `http://${request.headers.host}`
  const answers: Record<string, () => Promise<object>> = {
    '/.well-known/openid-configuration': async () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': async () => ({
      keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    }),
    '/me': async () => ({ sub: 'subject-1', preferred_username: asked.username, name: '王五' }),
    '/token': async () => {
      const form = new URLSearchParams(await bodyOf(request))
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (challenge !== asked.challenge) return { error: 'invalid_grant' }
      const seconds = Math.floor(Date.now() / 1000)
      const claims = {
        iss: issuer,
        aud: 'jingkai',
        sub: 'subject-1',
        iat: seconds,
        exp: seconds + 300,
        nonce: asked.nonce,
      }
      return {
        access_token: 'one',
        token_type: 'Bearer',
        expires_in: 300,
        id_token: signed({ ...claims, name: '王五' }),
      }
    },
  }
  const answer = answers[new URL(issuer + request.url).pathname]
  response.setHeader('content-type', 'application/json').end(JSON.stringify(await answer?.()))
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

provider.listen(0, '127.0.0.1')
await once(provider, 'listening')
const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
const url = 'http://127.0.0.1:4310'
const oidc = { issuer, clientId: 'jingkai', clientSecret: 'hush' }
const access = createAccess({ pool, config: { url, oidc, secret: 's'.repeat(32), dataFolder: tmpdir() } })
const app = Fastify()
access.signIn(app)
afterAll(async () => {
  await app.close()
  provider.close()
})

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  [(answer.headers['set-cookie'] as string | string[] | undefined) ?? []]
    .flat()
    .map((line) => line.split(';', 1)[0])
    .join('; ')

async function comeInAs(username: string) {
  const started = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/social',
    payload: { provider: 'oidc', callbackURL: '/', errorCallbackURL: '/sign-in' },
    headers: { origin: url },
  })
  const authorize = new URL(started.json<{ url: string }>().url)
  expect(authorize.pathname).toBe('/authorize')
  expect(authorize.searchParams.get('redirect_uri')).toBe(`${url}/api/auth/callback/oidc`)
  asked.challenge = authorize.searchParams.get('code_challenge') ?? ''
  asked.nonce = authorize.searchParams.get('nonce') ?? ''
  asked.username = username
  return await app.inject({
    url: `/api/auth/callback/oidc?code=1&state=${encodeURIComponent(authorize.searchParams.get('state') ?? '')}`,
    headers: { cookie: cookieOf(started) },
  })
}

test('somebody without an account is not let in, and no account is made', async () => {
  const answer = await comeInAs('stranger')
  expect(answer.statusCode).toBe(302)
  expect(answer.headers.location).toContain('/sign-in')
  expect(await access.actorOf({ headers: { cookie: cookieOf(answer) } })).toBeNull()
  expect((await pool.query('select from users')).rowCount).toBe(0)
})

test("the provider's user name opens the account of that name", async () => {
  const account = { username: '王五', name: '王五', password: 'Zhengzhou-2018' }
  const { id } = await write(workOn(pool), (tx) => createAccount(tx, account))
  const answer = await comeInAs('王五')
  expect(answer.statusCode).toBe(302)
  const actor = await access.actorOf({ headers: { cookie: cookieOf(answer) } })
  expect(actor).toMatchObject({ id, username: '王五' })
  const tokens = await pool.query<{ access_token: string }>(
    `select access_token from credentials where provider_id = 'oidc'`,
  )
  expect(tokens.rows[0]?.access_token).not.toBe('one')
  const deeds = await pool.query(
    `select from audit_entries where action = 'access/sign-in' and subject = 'account:王五'`,
  )
  expect(deeds.rowCount).toBe(1)
})
