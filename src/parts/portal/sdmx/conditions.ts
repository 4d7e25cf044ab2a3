import { Decimal } from 'decimal.js'
import { refuse } from '#kernel/refusal.ts'
import type { Cell } from './cube.ts'
import { observationAttributes, seriesAttributes, seriesDimensions } from './names.ts'
import type { Asked } from './query.ts'
import { readTime } from './time.ts'

/** One condition on a component: any of its alternatives, each of which holds as a whole. `c[TIME_PERIOD]=ge:2018-01+le:2018-06`. */
export interface Condition {
  fits(cell: Cell): boolean
}

const operators = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'co', 'nc', 'sw', 'ew'] as const
type Operator = (typeof operators)[number]

const components = [...seriesDimensions, ...seriesAttributes, ...observationAttributes, 'TIME_PERIOD', 'OBS_VALUE']

/** The `c[…]` parameters of SDMX 3.0: comma is or, plus is and; refuses `portal/sdmx-syntax` (400). */
export function readConditions(asked: Asked): Condition[] {
  return Object.entries(asked).flatMap(([name, value]) => {
    const component = /^c\[(\w+)\]$/.exec(name)?.[1]
    if (component === undefined) return []
    if (typeof value !== 'string' || value === '' || !components.includes(component)) {
      return refuse('portal/sdmx-syntax', { parameter: name.slice(0, 60), value: String(value).slice(0, 60) }, 400)
    }
    // A plus in an address arrives as a blank.
    const any = value.split(',').map((all) => all.split(/[+ ]/).map((term) => readTerm(component, term)))
    return [{ fits: (cell) => any.some((all) => all.every((holds) => holds(cell))) }]
  })
}

/** `startPeriod` and `endPeriod` of SDMX 2.1: both ends belong to it. */
export function timeConditions(from: string | undefined, to: string | undefined): Condition[] {
  const start = from === undefined ? undefined : readTime(from, 'startPeriod').start
  const end = to === undefined ? undefined : readTime(to, 'endPeriod').end
  return [
    ...(start === undefined ? [] : [{ fits: ({ vintage }: Cell) => vintage.start >= start }]),
    ...(end === undefined ? [] : [{ fits: ({ vintage }: Cell) => vintage.end <= end }]),
  ]
}

type Holds = (cell: Cell) => boolean

function readTerm(component: string, term: string): Holds {
  const [, named, rest = ''] = /^([a-z]{2}):(.*)$/.exec(term) ?? []
  const operator = operators.find((one) => one === named)
  if (named !== undefined && !operator) {
    return refuse('portal/sdmx-syntax', { parameter: `c[${component}]`, value: term.slice(0, 60) }, 400)
  }
  const value = named === undefined ? term : rest
  if (component === 'TIME_PERIOD') return timeTerm(operator ?? 'eq', value)
  if (component === 'OBS_VALUE') return valueTerm(operator ?? 'eq', value)
  return (cell) => compareText(textOf(cell, component), operator ?? 'eq', value)
}

function textOf({ key, attributes }: Cell, component: string): string {
  return ({ ...key, ...attributes } as Record<string, string>)[component] ?? ''
}

function timeTerm(operator: Operator, text: string): Holds {
  const { start, end } = readTime(text, 'c[TIME_PERIOD]')
  const rules: Partial<Record<Operator, Holds>> = {
    eq: ({ vintage }) => vintage.start === start && vintage.end === end,
    ne: ({ vintage }) => vintage.start !== start || vintage.end !== end,
    ge: ({ vintage }) => vintage.start >= start,
    gt: ({ vintage }) => vintage.start > end,
    le: ({ vintage }) => vintage.end <= end,
    lt: ({ vintage }) => vintage.end < start,
  }
  return rules[operator] ?? refuse('portal/sdmx-syntax', { parameter: 'c[TIME_PERIOD]', value: operator }, 400)
}

function valueTerm(operator: Operator, text: string): Holds {
  if (!/^-?\d{1,30}(\.\d{1,30})?$/.test(text)) {
    return refuse('portal/sdmx-syntax', { parameter: 'c[OBS_VALUE]', value: text.slice(0, 60) }, 400)
  }
  const bound = new Decimal(text)
  return ({ vintage }) => vintage.value !== null && compareOrder(new Decimal(vintage.value).cmp(bound), operator)
}

function compareOrder(order: number, operator: Operator): boolean {
  const rules = { eq: order === 0, ne: order !== 0, lt: order < 0, le: order <= 0, gt: order > 0, ge: order >= 0 }
  return rules[operator as keyof typeof rules] ?? false
}

function compareText(text: string, operator: Operator, value: string): boolean {
  const rules: Record<Operator, () => boolean> = {
    eq: () => text === value,
    ne: () => text !== value,
    lt: () => text < value,
    le: () => text <= value,
    gt: () => text > value,
    ge: () => text >= value,
    co: () => text.includes(value),
    nc: () => !text.includes(value),
    sw: () => text.startsWith(value),
    ew: () => text.endsWith(value),
  }
  return rules[operator]()
}
