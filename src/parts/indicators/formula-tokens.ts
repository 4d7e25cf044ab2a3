import { refuse } from '#kernel/refusal.ts'
import type { Span } from './formula-tree.ts'

export interface Token {
  kind: 'number' | 'text' | 'word' | 'mark' | 'end'
  /** A text's content without quotes and escapes; otherwise the characters as they stand (wide marks made narrow). */
  value: string
  at: Span
}

const LONGEST = 4000
const SPACE = /\s+/uy
const NUMBER = /\d+(\.\d+)?/uy
const WORD = /[\p{L}_][\p{L}\p{N}_]*(-[\p{L}\p{N}_]+)*/uy
const TEXT = /"((?:[^"\\]|\\["\\])*)"/uy
const MARK = /[-+*/(),=\uff08\uff09\uff0c\uff1d]/uy
const NARROW: Record<string, string> = { '\uff08': '(', '\uff09': ')', '\uff0c': ',', '\uff1d': '=' }

/**
 * Cuts a formula into tokens, the last of kind `end`. Full-width brackets, commas and equals signs count as their narrow kin.
 * Refuses 'indicators/formula-unreadable' at a character that begins nothing, and texts over 4,000 characters.
 */
export function tokensOf(formula: string): Token[] {
  if (formula.length > LONGEST) unreadable(formula.slice(0, 40), LONGEST, `≤ ${LONGEST}`, `${formula.length}`)
  const tokens: Token[] = []
  let offset = skipSpace(formula, 0)
  while (offset < formula.length) {
    const token = tokenAt(formula, offset)
    tokens.push(token)
    offset = skipSpace(formula, token.at.end)
  }
  tokens.push({ kind: 'end', value: '', at: { start: formula.length, end: formula.length } })
  return tokens
}

/** Refuses a formula: `position` counts characters from 1; `expected` is written in the formula's own notation. */
export function unreadable(formula: string, offset: number, expected: string, found: string): never {
  refuse('indicators/formula-unreadable', { formula, position: offset + 1, expected, found: found || '⏎' })
}

function tokenAt(formula: string, offset: number): Token {
  const number = match(NUMBER, formula, offset)
  if (number) return token('number', number[0], offset, number[0].length)
  const word = match(WORD, formula, offset)
  if (word) return token('word', word[0], offset, word[0].length)
  const text = match(TEXT, formula, offset)
  if (text) return token('text', (text[1] ?? '').replace(/\\(["\\])/gu, '$1'), offset, text[0].length)
  const mark = match(MARK, formula, offset)
  if (mark) return token('mark', NARROW[mark[0]] ?? mark[0], offset, 1)
  const expected = formula[offset] === '"' ? '"…"' : 'measure("…") · indicator("…") · item("…") · 0-9 · + - * / ( ) ,'
  return unreadable(formula, offset, expected, String.fromCodePoint(formula.codePointAt(offset) ?? 0))
}

function token(kind: Token['kind'], value: string, start: number, length: number): Token {
  return { kind, value, at: { start, end: start + length } }
}

function match(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}

function skipSpace(text: string, offset: number): number {
  return offset + (match(SPACE, text, offset)?.[0].length ?? 0)
}
