import type { Work } from '../db/work.ts'
import type { Words } from '../i18n/words.ts'

export interface Progress {
  done: number
  /** null while it is not known how much there is */
  total: number | null
  words: Words
  ended: boolean
}

/**
 * Tells how far long work has come, outside of any transaction so that others see it at once. `id` is chosen by whoever asked
 * for the work; only that person can watch it.
 */
export async function tellProgress(
  work: Work,
  told: { id: string } & Omit<Progress, 'ended'> & { ended?: boolean },
): Promise<void> {
  const { id, done, total, words, ended = false } = told
  const now = work.now()
  await work.pool.query(
    `insert into progress (id, user_id, done, total, words, told_at, ended_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set done = excluded.done, total = excluded.total, words = excluded.words,
       told_at = excluded.told_at, ended_at = excluded.ended_at
     where progress.user_id = excluded.user_id`,
    [id, work.actor.id, done, total, JSON.stringify(words), now, ended ? now : null],
  )
}

/** How far the work has come that this actor asked for; null when nothing was told yet. */
export async function progressOf(work: Work, id: string): Promise<Progress | null> {
  const { rows } = await work.pool.query<{ done: string; total: string | null; words: Words; ended: boolean }>(
    'select done, total, words, ended_at is not null as ended from progress where id = $1 and user_id = $2',
    [id, work.actor.id],
  )
  const row = rows[0]
  if (!row) return null
  return {
    done: Number(row.done),
    total: row.total === null ? null : Number(row.total),
    words: row.words,
    ended: row.ended,
  }
}
