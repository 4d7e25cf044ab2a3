import type { ReactNode } from 'react'
import './page-sentence.css'

/** The answer first: one sentence that could be read aloud. Figures inside may be `<Figure size="text">`. */
export function PageSentence({ children }: { children: ReactNode }) {
  return <p className="page-sentence">{children}</p>
}
