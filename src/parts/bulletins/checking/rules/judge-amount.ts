import { Decimal } from 'decimal.js'
import { unitsLike } from '#kernel/units.ts'
import type { Claim } from '#parts/bulletins/claims/claim.ts'
import type { Fact } from '#parts/indicators/shapes.ts'
import { contains } from '../interval.ts'
import { areCurrencies, turned, unitSaid } from '../unit-kin.ts'
import { heldAgainst, type Known, slipOf } from './held-against.ts'
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

/** A level or a count against the fact's own value. */
export function judgeAmount(claim: Claim, fact: Fact): Judgement {
  const said = saidFigure(claim)
  if (!said) return notCheckable('no-number', {}, fact.period)
  if (fact.value === null || fact.exact === null) {
    const code = fact.change.value === null ? 'no-fact' : 'only-growth'
    return notCheckable(code, { ...namesOf(fact), indicator: fact.indicator, period: fact.period }, fact.period)
  }
  const known = knownLevel(fact, claim.unit ?? fact.unit)
  const behind = factBehind(fact, 'value', fact.value, fact.unit)
  const names = namesOf(fact)
  if (!known) return otherKind(claim, fact, said)
  return verdictOf(said, { claim, known, fact: behind, names })
}

/** The fact's value in a unit of its kind: printed as the indicator prints it, and exact. */
export function knownLevel(fact: Fact, unit: string): Known | null {
  if (fact.value === null || fact.exact === null) return null
  const printed = turned(new Decimal(fact.value), fact.unit, unit)
  const exact = turned(new Decimal(fact.exact), fact.unit, unit)
  return printed && exact && { printed, low: exact, high: exact }
}

function verdictOf(said: SaidFigure, held: Held): Judgement {
  const outcome = heldAgainst(said, held.known)
  if (outcome !== 'off') return borneOut(outcome, held)
  const power = slipOf(said, held.known)
  if (power !== null) return slipped(held, power)
  return spokenAgainst(waysOff(said, held.known), held)
}

/** In which way a figure is wrong: a bound not reached, a digit rounded twice, or plainly another number. */
export function waysOff(said: SaidFigure, known: Known): string {
  if (said.manner === 'over') return known.high.lt(said.value) ? 'not-reached' : 'far-above'
  if (said.manner === 'near' || said.manner === 'below') return known.low.gt(said.value) ? 'exceeded' : 'not-near'
  const twice = said.manner === 'exact' && contains(said.rounding, known.printed)
  return twice ? 'rounded-twice' : 'differs'
}

/** Off by 万 or 亿 is a slip of the unit; by ten or a hundred another number, though the digits are said to be right. */
function slipped(held: Held, power: number): Judgement {
  const ofUnit = Math.abs(power) === 4 || Math.abs(power) === 8
  const { claim, known } = held
  const judgement = ofUnit
    ? spokenAgainst('unit-slip', held, 'unit-slip', unitCorrection(claim, known))
    : spokenAgainst('point-slip', held)
  return { ...judgement, reason: { ...judgement.reason, details: { ...judgement.reason.details, power } } }
}

/** 190万元 becomes 190亿元: the same digits with the unit that makes them true; else the right digits. */
function unitCorrection(claim: Claim, known: Known): string | null {
  const entry = unitSaid(claim.unit)
  if (claim.unit === null || !entry || claim.value === null) return corrected(claim, known.printed.toFixed())
  const value = new Decimal(claim.value)
  for (const { code } of unitsLike(entry.bare)) {
    const moved = turned(known.low, claim.unit, code)
    const said = saidFigure({ value: claim.value, unit: null, kind: 'level' })
    if (
      moved &&
      said &&
      code !== claim.unit &&
      heldAgainst(said, { printed: moved, low: moved, high: moved }) !== 'off'
    )
      return corrected(claim, value.toFixed(), { from: claim.unit, to: code })
  }
  return corrected(claim, known.printed.toFixed())
}

/** The same digits in another currency are a slip; another thing altogether cannot be compared. */
function otherKind(claim: Claim, fact: Fact, said: SaidFigure): Judgement {
  const power = unitSaid(claim.unit)?.power ?? 0
  const own = unitSaid(fact.unit)?.power ?? 0
  const scale = new Decimal(10).pow(own - power)
  const [printed, exact] = [new Decimal(fact.value!).times(scale), new Decimal(fact.exact!).times(scale)]
  const known = { printed, low: exact, high: exact }
  if (claim.unit && areCurrencies(claim.unit, fact.unit) && heldAgainst(said, known) !== 'off') {
    const held = { claim, known, fact: factBehind(fact, 'value', fact.value, fact.unit), names: namesOf(fact) }
    return spokenAgainst(
      'currency',
      held,
      'unit-slip',
      corrected(claim, printed.toFixed(), { from: claim.unit, to: fact.unit }),
    )
  }
  const details = { ...namesOf(fact), indicator: fact.indicator, said: claim.text, ownUnit: fact.unit }
  return notCheckable('unit-other-kind', details, fact.period)
}
