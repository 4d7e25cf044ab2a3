import { asc, count, desc, eq, ilike, or, sql } from 'drizzle-orm'
import type { Tx } from '../db/work.ts'
import type { Role } from './actor.ts'
import { grants, users } from './tables.ts'

export interface AccountRow {
  id: string
  username: string
  name: string
  personCode: string | null
  secondFactor: boolean
  createdAt: string
  disabledAt: string | null
  /** roles held now */
  grants: { id: number; role: Role; unit: string; grantedAt: string }[]
}

const heldGrants = sql<AccountRow['grants']>`coalesce((
  select json_agg(json_build_object('id', id, 'role', role, 'unit', unit_code,
    'grantedAt', to_char(granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by id)
  from grants where user_id = users.id and revoked_at is null), '[]')`

/** Accounts whose user name or name contains the search text, with the roles they hold; `page` from 1. */
export async function listAccounts(
  tx: Tx,
  { search = '', page = 1, size = 50 }: { search?: string | undefined; page?: number; size?: number } = {},
): Promise<{ accounts: AccountRow[]; total: number }> {
  const like = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const found = search ? or(ilike(users.username, like), ilike(users.name, like)) : undefined
  const rows = await tx.db
    .select({
      id: users.id,
      username: users.username,
      name: users.name,
      personCode: users.personCode,
      secondFactor: users.twoFactorEnabled,
      createdAt: users.createdAt,
      disabledAt: users.disabledAt,
      grants: heldGrants,
    })
    .from(users)
    .where(found)
    .orderBy(asc(users.username))
    .limit(size)
    .offset((page - 1) * size)
  const [all] = await tx.db.select({ total: count() }).from(users).where(found)
  const accounts = rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
  }))
  return { accounts, total: all?.total ?? 0 }
}

/** Every grant there ever was, newest first; of one account when asked. */
export async function grantHistory(tx: Tx, user?: string) {
  const rows = await tx.db
    .select({ grant: grants, username: users.username, name: users.name })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(user ? eq(grants.userId, user) : undefined)
    .orderBy(desc(grants.id))
    .limit(1000)
  return rows.map(({ grant, username, name }) => ({
    id: grant.id,
    user: grant.userId,
    username,
    name,
    role: grant.role,
    unit: grant.unitCode,
    grantedBy: grant.grantedBy,
    grantedAt: grant.grantedAt.toISOString(),
    revokedBy: grant.revokedBy,
    revokedAt: grant.revokedAt?.toISOString() ?? null,
  }))
}
