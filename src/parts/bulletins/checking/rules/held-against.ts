import { Decimal } from 'decimal.js'
import { type Interval, overlaps } from '../interval.ts'
import { type SaidFigure, significant } from './said-figure.ts'

/** A known figure in the unit of the claim: the digits it is printed with, and the values it may have. */
export interface Known extends Interval {
  printed: Decimal
}

/** `equal`: the digits on record; `rounds`: they round to what is said, or the qualifier allows them; `off`: neither. */
export type Outcome = 'equal' | 'rounds' | 'off'

/** Holds a figure of a text against a known one. */
export function heldAgainst(said: SaidFigure, known: Known): Outcome {
  const { manner, value, rounding, allowed } = said
  const same = value.eq(known.printed) || (known.low.eq(known.high) && value.eq(known.low))
  if (same) return 'equal'
  if (manner === 'exact') return meets(rounding, known) ? 'rounds' : 'off'
  const inside = meets(allowed, known) || overlaps(allowed, { low: known.printed, high: known.printed })
  if (!inside) return 'off'
  return manner === 'over' || manner === 'below' ? 'equal' : 'rounds'
}

/** The power of ten by which a figure is off where it is the known one in another unit: 190万元 for 190亿元 is −4. */
export function slipOf(said: SaidFigure, known: Known): number | null {
  if ((said.manner !== 'exact' && said.manner !== 'about') || said.value.isZero()) return null
  const digits = significant(said.value)
  const exact: SaidFigure = { ...said, manner: 'exact' }
  for (const power of [-4, 4, -8, 8, ...(digits >= 2 ? [-1, 1, -3, 3, -2, 2] : [])]) {
    const outcome = heldAgainst(exact, movedBy(power, known))
    if (outcome === 'equal' || (outcome === 'rounds' && digits >= 3)) return power
  }
  return null
}

/** An exact figure may lie on the edge of what rounds to the digits; two roundings that only touch are neighbours, not the same. */
function meets(said: Interval, known: Known): boolean {
  if (known.low.eq(known.high)) return overlaps(said, known)
  return said.low.lt(known.high) && known.low.lt(said.high)
}

function movedBy(power: number, { printed, low, high }: Known): Known {
  const scale = new Decimal(10).pow(power)
  return { printed: printed.times(scale), low: low.times(scale), high: high.times(scale) }
}
