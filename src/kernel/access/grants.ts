import { and, eq, isNull } from 'drizzle-orm'
import { audit } from '../audit/chain.ts'
import type { Tx } from '../db/work.ts'
import { refuse } from '../refusal.ts'
import { lockedAccount } from './accounts.ts'
import { type Role, roleWords } from './actor.ts'
import { grants, users } from './tables.ts'

const administrators: readonly Role[] = ['administrator', 'security', 'auditor']
const writers: readonly Role[] = ['clerk', 'reviewer', 'lead']

/** Which rule forbids a role beside those held, and the role it clashes with; null when none does. */
export function clashOf(
  held: readonly Role[],
  role: Role,
): { rule: 'powers-apart' | 'auditor-writes-nothing'; with: Role } | null {
  const other = administrators.includes(role) && held.find((one) => one !== role && administrators.includes(one))
  if (other) return { rule: 'powers-apart', with: other }
  const opposed = role === 'auditor' ? writers : writers.includes(role) ? ['auditor'] : []
  const clash = held.find((one) => opposed.includes(one))
  return clash ? { rule: 'auditor-writes-nothing', with: clash } : null
}

/**
 * Gives an account a role within a unit's subtree; answers with the grant's id. Refuses what would join powers that are kept
 * apart, what is held already, and a grant to oneself.
 */
export async function grantRole(tx: Tx, asked: { user: string; role: Role; unit: string }): Promise<number> {
  const { user, role, unit } = asked
  if (tx.actor.id === user) refuse('access/own-grant')
  const account = await lockedAccount(tx, user)
  const held = await heldBy(tx, user)
  if (held.some((grant) => grant.role === role && grant.unit === unit)) refuse('access/grant-held', { unit }, 409)
  refuseClash(
    clashOf(
      held.map((grant) => grant.role),
      role,
    ),
    role,
  )
  const [made] = await tx.db
    .insert(grants)
    .values({ userId: user, role, unitCode: unit, grantedBy: tx.actor.id, grantedAt: tx.now })
    .returning({ id: grants.id })
  audit(tx, { action: 'access/grant', subject: `account:${account.username}`, unit, after: { role, unit } })
  return made!.id
}

/** Takes a role back; the row stays with who and when. */
export async function revokeGrant(tx: Tx, id: number): Promise<void> {
  const [grant] = await tx.db
    .select({ userId: grants.userId, role: grants.role, unit: grants.unitCode, username: users.username })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(eq(grants.id, id), isNull(grants.revokedAt)))
    .for('update')
  if (!grant) refuse('access/grant-unknown', {}, 404)
  if (tx.actor.id === grant.userId) refuse('access/own-grant')
  await tx.db.update(grants).set({ revokedBy: tx.actor.id, revokedAt: tx.now }).where(eq(grants.id, id))
  const { role, unit, username } = grant
  audit(tx, { action: 'access/revoke', subject: `account:${username}`, unit, before: { role, unit } })
}

/** The unit of a grant that is held, to ask whether it lies within a scope. */
export async function unitOfGrant(tx: Tx, id: number): Promise<string> {
  const [grant] = await tx.db.select({ unit: grants.unitCode }).from(grants).where(eq(grants.id, id))
  return grant?.unit ?? refuse('access/grant-unknown', {}, 404)
}

const heldBy = (tx: Tx, user: string) =>
  tx.db
    .select({ role: grants.role, unit: grants.unitCode })
    .from(grants)
    .where(and(eq(grants.userId, user), isNull(grants.revokedAt)))

function refuseClash(clash: ReturnType<typeof clashOf>, role: Role) {
  const words = clash && { held: bothWords(clash.with), role: bothWords(role) }
  if (clash?.rule === 'powers-apart') refuse('access/powers-apart', words ?? {})
  if (clash) refuse('access/auditor-writes-nothing', words ?? {})
}

const bothWords = (role: Role) => `${roleWords[role].zh} ${roleWords[role].en}`
