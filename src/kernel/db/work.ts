import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Actor } from '../access/actor.ts'
import { type AuditEntry, appendAudit } from '../audit/chain.ts'

/** One transaction: the connection, the typed query layer on it, who acts and when. */
export interface Tx {
  client: pg.ClientBase
  db: NodePgDatabase
  actor: Actor
  now: Date
  requestId: string
  /** the installation's secret, from which keys for personal data are derived */
  secret: string
  /** written to the audit chain as the last deed before commit; use `audit()` */
  entries: AuditEntry[]
}

/** Who works, on which database, by which clock. Faces open their transactions through it. */
export interface Work {
  pool: pg.Pool
  actor: Actor
  now: () => Date
  requestId: string
  /** the installation's secret, from which keys for personal data are derived; 32 bytes or more */
  secret: string
}

/** Runs reads on one connection with a consistent snapshot. */
export function read<T>(work: Work, deed: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(work, 'begin isolation level repeatable read read only', deed)
}

/** Runs one office verb in one transaction; its audit entries are chained just before commit. */
export function write<T>(work: Work, deed: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(work, 'begin', deed)
}

async function transact<T>(work: Work, begin: string, deed: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await work.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(begin)
    const tx: Tx = {
      client,
      db: drizzle(client),
      actor: work.actor,
      now: work.now(),
      requestId: work.requestId,
      secret: work.secret,
      entries: [],
    }
    const result = await deed(tx)
    if (tx.entries.length > 0) await appendAudit(tx)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}
