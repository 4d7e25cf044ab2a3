import { Decimal } from 'decimal.js'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Fact, PaceTarget } from '#parts/indicators/shapes.ts'
import { exactly, type Interval } from '../interval.ts'
import type { PacePart } from '../meant-claim.ts'
import { turned } from '../unit-kin.ts'
import { heldAgainst, type Known, slipOf } from './held-against.ts'
import { waysOff } from './judge-amount.ts'
import { borneOut, daysOf, type Held, type Judgement, notCheckable, spokenAgainst } from './judgement.ts'
import { type SaidFigure, saidFigure } from './said-figure.ts'

/** A target in force, as the pace answers it, and where it opens. */
export interface Aim {
  row: PaceTarget
  on: string
  area: string
}

/** 力争全年突破1000亿元: the target on record is that figure, whichever way the text says "more than". */
export function judgeTarget(claim: Claim, aim: Aim): Judgement {
  const { row } = aim
  const said = saidFigure(claim)
  const target = claim.unit ? turned(new Decimal(row.target), row.unit, claim.unit) : null
  if (!said || !target)
    return notCheckable('unit-other-kind', { ...names(row), said: claim.text, ownUnit: row.unit }, row.period)
  const known = { printed: target, ...exactly(target) }
  const held = { claim, known, fact: behind(aim, 'target', row.target, row.unit), names: names(row) }
  const plainly: SaidFigure = { ...said, manner: 'exact' }
  const outcome = heldAgainst(plainly, known)
  if (outcome !== 'off') return borneOut(outcome, held)
  const power = Math.abs(slipOf(plainly, known) ?? 0)
  return spokenAgainst('target-differs', held, power === 4 || power === 8 ? 'unit-slip' : 'contradicted')
}

/** 完成年度目标的62.9%: what is done by the day the claim speaks of, over the target. */
export function judgeCompletion(claim: Claim, aim: Aim, fact: Fact): Judgement {
  const { row } = aim
  const exact = fact.exact === null ? null : turned(new Decimal(fact.exact), fact.unit, row.unit)
  const own = fact.value === null ? null : turned(new Decimal(fact.value), fact.unit, row.unit)
  if (!exact || !own)
    return notCheckable('no-fact', { ...names(row), indicator: row.indicator, period: fact.period }, fact.period)
  const percent = (value: Decimal) => value.div(row.target).times(100)
  const known = rounded(percent(own), {
    low: Decimal.min(percent(own), percent(exact)),
    high: Decimal.max(percent(own), percent(exact)),
  })
  return held(claim, known, { ...behind(aim, 'completion', known.printed.toFixed(), '%'), period: daysOf(fact) }, row)
}

/** 时序进度49.6%, 快于时序进度13.3个百分点, 比往年同期进度慢9.8个百分点: the shares of the year gone by, and completion less them. */
export function judgePace(claim: Claim, aim: Aim, part: PacePart): Judgement {
  const { row } = aim
  const value = { calendar: row.calendar, seasonal: row.seasonal, gap: row.gap, 'seasonal-gap': row.seasonalGap }[part]
  if (value === null)
    return notCheckable('no-pace', { ...names(row), indicator: row.indicator, period: row.period }, row.period)
  const share = part === 'calendar' || part === 'seasonal'
  const forward = printedPace(value)
  const backward = { printed: forward.printed.neg(), low: forward.high.neg(), high: forward.low.neg() }
  const known = claim.direction === 'down' && !share ? backward : forward
  const otherWay = known === forward ? backward : forward
  const said = saidFigure(claim)
  const fact = behind(aim, 'pace', value, share ? '%' : '个百分点')
  const flat = share || forward.printed.isZero()
  if (said && !flat && heldAgainst(said, known) === 'off' && heldAgainst(said, otherWay) !== 'off') {
    const whole = { claim, known: forward, fact, names: names(row) }
    return { ...spokenAgainst('pace-direction', whole, 'contradicted', null), expected: value }
  }
  return held(claim, known, fact, row)
}

/** Percentages of a pace are printed with one decimal. */
function printedPace(value: string): Known {
  const printed = new Decimal(value)
  return { printed, low: printed.minus('0.05'), high: printed.plus('0.05') }
}

function held(claim: Claim, known: Known, fact: Held['fact'], row: PaceTarget): Judgement {
  const said = saidFigure(claim)
  if (!said) return notCheckable('no-number', {}, row.period)
  const of = { claim, known, fact, names: names(row) }
  const outcome = heldAgainst(said, known)
  return outcome === 'off' ? spokenAgainst(waysOff(said, known), of) : borneOut(outcome, of)
}

function rounded(value: Decimal, interval: Interval): Known {
  return { printed: value.toDecimalPlaces(1, Decimal.ROUND_HALF_UP), ...interval }
}

function names({ name }: PaceTarget) {
  return { nameZh: name.zh, nameEn: name.en }
}

function behind(
  { row, on, area }: Aim,
  aspect: 'target' | 'completion' | 'pace',
  value: string,
  unit: string,
): Held['fact'] {
  const door = `/targets?${new URLSearchParams({ year: row.period.slice(0, 4), on, area })}`
  return { indicator: row.indicator, period: row.period, area, aspect, value, unit, vintage: null, door }
}
