import { parsePeriod, printPeriod } from '#kernel/period.ts'
import { formatQuantity } from '#kernel/units.ts'
import { type ChangeShown, Figure } from '#web/kit/Figure.tsx'
import { printWhen } from '#web/kit/When.tsx'
import { type Locale, useLocale, useWords } from '#web/locale.tsx'
import type { Change, Fact } from '../shapes.ts'
import { lineageAddress } from './addresses.ts'
import { basisWords } from './fact-words.ts'
import { unitWords } from './unit-words.ts'

interface FactFigureProps {
  fact: Fact
  size?: 'large' | 'row' | 'text'
  /** shows the change on the year beside it */
  changed?: boolean
}

/** A fact drawn as the kit draws figures: a door to its lineage that tells its exact value, basis and vintage. */
export function FactFigure({ fact, size = 'row', changed }: FactFigureProps) {
  const { locale } = useLocale()
  const t = useWords()
  const { value, unit, exact } = fact
  return (
    <Figure
      value={value}
      unit={unit}
      size={size}
      to={lineageAddress(fact.indicator, { period: fact.period, asOf: fact.asOf ?? undefined })}
      exact={exact === null ? undefined : exactWords(exact, unit, locale)}
      period={printPeriod(parsePeriod(fact.covers), locale)}
      basis={t(basisWords(fact.basis))}
      vintage={fact.vintage ? printWhen(fact.vintage, locale) : undefined}
      provisional={fact.status === 'provisional'}
      change={changed && fact.change.value !== null ? changeShown(fact.change, fact) : undefined}
    />
  )
}

export function changeShown(
  change: Pick<Change, 'value' | 'unit'>,
  { betterWhen }: Pick<Fact, 'betterWhen'>,
  against: 'year' | 'period' = 'year',
): ChangeShown {
  const better = betterWhen === 'neither' ? {} : { betterWhen }
  return { value: change.value, unit: change.unit, against, ...better }
}

/** A quotient runs to forty digits: eight after the point are more than anybody reads. */
export function exactWords(exact: string, unit: string, locale: Locale): string {
  const [short] = /^-?\d+\.\d{8}(?=\d)/.exec(exact) ?? []
  return short ? `${short}… ${unitWords(unit)[locale]}` : formatQuantity(exact, unit, locale)
}
