import type { Words } from '#kernel/i18n/words.ts'

/** Where a problem stands; only the enterprise's own word makes it solved. */
export const problemStates = ['raised', 'dispatched', 'replied', 'solved', 'withdrawn'] as const
export type ProblemState = (typeof problemStates)[number]

/** What happens to a problem. `confirm`, `refuse` and, after it was solved, `reopen` come from the enterprise's link. */
export const problemDeeds = [
  'raise',
  'dispatch',
  'return',
  'reply',
  'confirm',
  'refuse',
  'reopen',
  'withdraw',
  'escalate',
] as const
export type ProblemDeed = (typeof problemDeeds)[number]

export const problemKinds = [
  'land',
  'permits',
  'utilities',
  'funding',
  'labour',
  'policy',
  'logistics',
  'other',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** Who brought it up. */
export const problemSources = ['enterprise', 'visit', 'department'] as const
export type ProblemSource = (typeof problemSources)[number]

export const stateWords: Record<ProblemState, Words> = {
  raised: { zh: '待交办', en: 'To be dispatched' },
  dispatched: { zh: '办理中', en: 'With the department' },
  replied: { zh: '待企业确认', en: 'Waiting for the enterprise' },
  solved: { zh: '企业已确认', en: 'Confirmed solved' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

export const deedWords: Record<ProblemDeed, Words> = {
  raise: { zh: '提出', en: 'Raised' },
  dispatch: { zh: '交办', en: 'Dispatched' },
  return: { zh: '退回', en: 'Sent back' },
  reply: { zh: '答复', en: 'Replied' },
  confirm: { zh: '确认已解决', en: 'Confirmed solved' },
  refuse: { zh: '认为没有解决', en: 'Said it is not solved' },
  reopen: { zh: '重新提出', en: 'Reopened' },
  withdraw: { zh: '撤销', en: 'Withdrawn' },
  escalate: { zh: '转为督办事项', en: 'Became a matter' },
}

export const kindWords: Record<ProblemKind, Words> = {
  land: { zh: '用地拆迁', en: 'Land' },
  permits: { zh: '手续办理', en: 'Permits' },
  utilities: { zh: '水电气路', en: 'Utilities' },
  funding: { zh: '资金融资', en: 'Funding' },
  labour: { zh: '用工', en: 'Labour' },
  policy: { zh: '政策兑现', en: 'Policy' },
  logistics: { zh: '物流通关', en: 'Logistics' },
  other: { zh: '其他', en: 'Other' },
}

export const sourceWords: Record<ProblemSource, Words> = {
  enterprise: { zh: '企业反映', en: 'The enterprise' },
  visit: { zh: '走访发现', en: 'A visit' },
  department: { zh: '部门发现', en: 'A department' },
}
