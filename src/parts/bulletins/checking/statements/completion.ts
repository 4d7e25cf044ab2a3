import { inUnit, share } from '../interval.ts'
import { conversion } from '../written-unit.ts'
import { holds, named, type Said, said } from './judgement.ts'
import { alike, isAmount, type Scene, type Seen } from './scene.ts'

const window = 6
const targetWords = /(?:目标|计划|任务|预算(?!收入|支出|内|外|总|资金)|预期|年初确定)[^，。；]{0,14}$/
const hoped = /力争|确保|争取|计划|拟|将|预计|有望|目标|任务/

/** The actual figure against the target printed beside it, and the completion that the text gives: 335 of 1000 is 33.5%. */
export function completionsIn(scene: Scene): Said[] {
  return scene.seen.flatMap((printed) => {
    if (/力争|确保|争取|预计|有望|拟/.test(printed.lead)) return []
    if (printed.claim.kind !== 'completion' || printed.claim.unit !== '%' || !printed.interval) return []
    return completionOf(scene, printed) ?? []
  })
}

function completionOf(scene: Scene, printed: Seen): Said | null {
  const [actual, target] = besidesOf(scene, printed) ?? nearestOf(scene, printed) ?? []
  return actual && target && alike(actual, target) ? judged(actual, target, printed) : null
}

/** 完成837万元，占年初预算1600万元的52.3%: the two stand right before the completion. */
function besidesOf({ seen }: Scene, printed: Seen): [Seen, Seen] | null {
  const [actual, target] = [seen[printed.place - 2], seen[printed.place - 1]]
  const together = actual?.sentence === printed.sentence && /^(?:数|任务|目标|计划)?[）]?的$/.test(printed.lead)
  if (!together || !actual || !target || !isAmount(actual) || !isAmount(target)) return null
  return isTarget(target) && !isTarget(actual) && isDone(actual) ? [actual, target] : null
}

/** One target in the clause, and the actual figure nearest to the completion. */
function nearestOf({ seen }: Scene, printed: Seen): [Seen, Seen] | null {
  const near = seen
    .slice(Math.max(0, printed.place - window), printed.place + 2)
    .filter((one) => one.sentence === printed.sentence && isAmount(one))
  const targets = near.filter(isTarget)
  const actuals = near.filter((one) => !isTarget(one) && one.place < printed.place && isDone(one))
  const [target, actual] = [targets[0], actuals.at(-1)]
  if (!target || !actual || targets.length > 1) return null
  const other = actual.claim.indicator !== printed.claim.indicator && actual.place !== printed.place - 1
  return other && actuals.length > 1 ? null : [actual, target]
}

/** A target says so right before or behind its number: 年度目标400亿元, 全年1亿包目标. */
function isTarget(one: Seen): boolean {
  if (/^(?:的)?(?:年度|全年|预期)?(?:目标|任务|计划)/.test(one.tail)) return true
  const target = targetWords.exec(clauseOf(one))?.[0]
  return target !== undefined && !/完成|实现|已|达/.test(target)
}

function isDone(one: Seen): boolean {
  return !hoped.test(clauseOf(one)) || /完成|实现|达到|累计/.test(clauseOf(one))
}

function clauseOf({ lead }: Seen): string {
  return lead.split(/[，；。]/).at(-1) ?? ''
}

function judged(actual: Seen, target: Seen, printed: Seen): Said | null {
  const whole = target.interval && inUnit(target.interval, target.claim.unit, actual.claim.unit)
  const ratio = conversion(target.claim.unit ?? '', actual.claim.unit ?? '')
  if (!actual.interval || !whole?.low.gt(0) || !ratio) return null
  const interval = share(actual.interval, whole)
  const point = actual.point && target.point ? actual.point.div(target.point.times(ratio)).times(100) : null
  const verdict = holds(printed, { interval, point })
  const code = ({ yes: 'completion-holds', rounding: 'completion-rounds', no: 'completion-differs' } as const)[verdict]
  return said('completion', verdict, [actual, target, printed], interval, {
    code,
    details: { levels: named([actual, target]), completion: printed.claim.text },
  })
}
