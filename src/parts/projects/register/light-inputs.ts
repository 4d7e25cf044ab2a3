import { Decimal } from 'decimal.js'
import type { Words } from '#kernel/i18n/words.ts'
import type { LightFacts, LightRule, LitInput } from './light-rule.ts'
import { monthsLater, wholeMonths } from './month-count.ts'
import { dayWords, moneyWords } from './printed.ts'

type Input = Omit<LitInput, 'excuse'>

/** Green once started; yellow when the planned day has passed; red when it has by so many months. Before its day there is no light. */
export function startLight({ plannedStart, startedOn, today }: LightFacts, { start }: LightRule): Input {
  const facts = { plannedStart, startedOn }
  const thresholds = { redAfterMonths: String(start.redAfterMonths) }
  const told = (state: Input['state'], reason: Words, toGreen: Words | null = null): Input => ({
    ...{ input: 'start' as const, state, facts, thresholds, reason, toGreen },
  })
  if (startedOn !== null && startedOn <= today)
    return told('green', { zh: `${dayWords(startedOn).zh}开工`, en: `started on ${dayWords(startedOn).en}` })
  if (plannedStart === null) return told('none', { zh: '没有计划开工日期', en: 'no planned start' })
  const due = dayWords(plannedStart)
  if (plannedStart > today)
    return told('none', {
      zh: `计划${due.zh}开工，未到`,
      en: `planned to start on ${due.en}, not yet due`,
    })
  const months = wholeMonths(plannedStart, today)
  const toGreen = { zh: '开工，并登记开工凭据', en: 'it starts, with the evidence of its gate' }
  if (months >= start.redAfterMonths)
    return told(
      'red',
      {
        zh: `应于${due.zh}开工，已逾期 ${months} 个月`,
        en: `due to start on ${due.en}, ${months} months overdue`,
      },
      toGreen,
    )
  return told(
    'yellow',
    { zh: `应于${due.zh}开工，尚未开工`, en: `due to start on ${due.en}, not started` },
    { zh: `${toGreen.zh}；或说明正当理由`, en: `${toGreen.en}; or a valid reason is given` },
  )
}

/** The work as told last against the plan of the last month that has ended: by points behind, or as a share of the plan. */
export function progressLight({ month, told: reported, planned, actual }: LightFacts, { progress }: LightRule): Input {
  const facts: Input['facts'] = { month, told: reported, planned, actual }
  const { by, ...limits } = progress
  const told = (state: Input['state'], reason: Words, toGreen: Words | null = null): Input => ({
    ...{ input: 'progress' as const, state, facts, thresholds: { by, ...limits }, reason, toGreen },
  })
  if (planned === null) return told('none', { zh: '没有分月计划', en: 'no monthly plan' })
  if (actual === null) return told('none', { zh: '没有填报形象进度', en: 'no work reported' })
  const gap = new Decimal(planned).minus(actual)
  facts['gap'] = gap.toFixed()
  const through = month === null ? { zh: '现在', en: 'now' } : dayWords(month)
  const since = reported === null || reported === month ? null : dayWords(reported)
  const seen = {
    zh: `到${through.zh}计划 ${planned}%，完成 ${actual}%${since ? `（只报到${since.zh}）` : ''}，${gap.gt(0) ? `慢 ${gap.toFixed()}` : `快 ${gap.abs().toFixed()}`} 个百分点`,
    en: `by ${through.en} ${planned}% planned, ${actual}% done${since ? ` (told up to ${since.en})` : ''}: ${gap.abs().toFixed()} points ${gap.gt(0) ? 'behind' : 'ahead'}`,
  }
  const state = progress.by === 'gap' ? byGap(gap, progress) : byRatio(planned, actual, progress)
  return told(state, seen, state === 'green' ? null : progressCure(planned, progress))
}

/** gap < 10 green; 10 to 30 yellow, both ends in; above 30 red (Yinchuan). */
function byGap(gap: Decimal, { yellowFrom, redAbove }: Extract<LightRule['progress'], { by: 'gap' }>) {
  if (gap.gt(redAbove)) return 'red' as const
  return gap.gte(yellowFrom) ? ('yellow' as const) : ('green' as const)
}

