import { Decimal } from 'decimal.js'
import { refuse } from '#kernel/refusal.ts'
import { knownEntry } from '#kernel/unit-catalogue.ts'
import { unitOf } from '#kernel/units.ts'
import { printFormula } from './formula-print.ts'
import type { Expression, FunctionName, Operator, Reference } from './formula-tree.ts'

/** Powers of the kernel's dimensions, none zero; empty for plain numbers and percentages. */
export type Powers = Readonly<Record<string, number>>

/** What a unit means: one of it is `factor` of the base unit with these powers. `code` is how it is printed. */
export interface Meaning {
  code: string
  powers: Powers
  factor: Decimal
}

export const PLAIN: Meaning = { code: '', powers: {}, factor: new Decimal(1) }
export const PERCENT: Meaning = { code: '%', powers: {}, factor: new Decimal('0.01') }

/**
 * The meaning of a unit code, compound codes included ('万元/列', '吨·公里'); refuses 'unit/unknown'. Percentages, points of them
 * and multiples (倍) are plain numbers of different size.
 */
export function meaningOf(code: string): Meaning {
  if (code === '') return PLAIN
  const known = knownEntry(code)
  if (known && (known.dimension === 'ratio' || known.dimension === 'percentage-point')) {
    return { code, powers: {}, factor: known.dimension === 'ratio' ? known.factor : PERCENT.factor }
  }
  const slash = known ? -1 : code.lastIndexOf('/')
  if (slash > 0) return quotient(meaningOf(code.slice(0, slash)), meaningOf(code.slice(slash + 1)), code)
  const dot = known ? -1 : code.lastIndexOf('·')
  if (dot > 0) return product(meaningOf(code.slice(0, dot)), meaningOf(code.slice(dot + 1)), code)
  const { dimension, factor } = unitOf(code)
  return { code, powers: { [dimension]: 1 }, factor }
}

export function sameKind(a: Meaning, b: Meaning): boolean {
  const names = Object.keys(a.powers)
  return names.length === Object.keys(b.powers).length && names.every((name) => a.powers[name] === b.powers[name])
}

/** Unit of a product; a plain side leaves the other's unit as it is (its own factor goes into the value, see formula.ts). */
export function product(a: Meaning, b: Meaning, code?: string): Meaning {
  if (isPlain(a)) return { ...b, code: code ?? b.code }
  if (isPlain(b)) return { ...a, code: code ?? a.code }
  // 亿美元/列 times 列 is 亿美元.
  const cancelled = a.code.endsWith(`/${b.code}`) ? a.code.slice(0, -b.code.length - 1) : `${a.code}·${b.code}`
  return compound(a, b, { code: code ?? cancelled, sign: 1 })
}

/** Unit of a quotient; the same kind on both sides leaves a plain number. */
export function quotient(a: Meaning, b: Meaning, code?: string): Meaning {
  if (isPlain(b)) return { ...a, code: code ?? a.code }
  if (sameKind(a, b)) return PLAIN
  return compound(a, b, { code: code ?? `${a.code || '1'}/${b.code}`, sign: -1 })
}

export function isPlain(meaning: Meaning): boolean {
  return Object.keys(meaning.powers).length === 0
}

/** An amount of `from` as an amount of `to`; both of one kind, which the caller has made sure of. Exact for powers of ten. */
export function inUnit(value: Decimal, from: Meaning, to: Meaning): Decimal {
  return from.factor.eq(to.factor) ? value : value.times(from.factor).div(to.factor)
}

/** Where two units met: the whole formula's owner, and the place. */
export interface Meeting {
  indicator: string
  where: Expression
}

/**
 * The unit a formula comes out in, from its operands' units alone: sums, `share`, `max` and `min` need one kind; products
 * and quotients compose; `share` comes out in percent. Refuses 'indicators/unit-mismatch' {indicator, left, right, where, position}.
 */
export function unitOfFormula(
  expression: Expression,
  indicator: string,
  unitOfName: (name: Reference) => string,
): Meaning {
  const unitOfPart = (part: Expression) => unitOfFormula(part, indicator, unitOfName)
  switch (expression.kind) {
    case 'number':
      return PLAIN
    case 'reference':
      return meaningOf(unitOfName(expression))
    case 'negative':
      return unitOfPart(expression.of)
    case 'operation': {
      const [left, right] = [unitOfPart(expression.left), unitOfPart(expression.right)]
      return unitOfOperation(expression.operator, left, right, { indicator, where: expression })
    }
    case 'call':
      return unitOfCall(expression.name, expression.arguments.map(unitOfPart), { indicator, where: expression })
  }
}

export function unitOfOperation(operator: Operator, left: Meaning, right: Meaning, meeting: Meeting): Meaning {
  if (operator === '*') return product(asPlain(left), asPlain(right))
  if (operator === '/') return quotient(asPlain(left), asPlain(right))
  return oneKind([left, right], meeting)
}

export function unitOfCall(name: FunctionName, operands: Meaning[], meeting: Meeting): Meaning {
  if (name === 'ratio') return quotient(asPlain(operands[0]!), asPlain(operands[1]!))
  const kind = oneKind(operands, meeting)
  return name === 'share' ? PERCENT : kind
}

/** In products a percentage counts as the number it stands for: half of 335 亿元 is 亿元, not 亿元·%. */
export function asPlain(meaning: Meaning): Meaning {
  return isPlain(meaning) ? PLAIN : meaning
}

/** Refuses when the declared unit cannot hold what the formula comes out in. */
export function mustHold(declared: string, found: Meaning, meeting: Meeting): void {
  const meaning = meaningOf(declared)
  if (!sameKind(meaning, found)) mismatch(meaning, found, meeting)
}

function oneKind([first, ...others]: Meaning[], meeting: Meeting): Meaning {
  for (const other of others) if (!sameKind(first!, other)) mismatch(first!, other, meeting)
  return first!
}

function mismatch(left: Meaning, right: Meaning, { indicator, where }: Meeting): never {
  refuse('indicators/unit-mismatch', {
    indicator,
    left: left.code || '1',
    right: right.code || '1',
    where: printFormula(where),
    position: where.at.start + 1,
  })
}

function compound(a: Meaning, b: Meaning, { code, sign }: { code: string; sign: 1 | -1 }): Meaning {
  const powers: Record<string, number> = { ...a.powers }
  for (const [name, power] of Object.entries(b.powers)) {
    const sum = (powers[name] ?? 0) + sign * power
    if (sum === 0) delete powers[name]
    else powers[name] = sum
  }
  return { code, powers, factor: sign > 0 ? a.factor.times(b.factor) : a.factor.div(b.factor) }
}
