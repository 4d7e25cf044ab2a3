import { useId } from 'react'
import { useWords, type Words } from '#web/locale.tsx'
import '#web/kit/plain-field.css'

interface ReasonFieldProps {
  label: Words
  note: Words
  value: string
  onType: (value: string) => void
}

/** Words that go on record with a deed: four characters at least. */
export function ReasonField({ label, note, value, onType }: ReasonFieldProps) {
  const id = useId()
  const t = useWords()
  return (
    <div className="row-field">
      <label htmlFor={id}>{t(label)}</label>
      <input
        id={id}
        className="plain-field"
        required
        minLength={4}
        maxLength={200}
        autoComplete="off"
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      <small id={`${id}-note`}>{t(note)}</small>
    </div>
  )
}
