import { Decimal } from 'decimal.js'
import type { Words } from '#kernel/i18n/words.ts'
import type { LightRule } from './light-rule.ts'
import { dayWords } from './printed.ts'

/** What a month of a project holds: cumulative percent of the work, and 万元 of that month. */
export interface CurveMonth {
  month: string
  plannedPercent: string | null
  actualPercent: string | null
  planned: string | null
  invested: string | null
  paid: string | null
  entered: string | null
}

/** A month of both curves; money is summed from the beginning. */
export interface CurvePoint {
  month: string
  plannedPercent: string | null
  actualPercent: string | null
  baselinePercent: string | null
  plannedMoney: string | null
  investedMoney: string | null
  paidMoney: string | null
  enteredMoney: string | null
}

/** Both curves in the order of months. A month that tells nothing has no point (missing is not zero); later months add to what was told before. */
export function curveOf(
  months: readonly CurveMonth[],
  baseline: readonly { month: string; percent: string | null }[],
): CurvePoint[] {
  const frozen = new Map(baseline.map(({ month, percent }) => [month, percent]))
  const [planned, invested, paid, entered] = [running(), running(), running(), running()]
  return [...months]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .map((one) => ({
      ...{ month: one.month, plannedPercent: one.plannedPercent, actualPercent: one.actualPercent },
      baselinePercent: frozen.get(one.month) ?? null,
      plannedMoney: planned(one.planned),
      investedMoney: invested(one.invested),
      paidMoney: paid(one.paid),
      enteredMoney: entered(one.entered),
    }))
}

function running(): (value: string | null) => string | null {
  let sum = new Decimal(0)
  return (value) => {
    if (value === null) return null
    sum = sum.plus(value)
    return sum.toFixed()
  }
}

export interface CurveAlarm {
  kind: 'paid-beyond-physical' | 'entered-beyond-paid'
  month: string
  /** points of the whole investment between the two */
  gap: string
  words: Words
}

/** Where the two curves part in the last month told: more is paid than was done, or more entered in statistics than was paid. */
export function alarmsOf(
  curve: readonly CurvePoint[],
  investment: string | null,
  thresholds: LightRule['alarms'],
): CurveAlarm[] {
  if (investment === null || new Decimal(investment).lte(0)) return []
  const share = (money: string) => new Decimal(money).div(investment).times(100)
  const last = curve.findLast(({ actualPercent, paidMoney }) => actualPercent !== null && paidMoney !== null)
  if (!last) return []
  const { month, actualPercent, paidMoney, enteredMoney } = last
  const paid = share(paidMoney ?? '0')
  const alarms: CurveAlarm[] = []
  const beyond = paid.minus(actualPercent ?? 0)
  if (beyond.gte(thresholds.paidBeyondPhysical)) alarms.push(paidAlarm(month, paid, actualPercent ?? '0', beyond))
  if (enteredMoney === null) return alarms
  const more = share(enteredMoney).minus(paid)
  if (more.gte(thresholds.enteredBeyondPaid)) alarms.push(enteredAlarm(month, share(enteredMoney), paid, more))
  return alarms
}

const one = (value: Decimal) => value.toDecimalPlaces(1).toFixed()

function paidAlarm(month: string, paid: Decimal, actual: string, gap: Decimal): CurveAlarm {
  return {
    ...{ kind: 'paid-beyond-physical', month, gap: gap.toDecimalPlaces(2).toFixed() },
    words: {
      zh: `到${dayWords(month).zh}已支付总投资的 ${one(paid)}%，形象进度只有 ${actual}%：先核实工程量，再继续拨付`,
      en: `By ${dayWords(month).en} ${one(paid)}% of the investment is paid and only ${actual}% of the work done: check the quantities before paying more`,
    },
  }
}

function enteredAlarm(month: string, entered: Decimal, paid: Decimal, gap: Decimal): CurveAlarm {
  return {
    ...{ kind: 'entered-beyond-paid', month, gap: gap.toDecimalPlaces(2).toFixed() },
    words: {
      zh: `到${dayWords(month).zh}统计入库 ${one(entered)}%，支付只有 ${one(paid)}%：核对入库凭证`,
      en: `By ${dayWords(month).en} ${one(entered)}% of the investment is in statistics and only ${one(paid)}% paid: check the vouchers`,
    },
  }
}
