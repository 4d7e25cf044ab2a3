import { Refusal } from '#kernel/refusal.ts'
import { formatQuantity } from '#kernel/units.ts'
import { type Locale, useLocale } from '../locale.tsx'
import './quantity.css'

interface QuantityProps {
  /** decimal string in `unit`; null and undefined print as a dash, never as zero */
  value: string | null | undefined
  unit: string
  /** digits after the point; as the value came unless told */
  places?: number | undefined
}

/** A number with its unit in a lighter weight, 万 and 亿 as people write. For a number that is a door, use Figure. */
export function Quantity({ value, unit, places }: QuantityProps) {
  const { locale } = useLocale()
  const printed = partsOf(value, unit, locale, places)
  const spaced = locale === 'en' ? ' ' : ''
  if (!printed) return <span className="missing">—</span>
  return (
    <span className="quantity">
      {printed.before && <span className="unit">{printed.before + spaced}</span>}
      {printed.number}
      {printed.after && <span className="unit">{spaced + printed.after}</span>}
    </span>
  )
}

export interface PrintedParts {
  before: string
  number: string
  after: string
}

/** The printed quantity cut into its number and what stands before and after it. */
export function partsOf(
  value: string | null | undefined,
  unit: string,
  locale: Locale,
  places?: number,
): PrintedParts | null {
  if (value === null || value === undefined || value === '') return null
  const printed = print(value, unit, locale, places)
  const [, before = '', number = printed, after = ''] = /^(.*?)([+−-]?\d[\d.,]*)(.*)$/.exec(printed) ?? []
  return { before: before.trim(), number, after: after.trim() }
}

/** A unit that the catalogue does not know is shown as it came: a page with an odd unit is better than no page. */
function print(value: string, unit: string, locale: Locale, places: number | undefined): string {
  try {
    return formatQuantity(value, unit, locale, places === undefined ? {} : { places })
  } catch (refused) {
    if (refused instanceof Refusal) return `${value} ${unit}`
    throw refused
  }
}
