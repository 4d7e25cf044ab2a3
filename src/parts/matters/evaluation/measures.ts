import type { Words } from '#kernel/i18n/words.ts'
import { type ConditionName, conditions, type Entry, type StageCounted, stagesCounted } from './entry.ts'

interface MeasureRow {
  words: Words
  stage: StageCounted
  when: readonly ConditionName[]
}

/** The counts of GB/T 30428.4, each as the stage it counts and the conditions that all hold. */
export const measures = {
  reports: { words: { zh: '监督员上报数', en: 'Reports by inspectors' }, stage: 'report', when: ['patrol'] },
  validReports: {
    words: { zh: '有效上报数', en: 'Reports by inspectors that were registered' },
    ...{ stage: 'report', when: ['patrol', 'registered'] },
  },
  load: { words: { zh: '立案数', en: 'Matters registered' }, stage: 'case', when: ['any'] },
  publicLoad: { words: { zh: '公众举报立案数', en: 'Registered from the public' }, stage: 'case', when: ['public'] },
  patrolLoad: { words: { zh: '监督员上报立案数', en: 'Registered from patrols' }, stage: 'case', when: ['patrol'] },
  accepted: { words: { zh: '受理数', en: 'Reports accepted' }, stage: 'accept', when: ['done'] },
  acceptDue: { words: { zh: '应派核实数', en: 'Due to be sent to verify' }, stage: 'accept', when: ['due'] },
  acceptInTime: { words: { zh: '按时派核实数', en: 'Sent to verify in time' }, stage: 'accept', when: ['in-time'] },
  registerDue: { words: { zh: '应立案数', en: 'Due to be registered' }, stage: 'register', when: ['due'] },
  registerInTime: { words: { zh: '按时立案数', en: 'Registered in time' }, stage: 'register', when: ['in-time'] },
  registered: { words: { zh: '立案数', en: 'Registered' }, stage: 'register', when: ['registered'] },
  cancelled: {
    words: { zh: '作废数', en: 'Written off after registering' },
    ...{ stage: 'register', when: ['cancelled'] },
  },
  accurate: { words: { zh: '准确立案数', en: 'Registered rightly' }, stage: 'register', when: ['accurate'] },
  verifyDue: { words: { zh: '应核实数', en: 'Due to be verified' }, stage: 'verify', when: ['due'] },
  verifyInTime: { words: { zh: '按时核实数', en: 'Verified in time' }, stage: 'verify', when: ['in-time'] },
  checkSentDue: { words: { zh: '应派核查数', en: 'Checks due to be sent out' }, stage: 'send-check', when: ['due'] },
  checkSentInTime: {
    words: { zh: '按时派核查数', en: 'Checks sent out in time' },
    stage: 'send-check',
    when: ['in-time'],
  },
  checkDue: { words: { zh: '应核查数', en: 'Due to be checked' }, stage: 'check', when: ['due'] },
  checkInTime: { words: { zh: '按时核查数', en: 'Checked in time' }, stage: 'check', when: ['in-time'] },
  closeStageDue: { words: { zh: '应办结案数', en: 'Due to be closed at the desk' }, stage: 'close', when: ['due'] },
  closeStageInTime: {
    words: { zh: '按时办结案数', en: 'Closed at the desk in time' },
    stage: 'close',
    when: ['in-time'],
  },
  dispatchDue: { words: { zh: '应派遣数', en: 'Due to be dispatched' }, stage: 'dispatch', when: ['due'] },
  dispatched: { words: { zh: '派遣数', en: 'Dispatched' }, stage: 'dispatch', when: ['done'] },
  dispatchInTime: { words: { zh: '按时派遣数', en: 'Dispatched in time' }, stage: 'dispatch', when: ['in-time'] },
  dispatchAccurate: {
    words: { zh: '准确派遣数', en: 'Dispatched to the right unit' },
    ...{ stage: 'dispatch', when: ['not-redispatched'] },
  },
  handleDue: { words: { zh: '应处置数', en: 'Due to be handled' }, stage: 'handle', when: ['due'] },
  handled: { words: { zh: '处置数', en: 'Handled' }, stage: 'handle', when: ['done'] },
  handledInTime: { words: { zh: '按期处置数', en: 'Handled in time' }, stage: 'handle', when: ['in-time'] },
  handledLate: { words: { zh: '超期处置数', en: 'Handled late' }, stage: 'handle', when: ['late'] },
  overdueUndone: {
    words: { zh: '超期未处置数', en: 'Overdue and not handled' },
    ...{ stage: 'handle', when: ['overdue-undone'] },
  },
  closeDue: { words: { zh: '应结案数', en: 'Due to be closed' }, stage: 'handle', when: ['due'] },
  closed: { words: { zh: '结案数', en: 'Closed' }, stage: 'handle', when: ['due', 'closed'] },
  closedInTime: { words: { zh: '按期结案数', en: 'Closed in time' }, stage: 'handle', when: ['closed-in-time'] },
  reworked: { words: { zh: '返工数', en: 'Sent back for rework' }, stage: 'handle', when: ['due', 'reworked'] },
} as const satisfies Record<string, MeasureRow>

export type MeasureName = keyof typeof measures
export type Counts = Record<MeasureName, number>
export const measureNames = Object.keys(measures) as MeasureName[]

/** Whether an entry is one of those a measure counts. */
export function isCounted(measure: MeasureName, entry: Entry, asOf: number): boolean {
  const { stage, when }: MeasureRow = measures[measure]
  return entry.stage === stage && when.every((name) => conditions[name].holds(entry, asOf))
}

/** All counts of the entries as things stand at `asOf`. */
export function countsOf(entries: readonly Entry[], asOf: number): Counts {
  const counts = Object.fromEntries(measureNames.map((name) => [name, 0])) as Counts
  for (const entry of entries) {
    for (const name of measuresAt[entry.stage]) if (isCounted(name, entry, asOf)) counts[name] += 1
  }
  return counts
}

const measuresAt = Object.fromEntries(
  stagesCounted.map((stage) => [stage, measureNames.filter((name) => measures[name].stage === stage)]),
) as Record<StageCounted, MeasureName[]>

/** The measure as a condition over the columns of entries-sql.ts. */
export function measureSql(measure: MeasureName): string {
  const { stage, when }: MeasureRow = measures[measure]
  return [`stage = '${stage}'`, ...when.map((name) => conditions[name].sql)].join(' and ')
}
