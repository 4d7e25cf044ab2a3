import type { Reading } from './reading.ts'
import type { Token } from './tokens.ts'

/**
 * 从A提高到B: no mark between the two, 从 or 由 before the first, 到 or 至 before the second. Gives the second figure the
 * subject of the first.
 */
export function pairedReading(
  tokens: readonly Token[],
  last: number,
  own: Reading,
  first: Reading | undefined,
): Reading | null {
  if (!first || first.source === null || !joinsPair(tokens, last, own.at)) return null
  return {
    ...first,
    at: own.at,
    change: own.change ?? changeBetween(tokens, last, own.at) ?? first.change,
    to: own.to || own.change === null,
    qualifier: own.qualifier,
    each: own.each,
    rate: first.rate,
  }
}

/** 增长至2022年的1005.5亿元: the verb stands before the period. */
function changeBetween(tokens: readonly Token[], from: number, to: number): Reading['change'] {
  for (let i = to - 1; i > from; i--) {
    const found = tokens[i]?.words.find((word) => word.tag === 'change')
    if (found?.direction) return { direction: found.direction, word: found.word }
  }
  return null
}

/** Whether the figure at `at` is the first of such a pair. */
export function opensPair(tokens: readonly Token[], at: number, reading: Reading): boolean {
  if (reading.source === null) return false
  for (let i = at + 1; i < Math.min(tokens.length, at + 13); i++) if (tokens[i]?.figure) return joinsPair(tokens, at, i)
  return false
}

function joinsPair(tokens: readonly Token[], one: number, other: number): boolean {
  if (other - one > 12) return false
  let toward = false
  for (let i = one + 1; i < other; i++) {
    const token = tokens[i]
    if (!token || token.tag === 'figure' || token.tag === 'open' || token.tag === 'mark') return false
    if (/(?:到|至|为|转|变)$/.test(token.text)) toward = true
  }
  return toward
}
