import { createHmac } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Work } from '../db/work.ts'

/**
 * A keyed mark of where a request of anybody comes from: the same for one address on one day (UTC), and nothing to be read from it.
 * For limits only.
 */
export function senderOf({ secret, now }: Pick<Work, 'secret' | 'now'>, { ip }: Pick<FastifyRequest, 'ip'>): string {
  const day = now().toISOString().slice(0, 10)
  return createHmac('sha256', secret).update(`sender ${day} ${ip}`).digest('base64url').slice(0, 22)
}
