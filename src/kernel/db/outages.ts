import { Refusal } from '../refusal.ts'

/**
 * What befell the machine under a piece of work, as a refusal with a cure: the database went away, its disk or ours is full. Nothing of
 * what was under way is kept then: a transaction that did not hear of its commit is looked for by doing the same again.
 */
export function outageOf(error: unknown): Refusal | undefined {
  const { code = '', message = '' } = (error ?? {}) as Partial<Record<string, string>>
  if (code === '53100') return new Refusal('kernel/database-disk-full', { reason: message }, 507)
  if (full.has(code)) return new Refusal('kernel/disk-full', { reason: message }, 507)
  if (away.has(code)) return new Refusal('kernel/database-away', {}, 503)
  if (gone.has(code) || lost.test(message)) return new Refusal('kernel/database-lost', {}, 503)
  return undefined
}

const full = new Set(['ENOSPC', 'EDQUOT'])
/** Not there, or only coming up. */
const away = new Set(['ECONNREFUSED', '57P03'])
/** Classes 08 and 57P0 of PostgreSQL, and what a socket says. */
const gone = new Set(['57P01', '57P02', '08006', '08003', '08001', 'ECONNRESET', 'EPIPE'])
const lost = /^Connection terminated|not queryable$|^Connection ended/
