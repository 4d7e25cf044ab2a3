import { Decimal } from 'decimal.js'
import type { Day } from '#kernel/period.ts'
import { printFormula } from './formula-print.ts'
import type { Expression, FunctionName, Operator, Reference } from './formula-tree.ts'
import {
  asPlain,
  inUnit,
  type Meaning,
  meaningOf,
  mustHold,
  PLAIN,
  unitOfCall,
  unitOfOperation,
} from './formula-units.ts'

/** What a name stands for: a value in a unit; null when nothing is known (missing is not zero). */
export type Resolve = (reference: Reference) => { value: Decimal; unit: string } | null

export interface FormulaVersion {
  /** the first day the formula holds */
  from: Day
  expression: Expression
}

/**
 * One node of an evaluated formula, as lineage shows it: its own text, its value (a decimal string, null when missing) and unit,
 * and the operands it came from. `missing` names why a null began here; a null passed up from an operand has no reason of its own.
 */
export interface Trace {
  text: string
  kind: Expression['kind']
  value: string | null
  unit: string
  missing: 'no-value' | 'division-by-zero' | null
  reference: Reference | null
  parts: Trace[]
}

/** The formula in force on a day: the latest that began on or before it; null before the first. */
export function formulaOn(versions: readonly FormulaVersion[], day: Day): Expression | null {
  let found: FormulaVersion | null = null
  for (const version of versions) if (version.from <= day && (!found || version.from >= found.from)) found = version
  return found?.expression ?? null
}

/**
 * The formula's value in base units (元, not 亿元; a percentage as its fraction), or in `unit` when one is given.
 * A missing operand makes the result missing, and so does division by zero. Refuses 'indicators/unit-mismatch'.
 */
export function evaluate(expression: Expression, resolve: Resolve, unit?: string): Decimal | null {
  const { value, meaning } = amountOf(expression, resolve)
  if (value === null) return null
  if (unit === undefined) return value.times(meaning.factor)
  mustHold(unit, meaning, { indicator: '', where: expression })
  return inUnit(value, meaning, meaningOf(unit))
}

/** As {@link evaluate}, with every node's own value in the unit it came out in. */
export function evaluateWithTrace(expression: Expression, resolve: Resolve): Trace {
  return traceOf(amountOf(expression, resolve))
}

/** A value in a unit, with the node it belongs to. A missing amount has no meaning of its own but that of its unit, if known. */
interface Amount {
  expression: Expression
  value: Decimal | null
  meaning: Meaning
  missing: Trace['missing']
  parts: Amount[]
}

function amountOf(expression: Expression, resolve: Resolve): Amount {
  switch (expression.kind) {
    case 'number':
      return amount(expression, new Decimal(expression.text), PLAIN)
    case 'reference': {
      const found = resolve(expression)
      if (!found) return { ...amount(expression, null, PLAIN), missing: 'no-value' }
      return amount(expression, found.value, meaningOf(found.unit))
    }
    case 'negative': {
      const of = amountOf(expression.of, resolve)
      return amount(expression, of.value?.neg() ?? null, of.meaning, [of])
    }
    case 'operation': {
      const parts = [amountOf(expression.left, resolve), amountOf(expression.right, resolve)]
      return combine(expression, parts, (meanings) =>
        unitOfOperation(expression.operator, meanings[0]!, meanings[1]!, { indicator: '', where: expression }),
      )
    }
    case 'call': {
      const parts = expression.arguments.map((argument) => amountOf(argument, resolve))
      return combine(expression, parts, (meanings) =>
        unitOfCall(expression.name, meanings, { indicator: '', where: expression }),
      )
    }
  }
}

type Combined = Extract<Expression, { kind: 'operation' | 'call' }>

function combine(expression: Combined, parts: Amount[], unitOf: (meanings: Meaning[]) => Meaning): Amount {
  const values = parts.flatMap((part) => (part.value === null ? [] : [part.value]))
  if (values.length < parts.length) return amount(expression, null, PLAIN, parts)
  const meaning = unitOf(parts.map((part) => part.meaning))
  const value = COMBINE[expression.kind === 'call' ? expression.name : expression.operator](parts as Known[], meaning)
  return { ...amount(expression, value, meaning, parts), missing: value === null ? 'division-by-zero' : null }
}

type Known = Amount & { value: Decimal }

const COMBINE: Record<Operator | FunctionName, (parts: Known[], meaning: Meaning) => Decimal | null> = {
  '+': ([left, right], unit) => into(left!, unit).plus(into(right!, unit)),
  '-': ([left, right], unit) => into(left!, unit).minus(into(right!, unit)),
  '*': ([left, right]) => numberOf(left!).times(numberOf(right!)),
  '/': ([left, right], unit) => divided(left!, right!, unit),
  ratio: ([left, right], unit) => divided(left!, right!, unit),
  share: ([part, whole], unit) => divided(part!, whole!, PLAIN)?.div(unit.factor) ?? null,
  max: (parts, unit) => Decimal.max(...parts.map((part) => into(part, unit))),
  min: (parts, unit) => Decimal.min(...parts.map((part) => into(part, unit))),
}

function into(part: Known, unit: Meaning): Decimal {
  return inUnit(part.value, part.meaning, unit)
}

/** The amount's number in its own unit; a percentage as the number it stands for. */
function numberOf(part: Known): Decimal {
  return inUnit(part.value, part.meaning, asPlain(part.meaning))
}

function divided(left: Known, right: Known, unit: Meaning): Decimal | null {
  if (right.value.isZero()) return null
  const plainResult = unit.code === '' && Object.keys(unit.powers).length === 0
  // One kind over itself: both in the left's unit, so that 亿元 over 万元 is a plain number.
  return plainResult ? into(left, left.meaning).div(into(right, left.meaning)) : numberOf(left).div(numberOf(right))
}

function amount(expression: Expression, value: Decimal | null, meaning: Meaning, parts: Amount[] = []): Amount {
  return { expression, value, meaning, missing: null, parts }
}

function traceOf({ expression, value, meaning, missing, parts }: Amount): Trace {
  return {
    text: printFormula(expression),
    kind: expression.kind,
    value: value?.toFixed() ?? null,
    unit: meaning.code,
    missing,
    reference: expression.kind === 'reference' ? expression : null,
    parts: parts.map(traceOf),
  }
}
