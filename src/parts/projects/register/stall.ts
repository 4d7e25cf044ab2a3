import { type Day, daysBetween } from '#kernel/period.ts'
import type { Stall } from './project-state.ts'
import type { LineStage } from './words.ts'

/** Days that a stage before signing may pass without anything happening. */
export const stallLimits: Partial<Record<LineStage, number>> = {
  lead: 30,
  contact: 30,
  visit: 45,
  negotiation: 60,
  framework: 90,
}

/** How long nothing happened to a project that is sought: no stage reached, nobody met. */
export function stallOf(stage: LineStage | null, lastOn: Day, today: Day): Stall {
  const days = Math.max(0, daysBetween(lastOn, today))
  const limit = stage === null ? (stallLimits.lead ?? null) : (stallLimits[stage] ?? null)
  return { days, limit, lastOn, stalled: limit !== null && days > limit }
}
