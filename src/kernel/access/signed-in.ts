import type pg from 'pg'
import type { Actor, Grant } from './actor.ts'

/** A person with a session: who acts on a page. */
export interface SignedIn extends Actor {
  via: 'page'
  userId: string
  sessionId: string
  username: string
  personCode: string | null
}

/** The session id of an actor who has one. */
export const sessionIdOf = (actor: Actor): string | null => ('sessionId' in actor ? String(actor.sessionId) : null)

/** Who holds a session token, with the roles held now; one statement, because every request asks. */
export async function signedInWith(pool: pg.Pool, token: string, now: Date): Promise<SignedIn | null> {
  const { rows } = await pool.query<Row>({ name: 'signed-in-with', text: SIGNED_IN, values: [token, now] })
  const row = rows[0]
  if (!row) return null
  const { session, id, name, username, person, grants } = row
  return { id, name, via: 'page', grants, userId: id, sessionId: session, username, personCode: person }
}

interface Row {
  session: string
  id: string
  name: string
  username: string
  person: string | null
  grants: Grant[]
}

const SIGNED_IN = `
  select sessions.id as session, users.id, users.name, users.username, users.person_code as person,
    coalesce((select json_agg(json_build_object('role', role, 'unit', unit_code) order by grants.id)
      from grants where user_id = users.id and revoked_at is null), '[]') as grants
  from sessions join users on users.id = sessions.user_id
  where sessions.token = $1 and sessions.expires_at > $2 and users.disabled_at is null`
