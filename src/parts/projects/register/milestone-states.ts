import type { Day } from '#kernel/period.ts'
import type { BaselineDay, Expectation, MilestoneRow } from './facts.ts'
import type { MilestoneState } from './project-state.ts'
import { slipOf } from './slips.ts'

export interface MilestonesKnown {
  milestones: readonly MilestoneRow[]
  /** in the order of months */
  expectations: readonly Expectation[]
  /** in the order of versions */
  baseline: readonly BaselineDay[]
  today: Day
}

/** Milestones with what they are held against: the first baseline, the current one and last month, all at once. */
export function milestoneStates({ milestones, expectations, baseline, today }: MilestonesKnown): MilestoneState[] {
  const thisMonth = today.slice(0, 7)
  return milestones.map((one) => {
    const told = expectations.filter(({ milestone }) => milestone === one.milestone)
    const expectedOn = told.at(-1)?.expectedOn ?? null
    const frozen = baseline.filter(({ milestone }) => milestone === one.milestone)
    const days = { first: frozen[0]?.dueOn ?? null, current: frozen.at(-1)?.dueOn ?? null }
    const before = told.findLast(({ month }) => month < thisMonth)?.expectedOn ?? days.current ?? one.dueOn
    const lastMonth = one.metOn !== null && one.metOn.slice(0, 7) < thisMonth ? one.metOn : before
    return {
      ...one,
      expectedOn,
      baseline: days,
      lastMonth,
      slip: slipOf({ metOn: one.metOn, expectedOn, dueOn: one.dueOn, baseline: days, lastMonth, today }),
    }
  })
}
