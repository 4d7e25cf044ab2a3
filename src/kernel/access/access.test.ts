import { createHmac } from 'node:crypto'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type Work, write } from '#kernel/db/work.ts'
import { answerProblem } from '#kernel/http/problems.ts'
import { httpRefusals } from '#kernel/http/texts.ts'
import { testDatabase } from '#tests/database.ts'
import { createAccess } from './access.ts'
import { createAccount, disableAccount, setPassword } from './accounts.ts'
import { authOptions } from './auth.ts'
import { grantRole } from './grants.ts'
import { revokeSessions } from './sessions.ts'
import { accessRefusals } from './texts.ts'

const { pool } = await testDatabase()
const dataFolder = mkdtempSync(path.join(tmpdir(), 'jingkai-access-'))
const config = { url: 'http://127.0.0.1:4310', oidc: undefined, secret: undefined, dataFolder }
const password = 'Zhengzhou-2018'

let now = new Date()
const access = createAccess({ pool, config, now: () => now })
const app = doorOf(access)
const work: Work = {
  pool,
  actor: { id: 'cli', name: 'cli', via: 'cli', grants: [] },
  now: () => now,
  requestId: 'test',
  secret: 'x'.repeat(32),
}

function doorOf(way: typeof access): FastifyInstance {
  const door = Fastify()
  door.setErrorHandler((error, request, reply) =>
    answerProblem(error, request, reply, { ...httpRefusals, ...accessRefusals }),
  )
  way.signIn(door)
  return door
}

afterAll(() => app.close())

let count = 0
let user = { id: '', username: '' }
let address = ''

beforeEach(async () => {
  now = new Date()
  count += 1
  address = `10.0.${Math.floor(count / 200)}.${count % 200}`
  user = await write(work, (tx) => createAccount(tx, { username: `张三${count}`, name: '张三', password }))
})

const post = (url: string, payload: object, headers: Record<string, string> = {}, from = address) =>
  app.inject({ method: 'POST', url: `/api/auth${url}`, payload, headers, remoteAddress: from })

const signIn = (given = password, username = user.username, from = address) =>
  post('/sign-in/username', { username, password: given }, {}, from)

type Answer = Awaited<ReturnType<typeof signIn>>
const cookieOf = (answer: Answer) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
const actorWith = (cookie: string) => access.actorOf({ headers: { cookie } })
const codesOf = async (username: string) =>
  (
    await pool.query<{ action: string }>(`select action from audit_entries where subject = $1 order by seq`, [
      `account:${username}`,
    ])
  ).rows.map((row) => row.action)

describe('signing in', () => {
  test('the tables are those the sign-in library wants', async () => {
    const wanted = await getMigrations(authOptions({ pool, config, secret: 'x'.repeat(32) }))
    expect(wanted.toBeCreated).toEqual([])
    expect(wanted.toBeAdded).toEqual([])
  })

  test('a Chinese user name and its password open a session of eight hours that carries the roles', async () => {
    await write(work, (tx) => grantRole(tx, { user: user.id, role: 'clerk', unit: 'PORT' }))
    const answer = await signIn()
    expect(answer.statusCode).toBe(200)
    const [line] = [answer.headers['set-cookie'] ?? []].flat()
    expect(line).toMatch(/^jingkai\.session_token=/)
    expect(line).toContain('HttpOnly')
    expect(line).toContain('SameSite=Lax')
    expect(line).toContain('Max-Age=28800')
    const actor = await actorWith(cookieOf(answer))
    expect(actor).toMatchObject({ id: user.id, name: '张三', via: 'page', grants: [{ role: 'clerk', unit: 'PORT' }] })
    now = new Date(now.getTime() + 8 * 3_600_000 + 1000)
    expect(await actorWith(cookieOf(answer))).toBeNull()
  })

  test('under TLS the cookie is secure', async () => {
    const secure = createAccess({ pool, config: { ...config, url: 'https://zone.example.cn' } })
    const door = doorOf(secure)
    const answer = await door.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: user.username, password },
      remoteAddress: address,
    })
    const [line] = [answer.headers['set-cookie'] ?? []].flat()
    expect(line).toMatch(/^__Secure-jingkai\.session_token=.*Secure/)
    expect(await secure.actorOf({ headers: { cookie: cookieOf(answer) } })).toMatchObject({ id: user.id })
    await door.close()
  })

  test('a cookie with another signature, another token or none opens nothing', async () => {
    const cookie = cookieOf(await signIn())
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? ''
    const forged = createHmac('sha256', 'another secret').update(token).digest('base64')
    expect(await actorWith(`jingkai.session_token=${encodeURIComponent(`${token}.${forged}`)}`)).toBeNull()
    expect(await actorWith(cookie.replace('session_token=', 'session_token=x'))).toBeNull()
    expect(await actorWith('jingkai.session_token=%E0%A4%A')).toBeNull()
    expect(await actorWith('')).toBeNull()
    expect(await actorWith(cookie)).not.toBeNull()
  })

  test('the secret is made once, for its owner only', () => {
    expect(statSync(path.join(dataFolder, 'session-secret')).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['a wrong password', () => signIn('Wrong-password-1')],
    ['an unknown user name', () => signIn(password, 'nobody-here')],
    ['a user name nobody can have', () => signIn(password, 'x\u0000y')],
    ['no password', () => post('/sign-in/username', { username: 'leader' })],
    ['no body', () => app.inject({ method: 'POST', url: '/api/auth/sign-in/username', remoteAddress: address })],
  ])('%s is refused with the same words', async (_what, attempt) => {
    const answer = await attempt()
    expect(answer.statusCode).toBe(401)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({ code: 'access/password-wrong', detail: '用户名或口令不对。' })
  })

  test('signing out ends the session; each deed is in the audit chain', async () => {
    await signIn('Wrong-password-1')
    const cookie = cookieOf(await signIn())
    expect((await post('/sign-out', {}, { cookie, origin: config.url })).statusCode).toBe(200)
    expect(await actorWith(cookie)).toBeNull()
    expect(await codesOf(user.username)).toEqual([
      'access/create-account',
      'access/fail-to-sign-in',
      'access/sign-in',
      'access/sign-out',
    ])
  })

  test('what the library can do beyond our doors stays shut', async () => {
    const shut = [
      '/sign-up/email',
      '/sign-in/email',
      '/update-user',
      '/delete-user',
      '/list-sessions',
      '/is-username-available',
    ]
    for (const url of shut) {
      const answer = await post(url, { email: 'a@b.cn', password, name: 'x', username: 'x' })
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, 404, 'kernel/not-found'])
    }
  })

  test('another site cannot use the cookie', async () => {
    const cookie = cookieOf(await signIn())
    const answer = await post('/sign-out', {}, { cookie, origin: 'https://elsewhere.example' })
    expect(answer.statusCode).toBe(403)
    expect(answer.json().code).toBe('kernel/foreign-origin')
    expect(await actorWith(cookie)).not.toBeNull()
  })

  test('an address that the caller writes into a header does not count', async () => {
    await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: user.username, password },
      headers: { 'x-forwarded-for': '8.8.8.8', 'x-jingkai-address': '8.8.8.8' },
      remoteAddress: '10.9.9.9',
    })
    const { rows } = await pool.query('select ip_address from sessions where user_id = $1', [user.id])
    expect(rows).toEqual([{ ip_address: '10.9.9.9' }])
  })
})

