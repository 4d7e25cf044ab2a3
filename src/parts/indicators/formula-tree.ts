import type { Day } from '#kernel/period.ts'

/** Where a node stands in its text: offsets, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

export type ReferenceKind = 'measure' | 'indicator' | 'item'
export type Operator = '+' | '-' | '*' | '/'
export type FunctionName = 'share' | 'ratio' | 'max' | 'min'

/** One condition on a measure's dimension: the row's value is one of `values` (never empty). */
export interface Filter {
  dimension: string
  values: string[]
}

/**
 * A name the formula stands on. `measure` is `ledger.measure` ("trade/trains.departures"), `indicator` a catalogue code,
 * `item` a reported item's code. Only measures carry filters, and only they may be counted `since` a day: then a period has
 * the level at its end, counted from that day on, instead of what the period itself brought.
 */
export interface Reference {
  kind: 'reference'
  to: ReferenceKind
  name: string
  where: Filter[]
  since: Day | null
  at: Span
}

/** A parsed formula. `text` of a number keeps the digits as written, so that printing loses nothing. */
export type Expression =
  | { kind: 'number'; text: string; at: Span }
  | Reference
  | { kind: 'negative'; of: Expression; at: Span }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression; at: Span }
  | { kind: 'call'; name: FunctionName; arguments: Expression[]; at: Span }

/** How many arguments each function takes, least and most. */
export const FUNCTIONS: Record<FunctionName, { least: number; most: number }> = {
  share: { least: 2, most: 2 },
  ratio: { least: 2, most: 2 },
  max: { least: 1, most: Number.POSITIVE_INFINITY },
  min: { least: 1, most: Number.POSITIVE_INFINITY },
}

/** Every name the formula stands on, in reading order, repeats included (each has its own position). */
export function referencesOf(expression: Expression): Reference[] {
  if (expression.kind === 'reference') return [expression]
  return childrenOf(expression).flatMap(referencesOf)
}

/** A node's operands, left to right; none for numbers and references. */
export function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'negative':
      return [expression.of]
    case 'operation':
      return [expression.left, expression.right]
    case 'call':
      return expression.arguments
    default:
      return []
  }
}

/** Splits "trade/trains.departures" into its ledger and its measure; null when it is not of that shape. */
export function measureName(name: string): { ledger: string; measure: string } | null {
  const dot = name.lastIndexOf('.')
  if (dot < 1 || dot === name.length - 1) return null
  return { ledger: name.slice(0, dot), measure: name.slice(dot + 1) }
}
