import { createHmac } from 'node:crypto'
import { tmpdir } from 'node:os'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { write } from '#kernel/db/work.ts'
import { answerProblem } from '#kernel/http/problems.ts'
import { httpRefusals } from '#kernel/http/texts.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { createAccess } from './access.ts'
import { createAccount } from './accounts.ts'
import { accessRefusals } from './texts.ts'

const { pool } = await testDatabase()
const url = 'http://127.0.0.1:4310'
const access = createAccess({ pool, config: { url, oidc: undefined, secret: 's'.repeat(32), dataFolder: tmpdir() } })
const app = Fastify()
app.setErrorHandler((error, request, reply) =>
  answerProblem(error, request, reply, { ...httpRefusals, ...accessRefusals }),
)
access.signIn(app)
afterAll(() => app.close())

const password = 'Zhengzhou-2018'
const post = (path: string, payload: object, cookie = '') =>
  app.inject({
    method: 'POST',
    url: `/api/auth${path}`,
    payload,
    headers: { ...(cookie ? { cookie } : {}), origin: url },
  })
const cookieOf = (answer: Awaited<ReturnType<typeof post>>) =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((line) => line.split(';', 1)[0])
    .join('; ')

/** The six digits of RFC 6238 for the secret of an otpauth address. */
function digitsFor(address: string, now: number): string {
  const secret = base32(new URL(address).searchParams.get('secret') ?? '')
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)))
  const hash = createHmac('sha1', secret).update(step).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

test('a second factor is set up, asked for, taken once, replaced by a backup code, and removed', async () => {
  const { id } = await write(workOn(pool), (tx) => createAccount(tx, { username: '李四', name: '李四', password }))
  const signIn = () => post('/sign-in/username', { username: '李四', password })
  const session = cookieOf(await signIn())

  const prepared = await post('/two-factor/enable', { password }, session)
  const { totpURI, backupCodes } = prepared.json<{ totpURI: string; backupCodes: string[] }>()
  expect(totpURI).toMatch(/^otpauth:\/\/totp\/Jingkai/)
  expect(backupCodes).toHaveLength(10)
  expect((await signIn()).json()).not.toHaveProperty('twoFactorRedirect')

  const confirmed = await post('/two-factor/verify-totp', { code: digitsFor(totpURI, Date.now()) }, session)
  expect(confirmed.statusCode).toBe(200)

  const first = await signIn()
  expect(first.json()).toMatchObject({ twoFactorRedirect: true })
  expect(await access.actorOf({ headers: { cookie: cookieOf(first) } })).toBeNull()
  const wrong = await post('/two-factor/verify-totp', { code: '000000' }, cookieOf(first))
  expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'access/code-wrong'])
  const right = await post('/two-factor/verify-totp', { code: digitsFor(totpURI, Date.now()) }, cookieOf(first))
  expect(right.statusCode).toBe(200)
  expect(await access.actorOf({ headers: { cookie: cookieOf(right) } })).toMatchObject({ id })

  const again = await post('/two-factor/verify-backup-code', { code: backupCodes[0] }, cookieOf(await signIn()))
  expect(again.statusCode).toBe(200)
  const used = await post('/two-factor/verify-backup-code', { code: backupCodes[0] }, cookieOf(await signIn()))
  expect(used.json().code).toBe('access/code-wrong')

  const removed = await post('/two-factor/disable', { password }, cookieOf(again))
  expect(removed.statusCode).toBe(200)
  expect((await signIn()).json()).not.toHaveProperty('twoFactorRedirect')

  const { rows } = await pool.query<{ action: string }>(
    `select action from audit_entries where subject = 'account:李四'`,
  )
  const deeds = rows.map((row) => row.action)
  for (const deed of ['prepare', 'confirm', 'remove']) expect(deeds).toContain(`access/${deed}-second-factor`)
})
