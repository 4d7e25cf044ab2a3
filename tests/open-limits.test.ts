import { afterAll, expect, test } from 'vitest'
import { buildServer } from '../src/server.ts'
import { testHouse } from './house.ts'

const { house } = await testHouse()
const { app } = await buildServer(house, { quiet: true, requestsPerMinute: 60 })
afterAll(() => app.close())

test('strangers are told to wait long before an office is: a twentieth of its requests a minute', async () => {
  const ask = async (url: string) => (await app.inject({ url })).statusCode
  const open = [await ask('/sdmx/colours'), await ask('/sdmx/colours'), await ask('/sdmx/colours')]
  expect(open).toEqual([404, 404, 404])
  const fourth = await app.inject({ url: '/sdmx/colours', headers: { 'accept-language': 'en' } })
  expect(fourth.statusCode).toBe(429)
  expect(fourth.json()).toMatchObject({ code: 'kernel/too-many-requests' })
  expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0)
  for (let count = 0; count < 10; count++) expect(await ask('/api/session')).toBe(200)
})
