import { Decimal } from 'decimal.js'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Change, Fact } from '#parts/indicators/shapes.ts'
import { contains, type Interval } from '../interval.ts'
import type { FactBehind } from '../report.ts'
import { turned } from '../unit-kin.ts'
import { heldAgainst, type Known } from './held-against.ts'
import { waysOff } from './judge-amount.ts'
import {
  borneOut,
  corrected,
  factBehind,
  type Held,
  type Judgement,
  namesOf,
  notCheckable,
  spokenAgainst,
} from './judgement.ts'
import { type SaidFigure, saidFigure } from './said-figure.ts'

const points = '个百分点'
const onPrevious = /环比|上月|上季|上个月|上一季|上周/
const onOthers = /(?:高于|低于|快于|慢于|好于|高出|低出|高|低|快|慢|领先)|全国|全省|全市|平均|目标|计划|预期|均值/
const onOtherBase = /年初|上年末|上年底|去年末|去年底|年末|以来|期初|最高|最低|高峰|低谷/

/**
 * A change against the fact's own change, published, supplied or computed as the indicator rules. It is never recomputed where
 * that is not allowed, so that a real growth rate beside nominal levels is never wrong for being so (figures.md 5.2).
 */
export function judgeChange(claim: Claim, fact: Fact): Judgement {
  const names = namesOf(fact)
  const about = { ...names, indicator: fact.indicator, period: fact.period }
  const versus = claim.versus ?? ''
  if (claim.kind === 'change_points' && onOthers.test(versus.replace(/^(?:较|比)?(?:上年|去年)(?:同期)?/, '')))
    return notCheckable('compared-with-other', { versus, ...about }, fact.period)
  if (onOthers.test(versus) && !/同比|同期/.test(versus))
    return notCheckable('compared-with-other', { versus, ...about }, fact.period)
  if (onOtherBase.test(versus) || otherYear(versus, fact))
    return notCheckable('other-base', { versus, ...about }, fact.period)
  const aspect = onPrevious.test(versus) ? 'change-previous' : 'change'
  const change = aspect === 'change' ? fact.change : fact.changePrevious
  if (!change || change.value === null)
    return notCheckable(
      fact.value === null && !change?.base ? 'no-fact' : 'change-unknown',
      { ...about, why: change?.reason ?? 'not-told' },
      fact.period,
    )
  const said = saidFigure(claim)
  if (!said) return notCheckable('no-number', about, fact.period)
  const behind = factBehind(fact, aspect, change.value, change.unit)
  return compared({ claim, said, fact, change, behind, names })
}

interface Comparison {
  claim: Claim
  said: SaidFigure
  fact: Fact
  change: Change
  behind: FactBehind
  names: Held['names']
}

function compared(of: Comparison): Judgement {
  const { claim, change } = of
  if (claim.kind === 'multiple') return judgeMultiple(of)
  if (claim.kind === 'change_pct') return change.unit === '%' ? held(of, inTenths(claim, change)) : percentForOther(of)
  if (claim.kind === 'change_points')
    return change.unit === points ? held(of, knownChange(change)) : pointsForGrowth(of)
  return judgeDifference(of)
}

/** `known` carries its sign; the figure of a 下降 is held against its opposite. */
function held({ claim, said, behind, names, fact, change }: Comparison, known: Known): Judgement {
  const turnedRound = signedAs(claim, known)
  const of = { claim, known: turnedRound, fact: behind, names }
  const outcome = heldAgainst(said, turnedRound)
  if (outcome !== 'off') return borneOut(outcome, of)
  const otherWay = !known.printed.isZero() && heldAgainst(said, opposite(turnedRound)) !== 'off'
  const code = otherWay ? 'direction' : recomputed(said, fact, change) ? 'recomputed' : waysOff(said, turnedRound)
  const judgement = spokenAgainst(code, { ...of, known }, 'contradicted', null)
  const wrongWay = turnedRound.printed.isNegative()
  const digits = turnedRound.printed.toFixed()
  return wrongWay
    ? { ...judgement, expected: known.printed.toFixed() }
    : { ...judgement, expected: digits, correction: corrected(claim, digits) }
}

function opposite({ printed, low, high }: Known): Known {
  return { printed: printed.neg(), low: high.neg(), high: low.neg() }
}

/** Rates and points are told with one decimal: any value that rounds to them. A difference is told as it is. */
function knownChange({ value, unit }: Change): Known {
  const told = unit === '%' || unit === points
  return { printed: new Decimal(value!), ...around(value!, told ? 1 : null) }
}

/** 增长两成 is told in tenths, and held in them: 2 is 1.5 to 2.5. */
function inTenths({ unit }: Claim, change: Change): Known {
  const known = knownChange(change)
  if (unit !== '成') return known
  return { printed: known.printed.div(10), low: known.low.div(10), high: known.high.div(10) }
}

/** The growth that two levels would give, where the rate on record is not theirs. */
function recomputed(said: SaidFigure, { exact }: Fact, { base, origin, unit }: Change): boolean {
  if (exact === null || base === null || origin === 'computed' || unit !== '%' || new Decimal(base).lte(0)) return false
  const rate = new Decimal(exact).div(base).minus(1).times(100)
  return contains(said.rounding, rate)
}

