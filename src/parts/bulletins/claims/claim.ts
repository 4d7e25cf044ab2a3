export type ClaimKind =
  | 'level'
  | 'count'
  | 'change_pct'
  | 'change_points'
  | 'share'
  | 'rank'
  | 'multiple'
  | 'completion'
  | 'pace'

export const claimKinds: readonly ClaimKind[] = [
  'level',
  'count',
  'change_pct',
  'change_points',
  'share',
  'rank',
  'multiple',
  'completion',
  'pace',
]

export type Direction = 'up' | 'down'
export type Modality = 'target' | 'plan' | 'forecast'

/**
 * One checkable figure of a text. `text` is what stands at `start` of the original, `value` the printed digits as a
 * decimal string (`8.0` keeps its zero: a printed value is the interval that rounds to it), `unit` as written.
 */
export interface Claim {
  text: string
  start: number
  indicator: string
  value: string | null
  /** Upper end of a range such as 3%—5%. */
  upper?: string
  unit: string | null
  kind: ClaimKind
  direction: Direction | null
  period: string
  of: string | null
  qualifier?: string
  versus?: string
  whole?: string
  scope?: string
  modality?: Modality
  role?: 'from' | 'to'
  /** An absolute increase or decrease, not a level. */
  delta?: true
  /** What the paragraph speaks of when the indicator alone is bare (产值 of 装备制造业). */
  subject?: string
  /** A part of a list that 其中 opens: parts need not add up to the whole. */
  partial?: true
}

/** A number that is no claim, and why. */
export interface NotClaim {
  text: string
  start: number
  reason: string
}

/** Rank without a number (位居前列): said, not measurable. */
export interface RankWord {
  text: string
  start: number
  indicator: string
  scope: string | null
}

export interface Extraction {
  claims: Claim[]
  paceClaims: string[]
  rankWords: RankWord[]
  notClaims: NotClaim[]
  /** Offsets of the characters that take two UTF-16 units, in order: with them `start` can be told in characters. */
  wide: Uint32Array
}
