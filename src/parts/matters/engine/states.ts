import type { Words } from '#kernel/i18n/words.ts'

/**
 * Where a matter stands (GB/T 30428.8 and standards/matters-and-notices.md 3.2). 核实 is verify, before registering; 核查 is check,
 * before closing.
 */
export const states = [
  'reported',
  'verifying',
  'pending-register',
  'pending-dispatch',
  'pending-handle',
  'handling',
  'handle-finished',
  'pending-check',
  'checking',
  'pending-close',
  'staged',
  'suspended',
  'closed',
  'forced-closed',
  'not-accepted',
  'cancelled',
  'merged',
] as const
export type State = (typeof states)[number]

export const stateWords: Record<State, Words> = {
  reported: { zh: '已上报', en: 'Reported' },
  verifying: { zh: '核实中', en: 'Being verified' },
  'pending-register': { zh: '待立案', en: 'To be registered' },
  'pending-dispatch': { zh: '待派遣', en: 'To be dispatched' },
  'pending-handle': { zh: '待签收', en: 'To be accepted' },
  handling: { zh: '处置中', en: 'Being handled' },
  'handle-finished': { zh: '已处置待确认', en: 'Handed back' },
  'pending-check': { zh: '待核查', en: 'To be checked' },
  checking: { zh: '核查中', en: 'Being checked' },
  'pending-close': { zh: '待结案', en: 'To be closed' },
  staged: { zh: '阶段性办结', en: 'Ended for this stage' },
  suspended: { zh: '挂账', en: 'Suspended' },
  closed: { zh: '已结案', en: 'Closed' },
  'forced-closed': { zh: '强制结案', en: 'Closed by order' },
  'not-accepted': { zh: '不予立案', en: 'Not accepted' },
  cancelled: { zh: '已作废', en: 'Cancelled' },
  merged: { zh: '已并案', en: 'Merged' },
}

/** States in which nothing more is due; a closed matter may still come back. */
export const endStates: readonly State[] = ['closed', 'forced-closed', 'not-accepted', 'cancelled', 'merged']

/** What stands beside the state: the desk has it back from a unit, or a wish waits for its decision. */
export const asides = ['returned', 'extension-asked', 'suspension-asked', 'appealing'] as const
export type Aside = (typeof asides)[number]

export const asideWords: Record<Aside, Words> = {
  returned: { zh: '被回退', en: 'Returned' },
  'extension-asked': { zh: '延期待批', en: 'Extension asked for' },
  'suspension-asked': { zh: '挂账待批', en: 'Suspension asked for' },
  appealing: { zh: '申诉中', en: 'Appealing' },
}

/** The stages whose time is measured, one passage a row. */
export const stages = [
  'accept',
  'verify',
  'register',
  'dispatch',
  'handle',
  'confirm',
  'check',
  'close',
  'follow-up',
] as const
export type Stage = (typeof stages)[number]

export const stageWords: Record<Stage, Words> = {
  accept: { zh: '受理', en: 'Acceptance' },
  verify: { zh: '核实', en: 'Verification' },
  register: { zh: '立案', en: 'Registration' },
  dispatch: { zh: '派遣', en: 'Dispatch' },
  handle: { zh: '处置', en: 'Handling' },
  confirm: { zh: '反馈确认', en: 'Confirmation of the hand-back' },
  check: { zh: '核查', en: 'Check' },
  close: { zh: '结案', en: 'Closing' },
  'follow-up': { zh: '后续整改', en: 'Follow-up' },
}

/** The stage whose clock runs in a state; none once it has ended. A suspended matter keeps its handling clock, stopped. */
export const stageOf: Partial<Record<State, Stage>> = {
  reported: 'accept',
  verifying: 'verify',
  'pending-register': 'register',
  'pending-dispatch': 'dispatch',
  'pending-handle': 'handle',
  handling: 'handle',
  suspended: 'handle',
  'handle-finished': 'confirm',
  'pending-check': 'check',
  checking: 'check',
  'pending-close': 'close',
  staged: 'follow-up',
}

/** How a matter comes in. The first three have to be verified on the spot before they are registered. */
export const inflows = [
  'citizen',
  'enterprise',
  'hotline',
  'inspection',
  'blocked-project',
  'campaign',
  'patrol',
] as const
export type Inflow = (typeof inflows)[number]

export const inflowWords: Record<Inflow, Words> = {
  citizen: { zh: '群众反映', en: 'Citizen' },
  enterprise: { zh: '企业反映', en: 'Enterprise' },
  hotline: { zh: '热线转办', en: 'Hotline' },
  inspection: { zh: '督察交办', en: 'Inspection' },
  'blocked-project': { zh: '项目受阻', en: 'Blocked project' },
  campaign: { zh: '专项检查', en: 'Campaign' },
  patrol: { zh: '巡查上报', en: 'Patrol' },
}

/** Inflows that somebody has to verify before they may be registered. */
export const verifiedFirst: readonly Inflow[] = ['citizen', 'enterprise', 'hotline']

/** Inflows whose matters may end for a stage, with a day on which the rest is looked at. */
export const stagedInflows: readonly Inflow[] = ['inspection', 'campaign', 'blocked-project']
