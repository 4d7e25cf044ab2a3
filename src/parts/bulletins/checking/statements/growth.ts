import type { Decimal } from 'decimal.js'
import { growth, type Interval, inUnit, sub } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { type Allowed, holds, named, type Said, said } from './judgement.ts'
import { alike, isActual, isAmount, type Scene, type Seen, saysLastYear } from './scene.ts'

/**
 * Growth that is measured in constant prices or on a comparable scope never follows from two printed levels
 * (figures.md 5.1, 5.2): value added, GDP, investment, enterprises above a threshold.
 */
const realNames = /增加值|生产总值|GDP|投资|规上|规模以上|限上|限额以上|四上|工业生产/i
const realWords = /可比|不变价|实际增|同口径|剔除|扣除|口径调整|两年平均|年均|平均增/

/** Printed levels of two periods, or a level and its increase, against the printed rate. */
export function growthsIn({ sentences }: Scene): Said[] {
  return sentences.flatMap((sentence) =>
    sentence.flatMap((rate, at) => (isRate(rate) ? (growthOf(sentence, at, rate) ?? []) : [])),
  )
}

function isRate(seen: Seen): boolean {
  const { claim, interval } = seen
  return claim.kind === 'change_pct' && claim.unit === '%' && interval !== null && isActual(seen) && !claim.role
}

function growthOf(sentence: readonly Seen[], at: number, rate: Seen): Said | null {
  const around = sentence.slice(Math.max(0, at - 5), at + 3)
  const level = levelBefore(sentence, at, rate)
  if (!level || isReal(rate, around)) return null
  const base = baseFor(level, rate, around)
  if (base) return fromLevels(level, base, rate)
  const increase = increaseFor(level, rate, around)
  return increase ? fromIncrease(level, increase, rate) : null
}

function isReal(rate: Seen, around: readonly Seen[]): boolean {
  const names = `${rate.claim.indicator}${rate.claim.subject ?? ''}`
  return realNames.test(names) || realWords.test(around.map(({ lead, tail }) => lead + tail).join(''))
}

/** The level whose rate this is: nothing between but its base or its increase. */
function levelBefore(sentence: readonly Seen[], at: number, rate: Seen): Seen | null {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const one = sentence[i]
    if (!one || one.claim.indicator !== rate.claim.indicator) return null
    if (one.claim.delta || one.claim.role === 'from' || (isAmount(one) && saysLastYear(one))) continue
    const amount = isAmount(one) || (one.claim.role === 'to' && isAmountPair(one))
    return amount && isActual(one) ? one : null
  }
  return null
}

function baseFor(level: Seen, rate: Seen, around: readonly Seen[]): Seen | null {
  if (level.claim.role === 'to') {
    const from = around.find(({ place }) => place === level.place - 1)
    return from?.claim.role === 'from' && alike(from, level) && oneStep(from, level, rate) ? from : null
  }
  const bases = around.filter(
    (one) =>
      one !== level &&
      isAmount(one) &&
      saysLastYear(one) &&
      alike(one, level) &&
      one.claim.indicator === level.claim.indicator,
  )
  const [base] = bases
  return base && bases.length === 1 && yearly(rate) && belongs(base, level, around) ? base : null
}

/** The year-ago figure behind its level, or right before it with no other level before. */
function belongs(base: Seen, level: Seen, around: readonly Seen[]): boolean {
  if (base.place > level.place) return true
  const before = around.find(({ place }) => place === base.place - 1)
  return base.place === level.place - 1 && !(before && isAmount(before) && alike(before, level))
}

/** 由a增加到b，增长c: the rate is of that step, unless it says another comparison. */
function oneStep(from: Seen, to: Seen, rate: Seen): boolean {
  return rate.place === to.place + 1 && !/同比|环比|比|较/.test(rate.lead) && !/[；。]/.test(from.lead.slice(-1))
}

function yearly(rate: Seen): boolean {
  return !/环比|上月|上季|上周|月均|季均|年初/.test(rate.lead + (rate.claim.versus ?? ''))
}

