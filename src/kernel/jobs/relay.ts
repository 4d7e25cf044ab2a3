import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Queue } from './declared.ts'

interface Errand {
  kind: 'job' | 'event' | 'retry'
  name: string
  data: Record<string, unknown>
  key: string | null
}

export interface Hands {
  boss: PgBoss
  queues: readonly Queue[]
  /** lets a queue look for work now; only new jobs ring by themselves */
  wake(queue: string): void
}

const batch = 500

/**
 * Turns errands into jobs, each in the transaction that takes its row away, so that none is lost and none is done twice. A
 * job that this program does not know stays for one that does. Answers with how many errands went.
 */
export async function deliverErrands(pool: pg.Pool, hands: Hands): Promise<number> {
  const waiting = await pool.query('select from errands limit 1')
  if (waiting.rowCount === 0) return 0
  const client = await pool.connect()
  try {
    await client.query('begin')
    const errands = await take(client, hands.queues)
    for (const errand of errands) await deliver(client, hands, errand)
    await client.query('commit')
    for (const { kind, name } of errands) if (kind === 'retry') hands.wake(name)
    return errands.length
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function take(client: pg.ClientBase, queues: readonly Queue[]): Promise<Errand[]> {
  const known = queues.map((queue) => queue.name)
  const { rows } = await client.query<Errand & { id: string }>(
    `delete from errands where id in (
       select id from errands where kind = 'event' or name = any($1) order by id limit $2 for update skip locked
     ) returning id, kind, name, data, key`,
    [known, batch],
  )
  return rows.sort((one, other) => Number(one.id) - Number(other.id))
}

async function deliver(client: pg.ClientBase, { boss, queues }: Hands, errand: Errand): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
  const { kind, name, data, key } = errand
  if (kind === 'retry') {
    await boss.retry(name, String(data['id']), { db })
    return
  }
  const hears = kind === 'job' ? [name] : queues.filter((queue) => queue.event === name).map((queue) => queue.name)
  for (const queue of hears) await boss.send(queue, data, { db, singletonKey: key ?? randomUUID() })
}
