import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import './said.css'

type Kind = 'done' | 'wrong'
type Say = (words: ReactNode, kind?: Kind) => void

const SayContext = createContext<Say>(() => undefined)

/** Says that a deed is done, or why it is not, in one line at the foot of the page and to screen readers. */
export const useSay = (): Say => use(SayContext)

const seconds: Record<Kind, number> = { done: 4, wrong: 10 }

export function SayProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ id: number; words: ReactNode; kind: Kind }[]>([])
  const say = useCallback<Say>((words, kind = 'done') => {
    const id = performance.now()
    setSaid((before) => [...before.slice(-2), { id, words, kind }])
    window.setTimeout(() => setSaid((before) => before.filter((one) => one.id !== id)), seconds[kind] * 1000)
  }, [])
  return (
    <SayContext value={say}>
      {children}
      <div className="said" aria-live="polite">
        {said.map((one) => (
          <p key={one.id} data-kind={one.kind}>
            <span aria-hidden>{one.kind === 'done' ? '✓' : '!'}</span> {one.words}
          </p>
        ))}
      </div>
    </SayContext>
  )
}
