import { Decimal } from 'decimal.js'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { exactly } from '../interval.ts'
import { turned } from '../unit-kin.ts'
import { heldAgainst, type Known } from './held-against.ts'
import { waysOff } from './judge-amount.ts'
import { borneOut, factBehind, type Judgement, namesOf, notCheckable, spokenAgainst } from './judgement.ts'
import { saidFigure } from './said-figure.ts'

/** A share against an indicator that is itself one. */
export function judgeShare(claim: Claim, fact: Fact): Judgement {
  if (fact.value === null || fact.exact === null)
    return notCheckable('no-fact', { ...namesOf(fact), indicator: fact.indicator, period: fact.period }, fact.period)
  const known = { printed: new Decimal(fact.value), ...exactly(fact.exact) }
  return held(claim, known, fact, fact.value)
}

/** A share against the levels of part and whole, where no indicator tells it. */
export function judgePart(claim: Claim, part: Fact, whole: Fact): Judgement {
  const ratio = ratioOf(part, whole, 3)
  // A part that is larger than its whole is no part of it: the text means another whole.
  if (!ratio || ratio.low.gt(1))
    return notCheckable(
      'no-whole',
      { ...namesOf(whole), whole: claim.whole ?? null, period: whole.period },
      part.period,
    )
  const known = { printed: ratio.printed.times(100), low: ratio.low.times(100), high: ratio.high.times(100) }
  return held(claim, known, part, known.printed.toFixed())
}

/** 是装备制造业的2.7倍: one indicator over another. */
export function judgeRatio(claim: Claim, one: Fact, other: Fact): Judgement {
  const known = ratioOf(one, other, 2)
  const said = saidFigure(claim)
  const versus = claim.versus ?? other.name.zh
  if (!known || !said) return notCheckable('ratio-of-other', { versus }, one.period)
  const of = { claim, known, fact: factBehind(one, 'value', one.value, one.unit), names: namesOf(one) }
  const outcome = heldAgainst(said, known)
  const judgement = outcome === 'off' ? spokenAgainst('ratio-differs', of) : borneOut(outcome, of)
  const code = outcome === 'off' ? 'ratio-differs' : 'ratio-agrees'
  return {
    ...judgement,
    reason: { code, details: { ...judgement.reason.details, versus, ratio: known.printed.toFixed() } },
  }
}

/** Exact over exact, and printed over printed: whoever divides the printed figures is not wrong for it. */
function ratioOf(one: Fact, other: Fact, places: number): Known | null {
  const under = (digits: string | null) => (digits === null ? null : turned(new Decimal(digits), other.unit, one.unit))
  const [below, printedBelow] = [under(other.exact), under(other.value)]
  if (one.exact === null || !below || !printedBelow || below.lte(0) || printedBelow.lte(0)) return null
  const [exact, printed] = [new Decimal(one.exact).div(below), new Decimal(one.value!).div(printedBelow)]
  const shown = exact.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
  return { printed: shown, low: Decimal.min(exact, printed), high: Decimal.max(exact, printed) }
}

function held(claim: Claim, known: Known, fact: Fact, value: string): Judgement {
  const said = saidFigure(claim)
  if (!said) return notCheckable('no-number', {}, fact.period)
  const scale = new Decimal(100).div(perUnit(claim.unit))
  const scaled = {
    printed: known.printed.div(100).times(scale),
    low: known.low.div(100).times(scale),
    high: known.high.div(100).times(scale),
  }
  const of = { claim, known: scaled, fact: factBehind(fact, 'value', value, '%'), names: namesOf(fact) }
  const outcome = heldAgainst(said, scaled)
  return outcome === 'off' ? spokenAgainst(waysOff(said, scaled), of) : borneOut(outcome, of)
}

/** How much of the whole one of the unit is, in percent: 一半 is 0.5 of it, 六成 6 tenths. */
function perUnit(unit: string | null): Decimal {
  if (unit === '成') return new Decimal(10)
  if (unit === '‰') return new Decimal('0.1')
  return new Decimal(unit === null ? 100 : 1)
}
