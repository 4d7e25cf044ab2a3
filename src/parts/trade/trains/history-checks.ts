import { Decimal } from 'decimal.js'
import { growthBetween } from './chain-rule.ts'
import { isYear, type Published } from './published.ts'

/** One comparison of printed figures with each other. `holds` is the answer; `printed` and `computed` are what was compared. */
export interface HistoryCheck {
  rule:
    | 'years-make-the-sum'
    | 'sum-between-years'
    | 'directions-make-the-total'
    | 'sums-grow'
    | 'growth-as-printed'
    | 'part-of-year'
  holds: boolean
  scope: string
  what: Published['what']
  /** the period or day that the printed figure is of */
  at: string
  printed: string
  unit: string
  /** the value that follows from the other figures; a range where they leave room */
  computed: { low: string; high: string }
  /** the terms, in order, as they were printed */
  terms: string[]
  /** years whose directions were not printed: what makes the range */
  open: string[]
  source: string
}

/**
 * Holds the printed figures against each other, inside each scope only:
 * the years make the sum of that day; a sum inside a year lies between the years before it and with it; out and return make the total;
 * sums never shrink; printed growth is the growth of the printed levels; a part of a year is not more than the year.
 */
export function checksOf(figures: readonly Published[]): HistoryCheck[] {
  const levels = figures.filter(({ form }) => form === 'level')
  return [...Map.groupBy(levels, ({ scope }) => scope).values()].flatMap((own) => [
    ...sumsOf(own),
    ...directionsOf(own),
    ...growing(own),
    ...partsOf(own),
    ...growths(own, figures),
  ])
}

function sumsOf(own: readonly Published[]): HistoryCheck[] {
  return cumulative(own)
    .filter(({ what }) => what === 'trains' || what === 'outbound' || what === 'return')
    .flatMap((sum) => {
      const year = sum.endsOn.slice(0, 4)
      const before = totalsBefore(own, year)
      if (before.length === 0) return []
      const last = lastTerm(own, sum, year)
      if (last) return [sumCheck('years-make-the-sum', sum, [...before, last], own)]
      const whole = own.find((one) => isYear(one) && one.what === 'trains' && one.period === year)
      return sum.what === 'trains' && whole ? [between(sum, before, whole)] : []
    })
}

/** Every year before, as the total that was printed; none when one is missing between. */
function totalsBefore(own: readonly Published[], year: string): Published[] {
  const totals = own
    .filter((one) => isYear(one) && one.what === 'trains' && one.period < year)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
  const unbroken = totals.every((one, index) => Number(one.period) === Number(totals[0]!.period) + index)
  return unbroken && Number(totals.at(-1)?.period) === Number(year) - 1 ? totals : []
}

/** The part of the sum's own year: to that very day, or the whole year when the same page printed it or the day ends it. */
function lastTerm(own: readonly Published[], sum: Published, year: string): Published | undefined {
  return own.find(
    (one) =>
      one.kind === 'period' &&
      one.what === 'trains' &&
      one.startsOn === `${year}-01-01` &&
      (one.endsOn === sum.endsOn || (one.period === year && one.source === sum.source && one.source !== '')),
  )
}

function sumCheck(
  rule: HistoryCheck['rule'],
  sum: Published,
  totals: Published[],
  own: readonly Published[],
): HistoryCheck {
  const terms = totals.map((total) => ({
    total,
    term: own.find((one) => one.period === total.period && one.what === sum.what),
  }))
  const known = add(terms.flatMap(({ term }) => (term ? [term.value] : [])))
  const missing = terms.filter(({ term }) => !term).map(({ total }) => total)
  const high = add([known.toFixed(), ...missing.map(({ value }) => value)])
  return {
    ...headOf(rule, sum),
    holds: known.lte(sum.value) && high.gte(sum.value),
    computed: { low: known.toFixed(), high: high.toFixed() },
    terms: terms.flatMap(({ term }) => (term ? [term.value] : [])),
    open: missing.map(({ period }) => period),
  }
}

function between(sum: Published, before: Published[], whole: Published): HistoryCheck {
  const low = add(before.map(({ value }) => value))
  const high = low.plus(whole.value)
  return {
    ...headOf('sum-between-years', sum),
    holds: low.lte(sum.value) && high.gte(sum.value),
    computed: { low: low.toFixed(), high: high.toFixed() },
    terms: [...before.map(({ value }) => value), whole.value],
    open: [],
  }
}

function directionsOf(own: readonly Published[]): HistoryCheck[] {
  return own
    .filter(({ what }) => what === 'trains')
    .flatMap((total) => {
      const side = (what: Published['what']) =>
        own.find((one) => one.what === what && one.period === total.period && one.kind === total.kind)?.value
      const [out, back] = [side('outbound'), side('return')]
      if (out === undefined || back === undefined) return []
      const sum = add([out, back]).toFixed()
      return [{ ...headOf('directions-make-the-total', total), ...exact(sum, total), terms: [out, back], open: [] }]
    })
}

function growing(own: readonly Published[]): HistoryCheck[] {
  return [...Map.groupBy(cumulative(own), ({ what }) => what).values()].flatMap((sums) => {
    const ordered = sums.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1))
    const last = ordered.at(-1)!
    if (ordered.length < 2) return []
    const terms = ordered.map(({ value }) => value)
    const holds = ordered.every(({ value }, index) => index === 0 || new Decimal(value).gte(ordered[index - 1]!.value))
    return [{ ...headOf('sums-grow', last), holds, computed: { low: terms[0]!, high: last.value }, terms, open: [] }]
  })
}

function partsOf(own: readonly Published[]): HistoryCheck[] {
  return own
    .filter((part) => part.kind === 'period' && !isYear(part))
    .flatMap((part) => {
      const whole = own.find((one) => isYear(one) && one.what === part.what && one.period === part.endsOn.slice(0, 4))
      if (!whole || part.certainty === 'undated') return []
      const holds = new Decimal(part.value).lte(whole.value)
      const range = { low: '0', high: whole.value }
      return [{ ...headOf('part-of-year', part), holds, computed: range, terms: [whole.value], open: [] }]
    })
}

function growths(own: readonly Published[], figures: readonly Published[]): HistoryCheck[] {
  return figures
    .filter(({ form, scope }) => form === 'growth' && scope === own[0]!.scope)
    .flatMap((growth) => {
      const level = (year: number) =>
        own.find((one) => isYear(one) && one.what === growth.what && one.period === String(year))
      const [base, later] = [level(Number(growth.period) - 1), level(Number(growth.period))]
      if (!base || !later) return []
      const { growth: computed } = growthBetween(base, later)
      if (computed === undefined) return []
      return [
        {
          ...headOf('growth-as-printed', growth),
          ...exact(computed, growth),
          terms: [base.value, later.value],
          open: [],
        },
      ]
    })
}

const cumulative = (own: readonly Published[]) => own.filter(({ kind }) => kind === 'cumulative')
const add = (values: readonly string[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Decimal(0))
const exact = (computed: string, { value }: Published) => ({
  holds: new Decimal(computed).eq(value),
  computed: { low: computed, high: computed },
})
const headOf = (rule: HistoryCheck['rule'], { scope, what, period, value, unit, source }: Published) => ({
  ...{ rule, scope, what, at: period, printed: value, unit, source },
})
