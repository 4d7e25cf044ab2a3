import type pg from 'pg'
import { refuse } from '../refusal.ts'
import { lockedUntil, lockoutMemoryMs, lockoutRule } from './lockout.ts'

interface Try {
  username: string
  address: string
  now: Date
}

/**
 * Opens a try at the door: refuses `access/locked` (429) when the user name or the address is locked, and otherwise counts the
 * try as a failure until {@link succeed} or {@link withdraw} says something else. Answers with the id of the try.
 */
export async function beginTry(pool: pg.Pool, { username, address, now }: Try): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Tries of one user name, and of one address, go through this check one by one.
    await client.query(`select pg_advisory_xact_lock(hashtext('sign-in'), hashtext($1))`, [username])
    await client.query(`select pg_advisory_xact_lock(hashtext('sign-in-address'), hashtext($1))`, [address])
    const until = await lockOf(client, { username, address, now })
    const begun = until
      ? null
      : await client.query<{ id: string }>(
          'insert into sign_in_failures (username, address, failed_at) values ($1, $2, $3) returning id',
          [username, address, now],
        )
    await client.query('commit')
    if (until) refuseUntil(until, now)
    return begun?.rows[0]?.id ?? ''
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** The password was right: this try was no failure, and the earlier ones of the user name are forgiven. */
export async function succeed(pool: pg.Pool, id: string, { username, now }: Try): Promise<void> {
  await pool.query(
    `with right_one as (delete from sign_in_failures where id = $1)
     update sign_in_failures set forgiven_at = $3 where username = $2 and id <> $1 and forgiven_at is null`,
    [id, username, now],
  )
}

/** The try did not come to a password at all: a fault, or too many requests. */
export async function withdraw(pool: pg.Pool, id: string): Promise<void> {
  await pool.query('delete from sign_in_failures where id = $1', [id])
}

async function lockOf(client: pg.ClientBase, { username, address, now }: Try): Promise<Date | null> {
  const since = new Date(now.getTime() - lockoutMemoryMs)
  const { rows } = await client.query<{ failed_at: Date; named: boolean; near: boolean }>(
    `select failed_at, username = $1 and forgiven_at is null as named, address = $2 as near
     from sign_in_failures where (username = $1 or address = $2) and failed_at > $3`,
    [username, address, since],
  )
  const named = rows.filter((row) => row.named).map((row) => row.failed_at)
  const near = rows.filter((row) => row.near).map((row) => row.failed_at)
  return lockedUntil(named, lockoutRule.perUsername, now) ?? lockedUntil(near, lockoutRule.perAddress, now)
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function refuseUntil(until: Date, now: Date): never {
  const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000)
  // Said a minute late rather than a minute early.
  const opensAt = clock.format(new Date(Math.ceil(until.getTime() / 60_000) * 60_000))
  refuse('access/locked', { opensAt, minutes, seconds: minutes * 60 }, 429)
}
