import { Decimal } from 'decimal.js'
import { type Interval, sub } from '../interval.ts'
import { holdsExactly, named, type Said, said } from './judgement.ts'
import { plainName, plainPeriod } from './plain-names.ts'
import { isActual, type Scene, type Seen } from './scene.ts'

/** Words of direction against the numbers that stand with them. */
export function directionsIn(scene: Scene): Said[] {
  const { sentences } = scene
  return sentences.flatMap((sentence, n) =>
    sentence.flatMap((seen, at) => {
      const before = sentence[at - 1]
      return [
        signAgainstWord(seen),
        fallByTimes(seen),
        turnAgainstSign(seen),
        before ? aboveOrBelow(before, seen) : null,
        before ? againstArea(sentences[n - 1] ?? [], sentence, at) : null,
        before ? againstNamed(scene, sentence, at) : null,
        before ? changeOfRate(sentences[n - 1] ?? [], sentence, at) : null,
      ].filter((one) => one !== null)
    }),
  )
}

const wordBefore =
  /(?:同比|环比)?(?:正增长|负增长|增长|增加|上升|上涨|提高|提升|扩大|下降|减少|降低|下跌|下滑|回落|收窄)(?:了|约|近)?$/

/** 增长-3%, 下降-2%: the word already says which way. */
function signAgainstWord(seen: Seen): Said | null {
  const { claim, lead } = seen
  const word = wordBefore.exec(lead)?.[0]
  if (!claim.value?.startsWith('-') || new Decimal(claim.value).isZero() || !word) return null
  if (!/^(?:change|multiple)/.test(claim.kind) && !claim.delta) return null
  return said('direction', 'no', [seen], fromZero, {
    code: 'sign-against-word',
    details: { word, figure: claim.text },
  })
}

const lessByTimes = /(?:下降|减少|降低|缩小|缩短|下跌|下滑|减小|压缩)(?:了|近|约|超过|超)?$/

/** 降低2倍: nothing can fall by more than itself. */
function fallByTimes(seen: Seen): Said | null {
  const { claim, lead, point } = seen
  if (claim.kind !== 'multiple' || !/倍$/.test(claim.unit ?? '') || !lessByTimes.test(lead)) return null
  if (!point?.gte(1)) return null
  return said(
    'direction',
    'no',
    [seen],
    { low: new Decimal(0), high: new Decimal(1) },
    {
      code: 'fall-by-times',
      details: { figure: claim.text, word: lessByTimes.exec(lead)?.[0] ?? '' },
    },
  )
}

const turnsUp =
  /(?:由负转正|由降转增|由降转升|转负为正|扭负为正)[^，。；]{0,6}[，、]?(?:同比|环比)?(?:增长|上升|上涨|下降|为|到|至|增速为)?$/
const turnsDown =
  /(?:由正转负|由增转降|由升转降|转正为负)[^，。；]{0,6}[，、]?(?:同比|环比)?(?:增长|上升|上涨|下降|为|到|至|增速为)?$/

/** 由负转正 goes before a rise, 由正转负 before a fall. */
function turnAgainstSign(seen: Seen): Said | null {
  const { claim, lead, interval } = seen
  if (claim.kind !== 'change_pct' || !interval || claim.role === 'from') return null
  const [up, down] = [turnsUp.exec(lead)?.[0], turnsDown.exec(lead)?.[0]]
  const wrong = (up && interval.high.lt(0)) || (down && interval.low.gt(0))
  if (!wrong) return null
  return said('direction', 'no', [seen], up ? fromZero : { low: fromZero.high.neg(), high: new Decimal(0) }, {
    code: 'turn-against-sign',
    details: { word: (up ?? down ?? '').slice(0, 4), figure: claim.text },
  })
}

const above =
  /^[，]?(?:其?增速|增幅|涨幅|分别|均|也)?(?:明显|大幅|显著)?(?:高于|快于|高出|领先于?)[^，。；、0-9]{0,16}$/
