import { DayInput } from '#web/kit/DayInput.tsx'
import { useWords, type Words } from '#web/locale.tsx'
import './day-field.css'

interface DayFieldProps {
  words: Words
  /** shown before the field where the page's bar does not say it by itself */
  label?: Words
  /** `YYYY-MM-DD`; empty for none chosen */
  value: string
  onChange: (day: string) => void
}

/** A day in the page's bar, with the browser's own calendar: it works by keyboard and on any phone. */
export function DayField({ words, label, value, onChange }: DayFieldProps) {
  const t = useWords()
  const field = (
    <DayInput
      className="day-field"
      aria-label={t(words)}
      value={value}
      min="2000-01-01"
      max="2099-12-31"
      onChange={(event) => onChange(event.target.value)}
    />
  )
  if (!label) return field
  return (
    <span className="day-labelled">
      <span aria-hidden>{t(label)}</span>
      {field}
    </span>
  )
}
