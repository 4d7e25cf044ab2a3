import { describe, expect, test } from 'vitest'
import { read, write } from '#kernel/db/work.ts'
import { testDatabase } from '#tests/database.ts'
import { workOn } from '#tests/world/work.ts'
import { createAccount, disableAccount } from './accounts.ts'
import { grantRole, revokeGrant } from './grants.ts'
import { makeProgramKey, programKeys, programWith, revokeProgramKey } from './program-keys.ts'

const { pool } = await testDatabase()
const work = workOn(pool)
const now = work.now()
let count = 0

/** An account with a role at PORT and a key for one of its units. */
async function withKey({ root = 'PORT', unit = 'PORT' } = {}) {
  return write(work, async (tx) => {
    const username = `holder${++count}`
    const { id } = await createAccount(tx, { username, name: username, password: 'a long password of the test world' })
    const grant = await grantRole(tx, { user: id, role: 'clerk', unit: root })
    const made = await makeProgramKey(tx, { userId: id, name: '平台对接', unit, root, permissions: ['trade/declare'] })
    return { ...made, userId: id, username, grant }
  })
}
const behind = (key: string) => programWith(pool, `Bearer ${key}`, now)

describe('a key for a program', () => {
  test('acts for its account within its unit, for what it names only', async () => {
    const { key, userId, username } = await withKey({ root: 'ZONE', unit: 'PORT' })
    expect(await behind(key)).toEqual({
      id: userId,
      name: `${username}·平台对接`,
      via: 'program',
      grants: [{ role: 'clerk', unit: 'PORT' }],
      only: ['trade/declare'],
    })
  })

  test('is kept as a hash, and nowhere printed again: not in the table, the list or the audit', async () => {
    const { key, userId } = await withKey()
    const everything = await pool.query(
      'select (select json_agg(k) from program_keys k)::text as keys, (select json_agg(a) from audit_entries a)::text as audit',
    )
    const listed = await read(work, (tx) => programKeys(tx, 'trade/declare', userId))
    for (const text of [everything.rows[0].keys, everything.rows[0].audit, JSON.stringify(listed)]) {
      expect(text).not.toContain(key)
      expect(text).not.toContain(key.slice(9))
    }
    expect(listed).toMatchObject([{ prefix: key.slice(0, 9), usedOn: null, revokedAt: null }])
    await behind(key)
    expect(await read(work, (tx) => programKeys(tx, 'trade/declare', userId))).toMatchObject([{ usedOn: '2018-07-02' }])
  })

  test('opens nothing once it is revoked, unknown, cut, or its account disabled', async () => {
    const { key, id } = await withKey()
    expect(await behind(key)).not.toBeNull()
    expect(await behind(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
    expect(await behind(key.slice(0, -1))).toBeNull()
    expect(await programWith(pool, undefined, now)).toBeNull()
    expect(await programWith(pool, `Basic ${key}`, now)).toBeNull()
    await write(work, (tx) => revokeProgramKey(tx, id))
    expect(await behind(key)).toBeNull()
    const second = await withKey()
    await write(work, (tx) => disableAccount(tx, second.userId))
    expect(await behind(second.key)).toBeNull()
  })

  test('holds no role that its account has lost', async () => {
    const { key, grant } = await withKey()
    await write(work, (tx) => revokeGrant(tx, grant))
    expect(await behind(key)).toMatchObject({ grants: [] })
  })

  test('is revoked by its own account or by one that may revoke any', async () => {
    const [mine, others] = [await withKey(), await withKey()]
    await expect(write(work, (tx) => revokeProgramKey(tx, mine.id, others.userId))).rejects.toThrow(
      'access/key-unknown',
    )
    await write(work, (tx) => revokeProgramKey(tx, mine.id, mine.userId))
    await expect(write(work, (tx) => revokeProgramKey(tx, mine.id))).rejects.toThrow('access/key-unknown')
    const { rows } = await pool.query(
      `select action from audit_entries where action like '%key' and subject = $1 order by seq`,
      [`account:${mine.username}`],
    )
    expect(rows.map(({ action }) => action)).toEqual(['access/make-key', 'access/revoke-key'])
  })
})
