import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Session as SessionShape } from '#kernel/access/shapes.ts'
import { ask } from './client.ts'
import type { Problem } from './problem.ts'

/** What `/api/session` answers, signed in or not: person, grants, permissions, zone, the day records run to. */
export type Session = z.output<typeof SessionShape>

/** One account of the demonstration zone, shown on the sign-in page; never sent by a real zone. */
export type DemonstrationAccount = NonNullable<Session['demonstration']>['accounts'][number]

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