const below = /^[，]?(?:其?增速|增幅|涨幅|分别|均|也)?(?:明显|大幅|显著)?(?:低于|慢于|落后于?)[^，。；、0-9]{0,16}$/
const otherMeasure = /目标|预期|预计|计划|红线|标准|下限|上限|个百分点/

/** 增长8.1%，高于全市9.2%的平均水平. */
function aboveOrBelow(one: Seen, other: Seen): Said | null {
  const rates =
    one.claim.kind === 'change_pct' &&
    /^(?:change_pct|level)$/.test(other.claim.kind) &&
    one.claim.unit === '%' &&
    other.claim.unit === '%'
  const [over, under] = [above.test(other.lead), below.test(other.lead)]
  if (!rates || over === under || !one.interval || !other.interval || !isActual(one) || !isActual(other)) return null
  if (
    one.claim.role ||
    other.claim.role ||
    one.interval.low.lt(0) ||
    /下降|降幅/.test(other.tail) ||
    otherMeasure.test(other.lead) ||
    /^(?:以上|以下|个)/.test(other.tail)
  )
    return null
  const compared = bareInterval(other)
  const wrong = over ? one.interval.high.lt(compared.low) : one.interval.low.gt(compared.high)
  const allowed = over
    ? { low: fromZero.high.neg(), high: one.interval.high }
    : { low: one.interval.low, high: fromZero.high }
  return said('direction', wrong ? 'no' : 'yes', [one, other], allowed, {
    code: wrong ? (over ? 'not-above' : 'not-below') : 'compares',
    details: { figure: one.claim.text, other: other.claim.text },
  })
}

/** The compared rate as printed: its direction was read from 高于 and 低于, not from a rise or fall of its own. */
function bareInterval({ claim, interval }: Seen): Interval {
  if (!interval) return { low: fromZero.high.neg(), high: fromZero.high }
  const falls = claim.direction === 'down' && !claim.value?.startsWith('-')
  return falls ? { low: interval.high.neg(), high: interval.low.neg() } : interval
}

const against =
  /(?:比|较)((?:20[0-9]{2}年)?(?:一季度|二季度|三季度|上半年|前三季度|1[-—]1?[0-9]月份?|[0-9]{1,2}月份?|前[0-9一二三四五六七八九十]个?月))(?:份|的)?(?:增速|增幅|降幅|涨幅)?(?:进一步)?(?:提高|加快|回升|上升|提升|扩大|回落|放缓|收窄|下降|降低|减缓)(?:了)?$/

/** 1-6月下降3.1%，降幅比1-5月收窄2.1个百分点, where 1-5月下降5.2% stands nearby. */
function changeOfRate(last: readonly Seen[], sentence: readonly Seen[], at: number): Said | null {
  const [two, now, step] = [sentence[at - 2], sentence[at - 1], sentence[at]]
  if (!now || step?.claim.kind !== 'change_points' || !isPlainRate(now)) return null
  const period = against.exec(step.lead)?.[1]
  if (!period) return two && besides.test(step.lead) && isEarlier(two, now) ? rateStep(two, now, step) : null
  const earlier = before(last, sentence, at - 1).filter(
    (one) => isPlainRate(one) && one.claim.indicator === now.claim.indicator && endsWithPeriod(one, period),
  )
  const [then] = earlier
  return then && earlier.length === 1 ? rateStep(then, now, step) : null
}

/** 1-5月下降5.2%，1-6月下降3.1%，降幅收窄2.1个百分点: the two stand side by side. */
const besides = /^[，]?(?:增速|增幅|降幅|涨幅)(?:进一步)?(?:提高|加快|回升|提升|扩大|回落|放缓|收窄|减缓)(?:了)?$/

function isEarlier(one: Seen, other: Seen): boolean {
  const [then, now] = [one.claim, other.claim]
  const falls = one.interval?.high.lt(0) === other.interval?.high.lt(0)
  return isPlainRate(one) && falls && then.indicator === now.indicator && then.period !== now.period
}