/** 提高3% of a share: points are meant, or the growth of the share itself, which two levels tell. */
function percentForOther(of: Comparison): Judgement {
  const { claim, said, change, fact, behind, names } = of
  const known = knownChange(change)
  const whole = { claim, known: signedAs(claim, known), fact: behind, names }
  const growth = growthFromBase(fact, change)
  if (growth && heldAgainst(said, signedAs(claim, growth)) !== 'off')
    return borneOut('rounds', { ...whole, known: growth })
  if (change.unit === points && heldAgainst(said, whole.known) !== 'off') {
    const digits = known.printed.abs().toFixed()
    return spokenAgainst('percent-for-points', whole, 'unit-slip', corrected(claim, digits, { from: '%', to: points }))
  }
  return notCheckable('growth-not-told', { ...names, indicator: fact.indicator, period: fact.period }, fact.period)
}

function growthFromBase({ exact, rounding }: Fact, { base }: Change): Known | null {
  if (exact === null || base === null || new Decimal(base).lte(0)) return null
  const bases = around(base, rounding.places)
  const rate = (against: Decimal) => new Decimal(exact).div(against).minus(1).times(100)
  if (bases.low.lte(0)) return null
  return { printed: rate(new Decimal(base)), low: rate(bases.high), high: rate(bases.low) }
}

/** 增长10个百分点 of a product that grew by 10%; or a growth rate that itself rose, which nothing on record tells. */
function pointsForGrowth(of: Comparison): Judgement {
  const { claim, said, change, fact, behind, names } = of
  const rateSpokenOf = /(?:增速|增幅|增长率|降幅)$/.test(claim.indicator)
  if (!rateSpokenOf && change.unit === '%' && heldAgainst(said, signedAs(claim, knownChange(change))) !== 'off') {
    const whole = { claim, known: signedAs(claim, knownChange(change)), fact: behind, names }
    const digits = whole.known.printed.toFixed()
    return spokenAgainst(
      'points-for-percent',
      whole,
      'unit-slip',
      corrected(claim, digits, { from: claim.unit ?? points, to: '%' }),
    )
  }
  return notCheckable('points-of-growth', { ...names, indicator: fact.indicator, period: fact.period }, fact.period)
}

/** 增长1.5倍 is growth by 150%; 是上年的2.5倍 is 250% of it. */
function judgeMultiple(of: Comparison): Judgement {
  const { claim, said, change } = of
  if (change.unit !== '%') return percentForOther(of)
  const hundred = (value: Decimal) => value.div(100).plus(claim.direction === 'up' ? 0 : 1)
  const { printed, low, high } = knownChange(change)
  const known = { printed: hundred(printed), low: hundred(low), high: hundred(high) }
  const whole = { claim, known, fact: of.behind, names: of.names }
  if (claim.direction === 'down') return spokenAgainst('fewer-times', whole, 'contradicted', null)
  const outcome = heldAgainst(said, known)
  return outcome === 'off'
    ? spokenAgainst(waysOff(said, known), whole, 'contradicted', null)
    : borneOut('rounds', whole)
}

/** 增加6天, 增加30亿元: the change itself where the indicator tells a difference, else level less base. */
function judgeDifference(of: Comparison): Judgement {
  const { claim, fact, change, names } = of
  const unit = claim.unit ?? fact.unit
  const own =
    change.unit === '%' || change.unit === points ? null : turned(new Decimal(change.value!), change.unit, unit)
  if (own) return held(of, { printed: own, low: own, high: own })
  const about = { ...names, indicator: fact.indicator, period: fact.period }
  if (fact.exact === null || change.base === null)
    return notCheckable('change-unknown', { ...about, why: 'base-missing' }, fact.period)
  const bases = around(change.base, fact.rounding.places)
  const less = (base: Decimal) => turned(new Decimal(fact.exact!).minus(base), fact.unit, unit)
  const [printed, low, high] = [less(new Decimal(change.base)), less(bases.high), less(bases.low)]
  if (!printed || !low || !high)
    return notCheckable('unit-other-kind', { ...about, said: claim.text, ownUnit: fact.unit }, fact.period)
  const places = Math.max(new Decimal(claim.value!).decimalPlaces(), turnedPlaces(fact, unit))
  const known = { printed: printed.toDecimalPlaces(places, Decimal.ROUND_HALF_UP), low, high }
  // Levels of another basis than the growth's do not give the increase an office speaks of.
  if (change.origin === 'published' && heldAgainst(of.said, signedAs(claim, known)) === 'off')
    return notCheckable('growth-not-comparable', about, fact.period)
  return held(of, known)
}

/** Digits after the point that the indicator prints, in another unit. */
function turnedPlaces({ rounding, unit: own }: Fact, unit: string): number {
  return Math.max(0, turned(new Decimal(10).pow(-rounding.places), own, unit)?.decimalPlaces() ?? 0)
}

/** As the words have it: a fall of 14.2 where the record has −14.2. */
function signedAs({ direction }: Claim, known: Known): Known {
  return direction === 'down' ? opposite(known) : known
}

/** The values that round to what is told with so many digits after the point; itself alone where it is exact. */
function around(told: string, places: number | null): Interval {
  const half = places === null ? new Decimal(0) : new Decimal(10).pow(-places).div(2)
  return { low: new Decimal(told).minus(half), high: new Decimal(told).plus(half) }
}

/** 比2016年: another year than the one before. */
function otherYear(versus: string, { covers }: Fact): boolean {
  const year = /([12][0-9]{3})年/.exec(versus)?.[1]
  return year !== undefined && Number(year) !== Number(covers.slice(0, 4)) - 1
}
