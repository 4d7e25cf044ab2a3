import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Grant } from '#kernel/access/actor.ts'
import type { Words } from '#kernel/i18n/words.ts'
import { ask } from './client.ts'
import type { Problem } from './problem.ts'

/** One account of the demonstration zone, shown on the sign-in page; never sent by a real zone. */
export interface DemonstrationAccount {
  username: string
  password: string
  name: string
  words: Words
}

/** What `/api/session` answers, signed in or not. */
export interface Session {
  person: { id: string; username: string; name: string; unit?: { code: string; name: string } | null } | null
  grants: readonly Grant[]
  /** keys `part/deed` held in at least one unit */
  permissions: readonly string[]
  zone: { code: string; name: Words }
  /** the day up to which records run: YYYY-MM-DD */
  today: string
  /** `?year` of the targets on the first screen follows from `today`; set only in the demonstration zone */
  demonstration?: { accounts: readonly DemonstrationAccount[] } | null
  version?: string
}

const address = '/api/session'

/** Who is here, what they may do, which zone this is. */
export const useSession = () =>
  useQuery<Session, Problem>({
    queryKey: [address],
    queryFn: ({ signal }) => ask('GET', address, undefined, signal) as Promise<Session>,
    staleTime: 5 * 60_000,
  })

/** `may('ledgers/import')`: whether the person holds a permission anywhere; the server decides for each unit. */
export function useMay(): (permission: string | undefined) => boolean {
  const { data } = useSession()
  return (permission) => !permission || (data?.permissions.includes(permission) ?? false)
}

/** Forgets everything read so far, then reads the session again: after signing in or out. */
export function useFreshStart(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== address })
    await queries.invalidateQueries({ queryKey: [address] })
  }
}

export type SignInStep = 'in' | 'second-step'

/** Password sign-in; `second-step` when the account asks for the six digits of its authenticator. */
export async function signIn(username: string, password: string): Promise<SignInStep> {
  const told = (await ask('POST', '/api/auth/sign-in/username', { username, password })) as {
    twoFactorRedirect?: boolean
  }
  return told?.twoFactorRedirect ? 'second-step' : 'in'
}

export const verifySecondStep = (code: string) => ask('POST', '/api/auth/two-factor/verify-totp', { code })

export const signOut = () => ask('POST', '/api/auth/sign-out', {})
