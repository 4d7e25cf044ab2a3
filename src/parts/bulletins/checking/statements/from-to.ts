import { Decimal } from 'decimal.js'
import { type Interval, inUnit, sub } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { type Allowed, holdsExactly, named, type Said, said } from './judgement.ts'
import { alike, isActual, type Scene, type Seen } from './scene.ts'

/** 由a提高到b: the verb against the two figures, and the difference that is printed behind them. */
export function fromTosIn({ sentences }: Scene): Said[] {
  return sentences.flatMap((sentence) =>
    sentence.flatMap((to, at) => {
      const from = sentence[at - 1]
      if (!from || !isPair(sentence, at)) return []
      return [directionOf(from, to), differenceOf(from, to, sentence[at + 1])].filter((one) => one !== null)
    }),
  )
}

/** One 从 and one 到, side by side; 分别由a、b提高到c、d is left alone. */
function isPair(sentence: readonly Seen[], at: number): boolean {
  const [before, from, to, after] = [sentence[at - 2], sentence[at - 1], sentence[at], sentence[at + 1]]
  return (
    from?.claim.role === 'from' &&
    to?.claim.role === 'to' &&
    alike(from, to) &&
    from.interval !== null &&
    to.interval !== null &&
    !listed(from, before) &&
    !listed(after, to) &&
    from.claim.modality === to.claim.modality
  )
}

/** Joined to the figure before it by 、 or 和 and no more. */
function listed(one: Seen | undefined, before: Seen | undefined): boolean {
  return one !== undefined && before !== undefined && /^(?:、|和|与|及|以及)/.test(one.lead)
}

const rises = /(?:增长|增加|提高|提升|上升|上涨|扩大|攀升|跃升|壮大|升高|升|增)(?:到|至|为)/
const falls = /(?:下降|减少|降低|下跌|下滑|回落|收窄|缩小|缩短|压缩|压减|缩减|减|降)(?:到|至|为)/
const places = /[位名米秒时钟天日]$/
/** Smaller is better, or the number has a sign of its own. */
const unsure = /精度|误差|灵敏|分辨|时间|工期|周期|亏|损|负|逆差|赤字|第|排名|位次|名次|降幅|跌幅|减幅|下降|零下/

function directionOf(from: Seen, to: Seen): Said | null {
  const [rise, fall] = [rises.test(to.lead), falls.test(to.lead)]
  const start = from.interval && inUnit(from.interval, from.claim.unit, to.claim.unit)
  if (rise === fall || !start || !to.interval) return null
  if (
    places.test(to.claim.unit ?? '') ||
    to.claim.kind === 'rank' ||
    unsure.test(from.lead + from.claim.indicator + to.lead.replace(falls, ''))
  )
    return null
  if (from.claim.value?.startsWith('-') || to.claim.value?.startsWith('-')) return null
  const wrong = rise ? to.interval.high.lt(start.low) : to.interval.low.gt(start.high)
  if (!wrong) return null
  const allowed = rise ? { low: start.low, high: endless } : { low: endless.neg(), high: start.high }
  return said('direction', 'no', [from, to], allowed, {
    code: rise ? 'rise-falls' : 'fall-rises',
    details: { from: from.claim.text, to: to.claim.text },
  })
}

const endless = new Decimal(Number.POSITIVE_INFINITY)

/** 由46.9%提高到48.2%，提高1.3个百分点; 由20亿元增加到25亿元，增加5亿元. */
function differenceOf(from: Seen, to: Seen, step: Seen | undefined): Said | null {
  if (!step?.interval || !isActual(step) || unsure.test(from.lead + from.claim.indicator) || !isStepOf(to, step))
    return null
  const [start, end] = inStepUnit(from, to, step)
  if (!start || !end) return null
  const raw = sub(end, start)
  const allowed: Allowed = { interval: matched(raw, step), point: pointOf(from, to, step) }
  const verdict = holdsExactly(step, allowed)
  const code = ({ yes: 'step-holds', rounding: 'step-rounds', no: 'step-differs' } as const)[verdict]
  return said('from-to', verdict, [from, to, step], allowed.interval, {
    code,
    details: { pair: named([from, to]), step: step.claim.text },
  })
}

function isStepOf(to: Seen, step: Seen): boolean {
  if (/同比|环比|比|较|年均|平均|高于|低于|其中|累计|[；：]/.test(step.lead)) return false
  if (!/(?:增|减|升|降|提高|提升|扩大|缩|收窄|回落|回升|上涨|下跌|下滑|净)/.test(step.lead)) return false
  const points = step.claim.kind === 'change_points'
  return points ? /%$/.test(to.claim.unit ?? '') : step.claim.delta === true && alike(step, to)
}

function inStepUnit(from: Seen, to: Seen, step: Seen): [Interval | null, Interval | null] {
  if (step.claim.kind === 'change_points') return [from.interval, to.interval]
  const unit = step.claim.unit
  return [
    from.interval && inUnit(from.interval, from.claim.unit, unit),
    to.interval && inUnit(to.interval, to.claim.unit, unit),
  ]
}

/** A fall is printed as a positive amount; points carry their sign. */
function matched(raw: Interval, step: Seen): Interval {
  const down = step.claim.direction === 'down' && step.claim.kind !== 'change_points'
  return down ? { low: raw.high.neg(), high: raw.low.neg() } : raw
}

function pointOf(from: Seen, to: Seen, step: Seen): Decimal | null {
  if (!from.point || !to.point) return null
  const points = step.claim.kind === 'change_points'
  const one = points ? new Decimal(1) : conversion(from.claim.unit ?? '', step.claim.unit ?? '')
  const other = points ? new Decimal(1) : conversion(to.claim.unit ?? '', step.claim.unit ?? '')
  if (!one || !other) return null
  const difference = to.point.times(other).minus(from.point.times(one))
  return step.claim.direction === 'down' && !points ? difference.neg() : difference
}
