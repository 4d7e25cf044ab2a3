import { Decimal } from 'decimal.js'
import { add, div, exactly, type Interval, inUnit } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { holds, named, type Said, said } from './judgement.ts'
import { alike, isActual, isAmount, type Scene, type Seen, saysLastYear } from './scene.ts'

/** 翻一番 is said of anything from nine tenths of the double to a quarter above it. */
const looseDouble = { low: new Decimal('0.9'), high: new Decimal('1.25') }

/** 由10亿元增加到30亿元，增长2倍 (three times the base); 翻一番 (twice); 是上年的3倍. */
export function multiplesIn(scene: Scene): Said[] {
  return scene.sentences.flatMap((sentence) =>
    sentence.flatMap((times, at) => {
      if (times.claim.kind !== 'multiple' || !times.interval || !isActual(times)) return []
      const pair = pairBefore(sentence, at, times) ?? pairNamed(scene, sentence, at)
      return pair ? (multipleOf(pair, times) ?? []) : []
    }),
  )
}

interface Pair {
  now: Seen
  base: Seen
}

/** A from-to pair right before, or a level and the one of last year. */
function pairBefore(sentence: readonly Seen[], at: number, times: Seen): Pair | null {
  const [one, other] = [sentence[at - 2], sentence[at - 1]]
  if (!one || !other || !alike(one, other) || /年均|平均|同比|环比|其中|[；：]/.test(times.lead)) return null
  if (one.claim.role === 'from' && other.claim.role === 'to' && times.claim.indicator === other.claim.indicator)
    return sentence[at - 3]?.claim.role === 'from' ? null : { base: one, now: other }
  const plain = isAmount(one) && isAmount(other) && isActual(one) && isActual(other)
  if (!plain || one.claim.indicator !== other.claim.indicator) return null
  if (saysLastYear(other) && !saysLastYear(one)) return { now: one, base: other }
  return saysLastYear(one) && !saysLastYear(other) ? { now: other, base: one } : null
}

/** 物流业收入9亿元，是装备制造业的3倍: the other figure stands before under that name. */
function pairNamed({ seen }: Scene, sentence: readonly Seen[], at: number): Pair | null {
  const [now, times] = [sentence[at - 1], sentence[at]]
  const name = times?.claim.versus ?? ''
  if (!now || !times || name.length < 2 || notName.test(name) || !/(?:是|为|相当于)[^，。；]{2,16}的$/.test(times.lead))
    return null
  const others = seen
    .slice(Math.max(0, now.place - 10), now.place)
    .filter((one) => isAmount(one) && isActual(one) && alike(one, now) && one.claim.indicator.startsWith(name))
  const [base] = others
  const same = base && others.length === 1 && base.claim.period === now.claim.period && base.paragraph === now.paragraph
  return same && isAmount(now) && isActual(now) ? { now, base } : null
}

const notName = /上年|去年|同期|上月|[0-9]{4}年|全[国省市区县]/

function multipleOf({ now, base }: Pair, times: Seen): Said | null {
  const then = base.interval && inUnit(base.interval, base.claim.unit, now.claim.unit)
  const ratio = conversion(base.claim.unit ?? '', now.claim.unit ?? '')
  if (!now.interval || !then?.low.gt(0) || !ratio || !times.interval) return null
  const interval = div(now.interval, then)
  const point = now.point && base.point ? now.point.div(base.point.times(ratio)) : null
  if (/番$/.test(times.claim.unit ?? '')) return doubled(interval, times, [base, now, times])
  const grown = /(?:增长|增加|提高|提升|上升|扩大|增|翻)[^，。；]{0,4}$/.test(times.lead)
  const compared = times.lead === '的' ? base.lead : times.lead
  if (!grown && !/(?:是|为|达|相当于)[^，。；]{0,12}$/.test(compared)) return null
  if (grown && /(?:到|至|为|达)[^，。；]{0,8}$/.test(times.lead)) return null
  const less = grown ? exactly(-1) : exactly(0)
  const allowed = { interval: add(interval, less), point: point?.plus(less.low) ?? null }
  return multipleSaid(holds(times, allowed), [base, now, times], allowed.interval, grown ? 'increase' : 'multiple')
}

function doubled(times: Interval, printed: Seen, claims: readonly Seen[]): Said | null {
  const n = printed.point?.toNumber()
  if (n === undefined || n > 10) return null
  const factor = new Decimal(2).pow(n)
  const fits = times.high.gte(factor.times(looseDouble.low)) && times.low.lte(factor.times(looseDouble.high))
  const exact = times.low.lte(factor) && times.high.gte(factor)
  return multipleSaid(exact ? 'yes' : fits ? 'rounding' : 'no', claims, times, 'doubling')
}

function multipleSaid(
  verdict: Said['holds'],
  claims: readonly Seen[],
  allowed: Interval,
  meant: 'increase' | 'multiple' | 'doubling',
): Said {
  const code = verdict === 'no' ? (`${meant}-differs` as const) : 'multiple-holds'
  return said('multiple', verdict, claims, allowed, {
    code,
    details: { levels: named(claims.slice(0, -1)), multiple: claims.at(-1)?.claim.text ?? '' },
  })
}
