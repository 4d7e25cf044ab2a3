import { type Day, isDay } from '#kernel/period.ts'
import { type Token, tokensOf, unreadable } from './formula-tokens.ts'
import {
  type Expression,
  type Filter,
  FUNCTIONS,
  type FunctionName,
  type Operator,
  type ReferenceKind,
} from './formula-tree.ts'

const BINDING: Record<Operator, number> = { '+': 1, '-': 1, '*': 2, '/': 2 }
const SIGN_BINDING = 3
const DEEPEST = 64
const A_VALUE = 'measure("…") · indicator("…") · item("…") · share(…) · ratio(…) · max(…) · min(…) · 0-9 · ('
/** Counted since a day; no dimension may have this name. */
const SINCE = 'since'
const REFERENCES = new Set<string>(['measure', 'indicator', 'item'])

/**
 * Reads a formula (Pratt parser; `*` and `/` before `+` and `-`, left to right, a sign before all).
 * Plain numbers are dimensionless. Refuses 'indicators/formula-unreadable' {formula, position, expected, found}.
 */
export function parseFormula(formula: string): Expression {
  const reader = new Reader(formula)
  const expression = reader.expression(0)
  reader.expectEnd()
  return expression
}

class Reader {
  private readonly formula: string
  private readonly tokens: Token[]
  private next = 0
  private depth = 0

  constructor(formula: string) {
    this.formula = formula
    this.tokens = tokensOf(formula)
  }

  expression(weakest: number): Expression {
    if (++this.depth > DEEPEST) this.refuseHere(`≤ ${DEEPEST} × (`)
    let left = this.operand()
    for (;;) {
      const operator = this.operatorHere()
      if (!operator || BINDING[operator] <= weakest) break
      this.take()
      const right = this.expression(BINDING[operator])
      left = { kind: 'operation', operator, left, right, at: { start: left.at.start, end: right.at.end } }
    }
    this.depth--
    return left
  }

  expectEnd(): void {
    if (this.here().kind !== 'end') this.refuseHere('+ - * /')
  }

  private operand(): Expression {
    const token = this.here()
    if (token.kind === 'number') return { kind: 'number', text: this.take().value, at: token.at }
    if (token.kind === 'word') return this.named()
    if (this.at('-')) return this.negative()
    if (!this.at('(')) return this.refuseHere(A_VALUE)
    this.take()
    const inner = this.expression(0)
    this.expect(')')
    return inner
  }

  private negative(): Expression {
    const { at } = this.take()
    const of = this.expression(SIGN_BINDING)
    return { kind: 'negative', of, at: { start: at.start, end: of.at.end } }
  }

  private named(): Expression {
    const { value: word } = this.here()
    if (REFERENCES.has(word)) return this.reference(word as ReferenceKind)
    if (Object.hasOwn(FUNCTIONS, word)) return this.call(word as FunctionName)
    return this.refuseHere(A_VALUE)
  }

  private reference(to: ReferenceKind): Expression {
    const { at } = this.take()
    this.expect('(')
    const name = this.text()
    const where: Filter[] = []
    let since: Day | null = null
    while (to === 'measure' && this.at(',')) {
      this.take()
      if (since === null && this.here().value === SINCE) since = this.since()
      else where.push(this.filter(where))
    }
    const end = this.expect(')')
    return { kind: 'reference', to, name, where, since, at: { start: at.start, end } }
  }

  private since(): Day {
    this.take()
    this.expect('=')
    if (this.here().kind !== 'text' || !isDay(this.here().value)) this.refuseHere('"2017-04-01"')
    return this.take().value
  }

  private filter(earlier: Filter[]): Filter {
    if (this.here().kind !== 'word') this.refuseHere('dimension = "…" · dimension in ("…", "…") · since = "2017-04-01"')
    if (this.here().value === SINCE) this.refuseHere(`≠ ${SINCE}`)
    if (earlier.some((filter) => filter.dimension === this.here().value)) this.refuseHere(`≠ ${this.here().value}`)
    const dimension = this.take().value
    if (this.at('=')) {
      this.take()
      return { dimension, values: [this.text()] }
    }
    if (this.here().value !== 'in') this.refuseHere('= · in')
    this.take()
    this.expect('(')
    const values = [this.text()]
    while (this.at(',')) {
      this.take()
      values.push(this.text())
    }
    this.expect(')')
    return { dimension, values }
  }

  private call(name: FunctionName): Expression {
    const { at } = this.take()
    const { least, most } = FUNCTIONS[name]
    this.expect('(')
    const operands = [this.expression(0)]
    while (operands.length < most && (operands.length < least || this.at(','))) {
      this.expect(',')
      operands.push(this.expression(0))
    }
    const end = this.expect(')')
    return { kind: 'call', name, arguments: operands, at: { start: at.start, end } }
  }

  private text(): string {
    if (this.here().kind !== 'text' || this.here().value === '') this.refuseHere('"…"')
    return this.take().value
  }

  private operatorHere(): Operator | null {
    const { kind, value } = this.here()
    return kind === 'mark' && Object.hasOwn(BINDING, value) ? (value as Operator) : null
  }

  private at(mark: string): boolean {
    return this.here().kind === 'mark' && this.here().value === mark
  }

  private expect(mark: string): number {
    if (!this.at(mark)) this.refuseHere(mark)
    return this.take().at.end
  }

  private here(): Token {
    return this.tokens[this.next]!
  }

  private take(): Token {
    return this.tokens[this.next++]!
  }

  private refuseHere(expected: string): never {
    const { at } = this.here()
    return unreadable(this.formula, at.start, expected, this.formula.slice(at.start, at.end))
  }
}