describe('ends', () => {
  test('a disabled account loses its sessions and cannot sign in', async () => {
    const cookie = cookieOf(await signIn())
    await write(work, (tx) => disableAccount(tx, user.id))
    expect(await actorWith(cookie)).toBeNull()
    const answer = await signIn()
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'access/account-disabled'])
    expect((await pool.query('select from sessions where user_id = $1', [user.id])).rowCount).toBe(0)
  })

  test('a new password ends the old sessions, and the old password', async () => {
    const cookie = cookieOf(await signIn())
    await write(work, (tx) => setPassword(tx, user.id, 'Another-2019'))
    expect(await actorWith(cookie)).toBeNull()
    expect((await signIn()).statusCode).toBe(401)
    expect((await signIn('Another-2019')).statusCode).toBe(200)
  })

  test('ended sessions are over, but for the one kept', async () => {
    const cookies = [cookieOf(await signIn()), cookieOf(await signIn())]
    const kept = await actorWith(cookies[1] ?? '')
    expect(await write(work, (tx) => revokeSessions(tx, user.id, kept?.sessionId))).toBe(1)
    expect(await actorWith(cookies[0] ?? '')).toBeNull()
    expect(await actorWith(cookies[1] ?? '')).not.toBeNull()
  })

  test('a person changes the password with the old one', async () => {
    const cookie = cookieOf(await signIn())
    const headers = { cookie, origin: config.url }
    const wrong = await post('/change-password', { currentPassword: 'no', newPassword: 'Another-2019' }, headers)
    expect(wrong.json().code).toBe('access/password-wrong')
    const right = await post('/change-password', { currentPassword: password, newPassword: 'Another-2019' }, headers)
    expect(right.statusCode).toBe(200)
    expect((await signIn('Another-2019')).statusCode).toBe(200)
    expect(await codesOf(user.username)).toContain('access/change-password')
  })
})

describe('lockout', () => {
  test('five failures lock the user name, even for the right password; the words say until when', async () => {
    now = new Date('2026-03-02T00:20:30Z')
    for (let round = 0; round < 5; round += 1) expect((await signIn('Wrong-password-1')).statusCode).toBe(401)
    now = new Date('2026-03-02T00:21:00Z')
    const locked = await signIn(password, user.username, '10.8.8.8')
    expect(locked.statusCode).toBe(429)
    expect(locked.json()).toMatchObject({
      code: 'access/locked',
      detail: '登录失败次数过多，已锁定到 08:36。',
      details: { minutes: 15 },
    })
    now = new Date('2026-03-02T00:36:00Z')
    expect((await signIn()).statusCode).toBe(200)
  })

  test('tries side by side do not pass the limit together', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('Wrong-password-1')))
    const codes = answers.map((answer) => answer.statusCode)
    expect(codes.filter((code) => code === 401)).toHaveLength(5)
    expect(codes.filter((code) => code === 429)).toHaveLength(7)
  })

  test('the right password forgives what came before', async () => {
    for (let round = 0; round < 4; round += 1) await signIn('Wrong-password-1')
    expect((await signIn()).statusCode).toBe(200)
    for (let round = 0; round < 4; round += 1) expect((await signIn('Wrong-password-1')).statusCode).toBe(401)
    expect((await signIn()).statusCode).toBe(200)
  })

  test('thirty failures from one address lock the address and nobody else', async () => {
    await pool.query(
      `insert into sign_in_failures (username, address, failed_at) select 'guess' || n, $1, $2 from generate_series(1, 30) n`,
      [address, now],
    )
    expect((await signIn()).json().code).toBe('access/locked')
    expect((await signIn(password, user.username, '10.7.7.7')).statusCode).toBe(200)
  })
})
