import type { ReactNode } from 'react'
import { type Mark, sharedScale } from './line-path.ts'
import { Sparkline } from './Sparkline.tsx'
import './small-multiples.css'

export interface Multiple {
  key: string
  title: ReactNode
  /** stands under the title: the figure itself */
  figure: ReactNode
  marks: readonly Mark[]
  /** the drawing in words */
  label: string
}

/** Many small lines on one scale (growth in percent), so that the eye can compare them. */
export function SmallMultiples({ multiples, from, to }: { multiples: readonly Multiple[]; from: string; to: string }) {
  const scale = sharedScale(
    multiples.map((multiple) => multiple.marks),
    true,
  )
  return (
    <div className="small-multiples">
      {multiples.map((multiple) => (
        <section key={multiple.key}>
          <h3>{multiple.title}</h3>
          <p>{multiple.figure}</p>
          <Sparkline marks={multiple.marks} label={multiple.label} width={200} height={56} scale={scale} zero />
          <small aria-hidden>
            <span>{from}</span>
            <span>{to}</span>
          </small>
        </section>
      ))}
    </div>
  )
}
