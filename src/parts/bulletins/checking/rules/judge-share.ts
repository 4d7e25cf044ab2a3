import { Decimal } from 'decimal.js'
import type { Fact } from '#parts/indicators/shapes.ts'
import type { Claim } from '../../claims/claim.ts'
import { div, exactly } from '../interval.ts'
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
  const of = whole.exact === null ? null : turned(new Decimal(whole.exact), whole.unit, part.unit)
  if (part.exact === null || of === null || of.lte(0))
    return notCheckable(
      'no-whole',
      { ...namesOf(whole), whole: claim.whole ?? null, period: whole.period },
      part.period,
    )
  const share = div(exactly(part.exact), exactly(of))
  const known = {
    printed: share.low.times(100).toDecimalPlaces(1),
    low: share.low.times(100),
    high: share.high.times(100),
  }
  return held(claim, known, part, known.printed.toFixed())
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