/** Below 80 % of the plan yellow, below 60 % red (Wuhan). Where nothing is planned yet nothing is late. */
function byRatio(
  planned: string,
  actual: string,
  { yellowBelow, redBelow }: Extract<LightRule['progress'], { by: 'ratio' }>,
) {
  if (new Decimal(planned).lte(0)) return 'green' as const
  const ratio = new Decimal(actual).div(planned)
  if (ratio.lt(redBelow)) return 'red' as const
  return ratio.lt(yellowBelow) ? ('yellow' as const) : ('green' as const)
}

function progressCure(planned: string, progress: LightRule['progress']): Words {
  if (progress.by === 'ratio') {
    const least = new Decimal(planned).times(progress.yellowBelow).toFixed()
    return { zh: `形象进度不低于 ${least}%`, en: `the work reaches ${least}%` }
  }
  const least = new Decimal(planned).minus(progress.yellowFrom).toFixed()
  return { zh: `形象进度超过 ${least}%`, en: `the work passes ${least}%` }
}

/** Paid as required or not: there is no yellow. */
export function paymentLight({ paymentDue, paid }: LightFacts, { payment }: LightRule): Input {
  const facts = { paymentDue, paid }
  const thresholds = { requiredRate: payment.requiredRate }
  const told = (state: Input['state'], reason: Words, toGreen: Words | null = null): Input => ({
    ...{ input: 'payment' as const, state, facts, thresholds, reason, toGreen },
  })
  if (paymentDue === null || new Decimal(paymentDue).lte(0))
    return told('none', { zh: '没有到期应拨的资金', en: 'no payment is due' })
  const lacking = new Decimal(paymentDue).times(payment.requiredRate).minus(paid ?? 0)
  const seen = {
    zh: `应拨${moneyWords(paymentDue).zh}，已拨${moneyWords(paid ?? '0').zh}`,
    en: `${moneyWords(paymentDue).en} due, ${moneyWords(paid ?? '0').en} paid`,
  }
  if (lacking.lte(0)) return told('green', seen)
  const more = moneyWords(lacking.toFixed())
  return told('red', seen, { zh: `再拨付${more.zh}`, en: `${more.en} more is paid` })
}

/** Entered in statistics (入库) or how many months after the start it is not. */
export function statisticsLight({ startedOn, entered, today }: LightFacts, { statistics }: LightRule): Input {
  const { yellowAfterMonths, redAfterMonths } = statistics
  const facts = { startedOn, entered }
  const thresholds = { yellowAfterMonths: String(yellowAfterMonths), redAfterMonths: String(redAfterMonths) }
  const told = (state: Input['state'], reason: Words, toGreen: Words | null = null): Input => ({
    ...{ input: 'statistics' as const, state, facts, thresholds, reason, toGreen },
  })
  if (startedOn === null || startedOn > today) return told('none', { zh: '尚未开工，不用入库', en: 'not started yet' })
  if (entered !== null && new Decimal(entered).gt(0))
    return told('green', { zh: `已入库${moneyWords(entered).zh}`, en: `${moneyWords(entered).en} in statistics` })
  const toGreen = { zh: '办理投资统计入库', en: 'its investment is entered in statistics' }
  const months = wholeMonths(startedOn, today)
  const late = {
    zh: `开工 ${months} 个月未入库`,
    en: `${months} ${months === 1 ? 'month' : 'months'} after its start not in statistics`,
  }
  if (today > monthsLater(startedOn, redAfterMonths)) return told('red', late, toGreen)
  if (months >= yellowAfterMonths)
    return told('yellow', late, {
      zh: `${toGreen.zh}；或说明正当理由`,
      en: `${toGreen.en}; or a valid reason is given`,
    })
  return told('none', { zh: '开工不满 1 个月，未到入库期限', en: 'started less than a month ago' })
}
