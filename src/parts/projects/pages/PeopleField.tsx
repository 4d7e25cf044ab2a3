import { type ReactNode, useId } from 'react'
import '#web/kit/plain-field.css'

/** A labelled field of a form; the label names the control for everybody. */
export function PeopleField({
  label,
  hint,
  children,
}: {
  label: ReactNode
  hint?: ReactNode
  children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="people-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <small>{hint}</small>}
    </div>
  )
}
