import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Tx, Work } from '../db/work.ts'
import type { Locale } from '../i18n/words.ts'
import type { Answer, Asked, Endpoint } from './endpoint.ts'

/** What one request knows besides its shapes. */
export interface Request {
  work: Work
  locale: Locale
  /** subtree roots in which the caller holds this endpoint's permission; reads and writes stay inside them */
  roots: readonly string[]
  /** the uploaded file of an endpoint with `body: 'file'` */
  file?: { name: string; stream: Readable; fields: Record<string, string> }
  raw: FastifyRequest
  reply: FastifyReply
}

/**
 * `read` and `write` wrap the handler in one transaction; `work` leaves it to the face (long imports, streams).
 */
export type Route = { endpoint: Endpoint } & (
  | { run: 'read' | 'write'; handle: (tx: Tx, asked: never, request: Request) => Promise<unknown> }
  | { run: 'work'; handle: (work: Work, asked: never, request: Request) => Promise<unknown> }
)

/** A route whose handler runs in one read-only snapshot. */
export function reads<E extends Endpoint>(
  endpoint: E,
  handle: (tx: Tx, asked: Asked<E>, request: Request) => Promise<Answer<E>>,
): Route {
  return { endpoint, run: 'read', handle: handle as never }
}

/** A route whose handler is one office verb in one transaction. */
export function writes<E extends Endpoint>(
  endpoint: E,
  handle: (tx: Tx, asked: Asked<E>, request: Request) => Promise<Answer<E>>,
): Route {
  return { endpoint, run: 'write', handle: handle as never }
}

/** A route whose face opens its own transactions: imports, streams, progress. */
export function works<E extends Endpoint>(
  endpoint: E,
  handle: (work: Work, asked: Asked<E>, request: Request) => Promise<Answer<E>>,
): Route {
  return { endpoint, run: 'work', handle: handle as never }
}
