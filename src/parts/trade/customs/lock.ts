import type pg from 'pg'

/** One at a time changes the register of customs documents; the others wait. */
export async function lockCustoms(client: pg.ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('customs', 0))`)
}
