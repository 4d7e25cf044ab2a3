import type { Reply } from '#web/client.ts'
import type { State } from '#web/kit/StateMark.tsx'
import type { Words } from '#web/locale.tsx'
import type { problemsShape } from '../problems/shapes.ts'
import { type ProblemDeed, stateWords } from '../problems/states.ts'

export type ProblemRow = Reply<typeof problemsShape>['rows'][number]

export const problemPath = ({ number }: { number: string }) => `/projects/problems/${encodeURIComponent(number)}`

/** The mark of a problem: late is red, waiting for somebody is amber, only what the enterprise confirmed is green. */
export function problemMark({ state, overdue }: Pick<ProblemRow, 'state' | 'overdue'>): { state: State; words: Words } {
  if (overdue) return { state: 'behind', words: { zh: '超期', en: 'Overdue' } }
  if (state === 'solved') return { state: 'ahead', words: stateWords.solved }
  if (state === 'withdrawn') return { state: 'none', words: stateWords.withdrawn }
  return { state: state === 'dispatched' ? 'on' : 'warning', words: stateWords[state] }
}

/** What a button says, and what its words are for. */
export const deedForms: Partial<Record<ProblemDeed, { button: Words; label: Words; hint?: Words }>> = {
  dispatch: {
    button: { zh: '交办', en: 'Dispatch' },
    label: { zh: '交办要求（可不填）', en: 'What is asked (optional)' },
  },
  reply: {
    button: { zh: '答复', en: 'Reply' },
    label: { zh: '办了什么，结果怎样（企业会看到）', en: 'What was done and came of it (the enterprise reads it)' },
    hint: {
      zh: '答复不等于了结：由企业通过链接确认解决，没有解决会退回来重新计时。',
      en: 'A reply settles nothing: the enterprise confirms through its link, or sends it back and the clock starts anew.',
    },
  },
  return: {
    button: { zh: '退回', en: 'Send back' },
    label: { zh: '退回理由，应由谁办', en: 'Why, and whose it is' },
  },
  reopen: { button: { zh: '重新提出', en: 'Reopen' }, label: { zh: '出现了什么情况', en: 'What has happened' } },
  withdraw: {
    button: { zh: '撤销', en: 'Withdraw' },
    label: { zh: '撤销理由（不计入已解决）', en: 'Why (it does not count as solved)' },
  },
  escalate: {
    button: { zh: '转为督办事项', en: 'Make it a matter' },
    label: { zh: '为什么要督办', en: 'Why it needs supervision' },
  },
}
