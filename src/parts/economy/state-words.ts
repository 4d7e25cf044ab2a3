import type { Words } from '#kernel/i18n/words.ts'
import type { FindingClass, FormDeclaration } from './declaration.ts'
import type { Step, SubmissionState } from './rules.ts'

export const stateWords: Record<SubmissionState, Words> = {
  draft: { zh: '填报中', en: 'Being filled in' },
  submitted: { zh: '待审核', en: 'Awaiting review' },
  returned: { zh: '已退回', en: 'Returned' },
  accepted: { zh: '已通过', en: 'Accepted' },
  locked: { zh: '已锁定', en: 'Locked' },
  reopened: { zh: '已重开', en: 'Reopened' },
}

/** Who took a step that came with the zone package. */
export const packageWords: Words = { zh: '数据包', en: 'the zone package' }

export const stepWords: Record<Step, Words> = {
  submitted: { zh: '报送', en: 'Handed in' },
  returned: { zh: '退回', en: 'Returned' },
  accepted: { zh: '通过', en: 'Accepted' },
  locked: { zh: '锁定', en: 'Locked' },
  reopened: { zh: '重开', en: 'Reopened' },
}

export const classWords: Record<FindingClass, Words> = {
  A: { zh: '必须改正', en: 'Must be fixed' },
  B: { zh: '需要说明', en: 'Needs a reason' },
  C: { zh: '需要核实', en: 'Confirm with a reason' },
  D: { zh: '提示', en: 'Hint' },
}

export const frequencyWords: Record<FormDeclaration['frequency'], Words> = {
  month: { zh: '月报', en: 'monthly' },
  quarter: { zh: '季报', en: 'quarterly' },
  half: { zh: '半年报', en: 'half-yearly' },
  year: { zh: '年报', en: 'yearly' },
  any: { zh: '不定期', en: 'for any days' },
}
