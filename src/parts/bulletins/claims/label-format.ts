import { inCharacters } from './characters.ts'
import type { Claim, Extraction } from './claim.ts'

/** A sum that the text states of its own figures, in the words of the figures. */
export interface StatedSum {
  whole: string
  parts: string[]
  holds: boolean | 'approx'
  note?: string
}

/** A claim as `shared/figures` labels it: numbers as JSON numbers, keys in that order, absent keys left out. */
export function labelOf(claim: Claim) {
  const { text, start, indicator, value, upper, unit, kind, direction, period, of, ...rest } = claim
  return {
    text,
    start,
    indicator,
    value: value === null ? null : Number(value),
    ...(upper === undefined ? {} : { upper: Number(upper) }),
    unit,
    kind,
    direction,
    period,
    of,
    ...rest,
  }
}

/**
 * The whole file of labels for one text. `start` counts characters (code points) here, UTF-16 units everywhere else.
 * `sums` are found by the checker, not by the extractor.
 */
export function labelsOf(extraction: Extraction, sums: readonly StatedSum[] = []) {
  const placed = <T extends { start: number }>(one: T): T => ({
    ...one,
    start: inCharacters(one.start, extraction.wide),
  })
  return {
    claims: extraction.claims.map((claim) => placed(labelOf(claim))),
    sums,
    pace_claims: extraction.paceClaims,
    rank_words: extraction.rankWords.map(placed),
    not_claims: extraction.notClaims.map(placed),
  }
}
