import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { useLocale, useWords } from '../locale.tsx'
import './period-picker.css'

type Kind = 'year' | 'half' | 'quarter' | 'month'

interface PeriodPickerProps {
  /** `2018`, `2018-H1`, `2018-Q2`, `2018-06` */
  value: string
  onChange: (period: string) => void
  kinds?: readonly Kind[]
  /** years that can be chosen, first and last */
  years?: readonly [number, number]
}

const halves = ['H1', 'H2']
const quarters = ['Q1', 'Q2', 'Q3', 'Q4']
const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'))
const endings: Record<Kind, readonly string[]> = { year: [''], half: halves, quarter: quarters, month: months }

/** Chooses a year, half, quarter or month; the years turn at the top. */
export function PeriodPicker({
  value,
  onChange,
  kinds = ['year', 'half', 'quarter', 'month'],
  years = [2000, 2099],
}: PeriodPickerProps) {
  const t = useWords()
  const { locale } = useLocale()
  const [open, setOpen] = useState(false)
  const [year, setYear] = useState(Number(value.slice(0, 4)))
  const choose = (period: string) => {
    onChange(period)
    setOpen(false)
  }
  const panel = (
    <div className="period-panel">
      <div className="period-year">
        <Button
          type="text"
          size="small"
          icon={<LeftOutlined />}
          disabled={year <= years[0]}
          onClick={() => setYear(year - 1)}
          aria-label={t({ zh: '上一年', en: 'Year before' })}
        />
        <strong>{t({ zh: '{year}年', en: '{year}' }, { year })}</strong>
        <Button
          type="text"
          size="small"
          icon={<RightOutlined />}
          disabled={year >= years[1]}
          onClick={() => setYear(year + 1)}
          aria-label={t({ zh: '下一年', en: 'Year after' })}
        />
      </div>
      {kinds.map((kind) => (
        <div key={kind} className="period-kind" data-kind={kind}>
          {endings[kind].map((ending) => {
            const period = ending ? `${year}-${ending}` : String(year)
            return (
              <button key={period} type="button" aria-pressed={period === value} onClick={() => choose(period)}>
                {shortName(ending, locale)}
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} content={panel} arrow={false} placement="bottomLeft">
      <Button aria-haspopup="dialog" aria-expanded={open}>
        <span className="for-readers">{t({ zh: '时期：', en: 'Period: ' })}</span>
        {printPeriod(parsePeriod(value), locale)}
      </Button>
    </Popover>
  )
}

function shortName(ending: string, locale: 'zh' | 'en'): string {
  if (ending === '') return locale === 'zh' ? '全年' : 'Year'
  const number = Number(ending.replace(/\D/g, ''))
  if (ending.startsWith('H')) return locale === 'zh' ? ['上半年', '下半年'][number - 1]! : ending
  if (ending.startsWith('Q')) return locale === 'zh' ? `${'一二三四'[number - 1]}季度` : ending
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(2018, number - 1, 1),
  )
}
