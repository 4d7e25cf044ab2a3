import type { Tx } from '../db/work.ts'

/**
 * Asks for a job once the transaction commits; a rollback takes the wish back. Works without a running server too (command
 * line): the next one does it. With a `key`, one job of that name and key waits at a time: asking twice before it begins
 * is asking once.
 */
export async function enqueue(
  tx: Tx,
  name: `${string}/${string}`,
  data: Record<string, unknown> = {},
  { key }: { key?: string } = {},
): Promise<void> {
  await ask(tx, 'job', { name, data, key: key ?? null })
}

/** Tells parts that come later that something happened; each listener hears it as a job of its own after commit. */
export async function announce(tx: Tx, event: string, payload: Record<string, unknown> = {}): Promise<void> {
  await ask(tx, 'event', { name: event, data: payload, key: null })
}

/** Asks for a failed job to be tried again. */
export async function askRetry(tx: Tx, queue: string, id: string): Promise<void> {
  await ask(tx, 'retry', { name: queue, data: { id }, key: id })
}

interface Errand {
  name: string
  data: Record<string, unknown>
  key: string | null
}

async function ask(tx: Tx, kind: 'job' | 'event' | 'retry', { name, data, key }: Errand): Promise<void> {
  await tx.client.query('insert into errands (kind, name, data, key, asked_at) values ($1, $2, $3, $4, $5)', [
    kind,
    name,
    JSON.stringify(data),
    key,
    tx.now,
  ])
}
