import type { FastifyServerOptions } from 'fastify'
import type { Config } from './config.ts'

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>

const hidden = ['password', 'newPassword', 'currentPassword', 'token', 'secret', 'clientSecret', 'code', 'backupCode']

/**
 * How the server logs: one JSON object a line with the request id, never a cookie, a password, a token or a one-time
 * code, and of an address only its path without the keys in it, because a query may carry what somebody searched for.
 */
export function loggerOptions({ logLevel: level }: Pick<Config, 'logLevel'>): LoggerOptions | false {
  if (level === 'silent') return false
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: [...headers, ...bodies], censor: '[hidden]' },
    serializers: { req: requestLine },
  }
}

const headers = ['authorization', 'cookie', '["set-cookie"]'].flatMap((name) =>
  ['req.headers', 'headers', 'res.headers'].map((place) =>
    name.startsWith('[') ? `${place}${name}` : `${place}.${name}`,
  ),
)

const bodies = hidden.flatMap((name) => [name, `body.${name}`, `req.body.${name}`, `data.${name}`])

interface Asked {
  method: string
  url: string
  ip?: string
}

function requestLine(request: Asked) {
  const path = request.url.split('?', 1)[0]!.replaceAll(key, '[hidden]')
  return { method: request.method, path, address: request.ip }
}

/** A link's token, or the code a reporter follows a report by: who holds one needs no account, so that a log must not hold it. */
const key = /(?<=\/)([\w-]{20,}|[2-9A-HJ-NP-Z]{12})(?=\/|\.|$)/g
