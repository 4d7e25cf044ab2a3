const minute = 60_000

/** Five failures within fifteen minutes lock a user name, thirty lock an address; fifteen minutes from the last. */
export const lockoutRule = { windowMs: 15 * minute, lockMs: 15 * minute, perUsername: 5, perAddress: 30 }

/** Failures older than this cannot lock anything any more. */
export const lockoutMemoryMs = lockoutRule.windowMs + lockoutRule.lockMs

/**
 * Until when the failures lock their user name or address, null when they do not. `failures` in any order; only those of
 * the last {@link lockoutMemoryMs} matter.
 */
export function lockedUntil(failures: readonly Date[], limit: number, now: Date): Date | null {
  const times = failures.map((failure) => failure.getTime()).sort((a, b) => a - b)
  const locks = times.filter((time, index) => {
    const first = times[index - limit + 1]
    return first !== undefined && time - first <= lockoutRule.windowMs
  })
  const until = Math.max(...locks) + lockoutRule.lockMs
  return locks.length > 0 && until > now.getTime() ? new Date(until) : null
}
