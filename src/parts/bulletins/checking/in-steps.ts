import { setImmediate as breath } from 'node:timers/promises'

/** Collects what a long work yields; others get their turn between stretches of it (server: nobody waits for a long text). */
export async function inSteps<T>(work: Iterable<T>, stretchMilliseconds = 25): Promise<T[]> {
  const found: T[] = []
  let since = performance.now()
  for (const one of work) {
    found.push(one)
    if (performance.now() - since < stretchMilliseconds) continue
    await breath()
    since = performance.now()
  }
  return found
}
