import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { audit } from '../audit/chain.ts'
import type { Tx } from '../db/work.ts'
import { refuse } from '../refusal.ts'
import { sessions, users } from './tables.ts'

export interface SessionRow {
  id: string
  address: string | null
  agent: string | null
  createdAt: string
  expiresAt: string
}

/** Sessions of an account that have not run out, newest first. */
export async function sessionsOf(tx: Tx, userId: string): Promise<SessionRow[]> {
  const rows = await tx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, tx.now)))
    .orderBy(desc(sessions.createdAt))
  return rows.map((row) => ({
    id: row.id,
    address: row.ipAddress,
    agent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

/** Ends one session; with `userId` only when it is that account's. */
export async function revokeSession(tx: Tx, id: string, userId?: string): Promise<void> {
  const [session] = await tx.db
    .select({ username: users.username, userId: users.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, id))
  if (!session || (userId && userId !== session.userId)) refuse('access/session-unknown', {}, 404)
  await tx.db.delete(sessions).where(eq(sessions.id, id))
  audit(tx, { action: 'access/end-session', subject: `account:${session.username}`, before: { session: id } })
}

/** Ends every session of an account, but for the one to keep; answers with how many ended. */
export async function revokeSessions(tx: Tx, userId: string, keep?: string): Promise<number> {
  const others = keep ? and(eq(sessions.userId, userId), ne(sessions.id, keep)) : eq(sessions.userId, userId)
  const ended = await tx.db.delete(sessions).where(others).returning({ id: sessions.id })
  const [account] = await tx.db.select({ username: users.username }).from(users).where(eq(users.id, userId))
  if (!account) refuse('access/account-unknown', { account: userId }, 404)
  if (ended.length > 0) {
    const before = { sessions: ended.map(({ id }) => id) }
    audit(tx, { action: 'access/end-session', subject: `account:${account.username}`, before })
  }
  return ended.length
}
