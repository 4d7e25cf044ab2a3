import type { Words } from '#kernel/i18n/words.ts'
import type { Step } from '#parts/matters/engine/engine.ts'
import { filled } from './plain-state.ts'
import { publicWords } from './public-words.ts'

/** One line of what happened, as a citizen reads it. */
export interface Line {
  version: number
  at: Date
  words: Words
  /** what the office wrote for the reporter to read */
  told: string
}

type Told = (step: Step) => Words | null
type UnitName = (code: string) => Words

const grounds: Record<string, Words> = {
  'not-found': { zh: '现场没有发现所反映的问题', en: 'the problem was not found on the spot' },
  outside: { zh: '不属于本区的管辖范围', en: 'it lies outside what this zone may do' },
  referred: { zh: '已转有关单位办理', en: 'it was handed to another authority' },
  insufficient: { zh: '线索不足，无法查实', en: 'there is too little to go by' },
  duplicate: { zh: '同一问题已在办理', en: 'the same problem is being dealt with' },
}

/**
 * The steps that a citizen reads, first to last. Names of persons, inner notes and reasons among units are left out; words written for the
 * reporter are shown with numbers of persons masked.
 */
export function linesOf(steps: readonly Step[], unit: UnitName): Line[] {
  let rework = 0
  return steps.flatMap((step) => {
    if (step.deed === 'check' && step.said['passed'] === false) rework += 1
    const words = wordsOf(step, unit, rework)
    const told = publicWords(step.told)
    if (!words && !told) return []
    return [{ version: step.version, at: step.at, words: words ?? fromOffice, told }]
  })
}

const fromOffice: Words = { zh: '承办单位说明', en: 'The office adds' }

function wordsOf(step: Step, unit: UnitName, rework: number): Words | null {
  const told = plainly[step.deed] ?? null
  const words = typeof told === 'function' ? told(step) : told
  if (!words) return null
  const ground = grounds[String(step.said['ground'] ?? '')] ?? { zh: '', en: '' }
  const day = String(step.said['until'] ?? step.said['on'] ?? '')
  return filled(words, {
    to: unit(step.toUnit),
    from: unit(step.fromUnit ?? step.toUnit),
    ground,
    day,
    nth: String(rework),
  })
}

/** A word of the reporter after the closing is that it is fixed; before it, more about the problem. */
const reporterSaid = ({ fromState }: Step): Words =>
  fromState === 'closed' || fromState === 'forced-closed'
    ? { zh: '反映人确认已解决', en: 'The reporter says that it is fixed' }
    : { zh: '反映人补充了说明', en: 'The reporter added to it' }

const byReporter = ({ byId }: Step) => byId === 'anonymous'

const plainly: Partial<Record<Step['deed'], Words | Told>> = {
  open: { zh: '收到您反映的问题', en: 'Your report was received' },
  'ask-verify': { zh: '派人到现场核实', en: 'A person was sent to look on the spot' },
  verify: ({ said }) =>
    said['found'] === false
      ? { zh: '现场核实：没有发现所反映的问题', en: 'Looked at on the spot: the problem was not found' }
      : { zh: '现场核实：情况属实', en: 'Looked at on the spot: it is so' },
  register: { zh: '立案', en: 'Registered as a case' },
  decline: { zh: '没有立案：{ground}', en: 'Not taken up: {ground}' },
  cancel: { zh: '已作废', en: 'Cancelled' },
  merge: { zh: '与另一件同样的反映合并办理', en: 'Joined with another report of the same problem' },
  dispatch: { zh: '派给{to}', en: 'Sent to {to}' },
  accept: { zh: '{to}签收', en: '{to} accepted it' },
  return: ({ fromState }) =>
    fromState === 'pending-handle' || fromState === 'handling'
      ? { zh: '{from}退回，重新派遣', en: '{from} gave it back; it is sent anew' }
      : null,
  'hand-back': { zh: '{from}报告已处置', en: '{from} says that it is done' },
  check: ({ said }) =>
    said['passed'] === false
      ? { zh: '现场核查没有通过，返工第 {nth} 次', en: 'The check on the spot failed: to be done again (number {nth})' }
      : { zh: '现场核查通过', en: 'The check on the spot was passed' },
  close: { zh: '结案', en: 'Closed' },
  'force-close': { zh: '经审批结案', en: 'Closed by decision' },
  'stage-end': { zh: '阶段性办结，后续整改至 {day}', en: 'Done for this stage; the rest until {day}' },
  reopen: (step) =>
    byReporter(step)
      ? { zh: '反映人说没有解决，重新办理', en: 'The reporter says that it is not fixed: reopened' }
      : { zh: '重新办理', en: 'Reopened' },
  rebound: { zh: '问题反弹，重新办理', en: 'The problem came back: reopened' },
  decide: ({ toState, fromState }) =>
    toState === 'suspended' && fromState !== 'suspended'
      ? { zh: '经批准暂缓办理', en: 'Put on hold by decision' }
      : null,
  resume: { zh: '恢复办理', en: 'Taken up again' },
  note: (step) => (byReporter(step) ? reporterSaid(step) : null),
  promise: { zh: '承诺 {day} 前办完', en: 'Promised to be done by {day}' },
}
