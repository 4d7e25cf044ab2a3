import { type ReactNode, useId } from 'react'

/** A named field of a form: its words above, the control below, tied by an id. */
export function FormField({ words, children }: { words: ReactNode; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="orders-field">
      <label htmlFor={id}>{words}</label>
      {children(id)}
    </div>
  )
}
