import type { FastifyRequest } from 'fastify'
import { refuse } from '../refusal.ts'
import type { SignInDoor } from './sign-in.ts'
import { recordFailure } from './sign-in-audit.ts'
import type { SignedIn } from './signed-in.ts'

export interface Refused {
  path: string
  door: SignInDoor
  request: FastifyRequest
  before: SignedIn | null
}

/** What the sign-in library calls a thing, and what we call it. */
const known: Record<string, string> = {
  INVALID_USERNAME_OR_PASSWORD: 'access/password-wrong',
  INVALID_PASSWORD: 'access/password-wrong',
  PASSWORD_TOO_LONG: 'access/password-wrong',
  PASSWORD_TOO_SHORT: 'access/password-weak',
  ACCOUNT_DISABLED: 'access/account-disabled',
  INVALID_CODE: 'access/code-wrong',
  INVALID_BACKUP_CODE: 'access/code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'access/second-step-over',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'access/second-step-over',
  TOTP_NOT_ENABLED: 'access/second-factor-absent',
  TWO_FACTOR_NOT_ENABLED: 'access/second-factor-absent',
  BACKUP_CODES_NOT_ENABLED: 'access/second-factor-absent',
  TOTP_ALREADY_ENABLED: 'access/second-factor-present',
  UNAUTHORIZED: 'kernel/sign-in-needed',
  INVALID_ORIGIN: 'kernel/foreign-origin',
  MISSING_OR_NULL_ORIGIN: 'kernel/foreign-origin',
}

/** Says the sign-in library's answer in our words; what it failed at stays in the audit chain. */
export async function refuseAsSaid(response: Response, refused: Refused): Promise<never> {
  if (response.status >= 500)
    throw new Error(`sign-in failed at ${refused.path}: ${response.status} ${await response.text()}`)
  if (response.status === 429) {
    const seconds = Number(response.headers.get('x-retry-after')) || 900
    refuse('kernel/too-many-requests', { seconds }, 429)
  }
  const said = await saidIn(response)
  const code = known[said.code]
  if (code === 'access/password-wrong' || code === 'access/code-wrong') await recordFailure(refused, code)
  if (code) refuse(code, { origin: refused.request.headers.origin }, response.status)
  refuse('access/sign-in-refused', { reason: said.message }, response.status)
}

async function saidIn(response: Response): Promise<{ code: string; message: string }> {
  const text = await response.text()
  try {
    const { code, message } = JSON.parse(text) as { code?: string; message?: string }
    return { code: code ?? '', message: message ?? code ?? String(response.status) }
  } catch {
    return { code: '', message: text.slice(0, 200) || String(response.status) }
  }
}
