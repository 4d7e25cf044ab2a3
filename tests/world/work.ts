import type pg from 'pg'
import type { Actor, Grant, Role } from '#kernel/access/actor.ts'
import type { Work } from '#kernel/db/work.ts'

/** The clock of the test world: a summer morning in Zhengzhou, after the half-year of the demonstration. */
export const worldNow = new Date('2018-07-02T01:30:00Z')

/** A person of the test world with one role at one unit (root unless told). */
export function personAs(role: Role, unit = 'ZONE'): Actor {
  return { id: `person-${role}`, name: `${role}@${unit}`, via: 'page', grants: [{ role, unit }] }
}

/** Somebody who holds every role at the root: for tests that are not about access. */
export const everybody: Actor = {
  id: 'person-everybody',
  name: 'everybody',
  via: 'page',
  grants: (['viewer', 'clerk', 'reviewer', 'lead', 'administrator', 'security', 'auditor'] as const).map(
    (role): Grant => ({ role, unit: 'ZONE' }),
  ),
}

/** Work on a test database, by `everybody` at the world's clock unless told. */
export function workOn(pool: pg.Pool, { actor = everybody, now = worldNow }: { actor?: Actor; now?: Date } = {}): Work {
  return { pool, actor, now: () => now, requestId: 'test', secret: 'a secret of the test world, long enough for keys' }
}
