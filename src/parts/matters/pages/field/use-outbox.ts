import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Doors, type Errand, pauseAfter, sendWaiting } from './errand.ts'
import { phoneOutbox } from './outbox.ts'

export interface Waiting {
  errands: readonly Errand[]
  /** a round is under way */
  sending: boolean
  /** the server wants the person to sign in again before it takes more */
  signIn: boolean
  /** Keeps an errand on the phone, then tries to send it. Resolves once it is kept. */
  add(errand: Errand): Promise<void>
  drop(key: string): Promise<void>
  /** Tries now: everything, refused ones too. */
  again(): void
}

/** What waits for this account, sent whenever there is a chance: at once, when the network is back, when the page is looked at, and by the clock. */
export function useOutbox(owner: string | undefined, doors: Doors): Waiting {
  const outbox = useMemo(phoneOutbox, [])
  const queries = useQueryClient()
  const [errands, setErrands] = useState<readonly Errand[]>([])
  const [sending, setSending] = useState(false)
  const [signIn, setSignIn] = useState(false)
  const failures = useRef(0)
  const running = useRef(false)
  const timer = useRef<number>(undefined)

  const look = useCallback(async () => setErrands(owner ? await outbox.of(owner) : []), [outbox, owner])

  const round = useCallback(async () => {
    if (!owner || running.current) return
    running.current = true
    window.clearTimeout(timer.current)
    const waiting = (await outbox.of(owner)).filter(({ refused }) => !refused)
    setSending(waiting.length > 0)
    try {
      const fate = await oneTab(() => sendWaiting(outbox, owner, doors, () => void look()))
      setSignIn(fate === 'sign-in')
      failures.current = fate === 'later' ? failures.current + 1 : 0
      if (fate === 'later') timer.current = window.setTimeout(() => void round(), pauseAfter(failures.current) * 1000)
      if (waiting.length > 0 && fate === 'empty') await queries.invalidateQueries()
    } finally {
      running.current = false
      setSending(false)
      await look()
    }
  }, [outbox, owner, doors, look, queries])

  useEffect(() => {
    const soon = () => void round()
    const seen = () => document.visibilityState === 'visible' && soon()
    soon()
    window.addEventListener('online', soon)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.clearTimeout(timer.current)
      window.removeEventListener('online', soon)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [round])

  const add = async (errand: Errand) => {
    await outbox.put(errand)
    await look()
    void round()
  }
  const drop = async (key: string) => {
    await outbox.drop(key)
    await look()
  }
  const again = () => {
    void freed(outbox, errands).then(round)
  }
  return { errands, sending, signIn, add, drop, again }
}

/** Refusals may have passed: the unit has answered, a permission was given. */
async function freed(outbox: ReturnType<typeof phoneOutbox>, errands: readonly Errand[]): Promise<void> {
  for (const errand of errands) if (errand.refused) await outbox.put({ ...errand, refused: null })
}

/** Two tabs would send everything twice, which the server forgives, but the line may be thin. Locks are absent on plain HTTP. */
function oneTab<T>(deed: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request('jingkai-field', deed) : deed()
}
