import { Decimal } from 'decimal.js'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { convert } from '#kernel/units.ts'
import type { Counted, FigureKind, Source } from '../figure-kinds.ts'
import { type Print, roughly } from '../prose.ts'
import type { Aspect } from './aspects.ts'

const aspectOfKind: Partial<Record<FigureKind, Aspect>> = {
  ...{ amount: 'value', rate: 'change', pace: 'gap', seasonpace: 'seasongap' },
}

export function aspectOf(kind: FigureKind): Aspect {
  if (kind.startsWith('count:')) return 'count'
  return aspectOfKind[kind] ?? (kind as Aspect)
}

/** The number behind a figure, in the unit it is printed in; null for words (a day, a state) and for what is missing. */
export interface Reading {
  value: string | null
  unit: string
}

export function readingOf(kind: FigureKind, source: Source, print: Print): Reading {
  if (source.of === 'counts') return { value: String(source.counts[kind.slice(6) as Counted]), unit: '项' }
  const aspect = aspectOf(kind)
  if (source.of === 'fact') {
    const { value, unit, change, changePrevious } = source.fact
    if (aspect === 'value') return inUnit({ value, unit }, print.unit)
    if (aspect === 'change') return { value: change.value, unit: change.unit }
    if (aspect === 'previous') return { value: changePrevious?.value ?? null, unit: changePrevious?.unit ?? '' }
    return words
  }
  const { row } = source
  const amounts: Partial<Record<Aspect, Reading>> = {
    target: { value: row.target, unit: row.unit },
    actual: { value: row.actual, unit: row.unit },
    completion: { value: row.completion, unit: '%' },
    calendar: { value: row.calendar, unit: '%' },
    season: { value: row.seasonal, unit: '%' },
    gap: { value: row.gap, unit: '个百分点' },
    seasongap: { value: row.seasonalGap, unit: '个百分点' },
    needed: estimate(row.runRateNeeded?.perMonth, row.unit),
    outlook: estimate(row.outlook?.value, row.unit),
  }
  return amounts[aspect] ?? words
}

/** As it is printed: what an estimate leaves out has not moved. */
function estimate(value: string | undefined, unit: string): Reading {
  return { value: value === undefined ? null : roughly(value, unit).toFixed(), unit }
}

const words: Reading = { value: null, unit: '' }

function inUnit({ value, unit }: Reading, printed: string | undefined): Reading {
  if (value === null || printed === undefined || printed === unit) return { value, unit }
  return { value: convert(new Decimal(value), unit, printed).toFixed(), unit: printed }
}

/**
 * What makes two figures of two issues the same figure: aspect, indicator, unit of the tree, and the place of its period within the
 * bulletin's own: the period itself, the year so far, or a period that both name.
 */
export function identityOf(kind: FigureKind, source: Source, period: string): string {
  const own = parsePeriod(period)
  if (source.of === 'counts') return `${kind} ${source.area}`
  const { indicator } = source.of === 'fact' ? source.fact : source.row
  const area = source.of === 'fact' ? source.fact.area : source.area
  const role = source.of === 'fact' ? roleOf(parsePeriod(source.fact.period), own) : targetRole(source.row.period, own)
  return `${aspectOf(kind)} ${indicator} ${area} ${role}`
}

function roleOf(period: Period, own: Period): string {
  if (period.start === own.start && period.end <= own.end) return 'own'
  const year = `${own.start.slice(0, 4)}-01-01`
  return period.start === year && period.end >= own.start && period.end <= own.end ? 'so far' : period.text
}

/** 2018, 2018-H2 of a bulletin of 2018 are the year's and its second half's, whatever the year. */
function targetRole(period: string, own: Period): string {
  return period.startsWith(own.start.slice(0, 4)) ? `year${period.slice(4)}` : period
}
