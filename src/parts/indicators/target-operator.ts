import type { Decimal } from 'decimal.js'

/** How a target is to be met: more than, at least, less than, at most. */
export type TargetOperator = '>' | '>=' | '<' | '<='

/** Whether a value satisfies a target; both in one unit. */
export function satisfies(value: Decimal, operator: TargetOperator, target: Decimal): boolean {
  if (operator === '>') return value.gt(target)
  if (operator === '>=') return value.gte(target)
  return operator === '<' ? value.lt(target) : value.lte(target)
}
