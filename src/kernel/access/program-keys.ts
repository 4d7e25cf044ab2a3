import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { audit } from '../audit/chain.ts'
import type { Tx } from '../db/work.ts'
import { refuse } from '../refusal.ts'
import type { Actor, Role } from './actor.ts'

/** What a key opens: some permissions of one account within one unit. */
export interface KeyAsked {
  userId: string
  name: string
  /** the unit that it may act in */
  unit: string
  /** the unit of the grant by which the account may: at `unit`, or above it */
  root: string
  permissions: readonly string[]
}

export interface ProgramKey {
  id: number
  name: string
  unit: string
  permissions: string[]
  /** the first letters of the key */
  prefix: string
  username: string
  madeAt: Date
  usedOn: string | null
  revokedAt: Date | null
}

/** Makes a key by which a program acts for an account. The answer is the only time that it is seen: what is kept is its hash. */
export async function makeProgramKey(tx: Tx, asked: KeyAsked): Promise<{ id: number; key: string }> {
  const key = `jk_${randomBytes(32).toString('base64url')}`
  const { rows } = await tx.client.query<{ id: string; username: string }>(
    `insert into program_keys (user_id, name, unit_code, root_code, permissions, prefix, sha256, made_at, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     returning id, (select username from users where users.id = user_id) as username`,
    [
      asked.userId,
      asked.name,
      asked.unit,
      asked.root,
      asked.permissions,
      key.slice(0, 9),
      hashOf(key),
      tx.now,
      tx.actor.id,
    ],
  )
  const { id, username } = rows[0]!
  const after = { key: Number(id), name: asked.name, unit: asked.unit, permissions: asked.permissions }
  audit(tx, { action: 'access/make-key', subject: `account:${username}`, unit: asked.unit, after })
  return { id: Number(id), key }
}

/** Ends a key at once; with `userId` only when it is that account's. Refuses `access/key-unknown`. */
export async function revokeProgramKey(tx: Tx, id: number, userId?: string): Promise<void> {
  const { rows } = await tx.client.query<{ name: string; unit: string; username: string }>(
    `update program_keys set revoked_at = $2, revoked_by = $3 from users
     where program_keys.id = $1 and revoked_at is null and users.id = user_id and ($4::uuid is null or user_id = $4)
     returning program_keys.name, unit_code as unit, username`,
    [id, tx.now, tx.actor.id, userId ?? null],
  )
  const ended = rows[0] ?? refuse('access/key-unknown', { key: id }, 404)
  const before = { key: id, name: ended.name, unit: ended.unit }
  audit(tx, { action: 'access/revoke-key', subject: `account:${ended.username}`, unit: ended.unit, before })
}

/** Keys that open a permission, newest first; only one account's when told. */
export async function programKeys(tx: Tx, permission: string, userId?: string): Promise<ProgramKey[]> {
  const { rows } = await tx.client.query<Omit<ProgramKey, 'id'> & { id: string }>(
    `select k.id, k.name, unit_code as unit, permissions, prefix, username, made_at as "madeAt", used_on as "usedOn", revoked_at as "revokedAt"
     from program_keys k join users on users.id = k.user_id
     where $1 = any(permissions) and ($2::uuid is null or k.user_id = $2) order by k.id desc`,
    [permission, userId ?? null],
  )
  return rows.map((row) => ({ ...row, id: Number(row.id) }))
}

/** Who a program acts for: `id` is the account's, `only` what the key opens. */
export interface Program extends Actor {
  via: 'program'
  only: readonly string[]
}

/** The program behind an Authorization header; null for anything but a key that stands, of an account that does. */
export async function programWith(pool: pg.Pool, header: string | undefined, now: Date): Promise<Program | null> {
  const key = /^Bearer (jk_[\w-]{43})$/.exec(header ?? '')?.[1]
  if (!key) return null
  const sha256 = hashOf(key)
  const { rows } = await pool.query<Row>({ name: 'program-with', text: BEHIND, values: [sha256] })
  const row = rows[0]
  if (!row || !timingSafeEqual(Buffer.from(row.sha256), Buffer.from(sha256))) return null
  const today = now.toISOString().slice(0, 10)
  if (row.used_on !== today) await pool.query('update program_keys set used_on = $2 where id = $1', [row.id, today])
  const grants = row.roles.map((role) => ({ role, unit: row.unit }))
  return { id: row.user_id, name: `${row.username}·${row.name}`, via: 'program', grants, only: row.permissions }
}

interface Row {
  id: string
  sha256: string
  used_on: string | null
  user_id: string
  username: string
  name: string
  unit: string
  permissions: string[]
  roles: Role[]
}

/** The roles that the account still holds where it held them when the key was made. */
const BEHIND = `
  select k.id, k.sha256, k.used_on, k.user_id, users.username, k.name, k.unit_code as unit, k.permissions,
    coalesce((select json_agg(role order by grants.id) from grants
      where user_id = k.user_id and unit_code = k.root_code and revoked_at is null), '[]') as roles
  from program_keys k join users on users.id = k.user_id
  where k.sha256 = $1 and k.revoked_at is null and users.disabled_at is null`

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}