function rateStep(then: Seen, now: Seen, step: Seen): Said | null {
  if (!then.interval || !now.interval || !step.interval) return null
  const raw = sub(now.interval, then.interval)
  const shrinks = /降幅|跌幅|减幅/.test(step.lead)
  const moved = shrinks ? { low: raw.high.neg(), high: raw.low.neg() } : raw
  const point = now.point && then.point ? now.point.minus(then.point).times(shrinks ? -1 : 1) : null
  const verdict = holdsExactly(step, { interval: moved, point })
  const code = ({ yes: 'rate-step-holds', rounding: 'rate-step-rounds', no: 'rate-step-differs' } as const)[verdict]
  return said('direction', verdict, [then, now, step], moved, {
    code,
    details: { rates: named([then, now]), step: step.claim.text },
  })
}

const ofArea =
  /^(?:高于|快于|高出|低于|慢于|落后于?|比|较)(全[国省市区县]|我[国省市])(?:平均(?:水平)?|平均增速|增速|同期)?(?:水平)?$/

/** 全市增长10.2%，我区增长12.3%，高于全市2.1个百分点. */
function againstArea(last: readonly Seen[], sentence: readonly Seen[], at: number): Said | null {
  const [now, step] = [sentence[at - 1], sentence[at]]
  const area = ofArea.exec(step?.claim.versus ?? '')?.[1]
  if (!now || !step || step.claim.kind !== 'change_points' || !area || !isPlainRate(now)) return null
  const others = before(last, sentence, at - 1).filter(
    (one) => isPlainRate(one) && one.claim.indicator === now.claim.indicator && clauseOf(one).includes(area),
  )
  const [other] = others
  const same = other && others.length === 1 && other.claim.period === now.claim.period && !clauseOf(now).includes(area)
  return same ? rateStep(other, now, step) : null
}

const ofNamed = /^(?:高于|快于|高出|低于|慢于|落后于?|比|较)(.{2,16}?)(?:增速|增幅|涨幅)?$/
const noName = /上年|去年|同期|上月|上季|全[国省市区县]|平均|预期|目标|年初|季度|[0-9]|总体|整体/

/** 增长13%，增速比规上工业高5个百分点, where that figure's own rate stands before. */
function againstNamed(scene: Scene, sentence: readonly Seen[], at: number): Said | null {
  const [now, step] = [sentence[at - 1], sentence[at]]
  const name = ofNamed.exec(step?.claim.versus ?? '')?.[1]
  if (!now || !step || step.claim.kind !== 'change_points' || !name || noName.test(name) || !isPlainRate(now))
    return null
  const others = scene.seen
    .slice(Math.max(0, now.place - 10), now.place)
    .filter((one) => isPlainRate(one) && plainName(one.claim.indicator) === plainName(name))
  const [other] = others
  const same = other && others.length === 1 && plainPeriod(other.claim.period) === plainPeriod(now.claim.period)
  return same && other.paragraph === now.paragraph ? rateStep(other, now, step) : null
}

function before(last: readonly Seen[], sentence: readonly Seen[], at: number): readonly Seen[] {
  return [...last.slice(-8), ...sentence.slice(Math.max(0, at - 8), at)]
}

function clauseOf({ lead }: Seen): string {
  return lead.split(/[，；。]/).at(-1) ?? ''
}

function isPlainRate(seen: Seen): boolean {
  const { claim, interval } = seen
  return claim.kind === 'change_pct' && claim.unit === '%' && interval !== null && isActual(seen) && !claim.role
}

function endsWithPeriod({ claim }: Seen, period: string): boolean {
  const plain = (words: string) => words.replace(/（文中未写明）|份/g, '').replace('—', '-')
  return plain(claim.period).endsWith(plain(period).replace(/^20[0-9]{2}年/, ''))
}

const fromZero: Interval = { low: new Decimal(0), high: new Decimal(Number.POSITIVE_INFINITY) }