function increaseFor(level: Seen, rate: Seen, around: readonly Seen[]): Seen | null {
  const deltas = around.filter(({ claim, place }) => claim.delta && Math.abs(place - rate.place) === 1)
  const [delta] = deltas
  if (!delta || deltas.length > 1 || !alike(delta, level) || delta.place < level.place) return null
  if (!isActual(delta) || delta.claim.indicator !== level.claim.indicator || !delta.interval) return null
  if (delta.claim.direction !== rate.claim.direction || !bareLead(delta.lead) || !bareLead(rate.lead)) return null
  return sameBase(delta, rate) ? delta : null
}

const comparing =
  /同比|环比|可比|(?:比|较|与)|(?:上年|去年|上月|上季度?|年初|同期|同月|上一年|[0-9]{4}年|[0-9]{1,2}月份?|一季度)|相比|增长|增加|上升|上涨|提高|下降|减少|降低|下跌|下滑|增收|减收|增支|减支|净|多|少|增|减|降幅|涨幅|增幅|增速|跌幅|达到?|为|了|约|，|、|；|（|）/g

/** Nothing but the comparison stands before the figure: it is of the level before, not of a thing of its own. */
function bareLead(lead: string): boolean {
  return lead.replace(comparing, '').length <= 2
}

/** 比上月增加a，同比增长b are two comparisons. */
function sameBase(delta: Seen, rate: Seen): boolean {
  const [one, other] = [baseWord(delta), baseWord(rate)]
  const [early, late] = delta.place < rate.place ? [one, other] : [other, one]
  return late === null ? early !== null || delta.place < rate.place : early === late
}

function baseWord({ claim, lead }: Seen): string | null {
  const words = `${claim.versus ?? ''}${lead}`
  if (/环比|上月|上季|上周|上旬/.test(words)) return 'previous'
  if (/年初|上年末|去年末|上年底|去年底|年末/.test(words)) return 'year-end'
  const year = /(?:19|20)[0-9]{2}年/.exec(words)?.[0]
  if (year) return year
  return /同比|上年|去年|同期/.test(words) ? 'last-year' : null
}

function fromLevels(level: Seen, base: Seen, rate: Seen): Said | null {
  const [now, then] = inOneUnit(level, base)
  if (!now || !then?.low.gt(0)) return null
  const allowed = { interval: growth(now, then), point: rateOf(level, base, 'base') }
  return growthSaid(allowed, [level, base, rate])
}

function fromIncrease(level: Seen, increase: Seen, rate: Seen): Said | null {
  const [now, step] = inOneUnit(level, increase)
  if (!now || !step) return null
  const down = increase.claim.direction === 'down'
  const base = sub(now, down ? { low: step.high.neg(), high: step.low.neg() } : step)
  if (!base.low.gt(0)) return null
  return growthSaid({ interval: growth(now, base), point: rateOf(level, increase, 'increase') }, [
    level,
    increase,
    rate,
  ])
}

function inOneUnit(level: Seen, other: Seen): [Interval | null, Interval | null] {
  return [level.interval, other.interval && inUnit(other.interval, other.claim.unit, level.claim.unit)]
}

function rateOf(level: Seen, other: Seen, as: 'base' | 'increase'): Decimal | null {
  const ratio = conversion(other.claim.unit ?? '', level.claim.unit ?? '')
  if (!level.point || !other.point || !ratio) return null
  const step = other.point.times(ratio)
  const down = other.claim.direction === 'down'
  const base = as === 'base' ? step : down ? level.point.plus(step) : level.point.minus(step)
  return base.gt(0) ? level.point.div(base).minus(1).times(100) : null
}

function growthSaid(allowed: Allowed, claims: readonly Seen[]): Said {
  const rate = claims.at(-1)
  const verdict = rate ? holds(rate, allowed) : 'no'
  const code = ({ yes: 'growth-holds', rounding: 'growth-rounds', no: 'growth-differs' } as const)[verdict]
  return said('growth', verdict, claims, allowed.interval, {
    code,
    details: { levels: named(claims.slice(0, -1)), rate: rate?.claim.text ?? '' },
  })
}

function isAmountPair({ claim, interval }: Seen): boolean {
  return (
    (claim.kind === 'level' || claim.kind === 'count') && interval !== null && !/%|‰|成|百分点/.test(claim.unit ?? '%')
  )
}
