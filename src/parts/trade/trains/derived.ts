import { Decimal } from 'decimal.js'
import { parsePeriod } from '#kernel/period.ts'
import { isYear, type Published, type PublishedWhat } from './published.ts'

/** A figure that nobody printed: computed from printed ones, named with the way it came about. */
export interface Derived {
  rule: 'base-and-growth' | 'difference-of-cumulatives'
  period: string
  startsOn: string
  endsOn: string
  what: PublishedWhat
  value: string
  unit: string
  scope: string
  /** keys of the printed figures it stands on */
  from: string[]
}

/** Levels that follow from printed ones of the same scope, where the level itself was not printed. */
export function derivedFrom(figures: readonly Published[]): Derived[] {
  return [...fromGrowth(figures), ...fromCumulatives(figures)]
}

/** The year's level from the printed growth and the printed level of the year before; as many decimals as the base has. */
function fromGrowth(figures: readonly Published[]): Derived[] {
  return figures
    .filter((one) => isYear(one) && one.form === 'growth')
    .flatMap((growth) => {
      const { scope, what, period } = growth
      const level = (year: number) =>
        figures.find(
          (one) =>
            isYear(one) &&
            one.form === 'level' &&
            one.scope === scope &&
            one.what === what &&
            one.period === String(year),
        )
      const base = level(Number(period) - 1)
      if (!base || level(Number(period))) return []
      const factor = new Decimal(growth.value).div(100).plus(1)
      return [derived('base-and-growth', base, growth, new Decimal(base.value).times(factor), parsePeriod(period))]
    })
}

/** What came between two printed sums since the first train, the nearest two of a scope. */
function fromCumulatives(figures: readonly Published[]): Derived[] {
  const sums = figures.filter(({ kind, form, what }) => kind === 'cumulative' && form === 'level' && what === 'trains')
  return [...Map.groupBy(sums, ({ scope }) => scope).values()].flatMap((own) => {
    const ordered = own.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
    return ordered.slice(1).map((later, index) => {
      const earlier = ordered[index]!
      const from = new Date(Date.parse(`${earlier.endsOn}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      const between = parsePeriod(`${from}/${later.endsOn}`)
      return derived(
        'difference-of-cumulatives',
        earlier,
        later,
        new Decimal(later.value).minus(earlier.value),
        between,
      )
    })
  })
}

function derived(
  rule: Derived['rule'],
  base: Published,
  other: Published,
  value: Decimal,
  { text, start, end }: { text: string; start: string; end: string },
): Derived {
  const places = base.value.split('.')[1]?.length ?? 0
  return {
    ...{ rule, period: text, startsOn: start, endsOn: end, what: base.what, unit: base.unit, scope: base.scope },
    value: value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toFixed(places),
    from: [base.key, other.key],
  }
}
