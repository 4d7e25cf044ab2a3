import { Decimal } from 'decimal.js'
import { catalogue, knownEntry } from '#kernel/unit-catalogue.ts'

/** Growth of an earlier figure up to this factor either way still counts as the same size. */
const near = 3
/** A slip of less than a thousand looks like growth. */
const least = 1000

export interface Slip {
  /** the unit it was likely written in; null when no known unit lies so far off */
  unit: string | null
  /** the power of ten it is off by: 4 or -4 for 万 */
  power: number
  reference: string
}

/**
 * Whether a level is a known unit's step away from one it should be near: 1446900 where 144.7 亿元 was reported before is 万元.
 * Off by 10^4 either way is a slip even without a unit of that name. References of zero say nothing.
 */
export function unitSlip(value: string, unit: string, references: readonly string[]): Slip | null {
  for (const reference of references) {
    const [now, before] = [new Decimal(value), new Decimal(reference)]
    if (now.lte(0) || before.lte(0)) continue
    const ratio = now.div(before)
    const steps = [
      ...stepsFrom(unit),
      { unit: null, step: new Decimal(10_000) },
      { unit: null, step: new Decimal('0.0001') },
    ]
    const found = steps
      .filter(({ step }) => ratio.div(step).lt(near) && step.div(ratio).lt(near))
      .toSorted((a, b) => distance(ratio, a.step) - distance(ratio, b.step))[0]
    if (found) return { unit: found.unit, power: Math.round(Decimal.log10(found.step).toNumber()), reference }
  }
  return null
}

/** What a level would be multiplied by if it were written in other units of its kind; those with its own bare unit first. */
function stepsFrom(code: string): { unit: string | null; step: Decimal }[] {
  const own = knownEntry(code)
  if (!own) return []
  return [...catalogue.values()]
    .filter((other) => other.dimension === own.dimension && other.bare === own.bare)
    .map((other) => ({ unit: other.code, step: own.factor.div(other.factor) }))
    .filter(({ step }) => step.gte(least) || step.times(least).lte(1))
}

function distance(ratio: Decimal, step: Decimal): number {
  return Math.abs(Decimal.log10(ratio.div(step)).toNumber())
}
