import { useState } from 'react'
import { Problem } from '../problem.ts'

/** Runs a deed that is no endpoint of ours, and keeps whether it runs and the problem it met. */
export function useDeed<A extends unknown[]>(run: (...args: A) => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const deed = (...args: A) => {
    setBusy(true)
    setProblem(null)
    run(...args)
      .catch((met: unknown) =>
        setProblem(met instanceof Problem ? met : new Problem({ code: 'fault', status: 500, title: String(met) })),
      )
      .finally(() => setBusy(false))
  }
  return { deed, busy, problem }
}
