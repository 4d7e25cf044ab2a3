import { Decimal } from 'decimal.js'
import type { Counts } from './measures.ts'
import { rateScore } from './rates.ts'
import { type Bands, type Grade, grades, type ScorePart, type SubjectName, subjectRow } from './subjects.ts'

export interface PartScore {
  part: ScorePart
  /** 0 to 100; null where nothing was due */
  score: Decimal | null
}

export interface Score {
  parts: PartScore[]
  /** 0 to 100; null where no rate is known, so that who had nothing to do is not graded */
  total: Decimal | null
  grade: Grade | null
}

/**
 * The score of a subject by the published composite. A part without a base (nothing was due) is left out and its weight goes
 * to the others in proportion. `months` is the length of the period: counts are scored by their monthly average.
 */
export function scoreOf(subject: SubjectName, counts: Counts, months: number): Score {
  const parts = subjectRow(subject).parts.map((part) => ({ part, score: partScore(part, counts, months) }))
  const known = parts.filter(({ score }) => score !== null)
  if (!known.some(({ part }) => 'rate' in part)) return { parts, total: null, grade: null }
  const weight = known.reduce((sum, { part }) => sum + part.weight, 0)
  const earned = known.reduce((sum, { part, score }) => sum.plus(score!.times(part.weight)), new Decimal(0))
  const total = earned.div(weight)
  return { parts, total, grade: gradeOf(total) }
}

/** A from 90, B from 75, C from 60, D from 40, E below; judged on the score as printed, with two decimals. */
export function gradeOf(total: Decimal): Grade {
  const printed = total.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
  return grades.find(({ from }) => printed.gte(from))!.grade
}

function partScore(part: ScorePart, counts: Counts, months: number): Decimal | null {
  return 'rate' in part ? rateScore(part.rate, counts) : new Decimal(bandScore(part.bands, counts, months))
}

function bandScore({ count, steps }: Bands, counts: Counts, months: number): number {
  const monthly = new Decimal(counts[count]).div(months)
  return steps.find(({ upTo }) => upTo === null || monthly.lte(upTo))!.score
}
