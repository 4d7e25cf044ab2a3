import { Input, type InputProps } from 'antd'
import { useWords, type Words } from '#web/locale.tsx'
import { When } from './When.tsx'
import './day-input.css'

interface DayInputProps extends Omit<InputProps, 'type' | 'prefix' | 'value'> {
  /** `YYYY-MM-DD`; empty for none chosen */
  value?: string
  /** what stands there while no day is chosen */
  none?: Words
}

/**
 * A day with the browser's own calendar, which works by keyboard and on any phone. While it is not being edited it shows the day
 * as the reader's language writes it: a browser in another language would print 06/30/2018.
 */
export function DayInput({ value = '', none, className, ...rest }: DayInputProps) {
  const t = useWords()
  return (
    <span className={className ? `day-input ${className}` : 'day-input'}>
      <Input type="date" min="1950-01-01" max="2099-12-31" {...rest} value={value} />
      <span className="day-input-said" aria-hidden>
        {value ? <When at={value} /> : t(none ?? { zh: '选择日期', en: 'Choose a day' })}
      </span>
    </span>
  )
}
