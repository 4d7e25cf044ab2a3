import { beforeAll, describe, expect, test } from 'vitest'
import { type Role, roles } from '#kernel/access/actor.ts'
import type { Endpoint } from '#kernel/http/endpoint.ts'
import { routesOf } from '../src/server.ts'
import { testHouse } from './house.ts'

const { house, ask, signedIn } = await testHouse({ zone: 'zhengzhou-2018' })
const endpoints = routesOf(house).map((route) => route.endpoint)
const cookies = new Map<Role | 'nobody', string>()

beforeAll(async () => {
  for (const role of roles) cookies.set(role, await signedIn([role]))
  cookies.set('nobody', await signedIn([]))
})

/** A request that fits the path and nothing else: what matters is who is let in, and that bad input is never a fault. */
const requestTo = (endpoint: Endpoint, value: string) => ({
  method: endpoint.method,
  url: endpoint.path.replaceAll(/:\w+/g, value),
  ...(endpoint.method === 'GET' ? {} : endpoint.body === 'file' ? fileOf(value) : { payload: {} }),
})

const fileOf = (value: string) => ({
  headers: { 'content-type': 'multipart/form-data; boundary=edge' },
  payload: `--edge\r\ncontent-disposition: form-data; name="file"; filename="${value}.csv"\r\n\r\n${value}\r\n--edge--\r\n`,
})

const named = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`
const guarded = endpoints.filter((endpoint) => endpoint.permission !== 'public')

test('every endpoint names a permission that somebody can hold, and says what it is in both languages', () => {
  for (const endpoint of endpoints) {
    const { permission, summary } = endpoint
    const known = permission === 'public' || permission === 'signed-in' || permission in house.permissions
    expect(known, `${named(endpoint)}: ${permission}`).toBe(true)
    expect(summary.zh && summary.en, named(endpoint)).toBeTruthy()
  }
  expect(new Set(endpoints.map(named)).size).toBe(endpoints.length)
})

describe('every route, every role', () => {
  test.each(guarded.map((endpoint) => [named(endpoint), endpoint] as const))('%s', async (_name, endpoint) => {
    if (endpoint.reply === 'events') return
    const request = requestTo(endpoint, 'x')
    expect((await ask(request)).status, 'without a session').toBe(401)
    for (const [role, cookie] of cookies) {
      const { status, body } = await ask({ ...request, cookie })
      expect(status, `${role}: ${JSON.stringify(body)}`).toBeLessThan(500)
      const permission = house.permissions[endpoint.permission as `${string}/${string}`]
      const may = permission === undefined || (role !== 'nobody' && permission.roles.includes(role))
      if (may) expect(body['code'], role).not.toBe('kernel/not-permitted')
      else expect([status, body['code']], role).toEqual([403, 'kernel/not-permitted'])
    }
  })
})

test('an auditor may write nothing, and the security administrator does not read the audit chain', () => {
  for (const endpoint of guarded) {
    const holders = house.permissions[endpoint.permission as `${string}/${string}`]?.roles ?? []
    const writes = endpoint.method !== 'GET' && !readsByPost.has(endpoint.path)
    if (writes) expect(holders, named(endpoint)).not.toContain('auditor')
    if (endpoint.path.startsWith('/api/audit')) expect(holders, named(endpoint)).not.toContain('security')
  }
})

/** Questions too long for an address; they change nothing. */
const readsByPost = new Set(['/api/audit/verification'])

test('a page of another site cannot write, whoever is signed in', async () => {
  const cookie = cookies.get('administrator') ?? ''
  for (const endpoint of guarded.filter(({ method }) => method !== 'GET')) {
    const request = requestTo(endpoint, 'x')
    const headers = { ...('headers' in request ? request.headers : {}), origin: 'https://elsewhere.example' }
    expect((await ask({ ...request, headers, cookie })).body['code'], named(endpoint)).toBe('kernel/foreign-origin')
  }
})

test.each(['%00', '..%2F..%2Fetc', '💥', "'; drop table units; --", 'x'.repeat(190), '-1', '99999999999999999999'])(
  'a strange value in every address is refused, never a fault: %s',
  async (value) => {
    for (const endpoint of guarded.filter(({ path, reply }) => path.includes(':') && reply !== 'events')) {
      const url = endpoint.path.replaceAll(/:\w+/g, encodeURIComponent(value))
      for (const role of ['lead', 'administrator', 'security', 'auditor'] as const) {
        const request = { ...requestTo(endpoint, 'x'), url, cookie: cookies.get(role) ?? '' }
        const { status, body } = await ask(request)
        expect(status, `${role} ${named(endpoint)} ${JSON.stringify(body)}`).toBeLessThan(500)
      }
    }
  },
)

test('an address with a broken percent sign is told so in words', async () => {
  const { status, body } = await ask({ method: 'GET', url: '/api/%zz' })
  expect([status, body['code']]).toEqual([400, 'kernel/address-unreadable'])
})

test('the OpenAPI document names every endpoint', async () => {
  const { body } = await ask({ method: 'GET', url: '/api/openapi.json' })
  const paths = body['paths'] as Record<string, Record<string, unknown>>
  for (const { path, method } of endpoints) {
    expect(paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()], path).toBeDefined()
  }
  expect(body['openapi']).toBe('3.1.0')
})
