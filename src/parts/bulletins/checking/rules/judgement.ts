import { Decimal } from 'decimal.js'
import { roundOnce } from '#kernel/decimal.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { named } from '../period/resolve-period.ts'
import type { FactBehind, Reason, Verdict } from '../report.ts'
import type { Known, Outcome } from './held-against.ts'

/** What a rule says of one claim. */
export interface Judgement {
  verdict: Verdict
  reason: Reason
  /** digits, in the claim's own unit */
  expected: string | null
  correction: string | null
  fact: FactBehind | null
  period: string | null
}

export type Details = Reason['details']

export function notCheckable(code: string, details: Details = {}, period: string | null = null): Judgement {
  return { verdict: 'not-checkable', reason: { code, details }, expected: null, correction: null, fact: null, period }
}

/** A claim that the records bear out: to the digit, or after rounding. */
export function borneOut(outcome: Exclude<Outcome, 'off'>, of: Held): Judgement {
  const verdict = outcome === 'equal' ? 'matched' : 'matched-by-rounding'
  return {
    ...{ verdict, reason: { code: outcome, details: detailsOf(of) }, expected: null, correction: null },
    ...{ fact: of.fact, period: of.fact.period },
  }
}

/** A claim that the records speak against; `code` says in which way. */
export function spokenAgainst(
  code: string,
  of: Held,
  verdict: Verdict = 'contradicted',
  correction?: string | null,
): Judgement {
  const expected = expectedDigits(of.claim, of.known)
  return {
    ...{ verdict, reason: { code, details: { ...detailsOf(of), expected } }, expected },
    correction: correction === undefined ? corrected(of.claim, expected) : correction,
    ...{ fact: of.fact, period: of.fact.period },
  }
}

/** A claim, the known figure in its unit, and the fact that figure is of. */
export interface Held {
  claim: Claim
  known: Known
  fact: FactBehind
  names: { nameZh: string; nameEn: string }
}

function detailsOf({ claim, known, fact, names }: Held): Details {
  const spoken = claim.unit !== null && claim.unit !== '成'
  const shown = claim.text.replaceAll('\u2060', '')
  const unitless = spoken && /[0-9０-９]$/.test(shown)
  return {
    ...{ said: unitless ? `${shown}${claim.unit}` : shown },
    ...{ known: spoken ? known.printed.toFixed() : fact.value, unit: spoken ? claim.unit : fact.unit },
    ...{ own: fact.value, ownUnit: fact.unit, indicator: fact.indicator, ...names, period: fact.period },
  }
}

/** The record's digits in the claim's unit, with as many places as the claim has where the record is exact. */
export function expectedDigits({ value }: Claim, { printed, low, high }: Known): string {
  const places = new Decimal(value ?? 0).decimalPlaces()
  if (!low.eq(high) || places <= printed.decimalPlaces()) return printed.toFixed()
  return roundOnce(low, { places, mode: 'half-up' }).toFixed()
}

const number = /[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．·][0-9０-９]+)?/g

/** The claim's words with the right digits in place of its own; null where the words hold no number, or two. */
export function corrected(
  { text }: Pick<Claim, 'text'>,
  digits: string,
  unit?: { from: string; to: string },
): string | null {
  if (text.includes('\u2060') || [...text.matchAll(number)].length !== 1 || digits.startsWith('-')) return null
  const renumbered = text.replace(number, digits)
  if (!unit) return renumbered
  return renumbered.includes(unit.from) ? renumbered.replace(unit.from, unit.to) : null
}

/** The fact as a finding names it. */
export function factBehind(fact: Fact, aspect: FactBehind['aspect'], value: string | null, unit: string): FactBehind {
  const { indicator, area, vintage, asOf } = fact
  const period = daysOf(fact)
  const query = new URLSearchParams({ period, area, ...(asOf ? { asOf } : {}) })
  return { indicator, period, area, aspect, value, unit, vintage, door: `/figures/${indicator}/lineage?${query}` }
}

/** The days that a figure speaks of, by their own name where they have one. */
export function daysOf({ covers }: Pick<Fact, 'covers'>): string {
  const { start, end } = parsePeriod(covers)
  return named(start, end).text
}

export function namesOf({ name }: Pick<Fact, 'name'>): Held['names'] {
  return { nameZh: name.zh, nameEn: name.en }
}
