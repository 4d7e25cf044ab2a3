import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { answerProblem } from '#kernel/http/problems.ts'
import { registerRoute } from '#kernel/http/register.ts'
import { httpRefusals } from '#kernel/http/texts.ts'
import { testDatabase } from '#tests/database.ts'
import { personAs, workOn } from '#tests/world/work.ts'
import { createAccount } from './accounts.ts'
import { type Actor, anonymous, type Role } from './actor.ts'
import { kernelPermissions } from './permissions.ts'
import { accessRoutes } from './routes.ts'
import { accessRefusals } from './texts.ts'

const { pool } = await testDatabase()
const app = Fastify()
let actor: Actor | null = null
app.setErrorHandler((error, request, reply) =>
  answerProblem(error, request, reply, { ...httpRefusals, ...accessRefusals }),
)
const routes = accessRoutes(kernelPermissions, {
  frame: async () => ({ zone: { code: 'test', name: { zh: '试验区', en: 'Test' } }, today: '2018-06-28' }),
  unitOf: async (_tx, code) => (code === 'P1' ? { code: 'PORT', name: '口岸' } : null),
  covers: async (_tx, unit, roots) => unit === 'PORT' && roots.includes('ZONE'),
})
for (const route of routes) {
  registerRoute(app, route, {
    permissions: kernelPermissions,
    actorOf: async () => actor,
    workOf: (someone) => workOn(pool, { actor: someone ?? anonymous }),
    origins: [],
    checkReplies: true,
  })
}

const user = { id: '', session: '', other: '' }
beforeAll(async () => {
  const account = { username: '张三', name: '张三', password: 'Zhengzhou-2018', personCode: 'P1' }
  user.id = (await write(workOn(pool), (tx) => createAccount(tx, account))).id
  const { rows } = await pool.query<{ id: string }>(
    `insert into sessions (user_id, token, expires_at) select $1, n::text, '2018-07-02T08:00Z' from generate_series(1, 2) n returning id`,
    [user.id],
  )
  user.session = rows[0]?.id ?? ''
  user.other = rows[1]?.id ?? ''
})
afterAll(() => app.close())

type Method = 'GET' | 'POST' | 'DELETE'
const ask = async (role: Role, method: Method, url: string, payload?: object) => {
  actor = personAs(role)
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) })
  const said: Record<string, unknown> & { status: number } = { ...answer.json(), status: answer.statusCode }
  return said
}
const asSelf = async (method: Method, url: string) => {
  const own: Actor & { sessionId: string } = {
    id: user.id,
    name: '张三',
    via: 'page',
    grants: [],
    sessionId: user.session,
  }
  actor = own
  return (await app.inject({ method, url })).json<Record<string, unknown>>()
}

describe('session', () => {
  test('a stranger sees the zone and nobody', async () => {
    actor = null
    const answer = await app.inject('/api/session')
    expect(answer.json()).toEqual({
      person: null,
      grants: [],
      permissions: [],
      zone: { code: 'test', name: { zh: '试验区', en: 'Test' } },
      today: '2018-06-28',
    })
  })

  test('a person sees who they are, where they work and what they may do', async () => {
    expect(await asSelf('GET', '/api/session')).toMatchObject({
      person: { username: '张三', unit: { code: 'PORT', name: '口岸' }, secondFactor: false },
      permissions: [],
    })
    const auditor = await ask('auditor', 'GET', '/api/session')
    expect(auditor['permissions']).toEqual([
      ...['access/accounts-read', 'access/grants-read', 'audit/read', 'audit/verify', 'photos/originals'],
    ])
  })

  test('own sessions are listed and ended, others are not', async () => {
    const { sessions } = await asSelf('GET', '/api/account/sessions')
    expect(sessions).toMatchObject([{ current: expect.any(Boolean) }, { current: expect.any(Boolean) }])
    expect((await ask('viewer', 'DELETE', `/api/account/sessions/${user.session}`)).status).toBe(404)
    expect(await asSelf('DELETE', '/api/account/sessions')).toEqual({ ended: 1 })
    expect(((await asSelf('GET', '/api/account/sessions'))['sessions'] as unknown[]).length).toBe(1)
  })
})

describe('the three administrators', () => {
  const doors: [Method, string, readonly Role[]][] = [
    ['GET', '/api/admin/accounts', ['administrator', 'security', 'auditor']],
    ['POST', '/api/admin/accounts', ['administrator']],
    ['POST', `/api/admin/accounts/${crypto.randomUUID()}/disabling`, ['administrator']],
    ['POST', `/api/admin/accounts/${crypto.randomUUID()}/enabling`, ['administrator']],
    ['POST', `/api/admin/accounts/${crypto.randomUUID()}/password`, ['administrator']],
    ['GET', '/api/admin/grants', ['security', 'auditor']],
    ['POST', '/api/admin/grants', ['security']],
    ['POST', '/api/admin/grants/1/revocation', ['security']],
    ['GET', `/api/admin/accounts/${crypto.randomUUID()}/sessions`, ['security']],
    ['POST', `/api/admin/accounts/${crypto.randomUUID()}/sessions/revocation`, ['security']],
    ['POST', `/api/admin/sessions/${crypto.randomUUID()}/revocation`, ['security']],
  ]
  test.each(doors)('%s %s is open to %j and to nobody else', async (method, url, open) => {
    for (const role of ['viewer', 'clerk', 'reviewer', 'lead', 'administrator', 'security', 'auditor'] as const) {
      const { status } = await ask(role, method, url, method === 'POST' ? {} : undefined)
      expect([role, status === 403]).toEqual([role, !open.includes(role)])
    }
  })

  test('one makes the account, another grants within the scope, and takes back', async () => {
    const made = await ask('administrator', 'POST', '/api/admin/accounts', { username: '李四', name: '李四' })
    expect(made['password']).toMatch(/^\w{5}-/)
    const wish = { user: made['id'], role: 'clerk', unit: 'PORT' }
    expect(await ask('security', 'POST', '/api/admin/grants', { ...wish, unit: 'ELSEWHERE' })).toMatchObject({
      status: 403,
      code: 'access/outside-scope',
    })
    const granted = await ask('security', 'POST', '/api/admin/grants', wish)
    expect(granted.status).toBe(200)
    const { accounts } = await ask('auditor', 'GET', '/api/admin/accounts?search=李四')
    expect(accounts).toMatchObject([{ username: '李四', grants: [{ role: 'clerk', unit: 'PORT' }] }])
    expect((await ask('security', 'POST', `/api/admin/grants/${granted['id']}/revocation`)).status).toBe(200)
    const { grants } = await ask('auditor', 'GET', `/api/admin/grants?user=${made['id']}`)
    expect(grants).toMatchObject([{ role: 'clerk', revokedBy: 'person-security' }])
  })

  test('the security administrator ends a session', async () => {
    const { sessions } = await ask('security', 'GET', `/api/admin/accounts/${user.id}/sessions`)
    expect(sessions).toMatchObject([{ id: user.session, current: false }])
    expect((await ask('security', 'POST', `/api/admin/sessions/${user.session}/revocation`)).status).toBe(200)
    expect((await pool.query('select from sessions')).rowCount).toBe(0)
  })
})
