import type { Decimal } from 'decimal.js'
import { type Interval, sub } from '../interval.ts'
import { calendarShare } from './calendar-share.ts'
import { holds, type Said, said } from './judgement.ts'
import type { Scene, Seen } from './scene.ts'

const window = 4

/**
 * 完成年度目标的33.5%，低于时序进度16.1个百分点: completion less calendar gives the points and their sign. The calendar is the one
 * that the text prints (时序进度为50%), else that of the period.
 */
export function pacesIn(scene: Scene): Said[] {
  return scene.sentences.flatMap((sentence) =>
    sentence.flatMap((gap, at) => (isGap(gap) ? (paceOf(scene, sentence, at) ?? []) : [])),
  )
}

function isGap({ claim, interval }: Seen): boolean {
  return claim.kind === 'pace' && interval !== null && /百分点/.test(claim.unit ?? '') && claim.direction !== null
}

function paceOf(scene: Scene, sentence: readonly Seen[], at: number): Said | null {
  const [gap, done] = [sentence[at], completionBefore(sentence, at)]
  if (!gap || !done?.interval) return null
  const printed = printedCalendar(sentence, at)
  const calendar = printed?.interval ?? calendarOf(scene, gap)
  if (!calendar) return null
  const interval = sub(done.interval, calendar)
  const point = done.point && printed?.point ? done.point.minus(printed.point) : null
  return judged({ done, printed, gap }, interval, point)
}

/** The calendar of the period that the gap or a figure shortly before it is of; 全年 in 全年目标 hides the nearest one. */
function calendarOf({ seen, text }: Scene, gap: Seen): Interval | null {
  const near = seen.slice(Math.max(0, gap.place - longestLook), gap.place + 1).reverse()
  for (const { claim, paragraph } of near) {
    const share = paragraph === gap.paragraph ? calendarShare(claim.period) : null
    if (share) return share
  }
  const words = text.slice(Math.max(0, gap.claim.start - 120), gap.claim.start)
  const said = words.match(saidPeriod)?.at(-1)
  return said ? calendarShare(said.replace(/[—至]/, '-').replace('份', '')) : null
}

const longestLook = 10
const saidPeriod = /上半年|一季度|前[二三两]季度|截至[0-9]{1,2}月(?:[0-9]{1,2}日|末|底)|1[-—至][0-9]{1,2}月份?/g

/** The completion right before the gap; with two in the sentence it must be the nearer. */
function completionBefore(sentence: readonly Seen[], at: number): Seen | null {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const one = sentence[i]
    if (one?.claim.kind === 'completion' && one.claim.unit === '%' && one.interval) return one
    if (one && isGap(one)) return null
  }
  return null
}

function printedCalendar(sentence: readonly Seen[], at: number): Seen | null {
  const near = sentence.slice(Math.max(0, at - window), at + window)
  const found = near.filter(
    ({ claim, lead, interval }) =>
      interval !== null &&
      claim.unit === '%' &&
      claim.kind !== 'completion' &&
      /(?:时序|序时|均衡)(?:进度)?[^，。；]{0,6}$/.test(
        `${claim.indicator}${lead.split(/[，；]/).at(-1) ?? ''}`.slice(-16),
      ),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

function judged(
  { done, printed, gap }: Record<'done' | 'gap', Seen> & { printed: Seen | null },
  interval: Interval,
  point: Decimal | null,
): Said {
  const claims = printed ? [done, printed, gap] : [done, gap]
  const wrongWay = gap.claim.direction === 'up' ? interval.high.lt(0) : interval.low.gt(0)
  const verdict = holds(gap, { interval, point })
  const code = verdict !== 'no' ? 'pace-holds' : wrongWay ? 'pace-wrong-way' : 'pace-differs'
  return said('pace', verdict, claims, interval, {
    code,
    details: { completion: done.claim.text, gap: gap.claim.text, calendar: printed?.claim.text ?? gap.claim.period },
  })
}
