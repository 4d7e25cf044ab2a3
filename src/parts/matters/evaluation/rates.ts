import { Decimal } from 'decimal.js'
import type { Words } from '#kernel/i18n/words.ts'
import type { Counts, MeasureName } from './measures.ts'

interface RateRow {
  words: Words
  of: MeasureName
  among: MeasureName
  /** a rate of bad things: its score is (1 − rate) × 100 */
  lessIsBetter?: true
  note?: Words
}

/** The rates of GB/T 30428.4 and what each divides by what. */
export const rates = {
  close: { words: { zh: '结案率', en: 'Closed' }, of: 'closed', among: 'closeDue' },
  closeInTime: { words: { zh: '按期结案率', en: 'Closed in time' }, of: 'closedInTime', among: 'closeDue' },
  handleInTime: { words: { zh: '按期处置率', en: 'Handled in time' }, of: 'handledInTime', among: 'handleDue' },
  rework: {
    words: { zh: '返工率', en: 'Reworked' },
    ...{ of: 'reworked', among: 'closeDue', lessIsBetter: true },
    note: {
      zh: '除以应结案数；核查不通过即计，不等结案',
      en: 'Divided by those due to be closed; counted when the check fails, not when the matter closes',
    },
  },
  publicShare: {
    words: { zh: '监督举报率', en: 'Brought by the public' },
    ...{ of: 'publicLoad', among: 'load', lessIsBetter: true },
  },
  validReports: {
    words: { zh: '有效上报率', en: 'Valid reports' },
    ...{ of: 'validReports', among: 'reports' },
  },
  missed: {
    words: { zh: '漏报率', en: 'Missed' },
    ...{ of: 'publicLoad', among: 'load', lessIsBetter: true },
    note: {
      zh: '巡查片区内公众先发现并立案的，除以片区立案数',
      en: "Registered from the public within the inspector's patrol, divided by all registered there",
    },
  },
  inspectorShare: {
    words: { zh: '监督员上报占立案', en: 'Brought by inspectors' },
    ...{ of: 'patrolLoad', among: 'load' },
  },
  acceptInTime: {
    words: { zh: '核实按时派发率', en: 'Sent to verify in time' },
    ...{ of: 'acceptInTime', among: 'acceptDue' },
  },
  closeStageInTime: {
    words: { zh: '按时结案率', en: 'Closed at the desk in time' },
    ...{ of: 'closeStageInTime', among: 'closeStageDue' },
  },
  verifyInTime: { words: { zh: '按时核实率', en: 'Verified in time' }, of: 'verifyInTime', among: 'verifyDue' },
  checkInTime: { words: { zh: '按时核查率', en: 'Checked in time' }, of: 'checkInTime', among: 'checkDue' },
  checkSentInTime: {
    words: { zh: '核查按时派发率', en: 'Checks sent out in time' },
    ...{ of: 'checkSentInTime', among: 'checkSentDue' },
    note: {
      zh: '核查由监督员自行领取时没有派发环节，权重按比例分给其余各项',
      en: 'Where inspectors take checks themselves none is sent out, and the weight goes to the other parts',
    },
  },
  registerInTime: {
    words: { zh: '按时立案率', en: 'Registered in time' },
    ...{ of: 'registerInTime', among: 'registerDue' },
  },
  registerAccurate: {
    words: { zh: '准确立案率', en: 'Registered rightly' },
    ...{ of: 'accurate', among: 'registered' },
  },
  dispatchInTime: {
    words: { zh: '按时派遣率', en: 'Dispatched in time' },
    ...{ of: 'dispatchInTime', among: 'dispatchDue' },
  },
  dispatchAccurate: {
    words: { zh: '准确派遣率', en: 'Dispatched rightly' },
    ...{ of: 'dispatchAccurate', among: 'dispatched' },
  },
} as const satisfies Record<string, RateRow>

export type RateName = keyof typeof rates
export const rateRow = (name: RateName): RateRow => rates[name]

/** The rate as a fraction; null where nothing was due, which is neither 0 nor 100%. */
export function rateOf(name: RateName, counts: Counts): Decimal | null {
  const { of, among } = rates[name]
  return counts[among] === 0 ? null : new Decimal(counts[of]).div(counts[among])
}

/** 0 to 100, the higher the better; null where the rate is. */
export function rateScore(name: RateName, counts: Counts): Decimal | null {
  const rate = rateOf(name, counts)
  if (rate === null) return null
  return (rateRow(name).lessIsBetter ? new Decimal(1).minus(rate) : rate).times(100)
}
