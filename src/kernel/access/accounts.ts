import { randomInt } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { audit } from '../audit/chain.ts'
import type { Tx } from '../db/work.ts'
import { refuse } from '../refusal.ts'
import { credentials, grants, sessions, users } from './tables.ts'
import { emailOf, isStrong, isUsername, usernameOf } from './usernames.ts'

export interface NewAccount {
  username: string
  /** the person's name as pages show it */
  name: string
  password: string
  /** code of the person in the unit tree */
  personCode?: string | undefined
}

/** Makes an account that can sign in and may do nothing yet. Answers with its id. */
export async function createAccount(tx: Tx, account: NewAccount): Promise<{ id: string; username: string }> {
  const username = usernameOf(account.username)
  if (!isUsername(username)) refuse('access/username-unfit', { username: account.username })
  if (!isStrong(account.password, username)) refuse('access/password-weak')
  const password = await hashPassword(account.password)
  const [made] = await tx.db
    .insert(users)
    .values({
      username,
      displayUsername: account.username.trim(),
      name: account.name,
      email: emailOf(username),
      emailVerified: true,
      personCode: account.personCode ?? null,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .onConflictDoNothing()
    .returning({ id: users.id })
  if (!made) refuse('access/username-taken', { username }, 409)
  await tx.db.insert(credentials).values({ userId: made.id, providerId: 'credential', accountId: made.id, password })
  const { name, personCode = null } = account
  audit(tx, { action: 'access/create-account', subject: `account:${username}`, after: { name, personCode } })
  return { id: made.id, username }
}

/** The account of a user name, or null. */
export async function accountNamed(tx: Tx, username: string): Promise<{ id: string; username: string } | null> {
  const columns = { id: users.id, username: users.username }
  const [found] = await tx.db
    .select(columns)
    .from(users)
    .where(eq(users.username, usernameOf(username)))
  return found ?? null
}

/** Sets a new password and ends every session of the account. */
export async function setPassword(tx: Tx, userId: string, password: string): Promise<void> {
  const account = await lockedAccount(tx, userId)
  if (!isStrong(password, account.username)) refuse('access/password-weak')
  const changed = { password: await hashPassword(password), updatedAt: tx.now }
  const own = and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential'))
  await tx.db.update(credentials).set(changed).where(own)
  await tx.db.delete(sessions).where(eq(sessions.userId, userId))
  audit(tx, { action: 'access/set-password', subject: `account:${account.username}` })
}

/** The administrator's way to a new password: answers with one to be changed, never for the two other administrators. */
export async function resetPassword(tx: Tx, userId: string): Promise<string> {
  const held = await tx.db
    .select({ role: grants.role })
    .from(grants)
    .where(and(eq(grants.userId, userId), isNull(grants.revokedAt)))
  if (held.some(({ role }) => role === 'security' || role === 'auditor')) refuse('access/password-guarded', {}, 403)
  const password = oneTimePassword()
  await setPassword(tx, userId, password)
  return password
}

/** Closes an account: its sessions end at once, its history stays. */
export async function disableAccount(tx: Tx, userId: string): Promise<void> {
  if (tx.actor.id === userId) refuse('access/own-account')
  const account = await lockedAccount(tx, userId)
  if (account.disabledAt) return
  await tx.db.update(users).set({ disabledAt: tx.now, disabledBy: tx.actor.id }).where(eq(users.id, userId))
  await tx.db.delete(sessions).where(eq(sessions.userId, userId))
  audit(tx, { action: 'access/disable-account', subject: `account:${account.username}` })
}

/** Opens a closed account again. */
export async function enableAccount(tx: Tx, userId: string): Promise<void> {
  const account = await lockedAccount(tx, userId)
  if (!account.disabledAt) return
  await tx.db.update(users).set({ disabledAt: null, disabledBy: null }).where(eq(users.id, userId))
  const before = { disabledAt: account.disabledAt, disabledBy: account.disabledBy }
  audit(tx, { action: 'access/enable-account', subject: `account:${account.username}`, before })
}

/** The account's row, held until commit so that rules about it are decided one after another. */
export async function lockedAccount(tx: Tx, userId: string): Promise<typeof users.$inferSelect> {
  const [account] = await tx.db.select().from(users).where(eq(users.id, userId)).for('update')
  return account ?? refuse('access/account-unknown', { account: userId }, 404)
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twenty characters without look-alikes, in groups of five. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
