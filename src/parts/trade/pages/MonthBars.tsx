import { Decimal } from 'decimal.js'
import type { CSSProperties, ReactNode } from 'react'
import { Quantity } from '#web/kit/Quantity.tsx'
import { useWords } from '#web/locale.tsx'
import { monthWords } from './free-trade-words.ts'
import './month-bars.css'

export interface BarRow {
  key: string
  name: ReactNode
  /** the same as text, for those who do not see the bars */
  label: string
  total: string
  /** one a month, in the order of months */
  values: readonly string[]
  strong?: boolean
}

/** Months as bars, one row a thing, all rows on one scale; every bar tells its month and value. */
export function MonthBars({
  months,
  rows,
  unit,
}: {
  months: readonly string[]
  rows: readonly BarRow[]
  unit: string
}) {
  const highest = Decimal.max(1, ...rows.flatMap(({ values }) => values))
  return (
    <div className="month-bars">
      {rows.map((row) => (
        <div key={row.key} className="month-bars-row" data-strong={row.strong || undefined}>
          <span className="month-bars-name">{row.name}</span>
          <Bars row={row} months={months} highest={highest} unit={unit} />
          <span className="month-bars-total">
            <Quantity value={row.total} unit={unit} />
          </span>
        </div>
      ))}
      <Axis months={months} />
    </div>
  )
}

function Bars({
  row,
  months,
  highest,
  unit,
}: {
  row: BarRow
  months: readonly string[]
  highest: Decimal
  unit: string
}) {
  const t = useWords()
  const told = months.map((month, place) => `${t(monthWords(month, true))} ${row.values[place]} ${unit}`)
  return (
    <span className="month-bars-track" role="img" aria-label={`${row.label}: ${told.join(', ')}`}>
      {row.values.map((value, place) => (
        <i
          key={months[place]}
          title={told[place]}
          style={{ '--part': new Decimal(value).div(highest).toFixed(4) } as CSSProperties}
        />
      ))}
    </span>
  )
}

function Axis({ months }: { months: readonly string[] }) {
  const t = useWords()
  return (
    <div className="month-bars-row month-bars-axis" aria-hidden>
      <span className="month-bars-name" />
      <span className="month-bars-track">
        {months.map((month, place) => {
          const told = place === 0 || month.endsWith('-01') || place === months.length - 1
          return <i key={month}>{told && <small>{t(monthWords(month, place === 0))}</small>}</i>
        })}
      </span>
      <span className="month-bars-total" />
    </div>
  )
}
