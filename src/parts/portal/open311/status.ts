import { type Details, type Locale, say, type Words } from '#kernel/i18n/words.ts'
import type { State } from '#parts/matters/engine/states.ts'

/** The statuses of mySociety's update extension that a matter here may have. */
export type Extended =
  | 'open'
  | 'for_triage'
  | 'investigating'
  | 'action_scheduled'
  | 'in_progress'
  | 'planned'
  | 'reopen'
  | 'fixed'
  | 'closed'
  | 'no_further_action'
  | 'not_councils_responsibility'
  | 'internal_referral'
  | 'duplicate'
  | 'cancelled'

/** What the status of a matter hangs on. */
export interface Standing {
  number: string
  state: State
  rework: number
  reopened: number
  extended: number
  /** why it was not accepted */
  ground: string | null
  suspendedUntil: string | null
  /** the number of the matter it was merged into */
  into: string | null
}

const grounds: Record<string, Extended> = {
  outside: 'not_councils_responsibility',
  referred: 'internal_referral',
  duplicate: 'duplicate',
}

const byState: Record<State, Extended> = {
  reported: 'open',
  verifying: 'for_triage',
  'pending-register': 'for_triage',
  'pending-dispatch': 'investigating',
  'pending-handle': 'action_scheduled',
  handling: 'in_progress',
  'handle-finished': 'in_progress',
  'pending-check': 'in_progress',
  checking: 'in_progress',
  'pending-close': 'in_progress',
  staged: 'planned',
  suspended: 'planned',
  closed: 'fixed',
  'forced-closed': 'closed',
  'not-accepted': 'no_further_action',
  cancelled: 'cancelled',
  merged: 'duplicate',
}

/** The extended status, by the table of standards/matters-and-notices.md 12. */
export function extendedStatus({ state, rework, reopened, extended, ground }: Standing): Extended {
  if (state === 'not-accepted') return grounds[ground ?? ''] ?? 'no_further_action'
  if (state === 'handling' && rework > 0) return 'reopen'
  if (state === 'pending-dispatch' && reopened > 0) return 'reopen'
  if ((state === 'handling' || state === 'pending-handle') && extended > 0) return 'planned'
  return byState[state]
}

const groundWords: Record<string, Words> = {
  'not-found': { zh: '现场未发现所反映的问题', en: 'the problem was not found on the spot' },
  outside: { zh: '不属本区职责', en: 'it is no duty of this zone' },
  referred: { zh: '已转有关单位', en: 'it was passed on to another unit' },
  insufficient: { zh: '所述情况不足以立案', en: 'what was told is not enough to act on' },
  duplicate: { zh: '与已立案的事项重复', en: 'it is on record already' },
}

const notes: Record<State, Words> = {
  reported: { zh: '已收到，待核实立案', en: 'Received; it will be verified and registered' },
  verifying: { zh: '已收到，正在现场核实', en: 'Received; it is being verified on the spot' },
  'pending-register': { zh: '已核实，待立案', en: 'Verified; it will be registered' },
  'pending-dispatch': { zh: '已立案，案卷号 {number}', en: 'Registered as case {number}' },
  'pending-handle': { zh: '已派遣至{unit}', en: 'Sent to {unit}' },
  handling: { zh: '已派遣至{unit}，正在处置', en: 'Sent to {unit}, which is dealing with it' },
  'handle-finished': { zh: '已处置，待核查', en: 'Dealt with; it will be checked' },
  'pending-check': { zh: '已处置，待核查', en: 'Dealt with; it will be checked' },
  checking: { zh: '已处置，正在核查', en: 'Dealt with; it is being checked' },
  'pending-close': { zh: '核查通过，待结案', en: 'The check was passed; it will be closed' },
  staged: { zh: '阶段性办结，后续整改至 {until}', en: 'Done for this stage; the rest follows by {until}' },
  suspended: { zh: '挂账至 {until}，到期恢复办理', en: 'On hold until {until}' },
  closed: { zh: '核查通过，已结案', en: 'The check was passed; the case is closed' },
  'forced-closed': { zh: '经审批结案', en: 'Closed by decision' },
  'not-accepted': { zh: '不予立案：{ground}', en: 'Not accepted: {ground}' },
  cancelled: { zh: '已作废', en: 'Cancelled' },
  merged: { zh: '并入案卷 {into}，进展随该案卷更新', en: 'Merged into case {into}, which tells how it goes on' },
}

/** What the status means, in the reader's language; `unit` is the name of who handles it, `told` what the zone told the reporter. */
export function statusNotes(of: Standing, unit: Words | null, told: string, locale: Locale): string {
  const somebody: Words = { zh: '责任单位', en: 'the unit in charge' }
  const details: Details = {
    ...{ number: of.number, unit: unit ?? somebody, until: of.suspendedUntil ?? '—', into: of.into ?? '—' },
    ground: groundWords[of.ground ?? ''] ?? groundWords['insufficient']!,
    nth: of.rework,
  }
  const words =
    of.state === 'handling' && of.rework > 0
      ? { zh: '核查未通过，{unit}返工第 {nth} 次', en: 'The check failed; {unit} does it again, time {nth}' }
      : notes[of.state]
  return [say(words, locale, details), told].filter(Boolean).join(locale === 'zh' ? '。' : '. ')
}
