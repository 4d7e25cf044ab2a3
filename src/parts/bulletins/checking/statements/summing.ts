import { Decimal } from 'decimal.js'
import { add, exactly, type Interval, inUnit } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { type Allowed, named, type Said, said } from './judgement.ts'
import { alike, type Seen } from './scene.ts'

/** The sum of the parts in the unit of the whole; null where a part measures something else. */
export function sumOf(parts: readonly Seen[], whole: Seen): Allowed | null {
  let interval: Interval = exactly(0)
  let point: Decimal | null = new Decimal(0)
  for (const part of parts) {
    const ratio = conversion(part.claim.unit ?? '', whole.claim.unit ?? '')
    const amount = part.interval && inUnit(part.interval, part.claim.unit, whole.claim.unit)
    if (!ratio || !amount) return null
    interval = add(interval, amount)
    point = point && part.point ? point.plus(part.point.times(ratio)) : null
  }
  return { interval, point }
}

export function sumSaid(verdict: Said['holds'], claims: readonly Seen[], allowed: Interval): Said {
  const whole = claims.at(-1)
  const code = ({ yes: 'sum-holds', rounding: 'sum-rounds', no: 'sum-differs' } as const)[verdict]
  return said('sum', verdict, claims, allowed, {
    code,
    details: { parts: named(claims.slice(0, -1)), whole: whole?.claim.text ?? '' },
  })
}

/** Parts of one list: the same thing measured, the same period and modality, in one sentence. */
export function oneList(parts: readonly Seen[]): boolean {
  const [first] = parts
  return first !== undefined && parts.every((part) => sameRound(first, part) && part.sentence === first.sentence)
}

export function sameRound(one: Seen, other: Seen): boolean {
  return (
    alike(one, other) &&
    one.claim.period === other.claim.period &&
    one.claim.modality === other.claim.modality &&
    conversion(one.claim.unit ?? '', other.claim.unit ?? '') !== null
  )
}
