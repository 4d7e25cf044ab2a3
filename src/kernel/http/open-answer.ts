import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Pages and programs of any origin may read the answer and these of its headers; nothing of a session is sent along. */
export function letAnybodyRead(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*')
  reply.header('access-control-expose-headers', 'etag, link, content-disposition, content-language')
}

/** Sends what anybody may keep: its ETag, how long it is fresh, and 304 to whoever has it already (RFC 9110, 13.1.2). */
export function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { content, seconds }: { content: string | Uint8Array; seconds: number },
): FastifyReply {
  // Weak: the same answer may travel compressed in one way or another.
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`
  reply.header('etag', tag).header('cache-control', `public, max-age=${seconds}`)
  reply.header('vary', 'accept, accept-language, accept-encoding')
  return has(request.headers['if-none-match'], tag) ? reply.code(304).send() : reply.send(content)
}

function has(known: string | undefined, tag: string): boolean {
  if (known === undefined) return false
  const bare = (one: string) => one.trim().replace(/^W\//, '')
  return known.trim() === '*' || known.split(',').some((one) => bare(one) === bare(tag))
}
