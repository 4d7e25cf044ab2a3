import { useId } from 'react'
import type { TableSteering } from '#web/kit/table-address.ts'
import { T } from '#web/locale.tsx'
import type { LedgerShown } from '../shapes.ts'
import '#web/kit/plain-field.css'

interface DayRangeProps {
  ledger: LedgerShown
  steering: TableSteering
}

/** First and last day (or month) of the rows shown, both in. */
export function DayRange({ ledger, steering }: DayRangeProps) {
  const id = useId()
  const column = ledger.columns.find((one) => one.name === ledger.day)
  const bound = (side: 'from' | 'to') => (
    <input
      id={`${id}-${side}`}
      className="plain-field"
      type={ledger.grainOfTime === 'month' ? 'month' : 'date'}
      value={steering.filters[side] ?? ''}
      onChange={(event) => {
        const { [side]: _, ...others } = steering.filters
        const { value } = event.target
        steering.steer({ filters: value ? { ...others, [side]: value } : others })
      }}
    />
  )
  return (
    <div className="day-range">
      <label htmlFor={`${id}-from`}>
        {column && <T {...column.words} />} <T zh="从" en="from" />
      </label>
      {bound('from')}
      <label htmlFor={`${id}-to`}>
        <T zh="到" en="to" />
      </label>
      {bound('to')}
    </div>
  )
}
