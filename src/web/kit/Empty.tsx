import type { ReactNode } from 'react'
import './empty.css'

/** Nothing here yet, said as a lesson: what would stand here, and the one deed that begins it. */
export function Empty({ title, children, deed }: { title: ReactNode; children?: ReactNode; deed?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">
        <span aria-hidden>○ </span>
        {title}
      </p>
      {children && <div className="empty-lesson">{children}</div>}
      {deed && <div className="empty-deed">{deed}</div>}
    </div>
  )
}
