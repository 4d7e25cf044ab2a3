import { existsSync } from 'node:fs'
import path from 'node:path'
import helmet from '@fastify/helmet'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

export type EntryPage = (reply: FastifyReply) => Promise<FastifyReply>

/**
 * Serves the built pages: hashed files for ever, the entry page never cached, with a closed content policy.
 * Answers with the sender of the entry page, or null where pages were not built.
 */
export async function registerPages(app: FastifyInstance, folder: string, tiles?: string): Promise<EntryPage | null> {
  if (!existsSync(path.join(folder, 'index.html'))) return null
  const tileHosts = tiles === undefined ? [] : [hostOf(tiles)]
  await app.register(helmet, {
    global: false,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its theme as style elements
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileHosts],
        connectSrc: ["'self'", ...tileHosts],
        workerSrc: ["'self'", 'blob:'],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    // An intranet on plain HTTP must stay reachable; a TLS proxy sets this header itself.
    strictTransportSecurity: false,
  })
  await app.register(staticFiles, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
  })
  const entry: EntryPage = async (reply) => {
    await reply.helmet()
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { immutable: false, maxAge: 0 })
  }
  app.get('/', (_request, reply) => entry(reply))
  return entry
}

/** The origin of a tile address; `{s}` stands for any of its mirrors. */
function hostOf(tiles: string): string {
  const [, protocol = '', host = ''] = /^(https?:)\/\/([^/]+)/.exec(tiles) ?? []
  return `${protocol}//${host.replace(/\{[^}]*\}/, '*')}`
}
