import type { Check } from '#parts/ledgers/ledger.ts'
import type { MilestoneOutcome } from './words.ts'

interface MilestoneRow {
  dueOn: string
  metOn: string | null
  outcome: MilestoneOutcome | null
}

/** What a milestone came to, by its days. */
export function outcomeOf(dueOn: string, metOn: string | null): MilestoneOutcome {
  if (metOn === null) return 'open'
  return metOn <= dueOn ? 'on-time' : 'late'
}

const isOpen = (outcome: MilestoneOutcome | null) => outcome === null || outcome === 'open'

export const milestoneChecks: readonly Check<MilestoneRow>[] = [
  {
    name: 'met-without-day',
    severity: 'reject',
    column: 'metOn',
    passes: ({ metOn, outcome }) => metOn !== null || isOpen(outcome),
    meaning: { zh: '结果是已完成，却没有完成日期', en: 'It is said to be met, without the day' },
    cure: { zh: '请填完成日期', en: 'Give the day it was met' },
  },
  {
    name: 'outcome-missing',
    severity: 'reject',
    column: 'outcome',
    passes: ({ metOn, outcome }) => metOn === null || !isOpen(outcome),
    details: ({ dueOn, metOn }) => ({ outcome: outcomeOf(dueOn, metOn) === 'late' ? '逾期完成' : '按期完成' }),
    meaning: { zh: '填了完成日期，结果却是未到', en: 'It has a day it was met, and an open outcome' },
    cure: { zh: '请把结果写成“{outcome}”', en: 'Write {outcome} as the outcome' },
  },
  {
    name: 'outcome-not-of-days',
    severity: 'reject',
    column: 'outcome',
    passes: ({ dueOn, metOn, outcome }) => metOn === null || isOpen(outcome) || outcome === outcomeOf(dueOn, metOn),
    details: ({ dueOn, metOn }) => ({ due: dueOn, met: metOn ?? '' }),
    meaning: { zh: '计划 {due}、完成 {met}，与结果不符', en: 'Due {due} and met {met} do not fit the outcome' },
    cure: { zh: '请更正日期或结果', en: 'Correct the days or the outcome' },
  },
]
