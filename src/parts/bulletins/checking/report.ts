import type { Claim } from '../claims/claim.ts'
import type { DraftBlock, DraftFormat, DraftNote } from '../drafts/draft.ts'

/** What the checker says of one claim, most urgent first. */
export const verdicts = [
  'contradicted',
  'unit-slip',
  'inconsistent',
  'stale',
  'not-bound',
  'not-checkable',
  'matched-by-rounding',
  'matched',
] as const

export type Verdict = (typeof verdicts)[number]

/** How a claim found its indicator: `chosen` by a person in this check, `alias` by an earlier choice. */
export type BoundBy = 'name' | 'alias' | 'context' | 'chosen'

/** A reason as a code with details; its words, in both languages, stand in checking/texts.ts. */
export interface Reason {
  code: string
  details: Record<string, string | number | null>
}

/** The fact that a claim was held against. */
export interface FactBehind {
  indicator: string
  period: string
  area: string
  /** what of the fact was compared: its level, its change on the year, its share … */
  aspect: 'value' | 'change' | 'change-previous' | 'rank' | 'completion' | 'target' | 'pace'
  /** in the fact's own printed unit */
  value: string | null
  unit: string
  vintage: string | null
  /** page of its lineage */
  door: string
}

export interface Finding {
  /** place among the claims of the text, from 0 */
  place: number
  claim: Claim
  verdict: Verdict
  /** the bound indicator, and what else it could have been */
  indicator: string | null
  boundBy: BoundBy | null
  candidates: string[]
  /** the period compared, as DESIGN 5.3 writes periods */
  period: string | null
  /** what should stand in the text, in the claim's own unit; null when it is right or unknown */
  expected: string | null
  /** the words that would take the place of `claim.text`; null when none is safe */
  correction: string | null
  reason: Reason
  fact: FactBehind | null
  /** statements of the text that this claim takes part in, by place */
  statements: number[]
}

export const statementKinds = [
  'sum',
  'growth',
  'share',
  'from-to',
  'twice',
  'direction',
  'rank',
  'completion',
  'pace',
  'multiple',
] as const

/** Something the text says of its own figures: that parts make a whole, that a rate follows from two levels … */
export interface Statement {
  place: number
  kind: (typeof statementKinds)[number]
  /** `rounding`: parts and whole differ by rounding only */
  holds: 'yes' | 'rounding' | 'no'
  /** the claims it is about, by place; the one that states the result comes last */
  claims: number[]
  /** the interval that the other figures allow, in the unit of the last claim */
  low: string | null
  high: string | null
  reason: Reason
}

/** A claim in words alone (时间过半、任务过半): what it says, and what the targets say. */
export interface PaceFinding {
  text: string
  start: number
  verdict: Verdict
  reason: Reason
  targets: { indicator: string; completion: string | null; calendar: string; gap: string | null; status: string }[]
}

export interface CheckReport {
  name: string
  format: DraftFormat
  text: string
  blocks: DraftBlock[]
  notes: DraftNote[]
  area: string
  /** the period the text is about, where claims do not say their own */
  period: string
  asOf: string | null
  findings: Finding[]
  statements: Statement[]
  paces: PaceFinding[]
  counts: Record<Verdict, number>
}
