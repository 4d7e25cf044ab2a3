import type { Claim, Extraction } from './claim.ts'

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

/** The whole file of labels for one text; sums are found by the checker, not by the extractor. */
export function labelsOf(extraction: Extraction) {
  return {
    claims: extraction.claims.map(labelOf),
    sums: [],
    pace_claims: extraction.paceClaims,
    rank_words: extraction.rankWords,
    not_claims: extraction.notClaims,
  }
}
