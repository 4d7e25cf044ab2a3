import { useId } from 'react'
import { useWords, type Words } from '#web/locale.tsx'
import { useUnits } from './unit-names.ts'
import '#web/kit/plain-field.css'

interface UnitSelectProps {
  label: Words
  value: string
  disabled?: boolean
  onChoose: (unit: string) => void
}

/** One of the units the person may act for, in the order of the tree. */
export function UnitSelect({ label, value, disabled, onChoose }: UnitSelectProps) {
  const id = useId()
  const t = useWords()
  const { names, mine } = useUnits()
  const known = mine.some((unit) => unit.code === value)
  return (
    <div className="unit-select">
      <label htmlFor={id}>{t(label)}</label>
      <select
        id={id}
        className="plain-field"
        required
        value={value}
        disabled={disabled}
        onChange={(event) => onChoose(event.target.value)}
      >
        {!known && <option value={value}>{t(names.get(value) ?? { zh: value, en: value })}</option>}
        {mine.map((unit) => (
          <option key={unit.code} value={unit.code}>
            {'\u3000'.repeat(unit.depth) + t(unit.words)}
          </option>
        ))}
      </select>
    </div>
  )
}
