import { formatQuantity } from '#kernel/units.ts'
import { type Locale, useLocale } from '../locale.tsx'
import './quantity.css'

interface QuantityProps {
  /** decimal string in `unit`; null and undefined print as a dash, never as zero */
  value: string | null | undefined
  unit: string
}

/** A number with its unit in a lighter weight, 万 and 亿 as people write. For a number that is a door, use Figure. */
export function Quantity({ value, unit }: QuantityProps) {
  const { locale } = useLocale()
  const printed = partsOf(value, unit, locale)
  if (!printed) return <span className="missing">—</span>
  return (
    <span className="quantity">
      {printed.before && <span className="unit">{printed.before}</span>}
      {printed.number}
      {printed.after && <span className="unit">{printed.after}</span>}
    </span>
  )
}

export interface PrintedParts {
  before: string
  number: string
  after: string
}

/** The printed quantity cut into its number and what stands before and after it. */
export function partsOf(value: string | null | undefined, unit: string, locale: Locale): PrintedParts | null {
  if (value === null || value === undefined || value === '') return null
  const printed = formatQuantity(value, unit, locale)
  const found = /^([^\d+\-−–]*)([+\-−–]?[\d,.\s\u2009\u202f]*\d)(.*)$/.exec(printed)
  if (!found) return { before: '', number: printed, after: '' }
  return { before: found[1]!.trim(), number: found[2]!, after: found[3]!.trim() }
}
