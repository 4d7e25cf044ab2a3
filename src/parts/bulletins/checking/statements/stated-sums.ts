import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Statement } from '../report.ts'

/** A sum as `shared/figures` labels it: the printed texts, and whether the parts give the whole. */
export interface StatedSum {
  whole: string
  parts: string[]
  /** `approx`: parts and whole differ by rounding only */
  holds: boolean | 'approx'
}

/** The sums that a text states, in its order. */
export function statedSums(claims: readonly Claim[], statements: readonly Statement[]): StatedSum[] {
  return statements
    .filter(({ kind, reason }) => kind === 'sum' && reason.code !== 'part-over-whole')
    .map(({ claims: places, holds }) => {
      const texts = places.map((place) => claims[place]?.text ?? '')
      const verdict = { yes: true, rounding: 'approx' as const, no: false }[holds]
      return { whole: texts.at(-1) ?? '', parts: texts.slice(0, -1), holds: verdict }
    })
}
