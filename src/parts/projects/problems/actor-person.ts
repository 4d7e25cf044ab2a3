import type { Tx } from '#kernel/db/work.ts'

/** The person behind an account. */
export interface ActorPerson {
  code: string
  name: string
  unit: string
}

/** The person who acts; null for accounts of no person, programs, jobs and the command line. */
export async function actorPerson(tx: Pick<Tx, 'client' | 'actor'>): Promise<ActorPerson | null> {
  const { rows } = await tx.client.query<ActorPerson>(
    `select p.code, p.name, p.unit_code as unit from people p join users u on u.person_code = p.code where u.id::text = $1`,
    [tx.actor.id],
  )
  return rows[0] ?? null
}
