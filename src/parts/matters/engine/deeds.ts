import type { Words } from '#kernel/i18n/words.ts'
import type { DeedName } from './deed-shapes.ts'
import { type State, states } from './states.ts'

/** Which unit a doer must stand over: who has the matter, who handles or handled it, or one of the two desks. */
export type Stand = 'holder' | 'duty' | 'supervision' | 'command'

export interface DeedRule {
  words: Words
  from: readonly State[]
  need: 'matters/work' | 'matters/approve' | 'matters/supervise'
  stand: Stand
  /** nobody who handled the matter may do it */
  apart?: true
  /** the reporter, or the clock, may do it as well */
  also?: readonly ('reporter' | 'system')[]
  /** what a page asks for, in its order; those with ? may stay empty */
  fields: readonly string[]
}

const beforeDispatch: readonly State[] = ['reported', 'verifying', 'pending-register', 'pending-dispatch']
const handled: readonly State[] = ['pending-handle', 'handling']
const underWay: readonly State[] = [
  'pending-dispatch',
  ...handled,
  'handle-finished',
  'pending-check',
  'checking',
  'pending-close',
  'staged',
  'suspended',
]

/** Every deed: from which states, who may, what it needs. The machine, the guards and the buttons read this one table. */
export const deeds: Record<DeedName, DeedRule> = {
  'ask-verify': rule({ zh: '派核实', en: 'Send to verify' }, ['reported'], 'work', 'holder', ['person?']),
  verify: rule({ zh: '核实', en: 'Verify' }, ['reported', 'verifying'], 'work', 'holder', [
    'found',
    'words',
    'photos?',
    'place?',
  ]),
  register: rule({ zh: '立案', en: 'Register' }, ['pending-register'], 'approve', 'holder', ['standard']),
  decline: rule({ zh: '不予立案', en: 'Do not accept' }, ['reported', 'pending-register'], 'approve', 'holder', [
    'ground',
    'reason',
    'told?',
  ]),
  cancel: rule({ zh: '作废', en: 'Cancel' }, ['pending-register', 'pending-dispatch'], 'approve', 'supervision', [
    'reason',
  ]),
  correct: rule({ zh: '更正信息', en: 'Correct' }, beforeDispatch, 'work', 'holder', [
    'category?',
    'title?',
    'address?',
    'place?',
  ]),
  merge: rule({ zh: '并案', en: 'Merge' }, beforeDispatch, 'work', 'holder', ['into']),
  dispatch: rule({ zh: '派遣', en: 'Dispatch' }, ['pending-dispatch'], 'work', 'holder', ['unit', 'told?']),
  accept: rule({ zh: '签收', en: 'Accept' }, ['pending-handle'], 'work', 'holder', []),
  assign: rule(
    { zh: '指定经办人', en: 'Name who does it' },
    [...handled, 'verifying', 'pending-check', 'checking'],
    'work',
    'holder',
    ['person?'],
  ),
  return: rule({ zh: '回退', en: 'Return' }, ['pending-dispatch', ...handled, 'handle-finished'], 'work', 'holder', [
    'reason',
  ]),
  'hand-back': rule({ zh: '处置反馈', en: 'Hand back' }, ['handling', 'staged'], 'work', 'duty', [
    'words',
    'photos?',
    'place?',
    'told?',
  ]),
  confirm: rule({ zh: '确认反馈', en: 'Confirm the hand-back' }, ['handle-finished'], 'work', 'holder', []),
  'take-check': {
    ...rule({ zh: '领取核查', en: 'Take the check' }, ['pending-check'], 'work', 'holder', []),
    apart: true,
  },
  check: {
    ...rule({ zh: '核查', en: 'Check' }, ['pending-check', 'checking'], 'work', 'holder', [
      'passed',
      'words',
      'photos?',
      'place?',
    ]),
    apart: true,
  },
  close: {
    ...rule({ zh: '结案', en: 'Close' }, ['pending-close'], 'approve', 'holder', ['words', 'told?']),
    apart: true,
  },
  'force-close': {
    ...rule({ zh: '强制结案', en: 'Close by order' }, underWay, 'approve', 'supervision', ['reason', 'told?']),
    apart: true,
  },
  'stage-end': {
    ...rule({ zh: '阶段性办结', en: 'End the stage' }, ['pending-close'], 'approve', 'holder', ['until', 'words']),
    apart: true,
  },
  reopen: {
    ...rule({ zh: '重新办理', en: 'Reopen' }, ['closed', 'forced-closed'], 'work', 'supervision', ['reason']),
    also: ['reporter'],
  },
  rebound: rule({ zh: '问题反弹', en: 'Rebound' }, ['closed', 'forced-closed', 'staged'], 'supervise', 'supervision', [
    'reason',
  ]),
  'ask-extension': rule({ zh: '申请延期', en: 'Ask for an extension' }, handled, 'work', 'holder', ['reason']),
  'ask-suspension': rule({ zh: '申请挂账', en: 'Ask for a suspension' }, handled, 'work', 'holder', [
    'reason',
    'until',
  ]),
  'ask-appeal': rule({ zh: '超时申诉', en: 'Appeal' }, ['closed', 'forced-closed'], 'work', 'duty', ['reason']),
  decide: rule({ zh: '审批', en: 'Decide' }, [...handled, 'closed', 'forced-closed'], 'approve', 'command', [
    'granted',
    'words',
  ]),
  resume: { ...rule({ zh: '恢复办理', en: 'Resume' }, ['suspended'], 'approve', 'command', []), also: ['system'] },
  note: { ...rule({ zh: '备注', en: 'Note' }, states, 'work', 'holder', ['words', 'told?']), also: ['reporter'] },
  promise: rule({ zh: '承诺日期', en: 'Promise a day' }, underWay, 'work', 'holder', ['on', 'told?']),
}

function rule(
  words: Words,
  from: readonly State[],
  need: 'work' | 'approve' | 'supervise',
  stand: Stand,
  fields: readonly string[],
): DeedRule {
  return { words, from, need: `matters/${need}`, stand, fields }
}
