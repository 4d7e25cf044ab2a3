import { Decimal } from 'decimal.js'
import { type Interval, inUnit, printedInterval, sub } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { type Allowed, holdsExactly, named, type Said, said } from './judgement.ts'
import { alike, isActual, type Scene, type Seen, saysLastYear } from './scene.ts'

/** 由a提高到b: the verb against the two figures, and the difference that is printed behind them. */
export function fromTosIn({ sentences }: Scene): Said[] {
  return sentences.flatMap((sentence) =>
    sentence.flatMap((last, at) => {
      const [two, one] = [sentence[at - 2], sentence[at - 1]]
      if (!one) return []
      const found = [
        isPair(sentence, at) ? directionOf(one, last) : null,
        two && isPair(sentence, at - 1) ? differenceOf(two, one, last) : null,
        two && isYearApart(two, one) ? differenceOf(one, two, last) : null,
      ]
      return found.filter((said) => said !== null)
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

/** 59天，比去年同期的53天…: now and a year ago of one indicator. */
function isYearApart(now: Seen, then: Seen): boolean {
  return (
    saysLastYear(then) &&
    !saysLastYear(now) &&
    alike(now, then) &&
    now.claim.indicator === then.claim.indicator &&
    !now.claim.role &&
    !then.claim.role &&
    !now.claim.delta &&
    !now.claim.kind.startsWith('change') &&
    isActual(now)
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
const unsure = /精度|误差|灵敏|分辨|时间|工期|周期|亏|损|负(?!债)|逆差|赤字|第|排名|位次|名次|降幅|跌幅|减幅|下降|零下/

function directionOf(from: Seen, to: Seen): Said | null {
  const [rise, fall] = [rises.test(to.lead), falls.test(to.lead)]
  const start = from.interval && inUnit(from.interval, from.claim.unit, to.claim.unit)
  if (rise === fall || !start || !to.interval || to.claim.unit === null) return null
  const words = from.lead + from.claim.indicator + to.lead.replace(falls, '')
  if (places.test(to.claim.unit ?? '') || to.claim.kind === 'rank' || unsure.test(words)) return null
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

/** 由46.9%提高到48.2%，提高1.3个百分点; 由20亿元增加到25亿元，增加5亿元; 59天，比去年同期的53天增加6天. */
function differenceOf(from: Seen, to: Seen, step: Seen): Said | null {
  if (!step.interval || !isActual(step) || unsure.test(from.lead + from.claim.indicator)) return null
  if (!isStepOf(to, step)) return null
  const [start, end] = inStepUnit(from, to, step)
  if (!start || !end) return null
  const raw = sub(end, start)
  const allowed: Allowed = { interval: signed(raw, step), point: pointOf(from, to, step) }
  const verdict = holdsExactly(step, allowed)
  const code = ({ yes: 'step-holds', rounding: 'step-rounds', no: 'step-differs' } as const)[verdict]
  return said('from-to', verdict, [from, to, step], allowed.interval, {
    code,
    details: { pair: named([from, to]), step: step.claim.text },
  })
}

const stepWords = /增|减|升|降|提高|扩大|缩|收窄|回落|上涨|下跌|下滑|多|少/

function isStepOf(to: Seen, step: Seen): boolean {
  if (/环比|上月|上季|年初|年均|平均|高于|低于|其中|累计|[；：]/.test(step.lead)) return false
  if (
    !stepWords.test(step.lead) ||
    (/比|较|同期|上年|去年/.test(step.lead) && step.place === to.place + 1 && to.claim.role)
  )
    return false
  const points = step.claim.kind === 'change_points'
  return points ? /%$/.test(to.claim.unit ?? '') : step.claim.delta === true && alike(step, to)
}

function inStepUnit(from: Seen, to: Seen, step: Seen): [Interval | null, Interval | null] {
  const [start, end] = [printedInterval(from.claim), printedInterval(to.claim)]
  if (step.claim.kind === 'change_points') return [start, end]
  const unit = step.claim.unit
  return [start && inUnit(start, from.claim.unit, unit), end && inUnit(end, to.claim.unit, unit)]
}

/** A fall is printed as a positive amount; points carry their sign. */
function signed(raw: Interval, step: Seen): Interval {
  const down = step.claim.direction === 'down' && step.claim.kind !== 'change_points'
  return down ? { low: raw.high.neg(), high: raw.low.neg() } : raw
}

function pointOf(from: Seen, to: Seen, step: Seen): Decimal | null {
  if (!from.point || !to.point) return null
  const [start, end] = [new Decimal(from.claim.value ?? 0), new Decimal(to.claim.value ?? 0)]
  const points = step.claim.kind === 'change_points'
  const one = points ? new Decimal(1) : conversion(from.claim.unit ?? '', step.claim.unit ?? '')
  const other = points ? new Decimal(1) : conversion(to.claim.unit ?? '', step.claim.unit ?? '')
  if (!one || !other) return null
  const difference = end.times(other).minus(start.times(one))
  return step.claim.direction === 'down' && !points ? difference.neg() : difference
}
