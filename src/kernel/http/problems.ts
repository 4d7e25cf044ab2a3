import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { outageOf } from '../db/outages.ts'
import { type Locale, say } from '../i18n/words.ts'
import { Refusal, type RefusalTexts } from '../refusal.ts'

/** A shape error: what was sent does not fit the endpoint's shape. Becomes 400 with the places named. */
export class ShapeError extends Error {
  readonly issues: { place: string; message: string }[]

  constructor(part: string, error: z.core.$ZodError) {
    super(`${part}: ${error.issues.length} issue(s)`)
    this.name = 'ShapeError'
    this.issues = error.issues.map((issue) => ({ place: [part, ...issue.path].join('.'), message: issue.message }))
  }
}

/** RFC 9457 problem details, with the code, the cure and the request id added. */
export interface ProblemDetails {
  type: string
  title: string
  status: number
  detail: string
  code: string
  cure: string
  requestId: string
  details?: Record<string, unknown>
  issues?: { place: string; message: string }[]
}

/** Problem words by error, in the caller's language; a fault says only its id, and the log says the rest. */
export function problemOf(error: unknown, texts: RefusalTexts, locale: Locale, requestId: string): ProblemDetails {
  if (error instanceof ShapeError) return shape(error, texts, locale, requestId)
  if (error instanceof Refusal) return refused(error.code, error.status, error.details, texts, locale, requestId)
  const coded = error as Partial<FastifyError>
  const known = typeof coded.code === 'string' ? doorCodes[coded.code] : undefined
  if (known) return refused(known.code, known.status, {}, texts, locale, requestId)
  const outage = outageOf(error)
  if (outage) return refused(outage.code, outage.status, outage.details, texts, locale, requestId)
  if (typeof coded.statusCode === 'number' && coded.statusCode < 500) {
    return refused('kernel/request-unreadable', coded.statusCode, { reason: coded.message }, texts, locale, requestId)
  }
  return refused('kernel/fault', 500, { requestId }, texts, locale, requestId)
}

/** Errors of the door itself, said in our words. */
const doorCodes: Record<string, { code: string; status: number }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'kernel/body-too-large', status: 413 },
  FST_ERR_BAD_URL: { code: 'kernel/address-unreadable', status: 400 },
  FST_REQ_FILE_TOO_LARGE: { code: 'kernel/body-too-large', status: 413 },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'kernel/media-type', status: 415 },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'kernel/json-unreadable', status: 400 },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'kernel/json-unreadable', status: 400 },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { code: 'kernel/file-expected', status: 400 },
  ECONNREFUSED: { code: 'kernel/database-away', status: 503 },
  '57P01': { code: 'kernel/database-away', status: 503 },
  '57P03': { code: 'kernel/database-away', status: 503 },
  '40001': { code: 'kernel/try-again', status: 409 },
  '40P01': { code: 'kernel/try-again', status: 409 },
}

function shape(error: ShapeError, texts: RefusalTexts, locale: Locale, requestId: string): ProblemDetails {
  const places = error.issues.map((issue) => `${issue.place}: ${issue.message}`).join('; ')
  return { ...refused('kernel/shape', 400, { places }, texts, locale, requestId), issues: error.issues }
}

function refused(
  code: string,
  status: number,
  details: Record<string, unknown>,
  texts: RefusalTexts,
  locale: Locale,
  requestId: string,
): ProblemDetails {
  const text = texts[code]
  const detail = text ? say(text.problem, locale, details) : code
  const cure = text ? say(text.cure, locale, details) : ''
  return { type: `/problems/${code}`, title: code, status, detail, code, cure, requestId, details }
}

/** How problems are told below an address whose standard has a shape of its own for them. */
export interface Dialect {
  /** `/open311/`: the beginning of every address it is spoken at */
  under: string
  tell(problem: ProblemDetails, url: string): { status: number; type: string; content: string }
}

/** Sends the problem of an error; faults are logged whole. */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  texts: RefusalTexts,
  dialects: readonly Dialect[] = [],
) {
  const problem = problemOf(error, texts, localeOf(request), request.id)
  if (problem.status >= 500) request.log.error({ err: error }, 'fault')
  else request.log.info({ code: problem.code, details: problem.details }, 'refused')
  const dialect = dialects.find(({ under }) => request.url.startsWith(under))
  if (dialect) {
    const { status, type, content } = dialect.tell(problem, request.url)
    return reply.code(status).type(type).header('access-control-allow-origin', '*').send(content)
  }
  return reply.code(problem.status).type('application/problem+json').send(problem)
}

/** Chinese unless the caller's first language is English. */
export function localeOf(request: FastifyRequest): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh'
}

/** Zod's own words in the caller's language. */
export const zodWords = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }
