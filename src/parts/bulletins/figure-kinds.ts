import type { Locale } from '#kernel/i18n/words.ts'
import type { Fact, PaceAnswer, PaceTarget } from '#parts/indicators/shapes.ts'
import {
  type Print,
  type Said,
  saidActual,
  saidAmount,
  saidChange,
  saidGap,
  saidNeeded,
  saidOutlook,
  saidPoints,
  saidRate,
  saidShare,
  saidTarget,
  saidThrough,
  saidValue,
  statusWords,
} from './prose.ts'

export type PaceCounts = PaceAnswer['counts']

/** What a printed figure stands on; frozen whole when a bulletin is issued. */
export type Source =
  | { of: 'fact'; fact: Fact }
  | { of: 'pace'; row: PaceTarget; on: string; area: string }
  | { of: 'counts'; counts: PaceCounts; year: number; on: string; area: string }

const ofFact = {
  value: (fact: Fact, print: Print, locale: Locale): Said => saidValue(fact, print, locale),
  change: (fact: Fact, _: Print, locale: Locale): Said => saidChange(fact, locale),
  previous: (fact: Fact, _: Print, locale: Locale): Said => saidChange(fact, locale, 'previous'),
  through: (fact: Fact, _: Print, locale: Locale): Said => saidThrough(fact, locale),
  amount: (fact: Fact, print: Print, locale: Locale): Said => saidAmount(fact, print, locale),
  rate: (fact: Fact, _: Print, locale: Locale): Said => saidRate(fact, locale),
}

const ofPace = {
  target: (row: PaceTarget, locale: Locale): Said => saidTarget(row, locale),
  actual: (row: PaceTarget, locale: Locale): Said => saidActual(row, locale),
  completion: (row: PaceTarget, locale: Locale): Said => saidShare(row.completion, locale),
  calendar: (row: PaceTarget, locale: Locale): Said => saidShare(row.calendar, locale),
  pace: (row: PaceTarget, locale: Locale): Said => saidGap(row.gap, 'calendar', locale),
  gap: (row: PaceTarget): Said => saidPoints(row.gap),
  season: (row: PaceTarget, locale: Locale): Said => saidShare(row.seasonal, locale),
  seasonpace: (row: PaceTarget, locale: Locale): Said => saidGap(row.seasonalGap, 'season', locale),
  seasongap: (row: PaceTarget): Said => saidPoints(row.seasonalGap),
  needed: (row: PaceTarget, locale: Locale): Said => saidNeeded(row, locale),
  outlook: (row: PaceTarget, locale: Locale): Said => saidOutlook(row, locale),
  status: (row: PaceTarget, locale: Locale): Said => ({ text: statusWords[row.status][locale], missing: false }),
}

export const counted = ['total', 'met', 'ahead', 'on', 'behind', 'unknown'] as const

export type FactKind = keyof typeof ofFact
export type PaceKind = keyof typeof ofPace
export type Counted = (typeof counted)[number]
/** `count:behind`: how many targets are behind. */
export type FigureKind = FactKind | PaceKind | `count:${Counted}`

export const factKinds = Object.keys(ofFact) as FactKind[]
export const paceKinds = Object.keys(ofPace) as PaceKind[]

/** One figure where it stands in the document. */
export interface PrintedFigure {
  /** counted from 1 in the order of the template's tags */
  place: number
  kind: FigureKind
  /** which source it is printed from: `fact gdp 2018-H1 ZONE` */
  key: string
  print: Print
  text: string
  missing: boolean
}

/** A figure in words, from its source. The same function prints it, and prints it again to see what changed since. */
export function sayFigure(kind: FigureKind, source: Source, print: Print, locale: Locale): Said {
  if (source.of === 'counts') return { text: String(source.counts[kind.slice(6) as Counted]), missing: false }
  if (source.of === 'pace') return ofPace[kind as PaceKind](source.row, locale)
  return ofFact[kind as FactKind](source.fact, print, locale)
}

/** The page on which the figure opens: its lineage over the days it speaks of, as of the moment of the document. */
export function doorOf(source: Source, asOf: string | null): string {
  const moment = asOf === null ? {} : { asOf }
  if (source.of === 'counts') return `/targets?${new URLSearchParams({ year: String(source.year), on: source.on })}`
  if (source.of === 'fact') {
    const { indicator, period, area } = source.fact
    return `/figures/${indicator}/lineage?${new URLSearchParams({ period, area, ...moment })}`
  }
  const { row, on, area } = source
  const period = `${row.period.slice(0, 4)}-01-01/${on}`
  return `/figures/${row.indicator}/lineage?${new URLSearchParams({ period, area, ...moment })}`
}
