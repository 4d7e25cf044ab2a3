import { Decimal } from 'decimal.js'
import type { Interval } from '#kernel/decimal.ts'
import { refuse } from '#kernel/refusal.ts'

/** `item("a") >= item("b") + 2 * item("c")`: two sides and what must hold between them. */
export interface Rule {
  left: Side
  operator: '>=' | '<=' | '=' | '>' | '<'
  right: Side
}

type Side =
  | { kind: 'number'; value: Decimal }
  | { kind: 'item'; code: string; of: 'value' | 'base' }
  | { kind: 'pair'; operator: '+' | '-' | '*' | '/'; left: Side; right: Side }

/** What the items are worth: every value that rounds to the printed digits, or null when there is none. */
export type Worth = (code: string, of: 'value' | 'base') => Interval | null

/**
 * Whether the rule is certainly broken: no values that round to the printed digits fit it (standards/figures 5.6). Null when an
 * item is missing, or a divisor may be zero: then nothing can be said.
 */
export function breaks(rule: Rule, worth: Worth): boolean | null {
  const left = rangeOf(rule.left, worth)
  const right = rangeOf(rule.right, worth)
  if (!left || !right) return null
  if (rule.operator === '>=') return left.hi.lt(right.lo)
  if (rule.operator === '<=') return left.lo.gt(right.hi)
  if (rule.operator === '>') return left.hi.lte(right.lo)
  if (rule.operator === '<') return left.lo.gte(right.hi)
  return left.hi.lt(right.lo) || left.lo.gt(right.hi)
}

/** The items a rule names, in its order, each once. */
export function itemsOf(rule: Rule): string[] {
  const found = (side: Side): string[] =>
    side.kind === 'item' ? [side.code] : side.kind === 'pair' ? [...found(side.left), ...found(side.right)] : []
  return [...new Set([...found(rule.left), ...found(rule.right)])]
}

/** Reads a rule; refuses `economy/rule-unreadable` with the place it stops at. */
export function readRule(text: string, file = ''): Rule {
  const tokens = tokensOf(text, file)
  let place = 0
  const stop = (): never =>
    refuse('economy/rule-unreadable', { file, rule: text, near: tokens.slice(place).join(' ').slice(0, 40) || '…' })
  const take = (...wanted: string[]): string | undefined =>
    wanted.includes(tokens[place] ?? '') ? tokens[place++] : undefined
  const chain = (operators: string[], part: () => Side): Side => {
    let side = part()
    for (let operator = take(...operators); operator; operator = take(...operators)) {
      side = { kind: 'pair', operator: operator as '+', left: side, right: part() }
    }
    return side
  }
  const atom = (): Side => {
    if (take('(')) {
      const inner = sum()
      return take(')') ? inner : stop()
    }
    const of = take('item', 'base')
    if (of) {
      const code = take('(') ? /^"(.+)"$/.exec(tokens[place++] ?? '')?.[1] : undefined
      return code && take(')') ? { kind: 'item', code, of: of === 'base' ? 'base' : 'value' } : stop()
    }
    const number = tokens[place] ?? ''
    if (!/^\d/.test(number)) return stop()
    place += 1
    return { kind: 'number', value: new Decimal(number) }
  }
  const sum = (): Side => chain(['+', '-'], () => chain(['*', '/'], atom))
  const left = sum()
  const operator = (take('>=', '<=', '=', '>', '<') ?? stop()) as Rule['operator']
  const right = sum()
  return place === tokens.length ? { left, operator, right } : stop()
}

function tokensOf(text: string, file: string): string[] {
  const tokens = text.match(/"[^"]*"|>=|<=|[=<>()+\-*/]|\d+(?:\.\d+)?|[a-z]+/g) ?? []
  if (tokens.join('') !== text.replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '')) {
    refuse('economy/rule-unreadable', { file, rule: text, near: text.slice(0, 40) })
  }
  return tokens
}

function rangeOf(side: Side, worth: Worth): Interval | null {
  if (side.kind === 'number') return { lo: side.value, hi: side.value }
  if (side.kind === 'item') return worth(side.code, side.of)
  const left = rangeOf(side.left, worth)
  const right = rangeOf(side.right, worth)
  if (!left || !right) return null
  if (side.operator === '+') return { lo: left.lo.plus(right.lo), hi: left.hi.plus(right.hi) }
  if (side.operator === '-') return { lo: left.lo.minus(right.hi), hi: left.hi.minus(right.lo) }
  if (side.operator === '/' && right.lo.lte(0) && right.hi.gte(0)) return null
  const corners = [left.lo, left.hi].flatMap((a) =>
    [right.lo, right.hi].map((b) => (side.operator === '*' ? a.times(b) : a.div(b))),
  )
  return { lo: Decimal.min(...corners), hi: Decimal.max(...corners) }
}
