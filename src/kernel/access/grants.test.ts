import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { createAccount, disableAccount, enableAccount, resetPassword } from './accounts.ts'
import { type Role, roles } from './actor.ts'
import { accessCommands } from './commands.ts'
import { clashOf, grantRole, revokeGrant } from './grants.ts'
import { grantHistory, listAccounts } from './queries.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const password = 'Zhengzhou-2018'

let count = 0
const newAccount = () => {
  count += 1
  return write(work, (tx) => createAccount(tx, { username: `user${count}`, name: `User ${count}`, password }))
}
const grant = (user: string, role: Role, unit = 'ZONE') => write(work, (tx) => grantRole(tx, { user, role, unit }))
const refused = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) })

describe('powers apart', () => {
  test.each<[Role[], Role, string | null]>([
    [['administrator'], 'security', 'powers-apart'],
    [['security'], 'auditor', 'powers-apart'],
    [['viewer', 'auditor'], 'administrator', 'powers-apart'],
    [['auditor'], 'clerk', 'auditor-writes-nothing'],
    [['lead'], 'auditor', 'auditor-writes-nothing'],
    [['auditor'], 'viewer', null],
    [['administrator'], 'clerk', null],
    [['clerk', 'reviewer'], 'lead', null],
    [['administrator'], 'administrator', null],
  ])('%j and then %s: %s', (held, role, rule) => {
    expect(clashOf(held, role)?.rule ?? null).toBe(rule)
  })

  test('in whatever order roles are granted, nobody comes to hold what is kept apart', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...roles), { maxLength: 12 }), (asked) => {
        const held: Role[] = []
        for (const role of asked) if (!clashOf(held, role)) held.push(role)
        const set = new Set(held)
        expect(['administrator', 'security', 'auditor'].filter((role) => set.has(role as Role)).length).toBeLessThan(2)
        if (set.has('auditor')) expect([...set].every((role) => role === 'auditor' || role === 'viewer')).toBe(true)
      }),
      { seed: 2018 },
    )
  })

  test('two administrators who grant at the same moment do not get round the rule', async () => {
    const { id } = await newAccount()
    const asked = await Promise.allSettled([grant(id, 'administrator'), grant(id, 'security'), grant(id, 'auditor')])
    expect(asked.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    for (const one of asked) if (one.status === 'rejected') expect(one.reason).toEqual(refused('access/powers-apart'))
  })
})

describe('grants', () => {
  test('a revoked grant keeps its row, and may be given again', async () => {
    const { id, username } = await newAccount()
    const first = await grant(id, 'clerk', 'PORT')
    await expect(grant(id, 'clerk', 'PORT')).rejects.toEqual(refused('access/grant-held', { unit: 'PORT' }))
    await write(work, (tx) => revokeGrant(tx, first))
    await expect(write(work, (tx) => revokeGrant(tx, first))).rejects.toEqual(refused('access/grant-unknown'))
    const second = await grant(id, 'clerk', 'PORT')
    const history = await read(work, (tx) => grantHistory(tx, id))
    expect(history.map((row) => [row.id, row.revokedBy])).toEqual([
      [second, null],
      [first, 'person-everybody'],
    ])
    const { accounts, total } = await read(work, (tx) => listAccounts(tx, { search: username }))
    expect(total).toBeGreaterThan(0)
    expect(accounts.find((one) => one.id === id)?.grants).toMatchObject([{ id: second, role: 'clerk', unit: 'PORT' }])
  })

  test('nobody grants to, revokes from or disables themselves', async () => {
    const { id } = await newAccount()
    const held = await grant(id, 'security')
    const own = workOn(pool, { actor: { ...work.actor, id } })
    await expect(write(own, (tx) => grantRole(tx, { user: id, role: 'viewer', unit: 'ZONE' }))).rejects.toEqual(
      refused('access/own-grant'),
    )
    await expect(write(own, (tx) => revokeGrant(tx, held))).rejects.toEqual(refused('access/own-grant'))
    await expect(write(own, (tx) => disableAccount(tx, id))).rejects.toEqual(refused('access/own-account'))
  })
})

describe('accounts', () => {
  test.each([
    ['a', 'access/username-unfit'],
    ['two words', 'access/username-unfit'],
    ['<script>', 'access/username-unfit'],
    ['x'.repeat(31), 'access/username-unfit'],
    ['USER1', 'access/username-taken'],
    ['ｕｓｅｒ１', 'access/username-taken'],
  ])('the user name %j is refused: %s', async (username, code) => {
    if (count === 0) await newAccount()
    await expect(write(work, (tx) => createAccount(tx, { username, name: 'N', password }))).rejects.toEqual(
      refused(code),
    )
  })

  test.each(['short1!', 'alllowercase', '1234567890', 'Zhang3-2018', 'x1'.repeat(65)])(
    'the password %j is weak',
    async (weak) => {
      const account = { username: 'zhang3', name: '张三', password: weak }
      await expect(write(work, (tx) => createAccount(tx, account))).rejects.toEqual(refused('access/password-weak'))
    },
  )

  test('the administrator resets passwords, but not those of the two others', async () => {
    const clerk = await newAccount()
    expect(await write(work, (tx) => resetPassword(tx, clerk.id))).toMatch(/^\w{5}(-\w{5}){3}$/)
    const auditor = await newAccount()
    await grant(auditor.id, 'auditor')
    await expect(write(work, (tx) => resetPassword(tx, auditor.id))).rejects.toEqual(refused('access/password-guarded'))
  })

  test('a disabled account is shown as such and comes back', async () => {
    const { id, username } = await newAccount()
    const shown = async () =>
      (await read(work, (tx) => listAccounts(tx, { search: username }))).accounts.find((one) => one.id === id)
    await write(work, (tx) => disableAccount(tx, id))
    expect((await shown())?.disabledAt).toBe('2018-07-02T01:30:00.000Z')
    await write(work, (tx) => enableAccount(tx, id))
    expect((await shown())?.disabledAt).toBeNull()
  })

  test('a search for % finds what holds it and nothing else', async () => {
    expect((await read(work, (tx) => listAccounts(tx, { search: '%' }))).total).toBe(0)
  })

  test('no password, token or secret is in the audit chain', async () => {
    const { rows } = await pool.query<{ text: string }>(
      `select coalesce(before::text, '') || coalesce(after::text, '') as text from audit_entries`,
    )
    expect(rows.length).toBeGreaterThan(10)
    for (const { text } of rows) expect(text).not.toMatch(/Zhengzhou-2018|password"|[0-9a-f]{32}:/)
  })
})

test('the command line makes the first administrator, with a password told once', async () => {
  const printed: unknown[] = []
  const out = {
    locale: 'zh' as const,
    wantsJson: true,
    print: () => {},
    json: (value: unknown) => printed.push(value),
    progress: () => ({ step: () => {}, end: () => {} }),
  }
  const [create, renew] = accessCommands
  const options = { username: '管理员', role: 'administrator', unit: 'ZONE' }
  expect(await create?.run(work, { args: [], rest: [], options }, out)).toBe(0)
  expect(printed[0]).toMatchObject({ username: '管理员', role: 'administrator', password: expect.stringMatching(/-/) })
  expect(await renew?.run(work, { args: ['管理员'], rest: [], options: { password: 'Another-2019' } }, out)).toBe(0)
  expect(printed[1]).toEqual({ username: '管理员', password: null })
  await expect(create?.run(work, { args: [], rest: [], options: { ...options, role: 'king' } }, out)).rejects.toEqual(
    refused('access/role-unknown', { role: 'king' }),
  )
})
