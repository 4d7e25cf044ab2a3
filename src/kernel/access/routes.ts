import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/work.ts'
import { type Route, reads, writes } from '../http/route.ts'
import { refuse } from '../refusal.ts'
import {
  createAccount,
  disableAccount,
  enableAccount,
  lockedAccount,
  oneTimePassword,
  resetPassword,
} from './accounts.ts'
import { type Permissions, rootsFor } from './actor.ts'
import { grantRole, revokeGrant, unitOfGrant } from './grants.ts'
import { grantHistory, listAccounts } from './queries.ts'
import { revokeSession, revokeSessions, sessionsOf } from './sessions.ts'
import * as shapes from './shapes.ts'
import { sessionIdOf } from './signed-in.ts'
import { users } from './tables.ts'

export interface AccessFrame {
  /** zone, day and demonstration accounts as the sign-in page shows them */
  frame(tx: Tx): Promise<z.input<typeof shapes.SessionFrame>>
  /** the unit that a person works in; null when unknown */
  unitOf(tx: Tx, personCode: string): Promise<{ code: string; name: string } | null>
  /** whether a unit exists and lies in the subtree of one of the roots */
  covers(tx: Tx, unit: string, roots: readonly string[]): Promise<boolean>
}

/** Session, own sessions, and what the administrators do. `permissions` are those of the whole house. */
export function accessRoutes(permissions: Permissions, house: AccessFrame): Route[] {
  return [sessionRoute(permissions, house), ...ownRoutes, ...accountRoutes, ...grantRoutes(house), ...sessionRoutes]
}

const done = { done: true } as const

const sessionRoute = (permissions: Permissions, house: AccessFrame) =>
  reads(shapes.getSession, async (tx) => ({
    person: await personOf(tx, house),
    grants: [...tx.actor.grants],
    permissions: Object.entries(permissions).flatMap(([key, permission]) =>
      rootsFor(tx.actor, permission).length > 0 ? [key] : [],
    ),
    ...(await house.frame(tx)),
  }))

async function personOf(tx: Tx, house: AccessFrame) {
  if (sessionIdOf(tx.actor) === null) return null
  const [user] = await tx.db.select().from(users).where(eq(users.id, tx.actor.id))
  if (!user) return null
  const unit = user.personCode === null ? null : await house.unitOf(tx, user.personCode)
  return { id: user.id, username: user.username, name: user.name, unit, secondFactor: user.twoFactorEnabled }
}

const ownRoutes: Route[] = [
  reads(shapes.listOwnSessions, async (tx) => ({ sessions: await markedSessions(tx, tx.actor.id) })),
  writes(shapes.endOwnSession, async (tx, { params }) => {
    await revokeSession(tx, params.id, tx.actor.id)
    return done
  }),
  writes(shapes.endOtherSessions, async (tx) => ({
    ended: await revokeSessions(tx, tx.actor.id, sessionIdOf(tx.actor) ?? undefined),
  })),
]

async function markedSessions(tx: Tx, userId: string) {
  const rows = await sessionsOf(tx, userId)
  return rows.map((row) => ({ ...row, current: row.id === sessionIdOf(tx.actor) }))
}

const accountRoutes: Route[] = [
  reads(shapes.listAccounts, (tx, { query }) => listAccounts(tx, query)),
  writes(shapes.createAccount, async (tx, { body }) => {
    const password = body.password ?? oneTimePassword()
    const made = await createAccount(tx, { ...body, password })
    return { ...made, password: body.password === undefined ? password : null }
  }),
  writes(shapes.disableAccount, async (tx, { params }) => {
    await disableAccount(tx, params.id)
    return done
  }),
  writes(shapes.enableAccount, async (tx, { params }) => {
    await enableAccount(tx, params.id)
    return done
  }),
  writes(shapes.resetPassword, async (tx, { params }) => ({ password: await resetPassword(tx, params.id) })),
]

const grantRoutes = ({ covers }: AccessFrame): Route[] => {
  const refuseOutside = async (tx: Tx, unit: string, roots: readonly string[]) => {
    if (!(await covers(tx, unit, roots))) refuse('access/outside-scope', { unit }, 403)
  }
  return [
    reads(shapes.listGrants, async (tx, { query }) => ({ grants: await grantHistory(tx, query.user) })),
    writes(shapes.grantRole, async (tx, { body }, { roots }) => {
      await refuseOutside(tx, body.unit, roots)
      return { id: await grantRole(tx, body) }
    }),
    writes(shapes.revokeGrant, async (tx, { params }, { roots }) => {
      await refuseOutside(tx, await unitOfGrant(tx, params.id), roots)
      await revokeGrant(tx, params.id)
      return done
    }),
  ]
}

const sessionRoutes: Route[] = [
  reads(shapes.listSessions, async (tx, { params }) => ({ sessions: await markedSessions(tx, params.id) })),
  writes(shapes.endSession, async (tx, { params }) => {
    await revokeSession(tx, params.id)
    return done
  }),
  writes(shapes.endSessions, async (tx, { params }) => {
    await lockedAccount(tx, params.id)
    return { ended: await revokeSessions(tx, params.id) }
  }),
]
