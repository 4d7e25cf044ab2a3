import type { Expression, Filter, Operator, Reference } from './formula-tree.ts'

const STRENGTH: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2 }
const OF_A_SIGN = 3
const OF_A_VALUE = 4

/** The formula as text with the fewest brackets; `parseFormula` reads it back to the same tree. */
export function printFormula(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text
    case 'reference':
      return `${expression.to}(${[quoted(expression.name), ...expression.where.map(printFilter), ...sinceOf(expression)].join(', ')})`
    case 'negative':
      return `-${bracketed(expression.of, OF_A_VALUE)}`
    case 'call':
      return `${expression.name}(${expression.arguments.map(printFormula).join(', ')})`
    case 'operation': {
      const own = STRENGTH[expression.operator]
      const left = bracketed(expression.left, own)
      // Left to right: an equal on the right needs its brackets; a sign there gets them for the reader's sake.
      const right = bracketed(expression.right, expression.right.kind === 'negative' ? OF_A_VALUE : own + 1)
      return `${left} ${expression.operator} ${right}`
    }
  }
}

function bracketed(expression: Expression, atLeast: number): string {
  const text = printFormula(expression)
  return strengthOf(expression) < atLeast ? `(${text})` : text
}

function strengthOf(expression: Expression): number {
  if (expression.kind === 'operation') return STRENGTH[expression.operator]
  return expression.kind === 'negative' ? OF_A_SIGN : OF_A_VALUE
}

function printFilter({ dimension, values }: Filter): string {
  const [only, ...others] = values
  if (only !== undefined && others.length === 0) return `${dimension} = ${quoted(only)}`
  return `${dimension} in (${values.map(quoted).join(', ')})`
}

function sinceOf({ since }: Reference): string[] {
  return since === null ? [] : [`since = ${quoted(since)}`]
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&')}"`
}
